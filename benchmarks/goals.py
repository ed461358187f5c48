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
    Goal("list page / Datasette, median", "list/datasette", 0.06),
    Goal("list page / Datasette, worst query", "list/datasette worst", 0.40),
    Goal("list page / plain django-filter page", "list/plain", 0.13),
    Goal("list page / raw SQLite doing the same work", "list/floor", 1.4),
    Goal("all facets and total / `count(*)` alone, words that more than 5% of decisions have", "counts/total", 3.5),
    Goal("same words, a facet clicked / first time, very common words", "clicked/first", 0.35),
    Goal("growth of the page to ten times as many decisions: very common words", "growth very common words", 3.0),
    Goal("– mid words", "growth mid words", 1.6),
    Goal("– rare words", "growth rare words", 1.3),
    Goal("import, parsing and classifying included / raw insert of the same rows", "import/raw", 1.35),
    Goal("import / sqlite-utils, which does not parse", "import/utils", 1.0),
    Goal("re-import of unchanged files / parsing them", "again/parse", 0.3),
    Goal("CSV export / raw cursor", "csv/raw", 1.3),
    Goal("JSONL export / raw cursor", "jsonl/raw", 1.3),
    Goal("memory of an export, growth to ten times as many decisions", "export memory", 1.1),
    Goal("decision page / trivial page", "decision/ok", 2.2),
    Goal("– for the first time since the archive changed", "decision/ok first"),
    Goal("its 304 / trivial page", "304/ok", 1.25),
    Goal("memory of a worker / of a plain Django worker", "memory", 1.7),
    Goal("counts that differ from the SQL yardsticks", "differences", 0),
    Goal("PostgreSQL: list page / naive counts there, very common words", "postgresql", 0.04),
)
