"""Slugs of Acts, and the section and the rest of a provision's number, by which readers can ask for it.

An Act is filed under its full name. A shorter name (`the Act`, `the 1974 Act`, `the Children Act`) counts as the full
one only if the document leaves no doubt which Act that is.
"""

import re
from collections.abc import Sequence

from decisions.mentions.mention import CASE, Provision
from decisions.mentions.named_acts import NamedActs
from decisions.parsing.document import Document

_NUMBER = re.compile(r"(?P<section>\d{1,4}[A-Z]{0,3})(?P<rest>(?:\([^()]{1,4}\)){0,6})(?P<range>-.{1,40})?$")
_SCHEDULE = re.compile(r"(?P<schedule>\d{1,4}[A-Z]{0,3}) paragraph (?P<rest>.{1,60})$")
_LISTED = re.compile(r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)(?:sections?\s)?", re.IGNORECASE)


def parts(normalised: str | None) -> tuple[str, str]:
    """Return the section (or schedule) of a normalised number, and the rest: `26(6)(a)` → ("26", "6/a").

    `24A(6)` → ("24A", "6"); `5 paragraph 4` → ("5", "4"); `34B(8)-(9)` → ("34B", "8-9"). Both are empty where the
    number is in doubt (None), or is a range of several sections.
    """
    if match := _SCHEDULE.match(normalised or ""):
        return match["schedule"], _slashed(match["rest"])
    match = _NUMBER.match(normalised or "")
    if match is None:
        return "", ""
    until = (match["range"] or "").removeprefix(f"-{match['section']}").removeprefix("-")
    if match["range"] and not until.startswith("("):
        return "", ""
    return match["section"], _slashed(match["rest"]) + (f"-{_slashed(until)}" if until else "")


def _slashed(brackets: str) -> str:
    return brackets.replace(")(", "/").replace("(", "/").replace(")", "").strip("/")


def act_slugs(document: Document, provisions: Sequence[Provision]) -> list[str]:
    """Return the slug of each provision's Act (`local-government-act-1974`), in their order.

    It is "" if that is in doubt, and for a case.
    """
    if not provisions:
        return []
    texts = document.wholes
    acts = NamedActs(document)
    found: list[str] = []
    later: Provision | None = None
    for each in reversed(provisions):
        text = texts[each.paragraph]
        slug = acts.slug_of_name(each.act) if each.act else acts.slug_after(each)
        if each.kind == CASE:
            slug = ""
        # "sections 26(1) and 26A(1) of the 1974 Act": the numbers before in the list are of the same Act.
        in_one_list = later is not None and later.paragraph == each.paragraph and later.act is None
        if not slug and not each.act and in_one_list and _LISTED.fullmatch(text, each.end, later.start):  # type: ignore[union-attr]
            slug = found[-1]
        found.append(slug)
        later = each
    return found[::-1]
