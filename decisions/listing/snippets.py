"""The words of a search marked in the decisions it found: on the list, and on a decision's own page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from decisions import search
from decisions.highlighting import Segment, Span, excerpt, segments
from decisions.models import Decision, ParagraphRow, SectionRow, paragraphs_of, sections_of
from decisions.search.columns import RECITED, of_paragraph, of_sections

_MOST = 3  # snippets of a decision
# Characters around the words in a paragraph, and of a summary: tried in this order until the page is light enough.
_LENGTHS = ((120, 2_000), (90, 400), (60, 250), (40, 180), (25, 110), (15, 80))
# Bytes for the summaries and paragraphs of a list. A list weighs 60,000 at most, and each facet can take 2,000 of them.
_ROOM = 27_000
_ADDRESSES = 16  # links on the page that repeat the list's query string: the longer it is, the less room is left
_OF_A_MARK, _OF_A_LINK = 13, 120  # bytes of markup for each `<mark>`, and for each snippet

Place = tuple[str, int, int]
"""A text on a decision's page: its kind (summary, heading, lead, row for a paragraph or item, closing), the primary
key of its section or row (0 for the others), and its line, from 0."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A shortened paragraph with the words of the search marked. `number` is the paragraph's."""

    number: int
    segments: list[Segment]


class _Summary(NamedTuple):
    """The summary of a decision, as a paragraph without a number."""

    decision_id: int
    text: str
    number: int = 0


_Text = _Summary | ParagraphRow


def highlight_rows(
    query: search.Query, summaries: Mapping[int, str], address_length: int
) -> dict[int, tuple[list[Segment], list[Snippet]]]:
    """Return for each decision, given by primary key with its summary, the marked summary and its best paragraphs.

    The paragraphs are in the order of the text. All are cut so that the page stays below its weight limit;
    `address_length` is the number of characters of the list's query string, which the page repeats several times. Two
    queries, however many decisions there are.
    """
    if not summaries:
        return {}
    rows = paragraphs_of(summaries)
    texts = [*(_Summary(pk, text) for pk, text in summaries.items()), *rows]
    spans = _spans(query, texts, ["summary"] * len(summaries) + _columns(rows, summaries))
    heads = [(head, spans.get(place, [])) for place, head in enumerate(summaries.items())]
    matches = [(texts[place], spans[place]) for place in sorted(spans) if texts[place].number]
    room = _ROOM - _ADDRESSES * address_length
    for around, most in _LENGTHS:
        cut_texts = [segments(*excerpt(text.text, at, around)) for text, at in matches]
        marked = {pk: segments(*excerpt(text, [(0, 0), *at], most)) for (pk, text), at in heads}
        if sum(map(_weight, (*cut_texts, *marked.values()))) + _OF_A_LINK * len(matches) <= room:
            break
    snippets: dict[int, list[Snippet]] = {pk: [] for pk in summaries}
    for (text, _), cut in zip(matches, cut_texts, strict=True):
        snippets[text.decision_id].append(Snippet(text.number, cut))
    return {pk: (marked[pk], snippets[pk]) for pk in summaries}


def _weight(cut: Sequence[Segment]) -> int:
    """Return how many bytes the segments take in a page."""
    return len("".join([each.text for each in cut]).encode()) + _OF_A_MARK * sum([each.marked for each in cut])


def _spans(query: search.Query, texts: Sequence[_Text], columns: Sequence[str]) -> dict[int, list[Span]]:
    """Return the spans of the words in the summaries and the best paragraphs, by the index of the text in `texts`.

    Marking is dear, so a cheap estimate ranks all texts first. Only the likeliest paragraphs are marked; where some
    turn out not to match, four times as many are tried in the next round.
    """
    guessed = search.estimate_scores(query, [each.text for each in texts], columns)
    waiting: dict[int, list[int]] = {}
    for place in sorted((place for place, guess in enumerate(guessed) if guess), key=lambda each: -guessed[each]):
        if texts[place].number:
            waiting.setdefault(texts[place].decision_id, []).append(place)
    spans_at: dict[int, list[Span]] = {}
    chosen: dict[int, set[int]] = {pk: set() for pk in waiting}
    looking = [place for place, guess in enumerate(guessed) if guess and not texts[place].number]
    at_once = _MOST
    while looking or any(waiting.values()):
        for pk, places in waiting.items():
            looking += places[:at_once] if len(chosen[pk]) < _MOST else []
            waiting[pk] = places[at_once:] if len(chosen[pk]) < _MOST else []
        at = [texts[place].text for place in looking], [columns[place] for place in looking]
        for place, (_, spans) in zip(looking, search.highlight(query, *at), strict=True):
            text = texts[place]
            already = chosen.get(text.decision_id, set())
            is_new = text.number not in already and len(already) < _MOST
            if spans and (not text.number or is_new):
                spans_at[place] = spans
                if text.number:
                    already.add(text.number)
        looking, at_once = [], at_once * 4
    return spans_at


