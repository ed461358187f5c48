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
        """The percentage as printed, `30%`; "" if the total is below `ENOUGH`.

        It is `<1%` rather than 0% where there are some, and `>99%` rather than 100% if not all.
        """
        if self.percentage is None:
            return ""
        bound = {0: "<1", 100: ">99"} if 0 < self.number < self.of else {}
        return f"{bound.get(self.percentage, self.percentage)}%"

    def __str__(self) -> str:
        """Return `12 of 40 (30%)`, with no-break spaces, so that a line can end only before the bracket."""
        words = f"{self.number:,}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{self.of:,}"
        return f"{words} ({self.percent})" if self.percent else words
