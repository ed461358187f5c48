"""Shares, such as `12 of 40 (30%)`: the only way in which the archive gives a part of a whole."""

from dataclasses import dataclass

ENOUGH = 30
"""The fewest decisions that a percentage is given for."""


@dataclass(frozen=True, slots=True)
class Share:
    """A number of a total."""

    number: int
    of: int

    @property
    def percentage(self) -> int | None:
        """The percentage, rounded; None if the total is below `ENOUGH`."""
        return round(100 * self.number / self.of) if self.of >= ENOUGH else None

    @property
    def percent(self) -> str:
        """The percentage as printed, `30%`; "" if the total is below `ENOUGH`."""
        return "" if self.percentage is None else _bounded(self.percentage, is_between=0 < self.number < self.of)

    def __str__(self) -> str:
        """Return `12 of 40 (30%)`, with no-break spaces, so that a line can end only before the bracket."""
        words = f"{self.number:,}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{self.of:,}"
        return f"{words} ({self.percent})" if self.percent else words


def _bounded(percentage: int, *, is_between: bool) -> str:
    """Return the percentage as `<1%` rather than 0% where there are some, and `>99%` rather than 100% if not all."""
    if is_between and percentage == 0:
        return "<1%"
    bounded = ">99" if is_between and percentage == 100 else str(percentage)
    return f"{bounded}%"
