"""The goals, and whether a run reaches them. A yardstick is never changed so that a goal is reached."""

from dataclasses import dataclass

NOT_BUILT = "not built yet"
NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Goal:
    """What is measured, its name among the figures, and the most it may be; None if the figure has no goal."""

    title: str
    figure: str
    most: float | None = None

    @property
    def target(self) -> str:
        """The most it may be, as text."""
        return "–" if self.most is None else f"≤ {self.most:g}"

    def measured(self, figures: dict[str, float | str]) -> str:
        """Return the figure as text."""
        found = figures.get(self.figure, NOT_MEASURED)
        return found if isinstance(found, str) else f"{found:.3g}"

    def verdict(self, figures: dict[str, float | str]) -> str:
        """Return “met”, “not met”, or a dash if there is no goal or no figure."""
        found = figures.get(self.figure)
        if found is None or isinstance(found, str) or self.most is None:
            return "–"
        return "met" if found <= self.most else "**not met**"


GOALS = (
    # A hundredth of Datasette's time was reached, so a fiftieth leaves room for simpler code. The worst query is one
    # that Datasette answers without counting.
    Goal("list page / Datasette, median", "list/datasette", 0.02),
    Goal("list page / Datasette, worst query", "list/datasette worst", 0.40),
    Goal("list page / plain django-filter page", "list/plain", 0.13),
    Goal("list page / raw SQLite doing the same work", "list/floor", 1.4),
    Goal("all facets and total / `count(*)` alone, words that more than 5% of decisions have", "counts/total", 3.5),
    # Ranking all matches makes the first visit longer, and the next not.
    Goal("same words, a facet clicked / first time, very common words", "clicked/first", 0.60),
    Goal("growth of the page to ten times as many decisions: very common words", "growth very common words", 3.0),
    Goal("– mid words", "growth mid words", 1.6),
    Goal("– rare words", "growth rare words", 1.3),
    Goal("re-import of unchanged files / parsing them", "again/parse", 0.3),
    Goal("CSV export / raw cursor", "csv/raw", 1.3),
    Goal("JSONL export / raw cursor", "jsonl/raw", 1.3),
    Goal("memory of an export, growth to ten times as many decisions", "export memory", 1.1),
    # The page is kept by Django's cache, in memory or in Redis, in place of a store of our own.
    Goal("decision page asked again / trivial page", "decision/ok", 2.2),
    Goal("– not in the cache", "decision/ok first", 25),
    Goal("its 304 / trivial page", "304/ok", 1.25),
    # numpy, the index file's library and Redis's client are loaded in each worker.
    Goal("memory of a worker / of a plain Django worker", "memory", 2.0),
    Goal("counts that differ from the SQL yardsticks", "differences", 0),
    Goal("PostgreSQL: list page / naive counts there, very common words", "postgresql", 0.04),
    # Both search one kind of index; PostgreSQL is asked over a connection for all else.
    Goal("PostgreSQL: list page / the same on SQLite, CPU of the worker, median", "postgresql/sqlite", 3.0),
    Goal("queries meant to be slow, both databases: median, ms", "hostile", 100),
    # The budget of a search, to find and to rank, is about a second on the machine it was measured on.
    Goal("– the worst, ms", "hostile worst", 1_500),
    Goal("– answered differently by the two databases", "hostile differences", 0),
)
