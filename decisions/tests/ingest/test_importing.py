"""Texts become rows, in batches, and nothing is lost on the way."""

import json
import os
import shutil
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from decisions import ingest, sources
from decisions.grounds import classify
from decisions.ingest import importing
from decisions.models import Council, Decision, EarlierSource, Finding, Paragraph
from decisions.parsing import ParseError, parse
from decisions.parsing.document import walk
from decisions.tests import generated
from decisions.tests.texts import COUNTS, FIXTURES, TEXTS, read

pytestmark = pytest.mark.django_db
TEXT = FIXTURES / "texts" / "22-015-753.txt"


def everything():
    """All that an import writes, but the time."""
    decisions = Decision.objects.order_by("reference").values_list(
        "reference", "council__slug", "source_sha256", "summary"
    )
    rows = Paragraph.objects.order_by("decision__reference", "position").values_list("number", "label", "depth", "text")
    findings = Finding.objects.order_by("decision__reference", "position").values_list(
        "ground__slug", "paragraph_number", "start", "end", "strength"
    )
    return list(decisions), list(rows), list(findings)


def test_the_rows_are_what_was_parsed_and_classified(archive):
    for path in TEXTS:
        document = parse(read(path))
        decision = Decision.objects.get(reference=document.reference)
        assert decision.council.name == document.council
        assert decision.council.kind == Council.Kind.COUNCIL
        assert (decision.category, decision.subcategory, decision.outcome) == (
            document.category,
            document.subcategory,
            document.outcome,
        )
        assert (decision.decision_date, decision.decision_year) == (document.decision_date, document.decision_date.year)
        assert decision.closing.splitlines() == list(document.closing)
        assert [(s.heading, s.level) for s in decision.sections.all()] == [
            (s.heading, s.level) for s in document.sections
        ]
        expected = []
        for paragraph in document.paragraphs:
            expected.append((paragraph.number, "", 0, paragraph.text))
            expected += [(paragraph.number, item.label, depth, item.text) for item, depth in walk(paragraph.items)]
        assert list(decision.paragraphs.values_list("number", "label", "depth", "text")) == expected
        assert decision.paragraphs.numbered().count() == COUNTS[document.reference]
        found = decision.findings.values_list("ground__slug", "strength", "paragraph_number", "start", "end")
        assert list(found) == [(f.ground, f.strength, f.paragraph, f.start, f.end) for f in classify(document)]


def test_the_source_is_kept_byte_for_byte(archive):
    for path in TEXTS:
        decision = Decision.objects.get(source_sha256=sha256(path.read_bytes()).hexdigest())
        assert bytes(decision.source) == path.read_bytes()
        assert decision.source_text == read(path)
        assert (decision.source_format, decision.source_encoding) == ("txt", "utf-8")
        assert decision.came_from == str(path)


def test_importing_again_changes_nothing(archive):
    before = everything(), list(Decision.objects.values_list("pk", "imported_at"))
    report = ingest.import_files(TEXTS)
    assert (report.new, report.changed, report.unchanged, report.refused) == (0, 0, 5, [])
    assert (everything(), list(Decision.objects.values_list("pk", "imported_at"))) == before


def test_a_changed_text_replaces_the_old_one_which_is_kept(archive, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    old, pk = bytes(decision.source), decision.pk
    changed = tmp_path / "22-015-753.txt"
    changed.write_bytes(
        old.replace(b"Staffordshire", b"Borsetshire").replace(b"  2. I considered the", b"  2. I read the")
    )
    report = ingest.import_files([changed])
    assert (report.new, report.changed, report.refused) == (0, 1, [])
    decision = Decision.objects.get(reference="22 015 753")
    assert (decision.pk, decision.council.name) == (pk, "Borsetshire County Council")
    assert decision.paragraphs.get(number=4).text.startswith("I read the")
    assert decision.paragraphs.numbered().count() == 9
    assert bytes(EarlierSource.objects.get(decision=decision).source) == old


def test_a_new_text_leaves_what_staff_corrected(archive, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="staff", facts={"outcome": "Upheld"})
    changed = tmp_path / "22-015-753.txt"
    changed.write_bytes(bytes(decision.source).replace(b"Staffordshire", b"Borsetshire"))
    report = ingest.import_files([changed])
    assert (report.changed, report.refused) == (1, [])
    decision.refresh_from_db()
    assert (decision.outcome, decision.outcome_slug) == ("Upheld", "upheld")
    assert decision.council.name == "Borsetshire County Council"


def test_a_refusal_leaves_its_neighbours_untouched(tmp_path):
    for path in TEXTS[:2]:
        shutil.copy(path, tmp_path)
    (tmp_path / "0-bad.txt").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "99-bad.txt").write_bytes(b"\x81")
    report = ingest.import_files(sorted(tmp_path.iterdir()))
    assert report.new == 2
    assert [(refusal.place.rpartition("/")[2], refusal.line) for refusal in report.refused] == [
        ("99-bad.txt", 1),
        ("0-bad.txt", 1),
    ]


