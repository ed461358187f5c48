"""Measurements of list pages: first the answers are compared, then every query is timed in each way, in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Run, interleave, median, ratio, timed
from benchmarks.queries import CLICKED, COMMON, MID, QUERIES, RARE, Query
from benchmarks.worker import Worker
from benchmarks.yardsticks import datasette, floor, ours, plain
from benchmarks.yardsticks.answer import differences
from benchmarks.yardsticks.site import Site

OURS, AGAIN, FLOOR, PLAIN, DATASETTE = "archive", "archive again", "raw SQLite", "plain django-filter", "Datasette"
_SHOWN_DIFFERENCES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A query, the number of decisions that match, and the seconds by way of answering it."""

    query: Query
    total: int
    taken: dict[str, list[float]]

    def seconds(self, name: str) -> float:
        """Return the median of one way."""
        return median(self.taken[name]) or 0.0

    def ratio(self, to: str) -> float:
        """Return the ratio of the archive's page to another's."""
        return ratio(self.taken, OURS, to)


class Lists:
    """The archive's list and the yardsticks in this process, over the same decisions."""

    def __init__(self, site: Site, flat: Path, queries: Sequence[Query]) -> None:
        self.queries = queries
        self.ours, self.plain, self.floor = ours.Ours(site), plain.Plain(site), floor.Floor(flat)
        self.datasette = datasette.Datasette(flat, self.floor)
        self._totals = {str(query): self.floor.answer(query).total for query in queries}

    def total(self, query: Query) -> int:
        """Return the number of decisions that match."""
        return self._totals[str(query)]

    def check(self) -> list[str]:
        """Return how the answers to all queries differ. Timings mean nothing unless the lists agree."""
        found: list[str] = []
        for query in self.queries:
            total = self.total(query)
            answer = self.ours.answer(query, total)
            for other in (self.floor, self.plain, self.datasette):
                name = type(other).__name__
                found += [f"{name}: {each}" for each in differences(query, answer, other.answer(query, total))]
        return found[:_SHOWN_DIFFERENCES] + ["… and more"] * (len(found) > _SHOWN_DIFFERENCES)

    def line(self, query: Query, seconds: float) -> Line:
        """Time one query in every way."""
        total = self.total(query)
        ways = {OURS: self.ours, FLOOR: self.floor, PLAIN: self.plain, DATASETTE: self.datasette, AGAIN: self.ours}
        runs = {name: self._first_visit(way, query, total) for name, way in ways.items()}
        return Line(query, total, interleave(runs, seconds=seconds, warm=False))  # comparing answers has warmed them up

    def _first_visit(self, way, query: Query, total: int) -> Run:
        """Return a list's page as a run, with the archive's caches cleared before, untimed."""
        return self._uncached(lambda: way.page(query, total))

    def _uncached(self, work: Callable[[], object]) -> Run:
        taken = timed(work)

        def run() -> float:
            self.ours.forget()
            return taken()

        return run

    def counting(self, archive_size: int, seconds: float) -> float | None:
        """Compare all facets and the total with `count(*)` alone: the median over words that more than 5% have."""
        ratios = []
        for query in self.queries:
            if query.words and not query.selected and not query.sort and self.total(query) > archive_size / 20:
                runs = {
                    "counts": self._uncached(lambda query=query: self.ours.counts(query)),
                    "total": timed(lambda query=query: self.floor.total_alone(query)),
                }
                ratios.append(ratio(interleave(runs, seconds=seconds), "counts", "total"))
        return median(ratios)

    def clicking(self) -> float | None:
        """Compare the page of a repeated search, with a facet clicked, with that of the first search."""
        ratios = []
        for first, clicked in CLICKED:
            self.floor.answer(first)  # so that neither pays for reading the disk
            once = timed(lambda query=first: self.ours.page(query))()
            ratios.append(timed(lambda query=clicked: self.ours.page(query))() / once)
        return median(ratios)

    def close(self) -> None:
        """Stop Datasette."""
        self.datasette.close()


def growth(small: str, large: str, seconds: float) -> dict[str, float]:
    """Return how the page's time grows from one archive (a database URL) to another, by kind of words."""
    found: dict[str, float] = {}
    with Worker(small) as first, Worker(large) as second:
        for kind in (COMMON, MID, RARE):
            ratios = []
            for query in QUERIES:
                if query.kind == kind:
                    address = f"/decisions/{query.address()}"
                    runs: dict[str, Run] = {
                        "small": first.page(address, clear_caches=True),
                        "large": second.page(address, clear_caches=True),
                    }
                    ratios.append(ratio(interleave(runs, seconds=seconds), "large", "small"))
            found[f"growth {kind}"] = median(ratios) or 0.0
    return found


def on_postgresql(sqlite: str, url: str, size: int, seconds: float) -> dict[str, float]:
    """Compare the list page on PostgreSQL, both databases given by URL, with two others.

    With naive counts there, for very common words, in wall-clock time, as two servers work; and with the page on
    SQLite in CPU time of the worker: medians over the queries.
    """
    naive, other = [], []
    with Worker(sqlite) as first, Worker(url) as worker:
        worker.ask(do="copy", size=size)
        for query in QUERIES:
            address = f"/decisions/{query.address()}"
            pair = {name: each.page(address, clear_caches=True) for name, each in ((OURS, worker), ("SQLite", first))}
            other.append(ratio(interleave(pair, seconds=seconds / 4), OURS, "SQLite"))
            if query.kind == COMMON:
                runs = {
                    OURS: worker.page(address, clock="wall", clear_caches=True),
                    PLAIN: worker.page(f"{plain.ADDRESS}{query.address()}", clock="wall"),
                }
                naive.append(ratio(interleave(runs, seconds=seconds), OURS, PLAIN))
    return {"postgresql": median(naive) or 0.0, "postgresql/sqlite": median(other) or 0.0}
