"""Where the words of a search stand in the decisions it found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from decisions import search
from decisions.highlighting import Segment, Span, excerpt, merge_highlights, segments
from decisions.models import Decision, ParagraphRow, SectionRow, paragraphs_of, sections_of
from decisions.search.columns import RECITED, of_paragraph, of_sections

_MOST = 3  # paragraphs shown of a decision
# Characters shown either side of the words in a paragraph, and of a summary: the most for which there is room.
_LENGTHS = ((120, 2_000), (90, 400), (60, 250), (40, 180), (25, 110))
_ROOM = 29_000  # bytes for the summaries and paragraphs of a page of the list, which weighs 60,000 at most
_ADDRESSES = 16  # of the list itself in other orders, forms and pages: the longer they are, the less room is left
_OF_A_MARK, _OF_A_LINK = 13, 120  # bytes around each

Place = tuple[str, int, int]
"""A text on a decision's page: summary, heading, lead, row (a paragraph or an item) or closing; whose; which line."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A paragraph that has words searched for, shortened, with the words marked."""

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
    """For each decision, given by id with its summary: the summary marked, and its best paragraphs in their order.

    They are cut so that a page has room for them, on which the address of the list, so many characters long, stands
    several times. Two queries, however many they are.
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
    """How many bytes the segments take in a page."""
    return len("".join([each.text for each in cut]).encode()) + _OF_A_MARK * sum([each.marked for each in cut])


def _spans(query: search.Query, texts: Sequence[_Text], columns: Sequence[str]) -> dict[int, list[Span]]:
    """Where the words stand in the summaries and in the best paragraphs, by the place of the text among the texts.

    A look at each text guesses which may match; only those likely to be shown are marked, and where one turns out
    to match nothing the next are.
    """
    guessed = search.backend().estimate_scores(query, [each.text for each in texts], columns)
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
        for place, (_, spans) in zip(looking, search.backend().highlight(query, *at), strict=True):
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
    """The column of each paragraph or item of the decisions. One query."""
    of_section: dict[int, str] = {}
    for _, sections in groupby(sections_of(decisions), itemgetter(0)):
        of_one = list(sections)
        columns = of_sections((each.heading, each.level) for each in of_one)
        of_section |= dict(zip((each.pk for each in of_one), columns, strict=True))
    return list(_by_section(rows, of_section))


def _by_section(rows: Iterable[ParagraphRow], of_section: Mapping[int, str]) -> Iterator[str]:
    """The column of each paragraph or item in order, by those of the sections: an item goes with its paragraph."""
    is_standard = False
    for row in rows:
        is_standard = row.standard_id is not None or (is_standard and row.depth > 0)
        yield of_paragraph(of_section[row.section_id], is_standard=is_standard)


class PageHighlights:
    """Where the words of a search stand on a decision's page: in its summary, headings, leads, paragraphs and closing.

    The summary and each paragraph or item that has any is a match; they are counted through the page. No query.
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
        """Whether anything was searched for that a decision can have."""
        return bool(self._query.atoms)

    @property
    def matches(self) -> int:
        """How many matches there are."""
        return len(self._matches)

    def highlight(self, place: Place, text: str, marked: Sequence[Span] = ()) -> list[Segment]:
        """The text that stands at a place, cut where words found, or evidence marked besides, begin and end."""
        return merge_highlights(text, marked, self._spans.get(place, []), self._matches.get(place, 0))

    def _look(self, texts: Mapping[Place, tuple[str, str]]) -> None:
        likely = search.backend().estimate_scores(
            self._query, [t for t, _ in texts.values()], [c for _, c in texts.values()]
        )
        some = {place: text for (place, text), guess in zip(texts.items(), likely, strict=True) if guess}
        in_texts = search.backend().highlight(self._query, [t for t, _ in some.values()], [c for _, c in some.values()])
        for place, (_, spans) in zip(some, in_texts, strict=True):
            if spans:
                self._spans[place] = spans
                if place[0] in ("summary", "row"):
                    self._matches[place] = len(self._matches) + 1


def _texts(
    decision: Decision, sections: Sequence[SectionRow], rows: Sequence[ParagraphRow]
) -> dict[Place, tuple[str, str]]:
    """Each text of a decision's page with its column in the search index, by its place, in the order of the page."""
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
