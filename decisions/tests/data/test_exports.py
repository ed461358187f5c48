"""Exports as CSV and JSON Lines: their order, their values, and cells that a spreadsheet must not compute."""

import json
import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions import ingest
from decisions.data import exports, public_decision
from decisions.data.fields import CSV, FACTS
from decisions.models import Decision, Ground, Paragraph, wholes
from decisions.tests import finding_factory
from decisions.tests.csv_files import rows_of
from decisions.tests.generated import write
from decisions.tests.scale import LONG

pytestmark = pytest.mark.django_db


def csv_of(decisions):
    return rows_of("".join(exports.as_csv(decisions)).encode())


def jsonl_of(decisions):
    return [json.loads(line) for line in b"".join(exports.as_jsonl(decisions)).decode().split("\n") if line]


def quotes(decision):
    texts = wholes(decision.summary, decision.paragraphs.order_by("position"))
    return [texts[each.paragraph_number][each.start : each.end] for each in decision.findings.all()]


@pytest.mark.parametrize("order", ["reference", "-reference"])
def test_both_keep_the_order_they_are_asked_in(archive, order):
    decisions = Decision.objects.order_by(order)
    wanted = list(decisions.values_list("reference", flat=True))
    assert [row["reference"] for row in csv_of(decisions)] == wanted
    assert [row["reference"] for row in jsonl_of(decisions)] == wanted


def test_the_facts_are_those_of_the_archive(archive):
    for row, shape, decision in zip(
        csv_of(Decision.objects.newest_first()),
        jsonl_of(Decision.objects.newest_first()),
        Decision.objects.newest_first(),
        strict=True,
    ):
        for name in ("document_type", "category", "subcategory", "outcome", "summary"):
            assert (row[name], shape[name] or "") == (getattr(decision, name),) * 2
        for field in CSV:
            if field in FACTS:
                assert row[field.name] == str(shape[field.name] or "")
        assert row["address"] == shape["address"] == decision.get_absolute_url()
        assert row["council"] == shape["council"] == decision.council.name
        assert row["decision_date"] == shape["decision_date"] == decision.decision_date.isoformat()


def test_each_ground_has_the_words_that_show_it(archive):
    for row, shape, decision in zip(
        csv_of(Decision.objects.newest_first()),
        jsonl_of(Decision.objects.newest_first()),
        Decision.objects.newest_first(),
        strict=True,
    ):
        assert [each["quote"] for each in shape["grounds"]] == quotes(decision)
        assert [each["ground"] for each in shape["grounds"]] == [each.ground.slug for each in decision.findings.all()]
        assert set(row["grounds"].split()) == set(decision.findings.counting().values_list("ground__slug", flat=True))
        lines = row["evidence"].removeprefix("'")
        assert all(quote in lines for quote in quotes(decision))


def test_words_that_reach_into_an_item_are_whole(archive):
    item = Paragraph.objects.filter(depth=1).select_related("decision").first()
    whole = wholes("", item.decision.paragraphs.filter(number=item.number).order_by("position"))[item.number]
    item.decision.findings.all().delete()
    finding_factory.put(item.decision, Ground.objects.first().slug, item.number, 2, len(whole) - 1)
    only = Decision.objects.filter(pk=item.decision_id)
    assert jsonl_of(only)[0]["grounds"][0]["quote"] == whole[2:-1]
    assert csv_of(only)[0]["evidence"].endswith(f", paragraph {item.number}: {whole[2:-1]}")
    assert csv_of(only)[0]["grounds"] == Ground.objects.first().slug


def put(decision, *findings):
    """Give the decision these findings and no others: ground, paragraph, span, position."""
    decision.findings.all().delete()
    for slug, number, start, end, position in findings:
        finding_factory.put(decision, slug, number, start, end, position=position)


HARD = '\U0001f600\U00010348 “said” "so"|\\ \t\x01\x7f\u2028\n{}%s é'


def test_words_are_cut_by_characters_and_lose_none(archive):
    decision = Decision.objects.first()
    decision.paragraphs.filter(number=1, depth=0).update(text=HARD)
    Decision.objects.filter(pk=decision.pk).update(summary=HARD)
    decision.refresh_from_db()
    end = len(HARD)
    put(decision, ("late-complaint", 0, 1, end, 1), ("late-complaint", 1, 1, end - 1, 2))
    only = Decision.objects.filter(pk=decision.pk)
    [shape] = jsonl_of(only)
    assert [each["quote"] for each in shape["grounds"]] == [HARD[1:], HARD[1:-1]]
    line = b"".join(exports.as_jsonl(only)).decode()
    assert f'"grounds": {json.dumps(shape["grounds"], ensure_ascii=False)}, ' in line
    [row] = csv_of(only)
    assert row["evidence"] == f"late-complaint, summary: {HARD[1:]}\nlate-complaint, paragraph 1: {HARD[1:-1]}"
    assert (row["grounds"], row["summary"]) == ("late-complaint", HARD)


