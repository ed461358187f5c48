"""The long checks: `python3 dev.py test --long` runs them all in full, `--long NAME` one part of them.

In the plain run a test marked `long` does a twentieth of its work, with a fixed seed; one marked `only_long` is left
out. Both name the part that they belong to.
"""

import os

PARTS = {
    "accessibility": "axe on every page in four looks: narrow and wide, light and dark",
    "api": "1,000 requests to each address of the API, and as many wrong ones",
    "benchmark": "the benchmark over 200 decisions",
    "facets": "every pair of filters, counted by hand",
    "first-visits": "bytes and movement of a first visit to every kind of page, from the real server",
    "grounds": "the phrases of the grounds in 8,000 rows of words",
    "imports": "corrections, new texts and imports of thousands of decisions",
    "kills": "commands killed at 50 random moments, on 2,000 decisions",
    "lists": "pages and percentages of thousands of decisions, and 200 filters in every format",
    "parsing": "5,000 made-up documents and 100,000 damaged texts",
    "postgresql": "on PostgreSQL also what hardly touches SQL",
    "pytest": "runs of pytest inside a test: the test command itself",
    "queries": "10,000 hostile queries on each database, and 10,000 compared between the two",
    "scripts": "without scripts also what visits no page that has any",
    "signals": "the test command stopped in mid-run",
}
ALL = "all"
PART = os.environ.get("LONG", "")
LONG = bool(PART)
SEED = 1974


def scaled(full: int) -> int:
    """Return how many cases to run of a check that has `full` cases under --long."""
    return full if LONG else max(1, full // 20)


def listed() -> str:
    """Return the parts with what each of them checks, one a line."""
    return "\n".join(f"  {name:14} {what}" for name, what in PARTS.items())


def unknown(part: str) -> str:
    """Return an error for a name that is not a part; "" for one that is."""
    if part in ("", ALL, *PARTS):
        return ""
    return f"--long {part}: there is no such part. Choose one of these, or no name for all of them:\n{listed()}"
