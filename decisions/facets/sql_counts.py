"""All counts in one SQL statement: what the columns are held against, and what counts where they cannot."""

from django.db.models import Count, Value

from decisions.filters import DecisionFilter

Counts = dict[str, dict[str, tuple[str, int]]]
"""By facet and value: how the value is printed, and how many decisions have it."""


def count(filters: DecisionFilter) -> tuple[int, Counts]:
    """How many decisions the filters ask for, and each facet's values, counted under all *other* filters. One query."""
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
