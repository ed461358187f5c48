"""References to paragraphs of the decision itself, and to other decisions.

A paragraph of a schedule, code, policy or other document is not one; in doubt there is no reference.
"""

import re
from collections.abc import Iterator

from decisions.mentions.mention import DecisionReference, ParagraphReference
from decisions.parsing.reference import normalise

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty"
)
_IN_WORDS = {word: number for number, word in enumerate(_WORDS.split("|"), start=1)}
_DIGITS_OR_WORD = rf"\d{{1,3}}(?![\w.]\w|\w)|(?:{_WORDS})(?![\w-])"
_NUMBER = rf"(?:{_DIGITS_OR_WORD})(?:\s?\([a-z]{{1,4}}\))?"
_PARAGRAPHS = re.compile(
    rf"(?<![\w-])(?:paragraphs?|paras?\.?)\s?(?P<list>{_NUMBER}"
    rf"(?:(?:,\s(?:and\s)?|\s(?:and|or|&|to)\s|\s?[-–—]\s?){_NUMBER}){{0,20}})"
    r"(?P<own>,?\s\(?(?:above|below)(?!\w)\)?|,?\s(?:of|in)\sthis\s(?:decision|statement|report)(?!\w))?",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"(?P<number>{_DIGITS_OR_WORD})(?:\s?\([a-z]{{1,4}}\))?(?P<range>\sto\s|\s?[-–—]\s?)?", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"(?:\sabove|\sbelow)?,?\s(?:(?:of|in|to|from|on)\s(?:the|its|his|her|their|that|our|my|your|an?|schedule|sch(?:ed)?|part"
    r"|annex|appendix|chapter|section)\b|\(?(?:schedule|sch(?:ed)?)\b)",
    re.IGNORECASE,
)
_OTHER_DOCUMENT = re.compile(
    r"\b(?:schedules?|sch(?:ed)?|codes?|polic(?:y|ies)|guidance|guidelines?|acts?|regulations?|frameworks?|nppf|statutes?"
    r"|circulars?|handbook|manual|procedures?|protocols?|plans?|reports?|letters?|contracts?|agreements?|judge?ments?"
    r"|annex|appendix|part|chapter|orders?|leases?|constitution|standards?|toolkit|scheme|strategy|terms"
    r"|ewca|ewhc|uksc|ukhl|ukut)\b",
    re.IGNORECASE,
)
_IN_A_SCHEDULE = re.compile(r"\b(?:schedule|sch(?:ed)?\.?)\s?\d{1,2}[a-z]?,?\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|each|every)\s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]['\"’”)\]]{0,3}\s")
_REACH = 300
"""How many characters before a reference to a paragraph are read."""

_REFERENCE = re.compile(
    # What must not come before is checked after the first digits, so that the search looks only for digits.
    r"[0-9]{2}(?<![\w£$€.,/-][0-9]{2})(?<![0-9] [0-9]{2})"
    r"(?P<gap>[\s._/\u2010-\u2015\u2212-]?)[0-9]{3}(?P=gap)[0-9]{3}[A-Za-z]?"
    r"(?!\w|[-/.,\s][0-9]{3}(?![0-9])|[-/.][0-9])",
)
_CUE = re.compile(
    r"\b(?:ref|refs|reference|references|complaints?|cases?|decisions?|lgsco|lgo|ombudsman|number|numbers|no|nos)"
    r"\b[.:]?(?:\s(?:number|no|ref|reference)\b[.:]?)?[\s(:]{0,3}(?:[\d\s-]{8,11}[a-z]?(?:,|\sand|\sor)\s?){0,3}$",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"\b(?:telephone|tel|phone|call|ring|fax|mobile)\b[^.;]{0,20}$", re.IGNORECASE)
_PLAIN_GAPS = {" ", "\u00a0", "\u202f", *"-‐‑‒–—−"}


def paragraphs_in(text: str, paragraph: int, count: int) -> Iterator[ParagraphReference]:
    """Yield each reference in the text of `paragraph` to paragraphs of the same document, which has `count` of them."""
    for match in _PARAGRAPHS.finditer(text) if "para" in text.lower() else ():
        if text[match.end() : match.end() + 1].isalnum() or not _is_to_this_decision(text, match):
            continue
        numbers = _numbers(match["list"])
        if numbers and all(1 <= number <= count for number in numbers):
            yield ParagraphReference(numbers, paragraph, match.start(), match.end())


def _is_to_this_decision(text: str, match: re.Match[str]) -> bool:
    """Whether the words mean paragraphs of this decision, and not of another document."""
    if match["own"] and match["own"].rstrip().endswith(("decision", "statement", "report")):
        return True
    if _OF_ANOTHER.match(text, match.end()):
        return False
    if match["list"][0].isalpha() and _ARTICLE.search(text, max(0, match.start() - 10), match.start()):
        return False  # "the paragraph one would expect"
    if match["own"]:
        return not _IN_A_SCHEDULE.search(text[max(0, match.start() - 25) : match.start()])
    before = text[max(0, match.start() - _REACH) : match.start()]
    sentences = _SENTENCE_END.split(before)
    # "The Code says … Paragraph 12 adds …": the document may be named in the sentence before.
    near = " ".join(sentences[-2:]) if match[0][0] == "P" else sentences[-1]
    return not _OTHER_DOCUMENT.search(near)


def _numbers(listed: str) -> tuple[int, ...]:
    """Return the numbers of a list, ranges filled in; none if a range runs backwards."""
    numbers: list[int] = []
    range_start: int | None = None
    for match in _EACH.finditer(listed):
        printed = match["number"].lower()
        number = _IN_WORDS.get(printed) or int(printed)
        if range_start is not None:
            if number <= range_start:
                return ()
            numbers += range(range_start + 1, number + 1)
        else:
            numbers.append(number)
        range_start = number if match["range"] else None
    return tuple(dict.fromkeys(numbers))


def decisions_in(text: str, paragraph: int, own: str) -> Iterator[DecisionReference]:
    """Yield each reference in the text of `paragraph` to a decision other than `own`, in printed form."""
    for match in _REFERENCE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _TELEPHONE.search(before) or not (match["gap"] in _PLAIN_GAPS or _CUE.search(before)):
            continue
        reference = normalise(match[0])
        if reference is not None and reference != own:
            yield DecisionReference(reference, paragraph, match.start(), match.end())
