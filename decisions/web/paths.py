"""Where grounds, councils, lists and law have their pages. A decision's address is its model's.

A provision stands in one as `local-government-act-1974/24A/6`, `…/schedule-5/4`.
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
    """The address of the list that has these values."""
    return f"{reverse('decisions')}?{urlencode(values, doseq=True, safe='/', quote_via=quote)}"


def ground_page(slug: str) -> str:
    """Where a ground is explained; "" where the catalogue no longer has it."""
    return reverse("ground", args=[slug]) if slug in CATALOGUE else ""


def filter_page(name: str, value: str) -> str:
    """The page about what a value of a facet stands for: a ground or a council; "" where there is none."""
    if name == "ground":
        return ground_page(value.partition("/")[0])
    return reverse("council", args=[value]) if name == "council" and value != NOT_STATED else ""


def law_page(act: str, section: str = "", rest: str = "", kind: str = SECTION) -> str:
    """The page of an Act, or of a provision of it, which `has_page`. `rest` is as the archive files it, `6/a`."""
    if not section:
        return reverse("act", args=[act])
    first = section if kind == SECTION else f"{kind}-{section}"
    return reverse("provision", args=[act, "/".join(filter(None, [first, rest]))])


def nearest_law_page(act: str, section: str, rest: str, kind: str) -> str:
    """The page of a provision; where it has none, of what it stands below. "" where it is in doubt which Act it is."""
    return law_page_trail(act, section, rest, kind)[-1] if act else ""


def law_page_trail(act: str, section: str, rest: str, kind: str) -> list[str]:
    """The pages of an Act and of what a provision of it stands below, the outermost first, and last its own if any."""
    parents = [each for each in [*parents_of(rest), rest] if section and has_page(section, each, kind)]
    return [law_page(act), *(law_page(act, section, each, kind) for each in parents)]


def has_page(section: str, rest: str, kind: str) -> bool:
    """Whether the number of a provision can stand in an address, and is found by it again."""
    first = section if kind == SECTION else f"{kind}-{section}"
    parts = [kind, section, *(rest.split("/") if rest else [])]
    return all(map(_PART.fullmatch, parts)) and parts_of(f"{first}/{rest}") == (kind, section, rest)


def parents_of(rest: str) -> list[str]:
    """What the rest of a provision stands below, the outermost first: "", 6 and 6/a of `6/a/ii`; nothing of ""."""
    parts = rest.split("/") if rest else []
    return ["/".join(parts[:length]) for length in range(len(parts))]


def parts_of(number: str) -> tuple[str, str, str]:
    """The kind, the section and the rest that an address names: `schedule-5/4` → schedule, 5 and 4."""
    first, _, rest = number.partition("/")
    kind, dash, section = first.rpartition("-")
    return (kind, section, rest) if dash else (SECTION, first, rest)
