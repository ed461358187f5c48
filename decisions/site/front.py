"""What the front page shows: what the archive holds, why complaints were not investigated, years, the latest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import QueryDict

from decisions.facets import FacetValue
from decisions.filters import NO_GROUND
from decisions.grounds import CATALOGUE
from decisions.listing.results import Listing
from decisions.models import NOT_STATED
from decisions.percentages import Share
from decisions.web.paths import ground_page, list_page

_LATEST = 5
_RANKED = 8  # grounds that stand there with what they mean; the others fold
_LONGEST_AXIS = 60  # years between which empty ones are shown too; a year that is misprinted may lie far off


@dataclass(frozen=True, slots=True)
class GroundCount:
    """How many of the decisions show a ground."""

    slug: str
    title: str
    number: int
    of: int

    @property
    def in_short(self) -> str:
        """What it means, in a sentence: the first of its explanation, for others speak of one decision.

        Empty where the catalogue no longer has the ground.
        """
        known = CATALOGUE.get(self.slug)
        return f"{known.explanation.partition('. ')[0].removesuffix('.')}." if known else ""

    @property
    def address(self) -> str:
        """Where to go on from it: the page that explains it; where the catalogue no longer has it, the list."""
        return ground_page(self.slug) or self.list_address

    @property
    def list_address(self) -> str:
        """The list of the decisions that show it."""
        return list_page(ground=self.slug)

    @property
    def share(self) -> Share:
        """How many of how many."""
        return Share(self.number, self.of)

    @property
    def width(self) -> float:
        """How long its bar is, in hundredths of one for all decisions."""
        return round(100 * self.number / self.of, 2)


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many decisions were made in a year. `highest` is the most that any year has."""

    year: str
    number: int
    highest: int

    @property
    def address(self) -> str:
        """The list of them."""
        return list_page(year=self.year)

    @property
    def height(self) -> int:
        """How tall its bar is, in hundredths of the tallest one's; never so small that it cannot be seen."""
        return max(2, round(100 * self.number / self.highest)) if self.number else 0


class Front:
    """The front page's numbers and decisions, all of one state of the archive. Three queries at most."""

    def __init__(self) -> None:
        listing = Listing.read(QueryDict())
        self.total = listing.total
        self.latest = listing.rows[:_LATEST]
        self._facets = {name: listing.facets[name].values for name in ("ground", "year", "council")}

    @property
    def newest(self) -> str:
        """The day of the latest decision, as printed; empty if none states a date."""
        day = date.fromisoformat(self.latest[0].decision.day) if self.latest and self.latest[0].decision.day else None
        return f"{day.day} {day:%B %Y}" if day else ""

    @cached_property
    def grounds(self) -> list[GroundCount]:
        """The grounds that decisions show, the most frequent first."""
        stated = [each for each in self._facets["ground"] if each.value != NO_GROUND]
        return [GroundCount(each.value, each.label, each.count, self.total) for each in stated]

    @property
    def first_grounds(self) -> list[GroundCount]:
        """The most frequent of them."""
        return self.grounds[:_RANKED]

    @property
    def other_grounds(self) -> list[GroundCount]:
        """The rest of them."""
        return self.grounds[_RANKED:]

    @property
    def without_ground(self) -> int:
        """How many decisions show none."""
        return _count(self._facets["ground"], NO_GROUND)

    @property
    def with_ground(self) -> int:
        """How many decisions show one or several."""
        return self.total - self.without_ground

    @property
    def address_without_ground(self) -> str:
        """The list of those that show none."""
        return list_page(ground=NO_GROUND)

    @cached_property
    def years(self) -> list[YearCount]:
        """Every year from the first in which a decision was made to the last."""
        counts = {int(each.value): each.count for each in self._facets["year"] if each.value != NOT_STATED}
        highest = max(counts.values(), default=0)
        return [YearCount(f"{year}", counts.get(year, 0), highest) for year in _axis(counts)]

    @property
    def undated(self) -> int:
        """How many decisions state no date."""
        return _count(self._facets["year"], NOT_STATED)

    @property
    def address_undated(self) -> str:
        """The list of those that state no date."""
        return list_page(year=NOT_STATED)

    @property
    def councils(self) -> int:
        """How many councils the decisions are about."""
        return sum(each.value != NOT_STATED for each in self._facets["council"])


def _count(values: Iterable[FacetValue], value: str) -> int:
    return sum(each.count for each in values if each.value == value)


def _axis(years: Iterable[int]) -> list[int]:
    present = sorted(years)
    is_short = present and present[-1] - present[0] < _LONGEST_AXIS
    return list(range(present[0], present[-1] + 1)) if is_short else present
