"""A decision's paragraphs as its page shows them: which are folded, and where the words of a search are."""

from collections.abc import Iterable
from dataclasses import dataclass

from decisions.highlighting import Segment

_OPENING = 50  # characters of a folded paragraph that stay in view
_SHORT = 120  # characters; folding a paragraph of two lines gains nothing


@dataclass(frozen=True, slots=True)
class PageLine:
    """A paragraph or an item on the page. `anchor` is empty where nothing can link to it.

    `is_standard`: it is, or belongs to, a standard paragraph without evidence, which the page may fold.
    """

    anchor: str
    number: int
    label: str
    depth: int
    segments: list[Segment]
    is_standard: bool = False

    @property
    def match(self) -> int:
        """The number of the match that it is; 0 if it is none."""
        return match_in(self.segments)


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """A paragraph with its items, or items that come before the first paragraph of a section."""

    lines: list[PageLine]

    @property
    def numbered(self) -> PageLine | None:
        """The paragraph without its items; None for items without a paragraph."""
        return None if self.lines[0].depth else self.lines[0]

    @property
    def items(self) -> list[PageLine]:
        """The items."""
        return self.lines if self.lines[0].depth else self.lines[1:]

    @property
    def is_folded(self) -> bool:
        """Whether it is a standard paragraph, shown in a `<details>`, which search in the page and print open."""
        length = sum(len(each.text) for line in self.lines for each in line.segments)
        return self.lines[0].is_standard and self.lines[0].depth == 0 and length > _SHORT

    @property
    def opening(self) -> str:
        """Its first words, in view when it is folded."""
        words = "".join(each.text for each in self.lines[0].segments)
        return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0]}…"

    @property
    def has_match(self) -> bool:
        """Whether it or an item is a match, so that it is not closed when it is folded."""
        return any(line.match for line in self.lines)


def match_in(segments: Iterable[Segment]) -> int:
    """Return the number of the match that segments are; 0 if they are none."""
    return next((each.match for each in segments if each.match), 0)
