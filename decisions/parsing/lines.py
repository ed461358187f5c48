"""Source text → lines: white space made even, characters that show nothing dropped, web furniture told apart.

The words are never touched. Indentation is counted, since layouts nest by it.
"""

import re
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
"""Characters that show nothing: zero-width spaces and joiners, soft hyphens, byte order marks."""

_SPACES = re.compile(r"\s+")

_CLOSING = re.compile(r".{0,60}\bdecision on behalf of the ombudsm[ae]n\.?", re.IGNORECASE)

# Lines of the official site that stand around a decision, never in it; quotes straight, any case.
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
    re.IGNORECASE | re.VERBOSE,
)
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds words: its number in the source (from 1), its indentation (columns) and its text."""

    number: int
    indent: int
    text: str


def split_lines(text: str) -> list[str]:
    """The raw lines of a text, whatever ends them (never empty)."""
    return _LINE_END.split(text)


def split(text: str) -> list[Line]:
    """The lines of a source text that hold words, with runs of white space made one space."""
    lines = []
    for number, raw in enumerate(split_lines(text), start=1):
        visible = INVISIBLE.sub("", raw).expandtabs(4)
        words = _SPACES.sub(" ", visible).strip()
        if words:
            lines.append(Line(number, len(visible) - len(visible.lstrip()), words))
    return lines


def fold(text: str) -> str:
    """The text with curly quotes made straight, one character for one, and in lower case: for comparing only."""
    return text.translate(_STRAIGHT).lower()


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the web page around the decision."""
    return _FURNITURE.fullmatch(line.text.translate(_STRAIGHT)) is not None


def is_closing(text: str) -> bool:
    """Whether this is the line a decision is signed with ("Investigator's decision on behalf of the Ombudsman")."""
    return _CLOSING.fullmatch(text) is not None
