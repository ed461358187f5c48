"""The benchmarks run, their answers agree, and they print what they found. No ratio is asserted: machines differ."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.conf import settings

from benchmarks.goals import GOALS, Goal
from benchmarks.measure import interleave, ratio
from benchmarks.queries import COMMON, FACETS, MID, QUERIES, RARE, Query
from benchmarks.report import Run, goals_table
from benchmarks.yardsticks.answer import Answer, differences
from decisions.tests import postgresql
from decisions.tests.project.servers import environment


@pytest.fixture(scope="module")
def bench():
    """A short run over 200 decisions, and where it wrote."""
    command = [sys.executable, "-m", "benchmarks", "--size", "200", "--brief", "--postgresql"]
    with tempfile.TemporaryDirectory() as name:  # pytest's own are closed to the user that PostgreSQL runs as
        folder = Path(name)
        folder.chmod(0o755)
        command += ["--output", str(folder / "out")]
        env = environment(folder)
        yield (
            subprocess.run(command, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True, check=False),
            folder,
        )


@pytest.mark.only_long("benchmark")
def test_all_answers_agree_before_they_are_timed(bench):
    done, _ = bench
    assert done.returncode == 0, done.stderr[-2000:]
    assert "differs" not in done.stdout


@pytest.mark.only_long("benchmark")
def test_every_goal_is_printed_with_target_measured_and_verdict(bench):
    done, _ = bench
    for goal in GOALS:
        assert goal.title in done.stdout
    assert "| met |" in done.stdout or "| **not met** |" in done.stdout


@pytest.mark.only_long("benchmark")
@pytest.mark.skipif(postgresql.programs() is None, reason="no PostgreSQL here; `python3 dev.py test` has one")
def test_without_a_url_a_postgresql_of_its_own_is_measured_and_its_data_kept(bench):
    done, folder = bench
    (line,) = [each for each in done.stdout.splitlines() if "PostgreSQL" in each]
    assert re.search(r"\| 0?\.?\d+.*(met|not met)", line), line
    assert list(folder.glob("benchmarks/*/200/postgresql/data/PG_VERSION"))


@pytest.mark.only_long("benchmark")
def test_the_report_and_the_plot_are_written(bench):
    _, folder = bench
    report = (folder / "out" / "RESULTS.md").read_text(encoding="utf-8")
    assert "200 decisions" in report
    assert "maladministration" in report or "council" in report
    assert str(folder) not in report
    assert ET.parse(folder / "out" / "results.svg").getroot().tag.endswith("svg")


def test_a_differing_count_is_named():
    ours, theirs = Answer(3, {"year": {"2020": 2, "2021": 1}}), Answer(2, {"year": {"2020": 2}})
    assert differences(Query("mid words", "noise"), ours, theirs) == [
        "noise: total 3, not 2",
        "noise: year 2021: 1, not 0",
    ]


def test_a_differing_row_is_named_where_the_order_matters():
    ours, theirs = Answer(2, {}, ["a", "b"]), Answer(2, {}, ["b", "a"])
    assert differences(Query("oldest first", "noise", sort="oldest"), ours, theirs)
    assert not differences(Query("mid words", "noise"), ours, theirs)


def test_no_query_comes_twice_and_each_facet_is_asked_for_alone_and_with_others():
    assert len({str(query) for query in QUERIES}) == len(QUERIES)
    asked = [set(query.selected) for query in QUERIES]
    for facet in FACETS:
        assert {facet} in asked, f"add a query for {facet} alone to benchmarks/queries.py"
        assert any(facet in each and len(each) > 1 for each in asked), f"add a query for {facet} and another facet"


def test_every_kind_of_query_is_asked_from_everything_to_no_hit():
    kinds = {query.kind for query in QUERIES}
    assert {COMMON, MID, RARE, "everything", "phrases", "words and facets", "deep pages", "no hit"} <= kinds
    assert {query.sort for query in QUERIES} >= {"", "newest", "oldest"}


def test_runs_are_interleaved_and_compared_pair_by_pair():
    order = []

    def run(name, seconds):
        def once():
            order.append(name)
            return next(seconds)

        return once

    runs = {"a": run("a", iter([9, 2, 4, 30])), "b": run("b", iter([9, 1, 2, 10]))}
    taken = interleave(runs, seconds=60, most=3)
    assert order == ["a", "b", "a", "b", "b", "a", "a", "b"]
    assert ratio(taken, "a", "b") == 2


def test_a_goal_is_met_up_to_its_target_and_says_when_nothing_is_known():
    goal = Goal("page", "page", 1.4)
    assert [goal.verdict({"page": value}) for value in (1.4, 1.41, "not built yet")] == ["met", "**not met**", "–"]
    assert "| not measured | – |" in goals_table(Run(200, [], {}))
