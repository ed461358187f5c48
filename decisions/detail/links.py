"""The links of a decision: to signposted places, law, paragraphs and other decisions, and from other decisions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from decisions.mentions import ACTS, PLACES, official_address
from decisions.models import (
    MOST_REFERRING,
    Decision,
    ProvisionRow,
    ReferenceRow,
    ReferringRow,
    path_of,
    provisions_of,
    references_of,
    referring_to,
    signposts_of,
)
from decisions.web.paths import law_page, nearest_law_page

Link = tuple[int, int, str]
"""Start and end in a paragraph's whole text (its own and its items'), and the address that they link to."""


@dataclass(slots=True)
class Signposted:
    """A place where people were sent instead, with the words that say so first.

    `number` is their paragraph, and `elsewhere` are the other paragraphs that name the place (0: the summary).
    """

    title: str
    words: str
    number: int
    elsewhere: list[int] = field(default_factory=list)


@dataclass(slots=True)
class CitedProvision:
    """A provision as first printed, and the numbers of the paragraphs that cite it.

    `address`: its text on legislation.gov.uk. `page`: the archive's page of decisions that cite it. Both are empty
    where it is in doubt which provision is meant.
    """

    printed: str
    address: str
    page: str
    numbers: list[int] = field(default_factory=list)


@dataclass(slots=True)
class CitedAct:
    """A law that the decision cites, with its provisions; `address` and `page` as for a provision.

    `name` is empty where no words name it; `numbers` are the paragraphs that cite it as a whole.
    """

    name: str
    address: str
    page: str
    numbers: list[int] = field(default_factory=list)
    provisions: list[CitedProvision] = field(default_factory=list)


@dataclass(slots=True)
class Referring:
    """A published decision that refers to this one, and the paragraphs that do so (0: its summary)."""

    reference: str
    council: str
    printed_date: str
    numbers: list[int] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The path of its page."""
        return path_of(self.reference)


class Links:
    """The links from a decision and to it. `wholes` are its whole texts by paragraph number (0: the summary).

    `by_paragraph` has what is linked in the text, by paragraph number. Four queries, and one more if it refers to
    other decisions.
    """

    def __init__(self, decision: Decision, wholes: Mapping[int, str]) -> None:
        self._wholes = wholes
        provisions, references = provisions_of([decision.pk]), references_of([decision.pk])
        self.signposts = self._signposts(decision)
        self.law = _law(provisions)
        self.by_paragraph = self._by_paragraph(provisions, references)
        rows = referring_to([decision.pk])
        self.referring = _referring(rows)
        self.are_more_referring = len(rows) == MOST_REFERRING

    def _signposts(self, decision: Decision) -> list[Signposted]:
        found: dict[str, Signposted] = {}
        for post in signposts_of([decision.pk]):
            number = post.paragraph_number
            if post.place in found:
                _add_once(found[post.place].elsewhere, number, found[post.place].number)
                continue
            words = self._wholes.get(number, "")[post.start : post.end]
            known = PLACES.get(post.place)
            found[post.place] = Signposted(known.title if known else post.place, words, number)
        return list(found.values())

    def _by_paragraph(self, provisions: list[ProvisionRow], references: list[ReferenceRow]) -> dict[int, list[Link]]:
        """Return the links in the text, by paragraph number."""
        named = {row.to_reference for row in references if row.to_reference}
        published = Decision.objects.published().filter(reference__in=named) if named else Decision.objects.none()
        present = set(published.values_list("reference", flat=True))
        links: dict[int, list[Link]] = {}
        for row in provisions:
            if address := official_address(row.act_slug, row.kind, row.section):
                links.setdefault(row.paragraph_number, []).append((row.start, row.end, address))
        for row in references:
            if row.to_reference:
                address = path_of(row.to_reference) if row.to_reference in present else ""
            else:
                numbers = [number for number in json.loads(row.to_numbers) if number in self._wholes]
                address = f"#p{numbers[0]}" if numbers else ""
            if address:
                links.setdefault(row.paragraph_number, []).append((row.start, row.end, address))
        return links


def _law(provisions: list[ProvisionRow]) -> list[CitedAct]:
    """Return the provisions grouped by law, each once, in the order of the text."""
    laws: dict[str, list[ProvisionRow]] = {}
    for row in provisions:
        laws.setdefault(row.act_slug or row.act, []).append(row)
    return [_act(rows) for rows in laws.values()]


def _act(rows: list[ProvisionRow]) -> CitedAct:
    slug = rows[0].act_slug
    known = ACTS.get(slug)
    fullest = max((row.act for row in rows), key=len)
    name = known.name if known else fullest or slug.replace("-", " ")
    act = CitedAct(name, official_address(slug, "act", ""), slug and law_page(slug))
    cited: dict[tuple[str, str], CitedProvision] = {}
    for row in rows:
        if not row.number:
            _add_once(act.numbers, row.paragraph_number)
            continue
        key = row.kind, row.normalised or row.number
        if key not in cited:
            cited[key] = _cited(row)
        _add_once(cited[key].numbers, row.paragraph_number)
    act.provisions = list(cited.values())
    return act


def _cited(row: ProvisionRow) -> CitedProvision:
    page = nearest_law_page(row.act_slug, row.section, row.rest, row.kind) if row.section else ""
    return CitedProvision(f"{row.kind} {row.number}", official_address(row.act_slug, row.kind, row.section), page)


def _referring(rows: list[ReferringRow]) -> list[Referring]:
    found: dict[str, Referring] = {}
    for row in rows:
        day = row.day and date.fromisoformat(row.day)
        new = Referring(row.reference, row.council or "Council not stated", f"{day.day} {day:%B %Y}" if day else "")
        _add_once(found.setdefault(row.reference, new).numbers, row.paragraph_number)
    return list(found.values())


def _add_once(numbers: list[int], number: int, first: int = -1) -> None:
    if number != first and number not in numbers:
        numbers.append(number)
