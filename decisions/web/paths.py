"""Paths of the pages of grounds, councils, lists and law. The path of a decision's page is in its model.

A provision's path ends in `local-government-act-1974/24A/6/` or `…/schedule-5/4/`.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from django.urls import reverse

from decisions.grounds import CATALOGUE
from decisions.models import NOT_STATED

SECTION = "section"
_PART = re.compile(r"[0-9A-Za-z.-]{1,20}")


def list_page(**values: str | Iterable[str]) -> str:
    """Return the path of the list filtered by these values."""
    return f"{reverse('decisions')}?{urlencode(values, doseq=True, safe='/', quote_via=quote)}"


def ground_page(slug: str) -> str:
    """Return the path of a ground's page; "" where the catalogue no longer has it."""
    return reverse("ground", args=[slug]) if slug in CATALOGUE else ""


def filter_page(name: str, value: str) -> str:
    """Return the path of the page about a facet's value, which only grounds and councils have; "" for others."""
    if name == "ground":
        return ground_page(value.partition("/")[0])
    return reverse("council", args=[value]) if name == "council" and value != NOT_STATED else ""


def law_page(act: str, section: str = "", rest: str = "", kind: str = SECTION) -> str:
    """Return the path of an Act's page, or of a provision's for which `has_page`. `rest` as stored: `6/a`."""
    if not section:
        return reverse("act", args=[act])
    first = section if kind == SECTION else f"{kind}-{section}"
    return reverse("provision", args=[act, "/".join(filter(None, [first, rest]))])


def nearest_law_page(act: str, section: str, rest: str, kind: str) -> str:
    """Return the path of a provision's page, or of its nearest parent with a page; "" where its Act is in doubt."""
    return law_page_trail(act, section, rest, kind)[-1] if act else ""


def law_page_trail(act: str, section: str, rest: str, kind: str) -> list[str]:
    """Return the paths of an Act and of a provision's parents, outermost first, and its own, as far as they exist."""
    trail = [each for each in [*parents_of(rest), rest] if section and has_page(section, each, kind)]
    return [law_page(act), *(law_page(act, section, each, kind) for each in trail)]


def has_page(section: str, rest: str, kind: str) -> bool:
    """Return whether a provision can be written in a path and read back from it."""
    first = section if kind == SECTION else f"{kind}-{section}"
    parts = [kind, section, *(rest.split("/") if rest else [])]
    return all(map(_PART.fullmatch, parts)) and parts_of(f"{first}/{rest}") == (kind, section, rest)


def parents_of(rest: str) -> list[str]:
    """Return the parents of a provision's `rest`, outermost first: "", 6 and 6/a for `6/a/ii`; none for ""."""
    parts = rest.split("/") if rest else []
    return ["/".join(parts[:length]) for length in range(len(parts))]


def parts_of(number: str) -> tuple[str, str, str]:
    """Return kind, section and rest from the end of a path: `schedule-5/4` → schedule, 5 and 4."""
    first, _, rest = number.partition("/")
    kind, dash, section = first.rpartition("-")
    return (kind, section, rest) if dash else (SECTION, first, rest)
