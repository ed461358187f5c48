"""How a provision stands in an address: `local-government-act-1974/24A/6`, `…/schedule-5/4`."""

from django.urls import reverse

SECTION = "section"


def page_of(act: str, section: str = "", rest: str = "", kind: str = SECTION) -> str:
    """The address of the page of an Act, or of a provision of it. `rest` is as the archive files it, `6/a`."""
    if not section:
        return reverse("act", args=[act])
    first = section if kind == SECTION else f"{kind}-{section}"
    return reverse("provision", args=[act, "/".join(filter(None, [first, rest]))])


def parts_of(number: str) -> tuple[str, str, str]:
    """The kind, the section and the rest that an address names: `schedule-5/4` → schedule, 5 and 4."""
    first, _, rest = number.partition("/")
    kind, dash, section = first.rpartition("-")
    return (kind, section, rest) if dash else (SECTION, first, rest)
