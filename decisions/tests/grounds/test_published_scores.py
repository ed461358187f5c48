"""The published scores are what counting finds."""

from decisions.grounds import CATALOGUE, published_scores
from decisions.grounds.evaluation import HELD_OUT, evaluate, read_cases
from decisions.grounds.published_scores import BY_GROUND, DECISIONS, OVERALL, Measure
from decisions.tests.grounds.test_labelled import LABELLED


def test_the_published_figures_are_those_that_counting_finds() -> None:
    score = evaluate(read_cases(LABELLED, HELD_OUT))
    counted = {slug: Measure(score.labelled[slug], score.right[slug], score.wrong[slug]) for slug in CATALOGUE}
    written = {slug: BY_GROUND.get(slug, Measure(0, 0, 0)) for slug in CATALOGUE}
    differing = {slug: f"{counted[slug]}, not {written[slug]}" for slug in CATALOGUE if counted[slug] != written[slug]}
    remedy = f"write into {published_scores.__file__} what `manage.py measure_grounds` counts in the held-out set"
    assert not differing, f"{differing}\n{remedy}"
    assert score.decisions == DECISIONS, remedy
    assert set(BY_GROUND) <= set(CATALOGUE)
    assert OVERALL.found == score.right.total() + score.wrong.total()
    assert OVERALL.missed == score.labelled.total() - score.right.total()
