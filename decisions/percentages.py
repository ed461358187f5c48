"""So many of so many: the one way in which the archive tells a part of something. Pure."""

from dataclasses import dataclass

ENOUGH = 30
"""Decisions that a percentage is of, at least."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    number: int
    of: int

    @property
    def percentage(self) -> int | None:
        """How many in a hundred; None where they are too few to say so."""
        return round(100 * self.number / self.of) if self.of >= ENOUGH else None

    @property
    def percent(self) -> str:
        """The percentage as printed, `30%`; "" where they are too few to say so."""
        return "" if self.percentage is None else _bounded(self.percentage, is_between=0 < self.number < self.of)

    def __str__(self) -> str:
        """In words: `12 of 40 (30%)`; a line may end before the bracket alone."""
        words = f"{self.number:,}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{self.of:,}"
        return f"{words} ({self.percent})" if self.percent else words


def _bounded(percentage: int, *, is_between: bool) -> str:
    """A percentage that does not say none where there are some, nor all where some are missing."""
    if is_between and percentage == 0:
        return "<1%"
    bounded = ">99" if is_between and percentage == 100 else str(percentage)
    return f"{bounded}%"
