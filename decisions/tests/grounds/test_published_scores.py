"""What is told about how often the rules are right is what counting finds."""

from decisions.grounds import CATALOGUE, published_scores
from decisions.grounds.evaluation import KEPT_ASIDE, measure, read
from decisions.grounds.published_scores import BY_GROUND, DECISIONS, OVERALL, Measure
from decisions.tests.grounds.test_labelled import LABELLED


def test_the_figures_written_down_are_those_that_counting_finds() -> None:
    score = measure(read(LABELLED, KEPT_ASIDE))
    counted = {slug: Measure(score.labelled[slug], score.right[slug], score.wrong[slug]) for slug in CATALOGUE}
    written = {slug: BY_GROUND.get(slug, Measure(0, 0, 0)) for slug in CATALOGUE}
    remedy = f"write into {published_scores.__file__} what `manage.py measure_grounds` counts in what is kept aside"
    assert (score.decisions, counted) == (DECISIONS, written), remedy
    assert set(BY_GROUND) <= set(CATALOGUE)
    assert OVERALL.found == score.right.total() + score.wrong.total()
    assert OVERALL.missed == score.labelled.total() - score.right.total()
