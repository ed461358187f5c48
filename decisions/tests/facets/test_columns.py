"""The columns agree with the database after every kind of change."""

import random
import subprocess
import sys
from datetime import date, datetime

import numpy as np
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import QueryDict

from decisions import facets, ingest, search
from decisions.facets import worker_cache
from decisions.facets.archive import Archive, Row
from decisions.filters import DecisionFilter
from decisions.listing.parameters import ListQuery
from decisions.models import Change, Council, Decision, Finding, Ground, Paragraph, Revision, changed_at
from decisions.tests import generated, processes
from decisions.tests.scale import SEED, scaled
from decisions.tests.search import factories

QUERIES = [
    "",
    "q=complains",
    "q=bus",
    "q=zebra",
    "ground=late-complaint&ground=premature",
    "q=complains&outcome=upheld&year=2016&year=2018",
    "category=education&council=not-stated",
    "category=education/other&ground=none",
    "q=council&council=ashby-council&sort=oldest",
]


def answer(query, archive):
    """Return everything about a list: its total, its counts, and its decisions in each order."""
    results = facets.Results(DecisionFilter(QueryDict(query), archive.labels), archive)
    counts = {
        name: {each.value: (each.label, each.count) for top in facet.values for each in (top, *top.below)}
        for name, facet in results.facets.items()
    }
    orders = ["newest", "oldest", *(["relevance"] if "q=" in query else [])]
    return results.total, counts, [results.keys(order) for order in orders], results.latest(0, 1000)


def by_sql(query, archive):
    """Return the decisions of a list in each order as the database has them, and when each was last changed."""
    found = DecisionFilter(QueryDict(query), archive.labels).qs.annotate(changed_at=changed_at())
    orders = [list(each.values_list("pk", flat=True)) for each in (found.newest_first(), found.oldest_first())]
    if "q=" in query:
        orders.append(factories.ranked(search.parse(QueryDict(query)["q"]), found, 0, 1000))
    latest = found.order_by("-changed_at", *Decision._meta.ordering)
    return orders, list(latest.values_list("pk", "changed_at"))


def agree():
    """Compare the worker's columns, which were read bit by bit, with columns read at once, and with the database."""
    archive = facets.columns()
    for query in QUERIES:
        assert answer(query, archive) == answer(query, worker_cache.read()), query
        assert answer(query, archive)[2:] == by_sql(query, archive), query


@pytest.fixture
def some(tmp_path, db):
    """Make up some decisions."""
    ingest.import_files(generated.write(tmp_path, 60))


EDITS = [
    lambda decision: Decision.objects.filter(pk=decision.pk).update(outcome="Upheld", outcome_slug="upheld"),
    lambda decision: Decision.objects.filter(pk=decision.pk).update(decision_date=None, decision_year=None),
    lambda decision: Decision.objects.filter(pk=decision.pk).update(decision_date=date(1999, 1, 1), decision_year=1999),
    lambda decision: Decision.objects.filter(pk=decision.pk).update(imported_at="2019-01-01T00:00:00Z"),
    lambda decision: decision.delete(),
    lambda decision: decision.findings.all().delete(),
    lambda decision: decision.findings.update(strength="supporting"),
    lambda decision: Finding.objects.bulk_create(
        [
            Finding(
                decision=decision,
                ground=Ground.objects.order_by("?").first(),
                paragraph_number=1,
                start=0,
                end=9,
                quote="any words",
                strength=Finding.Strength.values[decision.pk % 2],
            ),
        ],
        ignore_conflicts=True,
    ),
    lambda decision: ingest.correct(
        decision, by="staff", facts={"removed_at": "2026-01-01T00:00:00Z", "removal_reason": "Asked for."}
    ),
    lambda decision: Council.objects.filter(pk=decision.council_id).update(name="Zebra Council"),
    lambda decision: ingest.correct(decision, by="staff", facts={"category": "Housing", "council": None}),
]


@pytest.mark.long("facets")
def test_every_edit_is_counted_on_the_next_request(some):
    chance = random.Random(SEED)
    agree()
    for _ in range(scaled(200)):
        decision = chance.choice(list(Decision.objects.order_by("pk")))
        before = Revision.now()
        edit = chance.choice(EDITS)
        edit(decision)
        agree()
        assert Revision.now() >= before


