"""Column charts: the positions of bars and labels in per cent of the chart's width and height. No Django."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from decisions.percentages import Share

_TOP, _FOOT = 9.0, 88.0
"""The columns are between these heights: totals are above them, labels below."""
_FILLED = 0.78  # of the width for a column; the rest is the gap to the next
_LEAST_CEILING = 5
_MOST_LABELS = 9  # that fit side by side on a phone
_MOST_WIDE = 18  # that fit on a wide screen


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart, with one number for each column, stacked on the series before."""

    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The piece of a column for one series; `part` is the number of the series, from 1."""

    part: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text above or below a column, at its middle. `kind` says where there is room for it."""

    x: float
    y: float
    text: str
    kind: str
    """`all`: everywhere; `wide`: on wide screens, not on a phone; `none`: nowhere."""


@dataclass(frozen=True)
class Columns:
    """A chart of stacked columns, and the table of its numbers.

    `heads`: the labels of the columns. `addresses`: the list of each column's decisions, or empty. `wholes`: the totals
    that the columns are shares of, for the table, or empty. `ceiling`: the number at full height, where charts are to
    be compared; 0 for the chart's own highest. `left_out`: the number of decisions without a column (no date).
    """

    title: str
    heads: tuple[str, ...]
    series: tuple[Series, ...]
    addresses: tuple[str, ...] = ()
    wholes: tuple[int, ...] = ()
    ceiling: int = 0
    left_out: int = 0

    @cached_property
    def numbers(self) -> list[tuple[int, ...]]:
        """The numbers of each column, one for each series."""
        return list(zip(*(each.numbers for each in self.series), strict=True))

    @cached_property
    def totals(self) -> list[int]:
        """The total of each column."""
        return [sum(numbers) for numbers in self.numbers]

    @property
    def total(self) -> int:
        """The total of all columns."""
        return sum(self.totals)

    @property
    def highest(self) -> int:
        """The total of the tallest column."""
        return max(self.totals, default=0)

    @property
    def description(self) -> str:
        """A description of the picture for screen readers; all numbers are in the table."""
        if not self.highest:
            return "Nothing to show."
        tallest = self.heads[self.totals.index(self.highest)]
        words = f"{len(self.heads)} columns from {self.heads[0]} to {self.heads[-1]}, the" if self.heads[1:] else "The"
        words += f" tallest {tallest} with {self.highest:,}."
        if len(self.series) > 1:
            parts = [f"{each.label} ({sum(each.numbers):,})" for each in self.series]
            words += f" The columns show {', '.join(parts)}."
        return words

    @property
    def rows(self) -> Iterator[tuple[str, str, tuple[int, ...], str]]:
        """The rows of the table: a column's head, address ("" for none), number in each series, and total in words."""
        addresses = self.addresses or ("",) * len(self.heads)
        totals = [f"{total:,}" for total in self.totals]
        if self.wholes:
            totals = [str(Share(*each)) for each in zip(self.totals, self.wholes, strict=True)]
        yield from zip(self.heads, addresses, self.numbers, totals, strict=True)

    @property
    def bars(self) -> Iterator[Bar]:
        """The pieces that have a height, column by column from below."""
        for place, numbers in enumerate(self.numbers):
            foot = _FOOT
            for part, number in enumerate(numbers, 1):
                height = number * self._scale
                foot -= height
                if number:
                    yield Bar(part, self._left(place), round(foot, 2), self._width, round(height, 2))

    @property
    def outlines(self) -> list[tuple[int, str]]:
        """The pieces of each series as one SVG path, in per cent: number of the series, and path data."""
        paths: dict[int, str] = {}
        for bar in self.bars:
            left, top = round(bar.x, 1), round(bar.y, 1)
            right, foot = round(bar.x + bar.width, 1), round(bar.y + bar.height, 1)
            paths[bar.part] = paths.get(bar.part, "") + f"M{left} {top}H{right}V{foot}H{left}z"
        return sorted(paths.items())

    @property
    def labels(self) -> Iterator[Label]:
        """The head below each column, and the total above it unless it is 0."""
        for place, (head, total) in enumerate(zip(self.heads, self.totals, strict=True)):
            middle = round(self._left(place) + self._width / 2, 2)
            kind = self._kind(place)
            yield Label(middle, 98.0, head, kind)
            if total:
                yield Label(middle, round(_FOOT - total * self._scale - 1.5, 2), f"{total:,}", kind)

    @cached_property
    def _scale(self) -> float:
        """Height per decision. Short series get a ceiling of five so that one decision does not fill the chart."""
        return (_FOOT - _TOP) / max(self.ceiling or self.highest, _LEAST_CEILING)

    @property
    def _width(self) -> float:
        return round(_FILLED * 100 / max(len(self.heads), 4), 2)

    def _left(self, place: int) -> float:
        room = 100 / max(len(self.heads), 4)
        return round(place * room + room * (1 - _FILLED) / 2, 2)

    def _kind(self, place: int) -> str:
        """Return where there is room for a column's label. Counted from the last, which always has one."""
        behind = len(self.heads) - 1 - place
        if behind % -(-len(self.heads) // _MOST_WIDE):
            return "none"
        return "wide" if behind % -(-len(self.heads) // _MOST_LABELS) else "all"
