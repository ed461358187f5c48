"""Slugs of Acts, and the section and the rest of a provision's number, by which readers can ask for it.

An Act is filed under its full name. A shorter name (`the Act`, `the 1974 Act`, `the Children Act`) counts as the full
one only if the document leaves no doubt which Act that is.
"""

import re
from collections.abc import Iterable, Sequence

from decisions.mentions.acts import laws
from decisions.mentions.mention import Provision
from decisions.parsing.document import Document

LONGEST_SLUG = 200
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_GDPR = re.compile(r"(?:uk )?(?:gdpr|general data protection regulations?)$")
_YEAR = re.compile(r"\d{4}$")
_NUMBER = re.compile(r"(?P<section>\d{1,4}[A-Z]{0,3})(?P<rest>(?:\([^()]{1,4}\)){0,6})(?P<range>-.{1,40})?$")
_SCHEDULE = re.compile(r"(?P<schedule>\d{1,4}[A-Z]{0,3}) paragraph (?P<rest>.{1,60})$")
_THE_ACT = re.compile(r",?\s(?:of|in|under)\sthe\s(?:(?P<year>(?:1[89]|20)\d\d)\s)?Act(?![\w’'])")
_CALLED = re.compile(r"\s?\((?:hereafter\s|referred\sto\sas\s)?[‘“'\"]?[Tt]he\sAct[’”'\"]?\)")
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
    """Return the slug of each provision's Act (`local-government-act-1974`), in their order; "" if in doubt."""
    if not provisions:
        return []
    texts = document.wholes
    acts = _NamedActs(texts)
    found: list[str] = []
    later: Provision | None = None
    for each in reversed(provisions):
        text = texts[each.paragraph]
        slug = acts.slug_of_name(each.act) if each.act else acts.slug_after(text, each.end)
        # "sections 26(1) and 26A(1) of the 1974 Act": the numbers before in the list are of the same Act.
        in_one_list = later is not None and later.paragraph == each.paragraph and later.act is None
        if not slug and not each.act and in_one_list and _LISTED.fullmatch(text, each.end, later.start):  # type: ignore[union-attr]
            slug = found[-1]
        found.append(slug)
        later = each
    return found[::-1]


class _NamedActs:
    """The Acts that a document names in full, and those that it then calls “the Act”."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._full: dict[str, str] = {}
        self._called: set[str] = set()
        for text in texts:
            for law in laws(text) if "Act" in text else ():
                if law.kind == "act" and _YEAR.search(law.name):
                    self._full[slug_of(law.name)] = law.name
                    if _CALLED.match(text, law.end):
                        self._called.add(slug_of(law.name))

    def slug_of_name(self, name: str) -> str:
        """Return the slug of the Act of this name; a name without a year needs exactly one such Act, else ""."""
        slug = slug_of(name)
        if not name.endswith("Act"):
            return slug
        return _only({full for full in self._full if full.rpartition("-")[0] == slug})

    def slug_after(self, text: str, end: int) -> str:
        """Return the slug of the Act that the words at `end` mean (`of the Act`, `of the 1974 Act`); "" if in doubt."""
        match = _THE_ACT.match(text, end)
        if match is None:
            return ""
        if match["year"]:
            return _only({full for full in self._full if full.endswith(f"-{match['year']}")})
        return _only(self._called or set(self._full))


def _only(slugs: set[str]) -> str:
    return next(iter(slugs)) if len(slugs) == 1 else ""


def slug_of(name: str) -> str:
    """Return the slug of a law of this name."""
    plain = _NOT_PLAIN.sub(" ", name.lower().replace("’", "").replace("'", "")).strip()
    if _GDPR.match(plain):
        return "general-data-protection-regulation"
    plain = plain.replace("european convention of human", "european convention on human")
    return plain.replace(" ", "-")[:LONGEST_SLUG]