def test_one_edit_loads_one_decision(some, django_assert_num_queries):
    facets.columns()
    Decision.objects.filter(pk=Decision.objects.first().pk).update(outcome="Upheld", outcome_slug="upheld")
    with django_assert_num_queries(3) as queries:  # the revision, what changed, its values
        facets.columns()
    assert not any("LIMIT 25" in query["sql"] for query in queries.captured_queries)


def test_a_change_of_words_alone_makes_another_revision(some):
    before = Revision.now()
    paragraph = Paragraph.objects.first()
    Paragraph.objects.filter(pk=paragraph.pk).update(text="Other words.")
    assert Revision.now() > before
    assert Change.objects.get(pk=paragraph.decision_id).revision == Revision.now()


def test_a_ground_of_another_title_changes_the_decisions_that_show_it(some):
    facets.columns()
    Ground.objects.filter(slug="premature").update(title="Too early")
    agree()
    assert facets.columns().labels["ground"]["premature"] == "Too early"


def test_a_value_is_labelled_as_most_decisions_print_it(tmp_path, db):
    for number, outcome in enumerate(["Not upheld", "Not upheld", "not upheld", "NOT UPHELD"], 1):
        text = f"Kent County Council (23 000 00{number})\nDecision: {outcome}\nThe complaint\n- Point {number}."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert ingest.import_files([*tmp_path.iterdir()]).new == 4
    odd = "q=point+3&outcome=not-upheld"
    for query, number in (("", 4), (odd, 1)):
        assert answer(query, facets.columns())[1]["outcome"] == {"not-upheld": ("Not upheld", number)}


def test_the_archive_of_no_decisions_has_no_facets(db):
    agree()
    assert ListQuery(QueryDict("q=fault")).results.total == 0


def test_columns_of_a_later_revision_are_not_used(some, monkeypatch):
    """As in a thread whose snapshot is older than what another thread has seen; here the decision is gone in both."""
    seen = Revision.now()
    facets.columns()
    Decision.objects.first().delete()
    later = facets.columns()
    monkeypatch.setattr(Revision, "now", lambda: seen)
    assert facets.columns() is not later
    agree()
    monkeypatch.undo()
    assert facets.columns() is later


def test_a_missing_trigger_fails_the_check_and_migrating_repairs_it(new_archive, tmp_path):
    new_archive(tmp_path)
    table = "ON decisions_paragraph" if connection.vendor == "postgresql" else ""
    processes.rows(tmp_path, f"DROP TRIGGER revision_paragraph_update {table}")
    refused = manage(tmp_path, "check", "--database", "default")
    assert refused.returncode == 1
    for named in ("revision_paragraph_update", "manage.py migrate"):
        assert named in refused.stderr
    assert manage(tmp_path, "migrate").returncode == 0
    repaired = manage(tmp_path, "check", "--database", "default", "--fail-level", "WARNING")
    assert repaired.returncode == 0, repaired.stderr


def manage(data, *arguments):
    """Run manage.py on the archive of a folder, as a shell does."""
    command = [sys.executable, "manage.py", *arguments]
    environment = processes.environment(data)
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_a_change_rolled_back_is_no_change(some):
    facets.columns()
    with pytest.raises(RuntimeError), transaction.atomic():
        Decision.objects.all().delete()
        raise RuntimeError
    agree()


def test_an_emptied_archive_goes_on_with_greater_revisions(some):
    before = Revision.now()
    facets.columns()
    Change.objects.all().delete()
    Revision.objects.all().delete()
    Decision.objects.first().delete()
    assert Revision.now() > before
    agree()


@pytest.mark.parametrize("many", [3, 300])
def test_keys_that_come_again_stand_in_one_place(many):
    archive = Archive.of((Row(key, day=key, changed=datetime(2026, 1, 1), values={}) for key in range(1, many + 1)), [])
    assert archive.places(np.array([2, 1, 2, many + 5, 1])).tolist() == [many - 2, many - 1]
    assert archive.places(np.array([], np.int64)).tolist() == []