def test_two_texts_of_one_reference_do_not_overwrite_each_other(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.read_bytes())
    (tmp_path / "b.txt").write_bytes(TEXT.read_bytes().replace(b"Staffordshire", b"Borsetshire"))
    (tmp_path / "c.txt").write_bytes(TEXT.read_bytes())
    files = sorted(tmp_path.iterdir())
    for new in (1, 0):
        report = ingest.import_files(files)
        assert report.new == new
        assert [refusal.place for refusal in report.refused] == [str(files[1])]
        assert "a.txt" in report.refused[0].reason
        assert Decision.objects.get().council.name == "Staffordshire County Council"


def test_which_of_two_texts_is_refused_does_not_hang_on_the_order_of_the_files(tmp_path):
    (tmp_path / "z.txt").write_bytes(TEXT.read_bytes())
    assert ingest.import_files([tmp_path / "z.txt"]).new == 1
    (tmp_path / "a.txt").write_bytes(TEXT.read_bytes().replace(b"Staffordshire", b"Borsetshire"))
    files = sorted(tmp_path.iterdir())
    for order in (files, files, files[::-1]):
        report = ingest.import_files(order)
        assert (report.new, report.changed, report.unchanged) == (0, 0, 1)
        assert [(refusal.place, "z.txt" in refusal.reason) for refusal in report.refused] == [(str(files[0]), True)]
        assert Decision.objects.get().council.name == "Staffordshire County Council"


def test_a_file_whose_name_is_no_utf_8_is_stored_like_its_neighbours(tmp_path):
    names = [b"a.txt", b"caf\xe9.txt", b"z.txt"]
    for name, path in zip(names, TEXTS, strict=False):
        shutil.copy(path, os.fsencode(tmp_path) + b"/" + name)
    bad = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xe9.txt")
    shutil.copy(FIXTURES / "README.md", bad)
    report = ingest.import_files(sources.find([tmp_path]).files)
    assert report.new == 3
    assert [str(refusal) for refusal in report.refused] == [f"{tmp_path}/bad\ufffd.txt, {refused_first_line()}"]
    assert Decision.objects.filter(came_from=f"{tmp_path}/caf\ufffd.txt").exists()


def refused_first_line():
    """Why the README of the fixtures is no decision."""
    with pytest.raises(ParseError) as refused:
        parse(read(FIXTURES / "README.md"))
    return str(refused.value)


@pytest.mark.parametrize("step", ["parse", "classify"])
def test_any_error_in_reading_one_text_is_a_refusal_of_that_text(tmp_path, monkeypatch, step):
    done = getattr(importing, step)
    calls = []

    def fail(*arguments):
        calls.append(arguments)
        if len(calls) == 2:
            raise RecursionError("maximum recursion depth exceeded")
        return done(*arguments)

    monkeypatch.setattr(importing, step, fail)
    report = ingest.import_files(TEXTS)
    assert report.new == 4
    assert [(refusal.place, refusal.line) for refusal in report.refused] == [(str(TEXTS[1]), None)]
    assert "RecursionError" in report.refused[0].reason


def test_a_refused_text_does_not_keep_out_another_of_its_reference(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "classify", lambda document: 1 / 0 if "Borsetshire" in document.council else ())
    (tmp_path / "a.txt").write_bytes(TEXT.read_bytes().replace(b"Staffordshire", b"Borsetshire"))
    (tmp_path / "b.txt").write_bytes(TEXT.read_bytes())
    report = ingest.import_files(sorted(tmp_path.iterdir()))
    assert (report.new, len(report.refused)) == (1, 1)


