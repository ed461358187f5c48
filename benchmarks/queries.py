"""The queries that are timed: of each kind that people make, from very common words to no result."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from benchmarks.stock import BODIES
from benchmarks.words import word

PAGE_SIZE = 25
FACETS = ("ground", "council", "year", "category", "outcome")


@dataclass(frozen=True, slots=True)
class Query:
    """Words, values of facets (OR within one), order, and depth of the page (0: the first, 1: the last)."""

    kind: str
    words: str = ""
    selected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    depth: float = 0.0

    def page(self, total: int) -> int:
        """Return the number of the page, from 1, given how many decisions match."""
        return 1 + int(self.depth * max(0, (total - 1) // PAGE_SIZE))

    def address(self, total: int = 0) -> str:
        """Return the query string for the archive's list; `total` is the number of decisions that match, if known."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(name, value) for name, values in self.selected.items() for value in values]
        pairs += [("sort", self.sort)] if self.sort else []
        if self.page(total) > 1:
            pairs.append(("page", str(self.page(total))))
        return f"?{urlencode(pairs)}" if pairs else ""

    def also(self, name: str, *values: str) -> "Query":
        """Return the query with a facet clicked."""
        return Query(self.kind, self.words, self.selected | {name: values}, self.sort)

    def __str__(self) -> str:
        parts = [self.words] if self.words else []
        parts += [f"{name}={' or '.join(values)}" for name, values in self.selected.items()]
        parts += [f"{self.sort} first"] if self.sort else []
        parts += [f"page at {self.depth:.0%}"] if self.depth else []
        return ", ".join(parts) or "everything"


def _body(place: int) -> str:
    return BODIES[place].lower().replace(" ", "-")


COMMON, MID, RARE = "very common words", "mid words", "rare words"

QUERIES = (
    Query("everything"),
    Query(COMMON, "council"),
    Query(COMMON, "maladministration"),
    Query(COMMON, "complaint fault"),
    Query(COMMON, "investigate injustice council"),
    Query(MID, word(300)),
    Query(MID, word(700)),
    Query(MID, f"{word(120)} {word(250)}"),
    Query(RARE, word(4_000)),
    Query(RARE, word(20_000)),
    Query(RARE, word(45_000)),
    Query("phrases", '"use public money carefully"'),
    Query("phrases", '"balance of probabilities"'),
    Query("phrases", '"suitable representative"'),
    Query("one facet", selected={"ground": ("late-complaint",)}),
    Query("one facet", selected={"council": (_body(0),)}),
    Query("one facet", selected={"year": ("2020",)}),
    Query("one facet", selected={"category": ("education",)}),
    Query("one facet", selected={"outcome": ("upheld",)}),
    Query("several facets", selected={"ground": ("insufficient-evidence-of-fault",), "year": ("2023",)}),
    Query("several facets", selected={"council": (_body(1), _body(2)), "category": ("housing",)}),
    Query("several facets", selected={"category": ("education", "planning"), "outcome": ("not-upheld",)}),
    Query("several facets", selected={"ground": ("none",), "year": ("2024", "2025"), "outcome": ("upheld",)}),
    Query("words and facets", "council", {"ground": ("late-complaint",)}),
    Query("words and facets", word(300), {"year": ("2021", "2022")}),
    Query("words and facets", "complaint", {"council": (_body(0),), "outcome": ("closed-after-initial-enquiries",)}),
    Query("words and facets", word(4_000), {"category": ("adult-care-services",)}),
    Query("deep pages", depth=0.5),
    Query("deep pages", "council", sort="newest", depth=0.5),
    Query("deep pages", selected={"outcome": ("closed-after-initial-enquiries",)}, depth=0.9),
    Query("no hit", "zyzzogeton"),
    Query("oldest first", sort="oldest"),
    Query("oldest first", "council", sort="oldest"),
)

CLICKED = tuple(
    (Query(COMMON, words), Query(COMMON, words).also("ground", "late-complaint"))
    for words in ("ombudsman", "investigation", "fault", "decision", "information provided", "public money", "service")
)
"""Very common words, searched for the first time and then with a facet clicked. No other query has them."""
