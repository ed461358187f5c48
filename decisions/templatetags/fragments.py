"""Tags for HTML that a page repeats by the dozen: tick boxes of facets, rows of the list, lines of a decision.

They are written in Python, because a template's loops, lookups and includes take ten times as long, and were most of
the time of a page. Every value is escaped here with `html.escape`, as templates do.
"""

import json
from html import escape
from itertools import groupby
from operator import attrgetter

from django import template

from decisions.highlighting import Segment
from decisions.templatetags.markup import markup

register = template.Library()

_IN_SCRIPT = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}
_OPENING = 50  # characters of a folded paragraph that stay in view
_SHORT = 120  # characters; folding a paragraph of two lines gains nothing

_BOX = (
    '<label class="{kind}"><input type="checkbox" id="{name}-{value}" name="{name}" value="{value}"'
    ' form="{form}"{checked}> <span>{label}</span>{bar}'
    " <b>{count}</b></label>\n"
)
_BAR = (
    '<svg class="bar" viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    '<rect width="10" height="{height}" /></svg>'
)
_ROW = """<article class="row">
<h3><a href="{address}{link_query}">{council}</a></h3>
<p class="facts">{reference} · {date} · {outcome} · {about}</p>
{grounds}{summary}{snippets}</article>
"""
_SNIPPET = """<p class="hit"><a href="{address}{link_query}#p{number}"><i>Paragraph</i> {number}</a> {words}</p>
"""

_NUMBERED = (
    '<div class="numbered" id="{anchor}">'
    '<a class="number" href="#{anchor}" aria-label="Paragraph {number}">{number}</a> {words}</div>\n'
)
_PILCROW = '<a class="pilcrow" href="{path}#p{number}"><span class="unseen">Paragraph</span> {number}</a>'
_FOLDED = (
    '<details class="standard"{open}><summary><span class="opening">{opening}</span>'
    ' <span class="kind">Standard paragraph</span></summary>{words}</details>'
)


@register.simple_tag
@markup
def tick_boxes(facet, values, form="search"):
    """Return the tick boxes of these values of a facet, each followed by its sub-values. `form`: the id of the form."""
    return "".join(_with_those_below(facet.name, each, form) for each in values)


@register.simple_tag
@markup
def years(facet):
    """Return the tick boxes of years as bars, and after them one for decisions without a date."""
    highest = facet.highest
    return "".join(_year(each, highest) for each in facet.shown)


@register.simple_tag
@markup
def rows(several, link_query=""):
    """Return the rows of a list. `link_query` is the query string of the links to their pages."""
    return "".join(_row(each, escape(link_query)) for each in several)


@register.simple_tag
@markup
def paragraphs(several, matches):
    """Return paragraphs of a decision, each with its items. `matches` is the number of matches on the page."""
    return "".join(_paragraph(lines, matches) for lines in several)


@register.simple_tag
@markup
def place(number):
    """Return a link to a paragraph (0: the summary) of this page."""
    return _place(number, "")


@register.simple_tag
@markup
def places(numbers, path=""):
    """Return links to paragraphs (0: the summary) of this page, or of the page at `path`."""
    return ", ".join(_place(number, escape(path)) for number in numbers)


@register.simple_tag
@markup
def linked_data(facts):
    """Return facts as JSON-LD in a script element, which browsers do not run. `<`, `>` and `&` cannot end it."""
    written = json.dumps(facts, ensure_ascii=False).translate(_IN_SCRIPT)
    return f'<script type="application/ld+json">{written}</script>'


@register.simple_tag
@markup
def match_links(segments, matches):
    """Return the number of the segments' match with links to the previous and next match; "" for no match."""
    number = next((each.match for each in segments if each.match), 0)
    if not number:
        return ""
    before = f' <a href="#match-{number - 1}">previous</a>' if number > 1 else ""
    after = f' <a href="#match-{number + 1}">next</a>' if number < matches else ""
    return f'<p class="match">match {number} of {matches}{before}{after}</p>\n'


@register.filter
@markup
def marked(segments):
    """Return segments as HTML, evidence in `<mark>`, and words of a search in `<mark class="found">`."""
    return text(segments)


@register.filter
@markup
def unbroken(name):
    """Return a name as HTML, with no line break at its hyphens: Southend-on-Sea."""
    return unbroken_name(name)


