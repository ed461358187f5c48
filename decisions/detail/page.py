"""The page of a decision: sections with numbered paragraphs, grounds with evidence, links and corrections."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet

from decisions.detail.glossary import OUTCOMES, terms_in
from decisions.detail.links import Link, Links, grouped, numbers_of
from decisions.detail.paragraphs import PageLine, PageParagraph, match_in
from decisions.grounds import CATALOGUE, STATED
from decisions.grounds.passages import Passage
from decisions.highlighting import Segment, Span, segments
from decisions.listing.snippets import PageHighlights, Place
from decisions.models import (
    Correction,
    Decision,
    FindingRow,
    ParagraphRow,
    findings_of,
    paragraphs_of,
    sections_of,
    wholes,
)
from decisions.public_bodies import body_of
from decisions.web.paths import ground_page


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section on the page: its heading, plain and as segments, and its paragraphs."""

    anchor: str
    heading: str
    title: list[Segment]
    level: int
    lead: list[list[Segment]]
    paragraphs: list[PageParagraph]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that shows a ground, with the proving words marked, and its paragraph's number (0: the summary)."""

    number: int
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class PageGround:
    """A ground of the decision, with the best evidence and the numbers of other paragraphs that show it.

    `is_stated`: the decision states it in its summary or its final decision. `page` is the address of the page that
    explains it; that and `explanation` are empty where the catalogue no longer has the ground.
    """

    slug: str
    title: str
    explanation: str
    page: str
    is_stated: bool
    evidence: Evidence
    elsewhere: list[int]


@cache
def detail_queryset() -> QuerySet[Decision]:
    """Return decisions with all columns that their pages show, without the source text, and with `is_corrected`."""
    corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk"))
    queryset = Decision.objects.without_source().select_related("council").with_replaced_at()
    return queryset.annotate(is_corrected=Exists(corrections))


