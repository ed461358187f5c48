"""The chart of decisions by year and outcome, made in one way for every page."""

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
"""The outcomes that nearly every decision has, in the order in which they are stacked."""
OTHER = "Another outcome, or none stated"
_LONGEST_AXIS = 60  # years that an axis with empty years may span; a misprinted year may be centuries off


def axis(years: Iterable[str]) -> list[str]:
    """Return the years from the first to the last, empty ones included unless they span too many."""
    present = sorted({int(year) for year in years if year != NOT_STATED})
    is_short = present and present[-1] - present[0] < _LONGEST_AXIS
    return [str(year) for year in (range(present[0], present[-1] + 1) if is_short else present)]


def by_outcome(cells: Counter[tuple[str, ...]]) -> Counter[tuple[str, str]]:
    """Return the counts by year and outcome, with the rarer outcomes added up under ""."""
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
    """Return a chart with a column for each year, stacked by outcome.

    `cells`: the number of decisions by year and outcome. `years`: the columns; None for the years that `cells` has.
    `ceiling`: the number at full height; 0 for the chart's own highest. `wholes`: the number of all decisions of each
    year, to show shares of it. `filters`: the parameters of the list of the decisions counted.
    """
    numbers = by_outcome(cells)
    heads = axis(year for year, _ in numbers) if years is None else years
    names = OUTCOMES | ({"": OTHER} if any(not outcome for _, outcome in numbers) else {})
    series = [Series(label, tuple(numbers[year, outcome] for year in heads)) for outcome, label in names.items()]
    left_out = sum(number for (year, _), number in numbers.items() if year == NOT_STATED)
    addresses = [list_page(**filters | {"year": year}) for year in heads]
    of = tuple(wholes.get(year, 0) for year in heads) if wholes else ()
    return Columns(title, tuple(heads), tuple(series), tuple(addresses), of, ceiling, left_out)
