"""How marked text, changed text and names are written in HTML. Everything is escaped."""

from django import template
from django.utils.html import format_html, format_html_join

from decisions.marking import changes

register = template.Library()


@register.filter
def marked(segments):
    """Segments as text, the marked ones in `<mark>`; what somebody searched for in one of its own kind."""
    return format_html_join("", "{}", ((_in_mark(each),) for each in segments))


@register.filter
def match(segments):
    """Which match of a search the segments hold, counted from 1; 0 for none."""
    return next((each.match for each in segments if each.match), 0)


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


@register.filter
def unbroken(name):
    """A name whose hyphens are no place to end a line: Southend-on-Sea."""
    words = (format_html('<span class="unbroken">{}</span>', word) if "-" in word else word for word in name.split())
    return format_html_join(" ", "{}", ((word,) for word in words))


def _in_mark(segment):
    if not segment.found:
        return format_html("<mark>{}</mark>", segment.text) if segment.marked else segment.text
    address = format_html(' id="match-{}"', segment.match) if segment.match else ""
    kind = "found proof" if segment.marked else "found"
    return format_html('<mark class="{}"{}>{}</mark>', kind, address, segment.text)


def _written(segments, how):
    return format_html_join(
        "", "{}", ((format_html(how, each.text) if each.marked else each.text,) for each in segments)
    )
