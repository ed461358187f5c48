"""A command killed at any moment leaves no half decision, and running it again finishes the work."""

import random
import subprocess
import sys
import time
from contextlib import closing

import apsw
import pytest

from decisions.parsing import parse
from decisions.parsing.document import walk
from decisions.tests import generated, processes
from decisions.tests.scale import LONG, SEED
from decisions.tests.texts import FIXTURES

ROOT = FIXTURES.parent
DECISIONS, KILLS = 2000 if LONG else 300, 50


def start(data, *arguments):
    """manage.py in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=processes.environment(data),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process):
    """Wait for a process that must succeed."""
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """A folder of made-up decisions, and what each must come to: paragraphs and items, by reference."""
    folder = tmp_path_factory.mktemp("texts")
    rows = {}
    for file in generated.write(folder, DECISIONS):
        document = parse(file.read_text(encoding="utf-8"))
        rows[document.reference] = sum(1 + len(list(walk(each.items))) for each in document.paragraphs)
    return folder, rows


@pytest.fixture
def data(new_archive, tmp_path):
    """A folder with an empty archive."""
    new_archive(tmp_path)
    return tmp_path


def held(data):
    """How many paragraphs and items each decision has, and how many decisions the search knows."""
    found = processes.rows(
        data,
        "SELECT reference, count(p.id) FROM decisions_decision d"
        " LEFT JOIN decisions_paragraph p ON p.decision_id = d.id GROUP BY d.id",
    )
    return dict(found), searched(data)


def searched(data):
    """How many decisions the file of the index has."""
    known = 0
    for file in data.glob("search/*/index.sqlite3"):
        with closing(apsw.Connection(str(file))) as index:
            known += index.execute("SELECT count(*) FROM decisions_search").fetchone()[0]
    return known


@pytest.mark.only_long("kills")
def test_killed_at_random_moments_every_decision_is_whole_and_none_comes_twice(texts, data):
    folder, rows = texts
    rng = random.Random(SEED)
    for _ in range(KILLS):
        process = start(data, "import_decisions", str(folder))
        time.sleep(rng.uniform(0.4, 4.0))
        process.kill()
        process.communicate()
        found, in_index = held(data)
        assert found == {reference: rows[reference] for reference in found}
        assert in_index <= len(found)
    finish(start(data, "import_decisions", str(folder)))
    assert held(data) == (rows, len(rows))


@pytest.fixture(scope="module")
def classified(texts, new_archive, tmp_path_factory):
    """A folder with an archive of the texts, and its findings."""
    data = tmp_path_factory.mktemp("classified")
    new_archive(data)
    finish(start(data, "import_decisions", str(texts[0])))
    return data, findings(data)


@pytest.fixture
def spoilt(classified, tmp_path):
    """A folder with the same archive, none of whose findings is right; and what they are to become."""
    processes.copy(classified[0], tmp_path)
    processes.rows(tmp_path, 'UPDATE decisions_finding SET start = start + 1, "end" = "end" + 1')
    return tmp_path, classified[1]


def findings(data):
    """The findings of each decision, best first."""
    found = {}
    rows = processes.rows(
        data,
        'SELECT decision_id, position, ground_id, strength, paragraph_number, start, "end" FROM decisions_finding'
        " ORDER BY decision_id, position",
    )
    for decision, *finding in rows:
        found.setdefault(decision, []).append(finding)
    return found


@pytest.mark.only_long("kills")
def test_killed_while_classifying_again_every_decision_has_its_old_findings_or_its_new(spoilt):
    data, right = spoilt
    wrong = findings(data)
    rng = random.Random(SEED)
    for _ in range(KILLS):
        process = start(data, "reclassify")
        time.sleep(rng.uniform(0.4, 4.0))
        process.kill()
        process.communicate()
        found = findings(data)
        assert found.keys() == right.keys()
        assert all(found[decision] in (wrong[decision], right[decision]) for decision in found)
    finish(start(data, "reclassify"))
    assert findings(data) == right


def test_two_at_once_classify_again_as_one_does(spoilt):
    data, right = spoilt
    both = [start(data, "reclassify") for _ in range(2)]
    for process in both:
        finish(process)
    assert findings(data) == right


def test_two_imports_at_once_come_to_the_same(texts, data):
    folder, rows = texts
    both = [start(data, "import_decisions", str(folder)) for _ in range(2)]
    for process in both:
        finish(process)
    assert held(data) == (rows, len(rows))
