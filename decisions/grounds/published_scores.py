"""How often the rules are right on the held-out set, as `measure_grounds` counts it.

The figures are in `published_scores.toml` because the labelled decisions are not installed with the archive; a test
counts them again. Those decisions are short, and written for this archive in the Ombudsman's manner, so the rules may
be wrong more or less often in real ones.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from decisions.grounds.catalogue import CATALOGUE
from decisions.percentages import Share


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of decisions.

    labelled: those that a person labelled with the ground; right: those of them in which the rules found it;
    wrong: others in which the rules found it.
    """

    labelled: int
    right: int
    wrong: int

    @property
    def found(self) -> int:
        """The number that the rules found, rightly or wrongly."""
        return self.right + self.wrong

    @property
    def missed(self) -> int:
        """The number labelled that the rules did not find."""
        return self.labelled - self.right

    @property
    def precision(self) -> Share:
        """The share of those found that are right."""
        return Share(self.right, self.found)

    @property
    def recall(self) -> Share:
        """The share of those labelled that the rules found."""
        return Share(self.right, self.labelled)


def total(measures: Iterable[Measure]) -> Measure:
    """Return the sum over grounds: every ground of every decision counts once."""
    every = list(measures)
    return Measure(
        sum(each.labelled for each in every), sum(each.right for each in every), sum(each.wrong for each in every)
    )


_FIGURES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
DECISIONS: int = _FIGURES["decisions"]
"""Decisions in the held-out set."""
BY_GROUND = {slug: Measure(**counts) for slug, counts in _FIGURES["grounds"].items()}
"""The counts of each ground, by its slug. A new ground may have none."""
OVERALL = total(BY_GROUND.values())
"""The sum over all grounds."""


def measure_of(slug: str) -> Measure | None:
    """Return the counts of a ground; None where no held-out decision is labelled with it."""
    measure = BY_GROUND.get(slug)
    return measure if measure and measure.labelled else None


def by_title() -> dict[str, Measure | None]:
    """Return the counts of every ground of the catalogue, by its title."""
    return {ground.title: measure_of(slug) for slug, ground in CATALOGUE.items()}
