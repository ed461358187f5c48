"""Filters for text inside an element: highlights, changed words, and data in a script. All other HTML is in templates.

Highlights are written in Python because a page has hundreds, and a template would take several times as long.
"""

import json
from html import escape
from itertools import groupby
from operator import attrgetter

from django import template
from django.utils.safestring import SafeString

from decisions import highlighting

register = template.Library()

_IN_SCRIPT = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


@register.filter
def marked(segments, element="mark"):
    """Return segments as HTML, marks in an element, and words of a search in `<mark class="found">`.

    Neighbours with the same link become one link.
    """
    runs = groupby(segments, key=attrgetter("link"))
    written = ((link, "".join([_in_mark(each, element) for each in run])) for link, run in runs)
    return SafeString("".join([_in_link(link, words) if link else words for link, words in written]))


@register.filter
def compared(change):
    """Return the old and the new words of a change as segments, those marked that the other does not have."""
    return highlighting.changes(change.old, change.new)


@register.filter
def file_name(path):
    """Return the name of a source file without its folders, which are private to the person who imported it."""
    return path.replace("\\", "/").rpartition("/")[2]


@register.filter
def script_json(data):
    """Return data as JSON for a script element. `<`, `>` and `&` are written so that they cannot end it."""
    return SafeString(json.dumps(data, ensure_ascii=False).translate(_IN_SCRIPT))


def _in_link(address: str, words: str) -> str:
    kind = ' class="term"' if address.startswith("#means-") else ""
    return f'<a{kind} href="{escape(address)}">{words}</a>'


def _in_mark(segment: highlighting.Segment, element: str) -> str:
    words = escape(segment.text)
    if not segment.found:
        return f"<{element}>{words}</{element}>" if segment.marked else words
    number = f' id="match-{segment.match}"' if segment.match else ""
    return f'<mark class="{"found proof" if segment.marked else "found"}"{number}>{words}</mark>'
