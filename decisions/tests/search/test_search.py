"""What a search finds and highlights."""

import pytest
from django.db import connection

from decisions import ingest, search
from decisions.models import Decision
from decisions.tests.search import factories

pytestmark = pytest.mark.django_db


def found(typed):
    matching = search.matching(search.parse(typed))
    return sorted(Decision.objects.filter(pk__in=matching).values_list("reference", flat=True))


def test_words_mean_and(archive):
    assert found("rectification") == ["22 015 753", "24 006 339", "24 012 358"]
    assert found("rectification commissioner") == ["22 015 753"]
    assert found("rectification zebra") == []


def test_the_words_of_a_phrase_are_adjacent(archive):
    assert found('"social work assessment"') == ["22 015 753"]
    assert found('"assessment work social"') == []


def test_endings_accents_and_quotes_are_folded(archive):
    assert found("rectifications") == found("rectification")
    assert found("réctification") == found("rectification")
    assert found("Ombudsman's") == found("Ombudsman’s") != []


def test_council_reference_heading_item_and_closing_are_searched(archive):
    assert found("Southend") == ["24 012 358"]
    assert found('"24 012 358"') == ["24 012 358"]
    assert found('"conspiring against him"') == ["21 018 159"]
    assert found('"working agreement"') == ["21 018 159"]
    assert len(found('"behalf of the Ombudsman"')) == 5


def test_what_shows_nothing_and_marks_on_nothing_change_nothing(archive):
    assert found("rectifi\u00adcation \u200bcommis\u200bsioner\u0301") == ["22 015 753"]
    assert found("rectification \u0301 commissioner") == ["22 015 753"]
    assert found('"social \u0301 work assessment"') == ["22 015 753"]


def test_the_most_relevant_comes_first(archive):
    query = search.parse("kirklees")
    decision = Decision.objects.get(reference="20 010 135")
    assert factories.ranked(query, Decision.objects.published(), 0, 25) == [decision.pk]
    everything = search.parse("ombudsman")
    ids = factories.ranked(everything, Decision.objects.published(), 0, 25)
    assert len(ids) == 5
    assert factories.ranked(everything, Decision.objects.published(), 2, 4) == ids[2:4]


def test_marks_are_the_words_that_match():
    texts = ["A complaint about complaints.", "Nothing here.", "The social worker.", "", "\x02 complaint \x03"]
    marks = search.highlight(search.parse('complaint "social worker"'), texts)
    marked = [[text[start:end] for start, end in spans] for text, (_, spans) in zip(texts, marks, strict=True)]
    assert marked == [["complaint", "complaints"], [], ["social worker"], [], ["complaint"]]
    assert [score < 0 for score, _ in marks] == [True, False, True, False, True]


def test_the_index_follows_a_deletion(archive):
    Decision.objects.filter(reference="20 010 135").delete()
    connection.check_constraints()
    assert found("kirklees") == []


def test_a_correction_is_found_at_once(archive):
    decision = Decision.objects.get(reference="20 010 135")
    ingest.correct(decision, by="staff", facts={"summary": f"A zebra crossing. {decision.summary}"})
    assert found("zebra") == ["20 010 135"]
