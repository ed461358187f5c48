"""How often the rules are right on the held-out set, as `measure_grounds` counts it.

The figures are written here because the labelled decisions are not installed with the archive; a test counts them
again. Those decisions are short, and written for this archive in the Ombudsman's manner, so the rules may be wrong more
or less often in real ones.
"""

from dataclasses import dataclass

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


DECISIONS = 334
"""Decisions in the held-out set, labelled by people who had not seen the rules."""
BY_GROUND = {
    "insufficient-evidence-of-fault": Measure(83, 83, 1),
    "no-significant-injustice": Measure(35, 33, 0),
    "no-different-outcome": Measure(15, 14, 0),
    "cannot-add-to-previous-investigation": Measure(11, 10, 0),
    "cannot-achieve-outcome-sought": Measure(11, 10, 0),
    "nothing-worthwhile-to-achieve": Measure(14, 14, 0),
    "better-placed-body": Measure(17, 17, 0),
    "already-remedied": Measure(17, 17, 2),
    "council-review-available": Measure(6, 6, 0),
    "complaint-handling-alone": Measure(13, 11, 1),
    "late-complaint": Measure(35, 34, 0),
    "premature": Measure(11, 9, 0),
    "appeal-right-tribunal": Measure(23, 23, 2),
    "appeal-right-minister": Measure(8, 8, 1),
    "court-remedy": Measure(25, 23, 0),
    "remedy-already-used": Measure(21, 20, 0),
    "not-suitable-complainant": Measure(5, 5, 0),
    "affects-all-inhabitants": Measure(3, 3, 0),
    "personnel": Measure(4, 4, 1),
    "commercial-contract": Measure(4, 4, 0),
    "school-internal": Measure(5, 5, 0),
    "social-housing-landlord": Measure(5, 5, 0),
    "crime-investigation": Measure(4, 3, 0),
    "body-not-covered": Measure(4, 4, 0),
    "not-administrative-function": Measure(3, 3, 0),
    "withdrawn": Measure(3, 3, 0),
    "other-discretion": Measure(5, 5, 1),
}
"""The counts of each ground, by its slug, in the order of the catalogue. A new ground may have none."""
OVERALL = Measure(
    sum(each.labelled for each in BY_GROUND.values()),
    sum(each.right for each in BY_GROUND.values()),
    sum(each.wrong for each in BY_GROUND.values()),
)
"""The sum over all grounds: every ground of every decision counts once."""


def measure_of(slug: str) -> Measure | None:
    """Return the counts of a ground; None where no held-out decision is labelled with it."""
    measure = BY_GROUND.get(slug)
    return measure if measure and measure.labelled else None


def by_title() -> dict[str, Measure | None]:
    """Return the counts of every ground of the catalogue, by its title."""
    return {ground.title: measure_of(slug) for slug, ground in CATALOGUE.items()}