def test_findings_stand_best_first_whichever_was_found_first(archive):
    decision = Decision.objects.first()
    put(decision, ("already-remedied", 1, 0, 5, 2), ("late-complaint", 1, 0, 6, 1), ("already-remedied", 1, 0, 7, 3))
    only = Decision.objects.filter(pk=decision.pk)
    assert [each["end"] for each in jsonl_of(only)[0]["grounds"]] == [6, 5, 7]
    assert [len(line.partition(": ")[2]) for line in csv_of(only)[0]["evidence"].splitlines()] == [6, 5, 7]
    assert csv_of(only)[0]["grounds"] == "late-complaint already-remedied"


def test_the_text_is_not_read_for_csv(archive):
    sql = str(Decision.objects.values_list(*exports.shape.csv_columns()).query)
    assert "decisions_paragraph" not in sql, "give it a column: reading the text makes CSV several times slower"


def test_a_decision_without_findings_has_no_grounds(archive):
    decision = Decision.objects.first()
    put(decision)
    only = Decision.objects.filter(pk=decision.pk)
    assert jsonl_of(only)[0]["grounds"] == []
    assert (csv_of(only)[0]["grounds"], csv_of(only)[0]["evidence"]) == ("", "")


def test_jsonl_has_every_paragraph_and_item_in_order(archive):
    for shape, decision in zip(jsonl_of(Decision.objects.order_by("pk")), Decision.objects.order_by("pk"), strict=True):
        held = decision.paragraphs.order_by("position").values("number", "label", "depth", "text")
        assert [
            {key: each[key] for key in ("number", "label", "depth", "text")} for each in shape["paragraphs"]
        ] == list(held)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'quoted'", "''=1", "plain", ""]
)
def test_no_cell_is_a_formula_and_none_loses_a_character(archive, text):
    Decision.objects.update(summary=text, category=text)
    for row in csv_of(Decision.objects.all()):
        for name in ("summary", "category"):
            assert not row[name].startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
            assert row[name].removeprefix("'") == text
    assert jsonl_of(Decision.objects.all())[0]["summary"] == (text or None)


def test_a_number_is_a_cell_like_a_text(archive):
    shape = public_decision(Decision.objects.first())
    assert exports.row(exports.shape.csv_cells(shape | {"outcome": 0, "category": 12})).count('"0"') == 1
    assert '"12"' in exports.row(exports.shape.csv_cells(shape | {"category": 12}))


def test_facts_that_no_text_states_are_empty_and_null(archive):
    Decision.objects.update(council=None, decision_date=None, outcome="")
    assert {(row["council"], row["decision_date"], row["outcome"]) for row in csv_of(Decision.objects.all())} == {
        ("", "", "")
    }
    shape = jsonl_of(Decision.objects.all())[0]
    assert (shape["council"], shape["decision_date"], shape["outcome"]) == (None, None, None)


def test_no_decision_is_a_heading_and_no_line(db):
    assert csv_of(Decision.objects.all()) == jsonl_of(Decision.objects.all()) == []


def test_a_stream_is_one_query_however_many_batches(archive, monkeypatch):
    taken = {}
    for batch in (1, 200):
        monkeypatch.setattr(exports, "_BATCH", batch)
        for stream in (exports.as_csv, exports.as_jsonl):
            with CaptureQueriesContext(connection) as queries:
                list(stream(Decision.objects.all()))
            taken[stream, batch] = len(queries)
    assert len(set(taken.values())) == 1
    assert taken[exports.as_csv, 200] <= 2


@pytest.mark.long("lists")
@pytest.mark.parametrize("stream", [exports.as_csv, exports.as_jsonl])
def test_memory_does_not_grow_with_the_number_of_decisions(tmp_path, monkeypatch, stream):
    monkeypatch.setattr(exports, "_BATCH", 20)
    ingest.import_files(write(tmp_path, 4_000 if LONG else 800))

    def peak(count):
        tracemalloc.start()
        try:
            assert sum(map(len, stream(Decision.objects.order_by("pk")[:count])))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(40)
    few, many = peak(40), peak(Decision.objects.count())
    assert many < few + 300_000  # all lines together are a megabyte or more
