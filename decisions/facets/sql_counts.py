"""All counts in one SQL statement: the reference for the columns in tests, and the fallback where there are none."""

from django.db.models import Count, Value

from decisions.filters import DecisionFilter

Counts = dict[str, dict[str, tuple[str, int]]]
"""By facet and value: the label, and the number of decisions."""


def count(filters: DecisionFilter) -> tuple[int, Counts]:
    """Return the number of matching decisions, and each facet's counts under all *other* filters. One query."""
    total = filters.matching().order_by().values(value=Value("total")).annotate(count=Count("pk"))
    queries = [total.values_list(Value(""), "value", Value(""), "count")]
    for name, facet in filters.facets.items():
        queries += facet.tallies(filters.matching(leaving_out=name))
    rows = queries[0].union(*queries[1:], all=True)
    counts: Counts = {name: {} for name in ["", *filters.facets]}
    for name, value, label, number in rows:
        if number:
            counts[name][value] = (label, number)
    _, found = counts.pop("").get("total", ("", 0))
    return found, counts