class DecisionPage:
    """A published decision from `detail_queryset`, ready for its page.

    `words` is the search that led to it: words found are marked differently from evidence. Seven queries, one more if
    the decision refers to others, and one more if it is corrected.
    """

    def __init__(self, decision: Decision, words: str = "") -> None:
        self.decision, self.words = decision, words
        self._sections = sections_of([decision.pk])
        self._rows = paragraphs_of([decision.pk])
        self.highlights = PageHighlights(words, decision, self._sections, self._rows)
        self._wholes = wholes(decision.summary, self._rows)
        findings = sorted(findings_of([decision.pk]), key=_best_first)
        self.reasons = [self._reason(same) for same in grouped(findings, lambda finding: finding.slug)]
        spans: dict[int, list[Span]] = {}
        for finding in findings:
            spans.setdefault(finding.paragraph_number, []).append((finding.start, finding.end))
        self.links = Links(decision, self._wholes)
        terms = terms_in(self._wholes, spans)
        self.terms = list(terms)
        self._links = self._all_links({term.anchor: place for term, place in terms.items() if place})
        self.summary = self._cut(("summary", 0, 0), decision.summary, 0, 0, spans)
        self.parts = self._parts(spans)
        self.closing = self._lines("closing", 0, decision.closing)
        corrections = Correction.objects.of_the_text().filter(decision=decision).order_by("at", "pk")
        self.corrections = list(corrections) if decision.is_corrected else []

    @property
    def summary_match(self) -> int:
        """The number of the match that the summary is; 0 if it is none."""
        return match_in(self.summary)

    @property
    def council_printed(self) -> str:
        """The council's name as the decision prints it; empty where that is its usual name."""
        printed = self.decision.council_printed
        return printed if self.decision.council is None or printed != self.decision.council.name else ""

    @property
    def council_since(self) -> str:
        """The name of the council that replaced the printed one in a reorganisation; empty where none did."""
        body = body_of(self.decision.council_printed)
        council = self.decision.council
        return council.name if body.reorganised and council and body_of(council.name).key == body.key else ""

    @property
    def corrected_at(self) -> datetime | None:
        """When staff last corrected its text; None if they never did."""
        return max((each.at for each in self.corrections if each.by), default=None)

    @property
    def outcome_meaning(self) -> str:
        """The meaning of the outcome in this archive's words; empty for outcomes that the glossary does not have."""
        return OUTCOMES.get(self.decision.outcome_slug, "")

    @property
    def was_investigated(self) -> bool:
        """Whether the outcome is upheld or not upheld, so that a ground concerns only a part of the complaint."""
        return self.decision.outcome_slug in ("upheld", "not-upheld")

    def _reason(self, findings: list[FindingRow]) -> PageGround:
        """Return a ground from the findings that show it, the best first."""
        best, known = findings[0], CATALOGUE.get(findings[0].slug)
        number, *elsewhere = numbers_of(findings)
        sentence = evidence(number, self._wholes.get(number, ""), best.start, best.end)
        explanation, is_stated = known.explanation if known else "", best.strength == STATED
        return PageGround(best.slug, best.title, explanation, ground_page(best.slug), is_stated, sentence, elsewhere)

    def _parts(self, spans: dict[int, list[Span]]) -> list[PageSection]:
        rows: dict[int, list[ParagraphRow]] = {}
        for row in self._rows:
            rows.setdefault(row.section_id, []).append(row)
        anchors: dict[str, int] = {}
        return [
            PageSection(
                f"s{section.position}",
                section.heading,
                self.highlights.highlight(("heading", section.pk, 0), section.heading),
                section.level,
                self._lines("lead", section.pk, section.lead),
                self._paragraphs(rows.get(section.pk, []), spans, anchors),
            )
            for section in self._sections
        ]

    def _lines(self, kind: str, of: int, text: str) -> list[list[Segment]]:
        return [self.highlights.highlight((kind, of, place), line) for place, line in enumerate(text.splitlines())]

    def _all_links(self, terms: dict[str, tuple[int, Span]]) -> dict[int, list[Link]]:
        """Return the links of each paragraph: those of the text, and one from each term's first place."""
        links = {number: list(found) for number, found in self.links.by_paragraph.items()}
        for anchor, (number, (start, end)) in terms.items():
            links.setdefault(number, []).append((start, end, f"#{anchor}"))
        return links

    def _cut(self, place: Place, text: str, number: int, offset: int, spans: dict[int, list[Span]]) -> list[Segment]:
        """Return a text, which begins at `offset` of its paragraph's whole text, as segments with marks and links."""
        marked = [(start - offset, end - offset) for start, end in spans.get(number, []) if end > offset]
        links = [(start - offset, end - offset, to) for start, end, to in self._links.get(number, []) if end > offset]
        return self.highlights.highlight(place, text, marked, links)

    def _paragraphs(
        self, rows: list[ParagraphRow], spans: dict[int, list[Span]], anchors: dict[str, int]
    ) -> list[PageParagraph]:
        paragraphs: list[PageParagraph] = []
        offset = 0
        standard = False
        for row in rows:
            if row.depth == 0 or not paragraphs:
                paragraphs.append(PageParagraph([]))
            if row.depth == 0:
                offset = 0
                standard = row.standard_id is not None and row.number not in spans
            cut = self._cut(("row", row.pk, 0), row.text, row.number, offset, spans)
            line = PageLine(_anchor(row, anchors), row.number, row.label, row.depth, cut, standard)
            paragraphs[-1].lines.append(line)
            offset += len(row.text) + 1
        return paragraphs


def evidence(number: int, whole: str, start: int, end: int) -> Evidence:
    """Return the sentence or sentences around the words from `start` to `end` of a paragraph, with these marked."""
    passage = Passage(number, whole)
    first = passage.bounds(passage.sentence(start))[0]
    last = passage.bounds(passage.sentence(max(start, end - 1)))[1]
    return Evidence(number, segments(whole[first:last].rstrip(), [(start - first, end - first)]))


def _best_first(finding: FindingRow) -> tuple[bool, int, int]:
    """Return the sort key of a finding. Positions alone do not do: staff's findings come last but may be stated."""
    return finding.strength != STATED, finding.position, finding.pk


def _anchor(row: ParagraphRow, used: dict[str, int]) -> str:
    """Return `p7`, `p7-a`, or `p7-a-2` where a letter comes again; "" for bullets and continuation lines."""
    if row.depth and not row.label.isalnum():
        return ""
    anchor = f"p{row.number}-{row.label}" if row.depth else f"p{row.number}"
    used[anchor] = used.get(anchor, 0) + 1
    return anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
