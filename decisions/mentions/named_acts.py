"""Which Act the shorter names of a document mean: `the Act`, `the 1974 Act`, `the Children Act`.

“The Act” is the Act named nearest before it. That is not certain where two Acts are named together, where the nearest
is named only in passing, as in brackets, after the text spoke of another, or where it is in another section and not the
only one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from decisions.grounds.passages import Passage
from decisions.mentions.acts import laws, slug_of
from decisions.mentions.legislation import ACTS, ACTS_WITHOUT_YEAR
from decisions.mentions.mention import Provision
from decisions.parsing.document import Document

_FULL = re.compile(r"\d{4}\)?$")
_YEAR_FIRST = re.compile(r"\d{4}\s")
_YEAR = r"(?:1[89]|20)\d\d"
_THE_ACT = re.compile(
    r",?\s(?:of|in|under|to|within|from)\s(?:the(?:\s(?:same|said))?|this|that)"
    rf"\s(?:({_YEAR})\s)?Act(?:\s({_YEAR}))?(?![\w’'])"
)
_CALLED = re.compile(r"\s?\((?:(?:here(?:in)?after|referred\sto\sas)\s)?[‘“'\"]?[Tt]he\sAct[’”'\"]?\)")
_OTHER_NAME = re.compile(rf"(?<!\w)(?:[A-Z][\w’'-]{{1,30}}\sActs|[A-Z]{{1,5}}A\s{_YEAR})(?!\w)")
"""Names that are read no further: `the Housing Acts`, `TCPA 1990`."""
_NEXT_TO = 6
"""The most characters between “the Act” and the name that explains it: “section 9 of the Act (the Care Act 2014)”."""
_ADJECTIVE = re.compile(
    r"\s(?:requests?|assessments?|dut(?:y|ies)|reviews?|plans?|complaints?|applications?|enquir(?:y|ies)|guidance|appeals?)\b"
)
_OMBUDSMANS = "local-government-act-1974"
"""Every decision recites it, so that in another section “the Act” is no more likely to be this one."""
_ABOUT_THE_OMBUDSMAN = re.compile(r"section (?:2[3-9]|3[0-4])(?!\d)|schedule [45]A?(?!\d)|part")
"""Its Part III, and the schedules to that: decisions cite nothing else of it."""
_BRACKETS_REACH = 200
"""How many characters before a name are searched for the bracket that it is in."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Where an Act is named, and which Act is meant there and after it: a slug, or "" if that is not certain.

    in_sentence, in_paragraph: the Act, if no other is named before it in the same sentence or paragraph.
    in_passing: whether it is in brackets, or only says what kind of request or assessment is meant.
    spoken_of: the last Act not named in passing, None if there is none; only: the only one so far, but for the
    Ombudsman's own.
    called: the Acts that have been called “the Act” so far. A name in a heading is before the paragraph, at -1.
    """

    paragraph: int
    start: int
    end: int
    in_passing: bool
    in_sentence: str
    in_paragraph: str
    spoken_of: str | None
    only: str
    called: frozenset[str]


class NamedActs:
    """The Acts that a document names, also in its headings."""

    def __init__(self, document: Document) -> None:
        self._texts = document.wholes
        self._blocks = list(_blocks(document))
        named = (law for _, text, _ in self._blocks for law in laws(text))
        self._full = {slug_of(law.name) for law in named if law.kind == "act" and _FULL.search(law.name)}
        sections = enumerate(document.sections)
        self._section_of = {each.number: index for index, section in sections for each in section.paragraphs}

    def slug_of_name(self, name: str) -> str:
        """Return the slug of the law of this name; "" for the name of an Act without a year that is not certain."""
        slug = slug_of(name)
        if not name.endswith("Act"):
            return slug
        if _YEAR_FIRST.match(name):
            return slug if slug in self._full or slug in ACTS else ""
        full = {each for each in self._full if each.rpartition("-")[0] == slug}
        return _only(full) if full else ACTS_WITHOUT_YEAR.get(slug, "")

    def slug_after(self, each: Provision) -> str:
        """Return the slug of the Act that the words after a provision mean (`of the Act`); "" if in doubt."""
        slug = self._slug_after(each.paragraph, each.end)
        is_possible = slug != _OMBUDSMANS or _ABOUT_THE_OMBUDSMAN.match(f"{each.kind} {each.normalised}")
        return slug if is_possible else ""

    def _slug_after(self, paragraph: int, end: int) -> str:
        match = _THE_ACT.match(self._texts[paragraph], end)
        if match is None:
            return ""
        if year := match[1] or match[2]:
            return _only({full for full in self._full if full.endswith(f"-{year}")})
        at = bisect_right(self._named, (paragraph, end), key=lambda each: (each.paragraph, each.end))
        following = self._named[at] if at < len(self._named) else None
        if following and following.paragraph == paragraph and following.start - match.end() <= _NEXT_TO:
            return following.in_sentence
        return self._meant_after(self._named[at - 1], paragraph) if at else ""

    def _meant_after(self, nearest: _Named, paragraph: int) -> str:
        """Return the slug of the Act that “the Act” means in a paragraph, after the nearest name of one."""
        is_here = nearest.paragraph == paragraph
        slug = nearest.in_sentence if is_here else nearest.in_paragraph
        if nearest.called:
            return "" if is_here and slug and slug not in nearest.called else _only(nearest.called)
        if nearest.spoken_of not in (None, slug) or (nearest.in_passing and not is_here):
            return ""
        is_near = self._section_of.get(nearest.paragraph) == self._section_of.get(paragraph)
        return slug if is_near or nearest.only == slug else ""

    @cached_property
    def _named(self) -> list[_Named]:
        return list(self._in_order())

    def _in_order(self) -> Iterator[_Named]:
        spoken_of: str | None = None
        only: str | None = None
        called: frozenset[str] = frozenset()
        for paragraph, text, is_heading in self._blocks:
            names = self._names_in(text)
            passage = Passage(paragraph, text if names else "")
            in_sentence, in_paragraph, last = "", None, -1
            for start, end, slug in names:
                sentence = passage.sentence(start)
                in_sentence = slug if sentence != last or in_sentence == slug else ""
                in_paragraph = slug if in_paragraph in (None, slug) else ""
                begin = max(0, start - _BRACKETS_REACH)
                in_passing = text.rfind("(", begin, start) > text.rfind(")", begin, start)
                in_passing, last = in_passing or bool(_ADJECTIVE.match(text, end)), sentence
                spoken_of = spoken_of if in_passing else slug
                if not in_passing and slug != _OMBUDSMANS:
                    only = slug if only in (None, slug) else ""
                if _CALLED.match(text, end):
                    called |= {slug}
                place = (paragraph, -1, -1) if is_heading else (paragraph, start, end)
                yield _Named(*place, in_passing, in_sentence, in_paragraph, spoken_of, only or "", called)

    def _names_in(self, text: str) -> list[tuple[int, int, str]]:
        """Return the start and end of each name of an Act in the text, and the slug of the Act, "" if in doubt."""
        named = [(law.start, law.end, self.slug_of_name(law.name)) for law in laws(text) if law.kind == "act"]
        others = [(*match.span(), "") for match in _OTHER_NAME.finditer(text)] if "A" in text else []
        return sorted(named + others)


def _blocks(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Yield the texts of a document in order: the number of a paragraph, the text, and whether it is a heading's.

    A heading, and what comes before the first paragraph, has the number of the paragraph after it.
    """
    yield 0, document.summary or "", False
    number = 1
    for section in document.sections:
        yield from ((number, text, True) for text in (section.heading or "", *section.lead))
        yield from ((each.number, each.whole, False) for each in section.paragraphs)
        number += len(section.paragraphs)


def _only(slugs: Iterable[str]) -> str:
    """Return the one slug, "" if there are none or several."""
    several = set(slugs)
    return several.pop() if len(several) == 1 else ""
