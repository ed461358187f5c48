"""The lines of a source text, with even white space, without invisible characters, and which are web furniture.

The words are never changed. Indentation is counted, since layouts nest by it.
"""

import re
from dataclasses import dataclass

INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
"""Invisible characters: zero-width spaces and joiners, soft hyphens, byte order marks."""

_CLOSING = re.compile(r".{0,60}\bdecision on behalf of the ombudsm[ae]n\.?", re.IGNORECASE)

# Lines of the official site around a decision, never in it, as `fold` returns them.
_FURNITURE = re.compile(
    r"""back\ to\ top
    | print\ this\ page
    | lgo\ logogram
    | skip\ to\ (main\ )?content
    | (review\ your\ )?privacy\ settings
    | (view\ )?(required|analytical)\ cookies
    | these\ cookies\ enable\ the\ website\ to\ function\ properly\b.*
    | google\ analytics\ cookies\ help\ us\ improve\ the\ performance\ of\ the\ website\b.*
    | we\ recommend\ you\ set\ these\ 'on'\.?
    | in\ using\ google\ analytics,\ we\ do\ not\ collect\ or\ store\ personal\ information\b.*""",
    re.VERBOSE,
)
_CURLY = (("‘", "'"), ("’", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"'))


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has words: its number in the source (from 1), its indentation (in columns) and its text."""

    number: int
    indent: int
    text: str


def split_lines(text: str) -> list[str]:
    """Return the raw lines of a text, whatever ends them: at least one."""
    raw = f"{text}.".splitlines()  # with the stop, a text that ends in a line end has an empty last line
    raw[-1] = raw[-1][:-1]
    return raw


def split(text: str) -> list[Line]:
    """Return the lines of a source text that have words, with runs of white space made one space."""
    lines = []
    for number, raw in enumerate(split_lines(text), start=1):
        visible = raw if raw.isascii() else INVISIBLE.sub("", raw)
        if words := visible.strip():
            if "\t" in visible:
                visible = visible.expandtabs(4)
            lines.append(Line(number, len(visible) - len(visible.lstrip()), _single_spaced(words)))
    return lines


def _single_spaced(words: str) -> str:
    even = "  " not in words and words.isprintable()  # of white space only the plain space is printable
    return words if even else " ".join(words.split())


def fold(text: str) -> str:
    """Return the text in lower case with curly quotes made straight, character for character: for comparing only."""
    if not text.isascii():
        for curly, straight in _CURLY:
            text = text.replace(curly, straight)
    return text.lower()


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the web page around the decision."""
    # Most lines begin with a mark, and furniture does not.
    return line.text[0].isalpha() and _FURNITURE.fullmatch(fold(line.text)) is not None


def is_closing(text: str) -> bool:
    """Whether this is the signature of a decision ("Investigator's decision on behalf of the Ombudsman")."""
    return _CLOSING.fullmatch(text) is not None
