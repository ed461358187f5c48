"""The links of a decision: to signposted places, law, paragraphs and other decisions, and from other decisions."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from decisions.mentions import ACTS, PLACES, official_address
from decisions.models import (
    MOST_REFERRING,
    Decision,
    ProvisionRow,
    ReferenceRow,
    path_of,
    provisions_of,
    references_of,
    referring_to,
    signposts_of,
)
from decisions.web.paths import law_page, nearest_law_page

Link = tuple[int, int, str]
"""Start and end in a paragraph's whole text (its own and its items'), and the address that they link to."""


@dataclass(frozen=True, slots=True)
class Signposted:
    """A place where people were sent instead, with the words that say so first.

    `number` is their paragraph, and `elsewhere` are the other paragraphs that name the place (0: the summary).
    """

    title: str
    words: str
    number: int
    elsewhere: list[int]


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """A law that the decision cites, with its `provisions`, or one of these as first printed.

    `name` is empty where no words name the law; `numbers` are the paragraphs that cite it, for a law as a whole.
    `address`: its text on legislation.gov.uk. `page`: the archive's page of decisions that cite it. Both are empty
    where it is in doubt what is meant.
    """

    name: str
    address: str
    page: str
    numbers: list[int]
    provisions: list["CitedLaw"]


@dataclass(frozen=True, slots=True)
class Referring:
    """A published decision that refers to this one, and the paragraphs that do so (0: its summary)."""

    reference: str
    path: str
    council: str
    day: date | None
    numbers: list[int]


class Links:
    """The links from a decision and to it. `wholes` are its whole texts by paragraph number (0: the summary).

    `by_paragraph` has what is linked in the text, by paragraph number. Four queries, and one more if it refers to
    other decisions.
    """

    def __init__(self, decision: Decision, wholes: Mapping[int, str]) -> None:
        self._wholes = wholes
        provisions, references = provisions_of([decision.pk]), references_of([decision.pk])
        self.signposts = [
            self._signposted(posts) for posts in grouped(signposts_of([decision.pk]), lambda row: row.place)
        ]
        self.law = [_law(rows) for rows in grouped(provisions, lambda row: row.act_slug or row.act)]
        self.by_paragraph = self._by_paragraph(provisions, references)
        rows = referring_to([decision.pk])
        self.referring = [_referring(same) for same in grouped(rows, lambda row: row.reference)]
        self.are_more_referring = len(rows) == MOST_REFERRING

    def _signposted(self, posts: list[Any]) -> Signposted:
        first, known = posts[0], PLACES.get(posts[0].place)
        words = self._wholes.get(first.paragraph_number, "")[first.start : first.end]
        number, *elsewhere = numbers_of(posts)
        return Signposted(known.title if known else first.place, words, number, elsewhere)

    def _by_paragraph(self, provisions: list[ProvisionRow], references: list[ReferenceRow]) -> dict[int, list[Link]]:
        """Return the links in the text, by paragraph number."""
        named = {row.to_reference for row in references if row.to_reference}
        published = Decision.objects.published().filter(reference__in=named) if named else Decision.objects.none()
        present = set(published.values_list("reference", flat=True))
        targets: list[tuple[ProvisionRow | ReferenceRow, str]] = [
            *((row, official_address(row.act_slug, row.kind, row.section)) for row in provisions),
            *((row, self._target(row, present)) for row in references),
        ]
        links: dict[int, list[Link]] = {}
        for row, address in targets:
            if address:
                links.setdefault(row.paragraph_number, []).append((row.start, row.end, address))
        return links

    def _target(self, row: ReferenceRow, present: set[str]) -> str:
        """Return what a reference links to: a decision that is present, or a paragraph of this one; else ""."""
        if row.to_reference:
            return path_of(row.to_reference) if row.to_reference in present else ""
        numbers = [number for number in json.loads(row.to_numbers) if number in self._wholes]
        return f"#p{numbers[0]}" if numbers else ""


def grouped(rows: Iterable[Any], key: Callable[[Any], Any]) -> list[list[Any]]:
    """Return the rows in groups of the same key, each group where its first row is."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def numbers_of(rows: Iterable[Any]) -> list[int]:
    """Return the numbers of the rows' paragraphs, each once, in order."""
    return list(dict.fromkeys(row.paragraph_number for row in rows))


def _law(rows: list[ProvisionRow]) -> CitedLaw:
    slug = rows[0].act_slug
    known = ACTS.get(slug)
    fullest = max((row.act for row in rows), key=len)
    name = known.name if known else fullest or slug.replace("-", " ")
    cited = grouped((row for row in rows if row.number), lambda row: (row.kind, row.normalised or row.number))
    numbers = numbers_of(row for row in rows if not row.number)
    page = slug and law_page(slug)
    return CitedLaw(name, official_address(slug, "act", ""), page, numbers, [_provision(same) for same in cited])


def _provision(rows: list[ProvisionRow]) -> CitedLaw:
    row = rows[0]
    page = nearest_law_page(row.act_slug, row.section, row.rest, row.kind) if row.section else ""
    address = official_address(row.act_slug, row.kind, row.section)
    return CitedLaw(f"{row.kind} {row.number}", address, page, numbers_of(rows), [])


def _referring(rows: list[Any]) -> Referring:
    reference, council, day, _ = rows[0]
    written = date.fromisoformat(day) if day else None
    return Referring(reference, path_of(reference), council or "Council not stated", written, numbers_of(rows))
