"""The published scores are what counting finds."""

from pathlib import Path

from decisions.grounds import CATALOGUE, published_scores
from decisions.grounds.evaluation import HELD_OUT, evaluate, read_cases
from decisions.grounds.published_scores import BY_GROUND, DECISIONS, OVERALL, Measure
from decisions.tests.grounds.test_labelled import LABELLED


def test_the_published_figures_are_those_that_counting_finds() -> None:
    cases = read_cases(LABELLED, HELD_OUT)
    counted = evaluate(cases)
    written = {slug: BY_GROUND.get(slug, Measure(0, 0, 0)) for slug in counted}
    differing = {slug: f"{counted[slug]}, not {written[slug]}" for slug in counted if counted[slug] != written[slug]}
    file = Path(published_scores.__file__).with_suffix(".toml")
    remedy = f"write into {file} what `manage.py measure_grounds` counts in the held-out set"
    assert not differing, f"{differing}\n{remedy}"
    assert len(cases) == DECISIONS, remedy
    assert set(BY_GROUND) <= set(CATALOGUE)
    assert OVERALL.found == sum(each.right + each.wrong for each in counted.values())
    assert OVERALL.missed == sum(each.labelled - each.right for each in counted.values())
