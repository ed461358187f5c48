"""The answer of a list in a common form, so that lists can be compared before they are timed."""

from dataclasses import dataclass, field

from benchmarks.queries import Query


@dataclass(frozen=True, slots=True)
class Answer:
    """The number of decisions that match, each facet's counts, and the references of the page.

    Facets are counted under all the other filters, without zeros. A facet missing from `facets` was not counted so.
    """

    total: int
    facets: dict[str, dict[str, int]]
    rows: list[str] = field(default_factory=list)


def differences(query: Query, ours: Answer, theirs: Answer) -> list[str]:
    """Return how an answer differs from ours in what both have."""
    found = [] if ours.total == theirs.total else [f"total {ours.total}, not {theirs.total}"]
    for name in ours.facets.keys() & theirs.facets.keys():
        mine, other = ours.facets[name], theirs.facets[name]
        wrong = sorted(value for value in mine.keys() | other.keys() if mine.get(value, 0) != other.get(value, 0))
        found += [f"{name} {value}: {mine.get(value, 0)}, not {other.get(value, 0)}" for value in wrong[:3]]
    if theirs.rows and ours.rows != theirs.rows and (query.sort or not query.words):
        found.append(f"rows {ours.rows[:3]} …, not {theirs.rows[:3]} …")
    return [f"{query}: {each}" for each in found]
