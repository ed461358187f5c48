"""Imports stay as fast, and as small in memory, however many decisions there are. Counts of work, not seconds."""

import time
import tracemalloc

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from decisions import ingest
from decisions.ingest import bulk_rows, importing
from decisions.ingest.document_rows import NewSection
from decisions.models import Decision, Finding, Paragraph, Provision, Reference, Section, Signpost
from decisions.tests.generated import write

pytestmark = pytest.mark.django_db


@pytest.fixture
def inserted(monkeypatch):
    """The columns of each bulk insert, by model."""
    columns, insert = {}, bulk_rows.insert

    def noted(model, names, values):
        columns[model] = set(names)
        insert(model, names, values)

    monkeypatch.setattr(bulk_rows, "insert", noted)
    return columns


def test_rows_entered_in_bulk_name_every_column(inserted, tmp_path):
    ingest.import_files(write(tmp_path, 5))
    assert inserted.keys() == {Section, Paragraph, Finding, Signpost, Provision, Reference}
    for model, names in inserted.items():
        columns = {field.column for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)}
        assert names - {"id"} == columns


def insert_sections(decision, keys):
    """Insert a section of the decision for each key."""
    sections = [NewSection(key, decision.pk, 90 + at, "", 1, "") for at, key in enumerate(keys)]
    bulk_rows.insert(Section, NewSection._fields, sections)


def test_new_keys_are_those_of_no_row_and_are_not_given_again(archive):
    keys = bulk_rows.new_keys(Section, 3)
    assert len(set(keys)) == 3
    assert not Section.objects.filter(pk__in=keys).exists()
    decision = Decision.objects.first()
    bulk_rows.insert(
        Section,
        NewSection._fields,
        [NewSection(key, decision.pk, 90 + at, "", 1, "") for at, key in enumerate(keys)],
    )
    by_itself = Section.objects.create(decision=decision, position=99)
    assert by_itself.pk not in keys
    assert not set(bulk_rows.new_keys(Section, 2)) & {*keys, by_itself.pk}


def test_a_deleted_section_s_key_is_not_given_again(archive):
    Finding.objects.all().delete()  # they rest on its words
    last = Section.objects.order_by("pk").last()
    Section.objects.filter(pk=last.pk).delete()
    assert min(bulk_rows.new_keys(Section, 1)) > last.pk


def test_more_rows_than_one_statement_takes_are_all_entered(archive, monkeypatch):
    monkeypatch.setattr(bulk_rows, "_AT_ONCE", 2)
    decision = Decision.objects.first()
    keys = bulk_rows.new_keys(Section, 5)
    bulk_rows.insert(
        Section,
        NewSection._fields,
        (NewSection(key, decision.pk, 90 + at, "", 1, "") for at, key in enumerate(keys)),
    )
    assert Section.objects.filter(pk__in=keys).count() == 5


def test_the_queries_of_a_batch_do_not_hang_on_how_many_decisions_it_has(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "_MOST_SECONDS", 1e9)
    monkeypatch.setattr(bulk_rows, "_AT_ONCE", 100_000)
    files = write(tmp_path, 120)
    assert ingest.import_files(files[:10]).new == 10
    taken = []
    for some in (files[10:20], files[20:]):
        with CaptureQueriesContext(connection) as queries:
            assert ingest.import_files(some).new == len(some)
        taken.append(len(queries))
    assert taken[1] <= taken[0] + 10  # Django enters decisions some forty a statement, and doubts a hundred
    assert taken[1] <= 40


@pytest.mark.only_long("imports")
def test_a_decision_takes_as_long_when_there_are_thousands(tmp_path):
    files = write(tmp_path, 3_500)
    ingest.import_files(files[:500])
    taken = []
    for first in range(500, 3_500, 500):
        before = time.process_time()
        assert ingest.import_files(files[first : first + 500]).new == 500
        taken.append(time.process_time() - before)
    assert min(taken[-3:]) < 1.5 * min(taken[:3])


@pytest.mark.only_long("imports")
def test_memory_does_not_grow_with_the_number_of_texts(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "_MOST_DECISIONS", 50)
    files = write(tmp_path, 1_600)
    ingest.import_files(files[:400])  # what is remembered between texts is remembered now

    def peak(some):
        tracemalloc.start()
        try:
            ingest.import_files(some)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(files[400:600]), peak(files[600:])
    assert many < 1.5 * few