def _columns(rows: Sequence[ParagraphRow], decisions: Iterable[int]) -> list[str]:
    """Return the search column of each paragraph or item of the decisions. One query."""
    of_section: dict[int, str] = {}
    for _, sections in groupby(sections_of(decisions), itemgetter(0)):
        of_one = list(sections)
        columns = of_sections((each.heading, each.level) for each in of_one)
        of_section |= dict(zip((each.pk for each in of_one), columns, strict=True))
    return list(_by_section(rows, of_section))


def _by_section(rows: Iterable[ParagraphRow], of_section: Mapping[int, str]) -> Iterator[str]:
    """Yield the search column of each row, by the columns of the sections; an item has that of its paragraph."""
    is_standard = False
    for row in rows:
        is_standard = row.standard_id is not None or (is_standard and row.depth > 0)
        yield of_paragraph(of_section[row.section_id], is_standard=is_standard)


class PageHighlights:
    """The words of a search marked on a decision's page: in summary, headings, leads, paragraphs and closing.

    The summary and each paragraph or item with marked words is a match, numbered through the page. No query.
    """

    def __init__(
        self, words: str, decision: Decision, sections: Sequence[SectionRow], rows: Sequence[ParagraphRow]
    ) -> None:
        self._query = search.parse(words)
        self._spans: dict[Place, list[Span]] = {}
        self._matches: dict[Place, int] = {}
        if self.is_searched:
            self._look(_texts(decision, sections, rows))

    @property
    def is_searched(self) -> bool:
        """Whether the search has anything that can be marked."""
        return bool(self._query.atoms)

    @property
    def matches(self) -> int:
        """The number of matches."""
        return len(self._matches)

    def highlight(
        self, place: Place, text: str, marked: Sequence[Span] = (), links: Sequence[tuple[int, int, str]] = ()
    ) -> list[Segment]:
        """Return the text at a place as segments. `marked` are the spans of evidence, marked as well."""
        return segments(text, marked, self._spans.get(place, []), self._matches.get(place, 0), links)

    def _look(self, texts: Mapping[Place, tuple[str, str]]) -> None:
        likely = search.estimate_scores(self._query, [t for t, _ in texts.values()], [c for _, c in texts.values()])
        some = {place: text for (place, text), guess in zip(texts.items(), likely, strict=True) if guess}
        in_texts = search.highlight(self._query, [t for t, _ in some.values()], [c for _, c in some.values()])
        for place, (_, spans) in zip(some, in_texts, strict=True):
            if spans:
                self._spans[place] = spans
                if place[0] in ("summary", "row"):
                    self._matches[place] = len(self._matches) + 1


def _texts(
    decision: Decision, sections: Sequence[SectionRow], rows: Sequence[ParagraphRow]
) -> dict[Place, tuple[str, str]]:
    """Return each text of a decision's page with its search column, by place, in the order of the page."""
    columns = of_sections((section.heading, section.level) for section in sections)
    by_section = dict(zip((section.pk for section in sections), columns, strict=True))
    texts: dict[Place, tuple[str, str]] = {("summary", 0, 0): (decision.summary, "summary")}
    for section in sections:
        texts["heading", section.pk, 0] = section.heading, by_section[section.pk]
        for number, line in enumerate(section.lead.splitlines()):
            texts["lead", section.pk, number] = line, by_section[section.pk]
    for row, column in zip(rows, _by_section(rows, by_section), strict=True):
        texts["row", row.pk, 0] = row.text, column
    for number, line in enumerate(decision.closing.splitlines()):
        texts["closing", 0, number] = line, RECITED
    return texts