def text(segments: list[Segment]) -> str:
    """Return segments as HTML; neighbours with the same link become one link."""
    written = ((link, "".join(map(_in_mark, run))) for link, run in groupby(segments, key=attrgetter("link")))
    return "".join(_in_link(link, words) if link else words for link, words in written)


def unbroken_name(name: str) -> str:
    """Return a name as HTML, with no line break at its hyphens."""
    words = (escape(word) for word in name.split())
    return " ".join(f'<span class="unbroken">{word}</span>' if "-" in word else word for word in words)


def _in_link(address: str, words: str) -> str:
    kind = ' class="term"' if address.startswith("#means-") else ""
    return f'<a{kind} href="{escape(address)}">{words}</a>'


def _in_mark(segment: Segment) -> str:
    words = escape(segment.text)
    if not segment.found:
        return f"<mark>{words}</mark>" if segment.marked else words
    address = f' id="match-{segment.match}"' if segment.match else ""
    return f'<mark class="{"found proof" if segment.marked else "found"}"{address}>{words}</mark>'


def _row(row, link_query: str) -> str:
    facts = row.decision
    address = escape(facts.path)
    about = facts.category or "category not stated"
    parts = {
        "address": address,
        "link_query": link_query,
        "council": unbroken_name(facts.council or "Council not stated"),
        "reference": escape(facts.reference),
        "date": facts.printed_date or "date not stated",
        "outcome": escape(facts.outcome or "outcome not stated"),
        "about": escape(f"{about}: {facts.subcategory}" if facts.subcategory else about),
        "grounds": f'<p class="grounds">{escape(" · ".join(row.grounds))}</p>\n' if row.grounds else "",
        "summary": f'<p class="words">{text(row.summary)}</p>\n' if facts.summary else "",
        "snippets": "".join(
            _SNIPPET.format(address=address, link_query=link_query, number=snippet.number, words=text(snippet.segments))
            for snippet in row.snippets
        ),
    }
    return _ROW.format(**parts)


def _with_those_below(name: str, value, form: str) -> str:
    below = "".join(_box(name, each, form, "value below") for each in value.below)
    return _box(name, value, form, "value") + below


def _year(value, highest: int) -> str:
    if value.value == "not-stated":
        return _box("year", value, "search", "value")
    return _box("year", value, "search", "year", _BAR.format(height=round(value.count * 40 / highest)))


def _box(name: str, value, form: str, kind: str, bar: str = "") -> str:
    return _BOX.format(
        kind=f"{kind} on" if value.selected else kind,
        name=name,
        form=form,
        value=escape(value.value),
        label=escape(value.label),
        count=f"{value.count:,}",
        checked=" checked" if value.selected else "",
        bar=bar,
    )


def _place(number: int, path: str) -> str:
    if not number:
        return f'<a class="pilcrow" href="{path}#summary">Summary</a>'
    return _PILCROW.format(path=path, number=number)


def _paragraph(lines, matches: int) -> str:
    """Return a paragraph with its items; a standard one in a `<details>`, which search in the page and print open."""
    first, *below = lines
    length = sum(len(each.text) for line in lines for each in line.segments)
    is_folded = first.is_standard and first.depth == 0 and length > _SHORT
    items = "".join(_item(each) + match_links(each.segments, matches) for each in below)
    words = f"<p>{text(first.segments)}</p>"
    match = match_links(first.segments, matches)
    if is_folded:
        has_match = any(each.match for line in lines for each in line.segments)
        words = _FOLDED.format(
            open=" open" if has_match else "",
            opening=escape(_opening(first.segments)),
            words=f"{words}\n{match}{items}",
        )
        match = items = ""
    written = _item(first) if first.depth else _NUMBERED.format(anchor=first.anchor, number=first.number, words=words)
    return f'<div class="paragraph">\n{written}{match}{items}</div>\n'


def _opening(segments: list[Segment]) -> str:
    words = "".join(each.text for each in segments)
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0]}…"


def _item(line) -> str:
    words = text(line.segments)
    if not line.label:
        return f'<p class="continued depth-{line.depth}">{words}</p>\n'
    label = escape(line.label)
    if not line.anchor:
        return f'<div class="item depth-{line.depth}"><span class="bullet">{label}</span> <p>{words}</p></div>\n'
    spoken = f"Paragraph {line.number}, item {label})"
    head = f'<a class="letter" href="#{escape(line.anchor)}" aria-label="{spoken}">{label})</a>'
    return f'<div class="item depth-{line.depth}" id="{escape(line.anchor)}">{head} <p>{words}</p></div>\n'
