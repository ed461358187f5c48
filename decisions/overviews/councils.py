"""Councils: the list from A to Z, and the page of one with its decisions, years, names and outcomes."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self
from urllib.parse import urlencode

from django.db.models import Count, Max, Min
from django.http import Http404, QueryDict
from django.urls import reverse

from decisions import facets
from decisions.facets import Archive
from decisions.filters import LONGEST_VALUE, NO_GROUND, Rejected
from decisions.listing.pages import NoSuchPage, Pages
from decisions.models import NOT_STATED, Council, Decision, snapshot
from decisions.overviews.counts import counted, tallies
from decisions.overviews.years import outcomes_by_year
from decisions.public_bodies import Reorganisation, body_of
from decisions.web.paths import list_page

_ON_A_PAGE = 300
_SHOWN = 12  # grounds, and categories, on a council's page
_RANK = re.compile(
    r"(?P<rank>(?:The )?(?:London Borough|Royal Borough|Metropolitan Borough|Borough|City|County|Council|Corporation)"
    r" of (?:the )?)(?P<name>.+)"
)


class CouncilEntry(NamedTuple):
    """A council in the list from A to Z, with its number of decisions."""

    sort_name: str
    slug: str
    number: int
    kind: str

    @property
    def letter(self) -> str:
        """The letter that it is listed under; `#` where its name begins with no letter from A to Z."""
        first = self.sort_name[:1].upper()
        return first if first.isalpha() and first.isascii() else "#"


class Choice(NamedTuple):
    """A letter or a kind to choose, the number of its councils, and the query string that selects it."""

    label: str
    number: int
    address: str
    is_chosen: bool


def sort_name(name: str) -> str:
    """Return a name as an index has it: `London Borough of Barnet` → `Barnet, London Borough of`."""
    match = _RANK.fullmatch(name)
    return f"{match['name']}, {match['rank'].strip()}" if match else name


class Councils:
    """The councils that decisions are about, from A to Z. Two queries.

    The parameter `find` narrows them by words of their names, `kind` by their kind, `letter` by their first letter. A
    page has 300. `total` counts all of them, `number` those that match.
    """

    def __init__(self, params: QueryDict) -> None:
        with snapshot():
            archive = facets.columns()
            kinds = dict(Council.objects.order_by().values_list("slug", "kind"))
        entries = _entries(archive, kinds)
        self.total = len(entries)
        self.rejected: list[Rejected] = []
        self.find = " ".join(params.get("find", "")[:LONGEST_VALUE].split())
        self.kind = self._one_of("kind", params, {each.kind for each in entries})
        self.letter = self._one_of("letter", params, {each.letter for each in entries}).upper()
        found = [each for each in entries if has_words(each.sort_name, self.find)]
        self.kinds = self._kinds(found)
        found = [each for each in found if self.kind in ("", each.kind)]
        self.letters = self._letters(found)
        found = [each for each in found if self.letter in ("", each.letter)]
        self.number = len(found)
        self.pages = self._pages(found, params.get("page", ""))
        self.entries = self.pages.rows

    def _one_of(self, name: str, params: QueryDict, choices: set[str]) -> str:
        value = params.get(name, "")
        is_one = value in choices or value.upper() in choices
        if value and not is_one:
            self.rejected.append(Rejected(name, value))
        return value if is_one else ""

    def _pages(self, found: list[CouncilEntry], value: str) -> Pages:
        try:
            return Pages(found, _ON_A_PAGE, value, lambda number: self._address(page=number))
        except NoSuchPage:
            self.rejected.append(Rejected("page", value))
            return self._pages(found, "")

    def _kinds(self, found: list[CouncilEntry]) -> list[Choice]:
        counts = Counter(each.kind for each in found)
        counts[""] = len(found)
        return [
            Choice(str(label), counts[kind], self._address(kind=kind, letter=""), kind == self.kind)
            for kind, label in [("", "All kinds"), *Council.Kind.choices]
            if counts[kind] or not kind
        ]

    def _letters(self, found: list[CouncilEntry]) -> list[Choice]:
        counts = Counter(each.letter for each in found)
        return [
            Choice(letter, number, self._address(letter="" if letter == self.letter else letter), letter == self.letter)
            for letter, number in sorted(counts.items())
        ]

    def _address(self, **changes: str | int) -> str:
        values = {"find": self.find, "kind": self.kind, "letter": self.letter} | changes
        return f"?{urlencode({name: value for name, value in values.items() if value and value != 1})}"


def council_pages() -> list[str]:
    """Return the paths of the pages of all councils that decisions are about. One query at most."""
    with snapshot():
        archive = facets.columns()
    return [reverse("council", args=[each.slug]) for each in _entries(archive, {})]


def _entries(archive: Archive, kinds: dict[str, str]) -> list[CouncilEntry]:
    counts = archive.counts("council")
    labels = archive.labels["council"]
    found = [
        CouncilEntry(sort_name(labels[slug]), slug, number, kinds.get(slug, Council.Kind.OTHER))
        for slug, number in counts.items()
        if slug != NOT_STATED
    ]
    return sorted(found, key=lambda each: (each.letter == "#", each.sort_name.casefold(), each.slug))


def has_words(name: str, words: str) -> bool:
    """Return whether a name has all of these words, or parts of words, in any case."""
    return all(word in name.casefold() for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name that decisions print for a council, the number of these decisions, and the dates of the first and last."""

    printed: str
    number: int
    first: date | None
    last: date | None
    reorganised: Reorganisation | None = None
    """The reorganisation in which the council of this name became the present one; None for other names."""


class CouncilPage:
    """The page of one council: make it with `read`. Four queries at most."""

    @classmethod
    def read(cls, slug: str) -> Self | str:
        """Return the page of a council that decisions are about, or the address of the one it was merged into.

        Raises Http404 where there is neither.
        """
        with snapshot():
            archive = facets.columns()
            if slug != NOT_STATED and slug in archive.labels["council"]:
                return cls(slug, archive)
            if now := Council.objects.current_slugs([slug]).get(slug):
                return reverse("council", args=[now])
        raise Http404(f"This archive has no decisions about a council “{slug[:80]}”.")

    def __init__(self, slug: str, archive: Archive) -> None:
        self.slug, self.title = slug, archive.labels["council"][slug]
        self.kind = Council.objects.get(slug=slug).get_kind_display()
        selection = counted(archive, council=[slug])
        self.total, self.span = selection.total, selection.span
        found = selection.facets
        self.outcomes, self.grounds, self.categories = (
            tallies(found[name], self.total, _SHOWN, council=slug) for name in ("outcome", "ground", "category")
        )
        self.address = list_page(council=slug)
        self.years = outcomes_by_year(
            "Decisions by year and outcome", selection.cross_tabulate("year", "outcome"), council=slug
        )
        self.number_of_grounds = sum(each.value != NO_GROUND for each in found["ground"].values)
        self.names = _names(slug, self.title)


def _names(slug: str, name: str) -> list[Name]:
    """Return the names that decisions print for the council, the latest first. One query."""
    key = body_of(name).key
    rows = (
        Decision.objects.published()
        .filter(council__slug=slug)
        .exclude(council_printed="")
        .order_by()
        .values_list("council_printed")
        .annotate(number=Count("pk"), first=Min("decision_date"), last=Max("decision_date"))
    )
    bodies = [body_of(printed) for printed, *_ in rows]
    found = [Name(*row, body.reorganised if body.key == key else None) for row, body in zip(rows, bodies, strict=True)]
    return sorted(found, key=lambda each: (each.last or date.min, each.number, each.printed), reverse=True)
