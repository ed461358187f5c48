"""The front page: what the archive holds, why complaints were not investigated, years, and the latest decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from decisions.facets import FacetValue
from decisions.filters import NO_GROUND
from decisions.grounds import CATALOGUE
from decisions.listing.parameters import consistent_query
from decisions.listing.results import Listing
from decisions.models import NOT_STATED
from decisions.percentages import Share
from decisions.web.paths import ground_page, list_page

_LATEST = 5
_LONGEST_AXIS = 60  # years that an axis with empty years may span; a misprinted year may be centuries off


@dataclass(frozen=True, slots=True)
class GroundCount:
    """A ground, and how many of the `of` decisions show it."""

    slug: str
    title: str
    number: int
    of: int

    @property
    def in_short(self) -> str:
        """The first sentence of its explanation (the others are about a single decision).

        Empty where the catalogue no longer has the ground.
        """
        known = CATALOGUE.get(self.slug)
        return f"{known.explanation.partition('. ')[0].removesuffix('.')}." if known else ""

    @property
    def address(self) -> str:
        """The address of the page that explains it; of the list where the catalogue no longer has it."""
        return ground_page(self.slug) or self.list_address

    @property
    def list_address(self) -> str:
        """The address of the list of decisions that show it."""
        return list_page(ground=self.slug)

    @property
    def share(self) -> Share:
        """The number as a share of all decisions."""
        return Share(self.number, self.of)

    @property
    def width(self) -> float:
        """The length of its bar in per cent of a bar for all decisions."""
        return round(100 * self.number / self.of, 2)


@dataclass(frozen=True, slots=True)
class YearCount:
    """The number of decisions made in a year. `highest` is the largest number of any year."""

    year: str
    number: int
    highest: int

    @property
    def address(self) -> str:
        """The address of the list of them."""
        return list_page(year=self.year)

    @property
    def height(self) -> int:
        """The height of its bar in per cent of the tallest; at least 2 where there is any decision, to be visible."""
        return max(2, round(100 * self.number / self.highest)) if self.number else 0


class Front:
    """The numbers and decisions of the front page, all of one state of the archive. Three queries at most.

    `newest` is the date of the latest decision; None if none states a date. `without_ground` and `undated` are the
    numbers of decisions that show no ground and state no date, `councils` that of all bodies that decisions are about.
    `grounds` are the grounds of all decisions, the most frequent first; `years` is every year from the first decision
    to the last, empty years included unless they span too many.
    """

    def __init__(self) -> None:
        with consistent_query(QueryDict()) as query:
            listing = Listing(query)
        self.total, self.latest = listing.total, listing.rows[:_LATEST]
        newest = self.latest[0].decision.day if self.latest else None
        self.newest = date.fromisoformat(newest) if newest else None
        grounds, years, councils = (listing.facets[name].values for name in ("ground", "year", "council"))
        self.without_ground, self.undated = _count(grounds, NO_GROUND), _count(years, NOT_STATED)
        self.address_without_ground, self.address_undated = list_page(ground=NO_GROUND), list_page(year=NOT_STATED)
        self.with_ground = self.total - self.without_ground
        self.councils = sum(each.value != NOT_STATED for each in councils)
        stated = [each for each in grounds if each.value != NO_GROUND]
        self.grounds = [GroundCount(each.value, each.label, each.count, self.total) for each in stated]
        counts = {int(each.value): each.count for each in years if each.value != NOT_STATED}
        highest = max(counts.values(), default=0)
        self.years = [YearCount(f"{year}", counts.get(year, 0), highest) for year in _axis(counts)]


def _count(values: Iterable[FacetValue], value: str) -> int:
    return sum(each.count for each in values if each.value == value)


def _axis(years: Iterable[int]) -> list[int]:
    present = sorted(years)
    is_short = present and present[-1] - present[0] < _LONGEST_AXIS
    return list(range(present[0], present[-1] + 1)) if is_short else present