def test_records_with_half_a_character_leave_their_neighbours_stored(tmp_path):
    texts = [json.dumps({"text": read(path)}) for path in TEXTS[:2]]
    bad = json.dumps({"text": read(TEXTS[2]), "url": "https://a.example/\ud800"})
    (tmp_path / "a.jsonl").write_text("\n".join([texts[0], bad, texts[1]]), encoding="utf-8")
    report = ingest.import_files([tmp_path / "a.jsonl"])
    assert (report.new, [refusal.line for refusal in report.refused]) == (2, [2])


def test_a_council_that_staff_renamed_does_not_keep_out_a_new_text(archive, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct_council(decision.council, name="Stafford Council", kind=Council.Kind.COUNCIL, by="ann")
    changed = tmp_path / "22-015-753.txt"
    changed.write_bytes(bytes(decision.source).replace(b"  2. I considered the", b"  2. I read the"))
    assert ingest.import_files([changed]).changed == 1


def test_a_decision_taken_down_is_brought_up_to_date_and_stays_down(archive, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    changed = tmp_path / "22-015-753.txt"
    changed.write_bytes(bytes(decision.source).replace(b"Staffordshire", b"Borsetshire"))
    assert ingest.import_files([changed]).changed == 1
    assert Decision.objects.get(reference="22 015 753").removed_at


def test_a_fact_too_long_to_keep_is_refused_with_its_name(tmp_path):
    (tmp_path / "a.txt").write_text(f"{'x' * 300} (22 015 753)\nThe complaint\n- Mr X complains.", encoding="utf-8")
    report = ingest.import_files([tmp_path / "a.txt"])
    assert "the council has 300 characters" in report.refused[0].reason


def test_an_address_too_long_to_keep_is_refused(tmp_path):
    urls = (f"https://a.example/{'x' * length}" for length in (982, 983))
    records = [{"text": read(path), "url": url} for path, url in zip(TEXTS, urls, strict=False)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    report = ingest.import_files([tmp_path / "a.jsonl"])
    assert (report.new, [str(each).partition(": ")[2] for each in report.refused]) == (
        1,
        ["the address or path has 1001 characters, and 1000 is the most"],
    )


def test_what_is_to_be_reviewed_is_reported_with_its_file(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Note\nAshby Council (22 015 753)\nThe complaint\n- Mr X complains.", encoding="utf-8"
    )
    report = ingest.import_files([tmp_path / "a.txt"])
    assert {path for path, _ in report.review} == {str(tmp_path / "a.txt")}
    assert [reason.line for _, reason in report.review if reason.line] == [1]


def test_a_dry_run_writes_nothing_and_reports_the_same(tmp_path):
    dry = ingest.import_files(TEXTS, dry_run=True)
    assert Decision.objects.count() == Council.objects.count() == 0
    real = ingest.import_files(TEXTS)
    assert (dry.new, dry.changed, dry.unchanged) == (real.new, real.changed, real.unchanged) == (5, 0, 0)


@pytest.mark.parametrize(("most", "seconds"), [(1, 1.0), (7, 1.0), (500, 0.0)])
def test_batches_of_any_size_give_the_same_archive(tmp_path, monkeypatch, most, seconds):
    files = generated.write(tmp_path, 20)
    monkeypatch.setattr(importing, "_MOST_DECISIONS", most)
    monkeypatch.setattr(importing, "_MOST_SECONDS", seconds)
    assert ingest.import_files(files).new == 20
    in_small = everything()
    Decision.objects.all().delete()
    monkeypatch.undo()
    assert ingest.import_files(files).new == 20
    assert everything() == in_small


def test_many_decisions_take_few_queries(tmp_path, django_assert_max_num_queries):
    files = generated.write(tmp_path, 100)
    with django_assert_max_num_queries(40):
        assert ingest.import_files(files).new == 100


@pytest.mark.postgresql
@pytest.mark.parametrize(("decisions", "times"), [(20, 0), (220, 1)])
def test_after_a_great_many_decisions_the_planner_gets_its_statistics_once(tmp_path, decisions, times):
    """Else what is asked in the first minute is answered by reading whole tables, again and again."""
    with CaptureQueriesContext(connection) as queries:
        ingest.import_files(generated.write(tmp_path, decisions))
    assert sum(each["sql"].startswith("ANALYZE") for each in queries) == times
