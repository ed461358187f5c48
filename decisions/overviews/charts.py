"""Numbers as small pictures: where the columns of a chart stand, in hundredths of its width and height. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from decisions.percentages import Share

_TOP, _FOOT = 9.0, 88.0
"""Between these heights stand the columns: above them their totals, below them their labels."""
_FILLED = 0.78  # of the room that a column has; the rest parts it from the next
_LEAST_CEILING = 5
_MOST_LABELS = 9  # that fit beside one another on a phone
_MOST_WIDE = 18  # that fit on a wide screen


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together, one a column: they stand on those of the series before."""

    label: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a column, and which series it is of, from 1."""

    part: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above or below a column, at its middle. `kind` says where there is no room for it."""

    x: float
    y: float
    text: str
    kind: str
    """`all`; `wide`: not on a phone; `none`: nowhere."""


@dataclass(frozen=True)
class Columns:
    """A chart of columns, each of one piece a series. Its table has the same numbers.

    `addresses`: for each column where its decisions are listed, if there is such a place. `wholes`: for each column
    how many it is a part of, if the table is to say so. `ceiling`: the number that the chart's full height stands for,
    where several charts are to be compared; 0: its own highest. `left_out`: how many have no column to stand in.
    """

    title: str
    heads: tuple[str, ...]
    series: tuple[Series, ...]
    addresses: tuple[str, ...] = ()
    wholes: tuple[int, ...] = ()
    ceiling: int = 0
    left_out: int = 0

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """How much each column stands for."""
        return tuple(map(sum, zip(*(each.numbers for each in self.series), strict=True)))

    @property
    def total(self) -> int:
        """How much all of them stand for."""
        return sum(self.totals)

    @property
    def highest(self) -> int:
        """How much the tallest column stands for."""
        return max(self.totals, default=0)

    @property
    def description(self) -> str:
        """What the picture shows, for those who do not see it; the numbers themselves stand in the table."""
        if not self.highest:
            return "Nothing to show."
        tallest = self.heads[self.totals.index(self.highest)]
        words = f"{len(self.heads)} columns from {self.heads[0]} to {self.heads[-1]}, " if len(self.heads) > 1 else ""
        words += f"the tallest {tallest} with {self.highest:,}."
        if len(self.series) > 1:
            words += " The columns show " + ", ".join(f"{each.label} ({each.total:,})" for each in self.series) + "."
        return words[0].upper() + words[1:]

    @property
    def rows(self) -> Iterator[tuple[str, str, tuple[int, ...], str]]:
        """The table: each column's head, address ("" for none), number of each series, and total in words."""
        addresses = self.addresses or ("",) * len(self.heads)
        numbers = zip(*(each.numbers for each in self.series), strict=True)
        totals = [f"{total:,}" for total in self.totals]
        if self.wholes:
            totals = [str(Share(*each)) for each in zip(self.totals, self.wholes, strict=True)]
        yield from zip(self.heads, addresses, numbers, totals, strict=True)

    @property
    def bars(self) -> Iterator[Bar]:
        """The pieces of the columns that have a height, column by column from below."""
        scale = self._scale
        for place, numbers in enumerate(zip(*(each.numbers for each in self.series), strict=True)):
            foot = _FOOT
            for part, number in enumerate(numbers, 1):
                height = number * scale
                foot -= height
                if number:
                    yield Bar(part, self._left(place), round(foot, 2), self._width, round(height, 2))

    @property
    def labels(self) -> Iterator[Label]:
        """The head below each column and the total above it."""
        scale = self._scale
        for place, (head, total) in enumerate(zip(self.heads, self.totals, strict=True)):
            middle = round(self._left(place) + self._width / 2, 2)
            kind = self._kind(place)
            yield Label(middle, 98.0, head, kind)
            if total:
                yield Label(middle, round(_FOOT - total * scale - 1.5, 2), f"{total:,}", kind)

    @property
    def _scale(self) -> float:
        """How high one stands. A column of one or two is no tower."""
        return (_FOOT - _TOP) / max(self.ceiling or self.highest, _LEAST_CEILING)

    @property
    def _width(self) -> float:
        return round(_FILLED * 100 / max(len(self.heads), 4), 2)

    def _left(self, place: int) -> float:
        room = 100 / max(len(self.heads), 4)
        return round(place * room + room * (1 - _FILLED) / 2, 2)

    def _kind(self, place: int) -> str:
        """Whether there is room for what belongs to a column: the last always has it."""
        behind = len(self.heads) - 1 - place
        if behind % -(-len(self.heads) // _MOST_WIDE):
            return "none"
        return "wide" if behind % -(-len(self.heads) // _MOST_LABELS) else "all"
