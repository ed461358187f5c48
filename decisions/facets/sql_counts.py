"""All counts in one SQL statement: the reference for the columns in tests, and used where there are no columns."""

from collections import Counter

from django.db.models import Count, Value

from decisions.filters import DecisionFilter

Counts = dict[str, dict[str, tuple[str, int]]]
"""By facet and value: the label, and the number of decisions."""


def count(filters: DecisionFilter) -> tuple[int, Counts]:
    """Return the number of matching decisions, and each facet's counts under all *other* filters. Two queries."""
    total = filters.matching().order_by().values(value=Value("total")).annotate(count=Count("pk"))
    queries = [total.values_list(Value(""), "value", Value(""), "count")]
    for name, facet in filters.facets.items():
        queries += facet.tallies(filters.matching(leaving_out=name))
    rows = queries[0].union(*queries[1:], all=True)
    numbers: dict[str, Counter[str]] = {name: Counter() for name in ["", *filters.facets]}
    for name, value, _, number in rows:
        numbers[name][value] += number
    found = numbers.pop("")["total"]
    labels = filters.usual_labels(numbers)
    return found, {
        name: {value: (labels.get((name, value), ""), number) for value, number in each.items() if number}
        for name, each in numbers.items()
    }
