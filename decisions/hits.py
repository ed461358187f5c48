"""Where the words of a search stand in the decisions it found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from decisions import search
from decisions.marking import Segment, Span, excerpt, layered, segments
from decisions.models import Decision, Paragraph, Section
from decisions.search.columns import RECITED, of_paragraph, of_sections

_MOST = 3  # paragraphs shown of a decision
_AROUND = 160  # characters shown either side of the words

Place = tuple[str, int, int]
"""A text on a decision's page: summary, heading, lead, row (a paragraph or an item) or closing; whose; which line."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that has words searched for, shortened, with the words marked."""

    number: int
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a decision: its paragraph (0: summary), and its column in the search index."""

    decision: int
    number: int
    text: str
    column: str


def marks(query: search.Query, summaries: Mapping[int, str]) -> dict[int, tuple[list[Segment], list[Hit]]]:
    """For each decision, given by id with its summary: the summary marked, and its best paragraphs in their order.

    One query, however many they are.
    """
    if not summaries:
        return {}
    texts = [_Text(pk, 0, text, "summary") for pk, text in summaries.items()] + _paragraphs(summaries)
    in_texts = search.backend().mark(query, [each.text for each in texts], [each.column for each in texts])
    marked = {pk: segments(text, []) for pk, text in summaries.items()}
    found: dict[int, dict[int, tuple[float, _Text, list[Span]]]] = {pk: {} for pk in summaries}
    for each, (score, spans) in zip(texts, in_texts, strict=True):
        best = found[each.decision]
        if not each.number:
            marked[each.decision] = segments(each.text, spans)
        elif spans and (each.number not in best or score < best[each.number][0]):
            best[each.number] = (score, each, spans)
    return {pk: (marked[pk], _best(found[pk].values())) for pk in summaries}


def _best(found) -> list[Hit]:
    best = sorted(found, key=lambda each: (each[0], each[1].number))[:_MOST]
    return [
        Hit(text.number, segments(*excerpt(text.text, spans, _AROUND)))
        for _, text, spans in sorted(best, key=lambda each: each[1].number)
    ]


def _paragraphs(decisions: Mapping[int, str]) -> list[_Text]:
    """The paragraphs and items of the decisions. Sections without any count too: sub-headings inherit from them."""
    rows = (
        Section.objects.filter(decision__in=decisions)
        .order_by("decision", "position", "paragraphs__position")
        .values_list("decision", "pk", "heading", "level", "paragraphs__number", "paragraphs__text")
    )
    sections: dict[int, dict[int, tuple[str, int]]] = {}
    texts = []
    for decision, section, heading, level, number, text in rows:
        sections.setdefault(decision, {})[section] = heading, level
        if number is not None:
            texts.append((decision, section, number, text))
    columns: dict[int, str] = {}
    for of_one in sections.values():
        columns |= dict(zip(of_one, of_sections(of_one.values()), strict=True))
    return [_Text(decision, number, text, of_paragraph(columns[section])) for decision, section, number, text in texts]


class Found:
    """Where the words of a search stand on a decision's page: in its summary, headings, leads, paragraphs and closing.

    The summary and each paragraph or item that has any is a match; they are counted through the page. No query.
    """

    def __init__(self, words: str, decision: Decision, sections: Sequence[Section], rows: Sequence[Paragraph]) -> None:
        self._query = search.parse(words)
        self._spans: dict[Place, list[Span]] = {}
        self._matches: dict[Place, int] = {}
        if self.is_sought:
            self._look(_texts(decision, sections, rows))

    @property
    def is_sought(self) -> bool:
        """Whether anything was searched for that a decision can have."""
        return bool(self._query.atoms)

    @property
    def matches(self) -> int:
        """How many matches there are."""
        return len(self._matches)

    def cut(self, place: Place, text: str, marked: Sequence[Span] = ()) -> list[Segment]:
        """The text that stands at a place, cut where words found, or evidence marked besides, begin and end."""
        return layered(text, marked, self._spans.get(place, []), self._matches.get(place, 0))

    def _look(self, texts: Mapping[Place, tuple[str, str]]) -> None:
        in_texts = search.backend().mark(self._query, [t for t, _ in texts.values()], [c for _, c in texts.values()])
        for place, (_, spans) in zip(texts, in_texts, strict=True):
            if spans:
                self._spans[place] = spans
                if place[0] in ("summary", "row"):
                    self._matches[place] = len(self._matches) + 1


def _texts(decision: Decision, sections: Sequence[Section], rows: Sequence[Paragraph]) -> dict[Place, tuple[str, str]]:
    """Each text of a decision's page with its column in the search index, by its place, in the order of the page."""
    columns = of_sections((section.heading, section.level) for section in sections)
    by_section = dict(zip((section.pk for section in sections), columns, strict=True))
    texts: dict[Place, tuple[str, str]] = {("summary", 0, 0): (decision.summary, "summary")}
    for section in sections:
        texts["heading", section.pk, 0] = section.heading, by_section[section.pk]
        for number, line in enumerate(section.lead.splitlines()):
            texts["lead", section.pk, number] = line, by_section[section.pk]
    for row in rows:
        texts["row", row.pk, 0] = row.text, of_paragraph(by_section[row.section_id])
    for number, line in enumerate(decision.closing.splitlines()):
        texts["closing", 0, number] = line, RECITED
    return texts
