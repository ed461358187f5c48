"""Filters that write changed text in HTML. Everything is escaped."""

from django import template
from django.utils.html import format_html, format_html_join

from decisions.highlighting import changes

register = template.Library()


@register.filter
def stressed(segments):
    """Return segments as HTML, the marked ones in `<em>`."""
    return _written(segments, "<em>{}</em>")


@register.filter
def was(correction):
    """Return the old value of a correction as HTML, with the removed words in `<del>`."""
    return _written(changes(correction.old, correction.new)[0], "<del>{}</del>") or "(nothing)"


@register.filter
def became(correction):
    """Return the new value of a correction as HTML, with the added words in `<ins>`."""
    return _written(changes(correction.old, correction.new)[1], "<ins>{}</ins>") or "(nothing)"


def _written(segments, how):
    return format_html_join(
        "", "{}", ((format_html(how, each.text) if each.marked else each.text,) for each in segments)
    )
