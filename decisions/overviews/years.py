"""Decisions by year and outcome, as a chart: one way for every page that shows it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from decisions.models import NOT_STATED
from decisions.overviews.charts import Columns, Series
from decisions.web.paths import list_page

OUTCOMES = {
    "closed-after-initial-enquiries": "Closed after initial enquiries",
    "not-upheld": "Not upheld",
    "upheld": "Upheld",
}
"""The outcomes that nearly every decision has, in the order in which they stand on one another."""
OTHER = "Another outcome, or none stated"
_LONGEST_AXIS = 60  # years between which empty ones stand too; a year that is misprinted may lie far off


def axis(years: Iterable[str]) -> list[str]:
    """The years from the first to the last, with the empty ones between; a year not stated is none."""
    present = sorted({int(year) for year in years if year != NOT_STATED})
    is_short = present and present[-1] - present[0] < _LONGEST_AXIS
    return [str(year) for year in (range(present[0], present[-1] + 1) if is_short else present)]


def by_outcome(cells: Counter[tuple[str, ...]]) -> Counter[tuple[str, str]]:
    """Cells of year and outcome with the rarer outcomes brought together under the empty one."""
    found: Counter[tuple[str, str]] = Counter()
    for (year, outcome), number in cells.items():
        found[year, outcome if outcome in OUTCOMES else ""] += number
    return found


def outcomes_by_year(
    title: str,
    cells: Counter[tuple[str, ...]],
    years: Sequence[str] | None = None,
    ceiling: int = 0,
    wholes: Mapping[str, int] | None = None,
    **filters: str | Sequence[str],
) -> Columns:
    """A chart of a column a year, a piece an outcome.

    `cells`: how many decisions each year and outcome have. `years`: other columns than the years they have.
    `wholes`: how many decisions each year has of which these are a part. `asked`: what the list of all of these asks
    for.
    """
    numbers = by_outcome(cells)
    heads = axis(year for year, _ in numbers) if years is None else years
    names = OUTCOMES | ({"": OTHER} if any(not outcome for _, outcome in numbers) else {})
    series = [Series(label, tuple(numbers[year, outcome] for year in heads)) for outcome, label in names.items()]
    left_out = sum(number for (year, _), number in numbers.items() if year == NOT_STATED)
    addresses = [list_page(**filters | {"year": year}) for year in heads]
    of = tuple(wholes.get(year, 0) for year in heads) if wholes else ()
    return Columns(title, tuple(heads), tuple(series), tuple(addresses), of, ceiling, left_out)
