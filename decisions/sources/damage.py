"""Signs that a text was damaged before it came here: a broken encoding, lost characters, entities left over.

Damaged words are never repaired: what they were is a guess. They are a doubt.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from decisions.parsing.document import Doubt
from decisions.parsing.lines import split_lines

_MOST = 20  # doubts about one text; a text that is broken throughout is one thing to look at
_LONGEST_QUOTE = 40  # characters
_UNUSUAL = re.compile(r"[^\x00-\x7f\xa0‘’“”–—…•£€⟦⟧]|[&=?\\](?=[#\w])|\?\?")
"""What every damaged line has: a character that few texts have, or a mark before a word."""
_WRONG_LETTERS = re.compile(
    r"""[\ufffd\x80-\x9f¤]
    | [a-z][À-ÖØ-Þ]                                       # CouncilÕs: Mac OS Roman read as Windows-1252
    | (?<!\w)[^\W\d_a-zA-Z¹²³⁰-₉¼½¾](?=\d)               # ú150, œ150: the pound sign of DOS
    | (?:ouncil|mbudsman|omplainant|uthority|\b[A-Z])(?!['´ʼ′])[^\x00-\x7f‘’“”–—…•£€]s\b   # Councilís""",
    re.VERBOSE,
)
_LOST = re.compile(
    r"""[^\W\d_]\?+(?:s|t|re|ve|ll|d|m)\b(?![=/])         # Council?s
    | (?<![^\s(])\?(?=\w)                                 # ?150""",
    re.VERBOSE,
)
_ESCAPES = re.compile(r"=(?:C2|C3|E2)=[0-9A-F]{2}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#x?[0-9a-f]+\b;?|\w+;|(?:amp|nbsp|pound|quot|[lr][sd]quo)\b)", re.IGNORECASE)


def is_damaged(words: str) -> bool:
    """Whether words look damaged."""
    return bool(_damage(words))


def damaged_lines(text: str) -> Iterator[Doubt]:
    """Yield a doubt for each damaged line of a text, at most 20."""
    if not _UNUSUAL.search(text):
        return
    found = 0
    for number, line in enumerate(split_lines(text), start=1):
        if not (why := _damage(line)):
            continue
        found += 1
        if found == _MOST:
            yield Doubt(number, f"{why}; further lines may be damaged, too")
            return
        yield Doubt(number, why)


def _damage(line: str) -> str:
    """Return what looks damaged in a line, and how; "" for a sound one."""
    if not _UNUSUAL.search(line):
        return ""
    for pattern, why in _signs():
        for match in pattern.finditer(line):
            if pattern is not _ENTITY:
                return f"“{_words_around(line, match)}” {why}"
            if not match[0].endswith(";") or unescape(match[0]) != match[0]:
                return f"“{match[0]}” {why}"
    return ""


@cache
def _signs() -> tuple[tuple[re.Pattern[str], str], ...]:
    from ftfy.badness import BADNESS_RE  # noqa: PLC0415 - a process that only serves pages need not load it

    return (
        (BADNESS_RE, "looks like text in another encoding"),
        (_WRONG_LETTERS, "has a character that looks wrong"),
        (_LOST, "has a question mark where a character seems to be lost"),
        (_ESCAPES, "has the code of a character, left over"),
        (_ENTITY, "is an HTML entity, left over"),
    )


def _words_around(line: str, match: re.Match[str]) -> str:
    start = line.rfind(" ", 0, match.start() + 1) + 1
    end = line.find(" ", match.end())
    return line[start : end if end >= 0 else None][:_LONGEST_QUOTE]
