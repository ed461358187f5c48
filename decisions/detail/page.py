"""Decision → what its page shows: sections with numbered paragraphs, and why it was not investigated."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet

from decisions.detail.glossary import OUTCOMES, terms_in
from decisions.detail.links import Link, Links
from decisions.grounds import CATALOGUE, STATED
from decisions.grounds.passages import Passage
from decisions.highlighting import Segment, Span, add_links, segments
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
class PageLine:
    """A paragraph or an item on the page. `anchor` is empty where it has no address of its own.

    is_standard: whether it is, or belongs to, a standard paragraph in which no evidence stands: it can be folded.
    """

    anchor: str
    number: int
    label: str
    depth: int
    segments: list[Segment]
    is_standard: bool = False


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section on the page: each of its paragraphs with the items after it."""

    anchor: str
    heading: str
    title: list[Segment]
    level: int
    lead: list[list[Segment]]
    paragraphs: list[list[PageLine]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that shows a ground, with the proving words marked, and the paragraph it stands in (0: summary)."""

    number: int
    segments: list[Segment]


@dataclass(slots=True)
class PageGround:
    """A ground that the decision shows, with the best evidence and the paragraphs of the rest.

    `explanation` is empty where the catalogue no longer has the ground.
    """

    slug: str
    title: str
    explanation: str
    strength: str
    evidence: Evidence
    elsewhere: list[int] = field(default_factory=list)

    @property
    def is_stated(self) -> bool:
        """Whether the decision states it in its summary or its final decision."""
        return self.strength == STATED

    @property
    def page(self) -> str:
        """Where it is explained; empty where the catalogue no longer has it."""
        return ground_page(self.slug)


@cache
def detail_queryset() -> QuerySet[Decision]:
    """Decisions with what their pages show of themselves, and whether staff have corrected their text."""
    corrections = Correction.objects.of_the_text().filter(decision=OuterRef("pk"))
    queryset = Decision.objects.without_source().select_related("council").with_replaced_at()
    return queryset.annotate(is_corrected=Exists(corrections))


class DecisionPage:
    """A published decision, of those `detail_queryset`, ready for its page.

    Seven queries, one more if it refers to other decisions, and one more if it is corrected.

    `words` is what somebody searched for: the decision's words that it found are told from evidence.
    """

    def __init__(self, decision: Decision, words: str = "") -> None:
        self.decision, self.words = decision, words
        self._sections = sections_of([decision.pk])
        self._rows = paragraphs_of([decision.pk])
        self._highlights = PageHighlights(words, decision, self._sections, self._rows)
        self._wholes = wholes(decision.summary, self._rows)
        findings = sorted(findings_of(decision.pk), key=_best_first)
        self.reasons = self._reasons(findings)
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
        self.corrections = self._corrections() if decision.is_corrected else []

    @property
    def is_searched(self) -> bool:
        """Whether there is anything that its words could be marked for."""
        return self._highlights.is_searched

    @property
    def matches(self) -> int:
        """How many of its passages have words searched for."""
        return self._highlights.matches

    @property
    def source_name(self) -> str:
        """What the source file is called."""
        return file_name(self.decision.came_from)

    @property
    def council_printed(self) -> str:
        """The council's name as the decision prints it, where that is another than it goes by."""
        printed = self.decision.council_printed
        return printed if self.decision.council is None or printed != self.decision.council.name else ""

    @property
    def council_since(self) -> str:
        """The council that took the place of the one printed, where the decision is that council's."""
        body = body_of(self.decision.council_printed)
        council = self.decision.council
        return council.name if body.reorganised and council and body_of(council.name).key == body.key else ""

    @property
    def corrected_at(self) -> datetime | None:
        """When staff last corrected its text; None if they never did."""
        return max((each.at for each in self.corrections if each.by), default=None)

    @property
    def outcome_meaning(self) -> str:
        """What the outcome means, in words of this archive; empty where it has none for it."""
        return OUTCOMES.get(self.decision.outcome_slug, "")

    @property
    def was_investigated(self) -> bool:
        """Whether the Ombudsman upheld or did not uphold it, so that a ground concerns only a part."""
        return self.decision.outcome_slug in ("upheld", "not-upheld")

    def _corrections(self) -> list[Correction]:
        return list(Correction.objects.of_the_text().filter(decision=self.decision).order_by("at", "pk"))

    def _reasons(self, findings: list[FindingRow]) -> list[PageGround]:
        reasons: dict[str, PageGround] = {}
        for finding in findings:
            slug = finding.slug
            if slug not in reasons:
                reasons[slug] = self._reason(finding)
            else:
                numbers = [reasons[slug].evidence.number, *reasons[slug].elsewhere]
                if finding.paragraph_number not in numbers:
                    reasons[slug].elsewhere.append(finding.paragraph_number)
        return list(reasons.values())

    def _reason(self, finding: FindingRow) -> PageGround:
        known = CATALOGUE.get(finding.slug)
        explanation = known.explanation if known else ""
        whole = self._wholes.get(finding.paragraph_number, "")
        sentence = evidence(finding.paragraph_number, whole, finding.start, finding.end)
        return PageGround(finding.slug, finding.title, explanation, finding.strength, sentence)

    def _parts(self, spans: dict[int, list[Span]]) -> list[PageSection]:
        rows: dict[int, list[ParagraphRow]] = {}
        for row in self._rows:
            rows.setdefault(row.section_id, []).append(row)
        anchors: dict[str, int] = {}
        return [
            PageSection(
                f"s{section.position}",
                section.heading,
                self._highlights.highlight(("heading", section.pk, 0), section.heading),
                section.level,
                self._lines("lead", section.pk, section.lead),
                self._paragraphs(rows.get(section.pk, []), spans, anchors),
            )
            for section in self._sections
        ]

    def _lines(self, kind: str, of: int, text: str) -> list[list[Segment]]:
        return [self._highlights.highlight((kind, of, place), line) for place, line in enumerate(text.splitlines())]

    def _all_links(self, terms: dict[str, tuple[int, Span]]) -> dict[int, list[Link]]:
        """What leads somewhere in each paragraph: what it points at, and the first place of each term."""
        links = {number: list(found) for number, found in self.links.by_paragraph.items()}
        for anchor, (number, (start, end)) in terms.items():
            links.setdefault(number, []).append((start, end, f"#{anchor}"))
        return links

    def _cut(self, place: Place, text: str, number: int, offset: int, spans: dict[int, list[Span]]) -> list[Segment]:
        """A text that stands in a paragraph's whole text behind `offset`, with its marks and links."""
        marked = [(start - offset, end - offset) for start, end in spans.get(number, []) if end > offset]
        links = [(start - offset, end - offset, to) for start, end, to in self._links.get(number, []) if end > offset]
        return add_links(self._highlights.highlight(place, text, marked), links)

    def _paragraphs(
        self, rows: list[ParagraphRow], spans: dict[int, list[Span]], anchors: dict[str, int]
    ) -> list[list[PageLine]]:
        paragraphs: list[list[PageLine]] = []
        offset = 0
        standard = False
        for row in rows:
            if row.depth == 0 or not paragraphs:
                paragraphs.append([])
            if row.depth == 0:
                offset = 0
                standard = row.standard_id is not None and row.number not in spans
            cut = self._cut(("row", row.pk, 0), row.text, row.number, offset, spans)
            paragraphs[-1].append(PageLine(_anchor(row, anchors), row.number, row.label, row.depth, cut, standard))
            offset += len(row.text) + 1
        return paragraphs


def evidence(number: int, whole: str, start: int, end: int) -> Evidence:
    """The whole sentence, or sentences, around the words from `start` to `end` of a paragraph, these words marked."""
    passage = Passage(number, whole)
    first = passage.bounds(passage.sentence(start))[0]
    last = passage.bounds(passage.sentence(max(start, end - 1)))[1]
    return Evidence(number, segments(whole[first:last].rstrip(), [(start - first, end - first)]))


def file_name(came_from: str) -> str:
    """What a source file is called; where it lay on somebody's disk is nobody's business."""
    return came_from.replace("\\", "/").rpartition("/")[2]


def _best_first(finding: FindingRow) -> tuple[bool, int, int]:
    """A person's finding is the last that was made, and may be the first that states its ground."""
    return finding.strength != STATED, finding.position, finding.pk


def _anchor(row: ParagraphRow, used: dict[str, int]) -> str:
    """`p7`, `p7-a`, and where a letter comes again `p7-a-2`; none for bullets and continuation lines."""
    if row.depth and not row.label.isalnum():
        return ""
    anchor = f"p{row.number}-{row.label}" if row.depth else f"p{row.number}"
    used[anchor] = used.get(anchor, 0) + 1
    return anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
