"""How changed text is written in HTML. Everything is escaped."""

from django import template
from django.utils.html import format_html, format_html_join

from decisions.highlighting import changes

register = template.Library()


@register.filter
def stressed(segments):
    """Segments as text, the marked ones in `<em>`."""
    return _written(segments, "<em>{}</em>")


@register.filter
def was(correction):
    """The old value of a correction, the words that went in `<del>`."""
    return _written(changes(correction.old, correction.new)[0], "<del>{}</del>") or "(nothing)"


@register.filter
def became(correction):
    """The new value of a correction, the words that came in `<ins>`."""
    return _written(changes(correction.old, correction.new)[1], "<ins>{}</ins>") or "(nothing)"


def _written(segments, how):
    return format_html_join(
        "", "{}", ((format_html(how, each.text) if each.marked else each.text,) for each in segments)
    )
