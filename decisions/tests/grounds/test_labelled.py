"""Short decisions labelled by hand: how many grounds are found, and how many rightly.

The rules were written with the development set in sight, so the floors here say that nothing got worse, not how well
the rules read an unseen decision. For that `measure_grounds` prints the scores of the held-out set.
"""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from decisions.grounds import CATALOGUE
from decisions.grounds.evaluation import DEVELOPMENT, HELD_OUT, evaluate, predict, read_cases
from decisions.grounds.published_scores import total

LABELLED = Path(__file__).resolve().parents[3] / "fixtures" / "labelled"
CASES = read_cases(LABELLED, DEVELOPMENT)


def test_precision_and_recall_on_the_development_set_do_not_fall() -> None:
    measure = total(evaluate(CASES).values())
    assert measure.right >= 0.97 * measure.found
    assert measure.right >= 0.97 * measure.labelled


@pytest.mark.parametrize("slug", CATALOGUE)
def test_no_ground_is_missed_more_than_once_in_ten_times(slug: str) -> None:
    measure = evaluate([case for case in CASES if slug in case["grounds"]])[slug]
    assert measure.right >= 0.9 * measure.labelled


def test_no_ground_is_found_in_a_decision_without_one() -> None:
    assert [case["summary"] for case in CASES if not case["grounds"] and predict(case)] == []


def test_every_ground_is_labelled_somewhere() -> None:
    unlabelled = [slug for slug, measure in evaluate(CASES).items() if not measure.labelled]
    assert unlabelled == [], f"add decisions that show these grounds to a file development-*.jsonl in {LABELLED}"


def test_no_held_out_decision_is_also_in_the_development_set() -> None:
    development = {case["summary"] for case in CASES}
    assert [case["summary"] for case in read_cases(LABELLED, HELD_OUT) if case["summary"] in development] == []


def test_the_command_reports_both_sets_and_counts_every_ground() -> None:
    out = StringIO()
    call_command("measure_grounds", stdout=out)
    lines = out.getvalue().splitlines()
    assert [line.split(":")[0] for line in lines if not line.startswith(" ")] == [
        "Development set",
        "Held-out set",
    ]
    assert {slug for slug in CATALOGUE if any(line.startswith(f"  {slug}: ") for line in lines)} == set(CATALOGUE)


def test_the_command_counts_what_is_right_wrong_and_missed(tmp_path: Path) -> None:
    reason = "We will not investigate. There is not enough evidence of fault."
    (tmp_path / "development-1.jsonl").write_text(
        f'{{"outcome": "Closed", "summary": "{reason}", "grounds": ["late-complaint", "withdrawn"]}}\n', "utf-8"
    )
    out = StringIO()
    call_command("measure_grounds", str(tmp_path), stdout=out)
    assert out.getvalue().splitlines() == [
        "Development set: 1 decisions, 0 of 2 grounds found, 1 wrongly; precision 0.000, recall 0.000, micro-F1 0.000",
        "  insufficient-evidence-of-fault: 0 of 0, 1 wrongly",
        "  late-complaint: 0 of 1",
        "  withdrawn: 0 of 1",
        "Held-out set: 0 decisions, 0 of 0 grounds found, 0 wrongly; precision 1.000, recall 1.000, micro-F1 1.000",
    ]


def test_the_command_says_so_where_nothing_is_labelled(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no labelled decisions"):
        call_command("measure_grounds", str(tmp_path))
