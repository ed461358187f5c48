"""What a decision mentions is stored with its words, and stays right whatever is imported or corrected."""

import random
from io import StringIO

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db import connection

from decisions import ingest
from decisions.ingest import derived_data
from decisions.ingest.document_rows import documents
from decisions.mentions import RULES, mentions
from decisions.models import Decision, Provision, Reference, Signpost, wholes
from decisions.tests import generated
from decisions.tests.scale import SEED, scaled
from decisions.tests.texts import FIXTURES

pytestmark = pytest.mark.django_db

KINDS = (Signpost, Provision, Reference)
WORDS = [
    "See section 24A(6) of the Local Government Act 1974.",
    "Mr X can complain to the Information Commissioner.",
    "I refer to paragraph 2 above and to our decision 21 018 159.",
    "Nothing.",
    "é’s “£”",
]


@pytest.fixture
def every(db):
    """The archive with the five decisions and the twelve reports."""
    ingest.import_files([*(FIXTURES / "texts").glob("*.txt"), FIXTURES / "reports-2016-17.jsonl"])


def rows(decision):
    """All that the archive holds of what a decision mentions, with the words."""
    whole = wholes(decision.summary, decision.paragraphs.order_by("position"))
    return [
        (
            model.__name__,
            each.paragraph_number,
            each.start,
            each.end,
            whole[each.paragraph_number][each.start : each.end],
        )
        for model in KINDS
        for each in model.objects.filter(decision=decision).order_by("paragraph_number", "start", "end", "pk")
    ]


def expected(decision):
    """The same from the decision's document as it is stored."""
    (document,) = documents([decision])
    found = mentions(document)
    references = sorted(
        [*found.paragraph_references, *found.decision_references], key=lambda each: (each.paragraph, each.start)
    )
    kinds = zip(KINDS, (found.signposts, found.provisions, references), strict=True)
    return [
        (model.__name__, each.paragraph, each.start, each.end, document.whole(each.paragraph)[each.start : each.end])
        for model, those in kinds
        for each in those
    ]


def all_right():
    """Whether every span quotes its own words, and nothing is missing."""
    return all(rows(decision) == expected(decision) for decision in Decision.objects.select_related("council"))


def test_all_that_is_mentioned_is_stored_with_its_words(every):
    assert all_right()
    assert all(model.objects.exists() for model in (Signpost, Provision))
    assert set(Decision.objects.values_list("mentions_rules", flat=True)) == {RULES}


@pytest.mark.long("imports")
def test_every_span_quotes_its_own_words_after_any_corrections(every):
    rng = random.Random(SEED)
    made = 0
    for _ in range(scaled(1200)):
        decision = rng.choice(Decision.objects.order_by("pk"))
        row = rng.choice(decision.paragraphs.order_by("pk"))
        old = rng.choice([row.text, decision.summary])
        cut = rng.randrange(len(old) + 1)
        new = rng.choice([f"{old[:cut]} {rng.choice(WORDS)} {old[cut:]}", f"{rng.choice(WORDS)} {old}", old[cut:]])
        try:
            if old == row.text:
                ingest.correct(decision, by="ann", paragraphs={row.pk: {"text": new}})
            else:
                ingest.correct(decision, by="ann", facts={"summary": new})
        except ingest.CorrectionError:
            continue
        made += 1
        decision.refresh_from_db()
        assert rows(decision) == expected(decision)
    assert made > scaled(1200) / 4
    assert all_right()


def test_a_new_text_replaces_what_the_old_one_mentioned(tmp_path):
    path = tmp_path / "one.txt"
    for law in ("Housing Act 1996, section 193", "Children Act 1989, section 47"):
        path.write_text(f"Kent County Council (23 000 001)\nMy assessment\n- This is so ({law}).\n", encoding="utf-8")
        assert not ingest.import_files([path]).refused
    assert [each.act_slug for each in Provision.objects.all()] == ["children-act-1989"]


def test_a_provision_can_be_asked_for_by_act_section_and_rest(every):
    cited = Provision.objects.published().at("24A", "6")
    assert {each.normalised for each in cited} == {"24A(6)"}
    assert cited.of_act("local-government-act-1974").count() == cited.count() == 6
    assert not Provision.objects.at("24").exists()
    assert not Provision.objects.at("24A", "").exists()
    (as_printed,) = {(each.number, each.section, each.rest) for each in Provision.objects.at("34B")}
    assert as_printed == ("34(B)", "34B", "")


def test_places_and_decisions_referred_to_can_be_asked_for(every, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(
        "Kent County Council (23 000 001)\nThe complaint\n- See our decisions 19 000 001 and 22 015 753.\n",
        encoding="utf-8",
    )
    ingest.import_files([path])
    for held_or_not in ("19 000 001", "22 015 753"):
        (reference,) = Reference.objects.published().filter(to_reference=held_or_not)
        assert reference.decision.reference == "23 000 001"
    assert Reference.objects.exclude(to_reference="").count() == 2
    assert Signpost.objects.filter(place="information-commissioner").exists()


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (lambda: Provision.objects.at("24A", "6"), "provision_by_number"),
        (lambda: Provision.objects.of_act("children-act-1989").at("47", ""), "provision_by_"),
        (lambda: Provision.objects.of_act("children-act-1989"), "provision_by_act"),
        (lambda: Reference.objects.filter(to_reference="22 015 753"), "reference_to_decision"),
        (lambda: Signpost.objects.filter(place="court"), "signpost_by_place"),
        (lambda: Provision.objects.filter(decision=1), "decision_id"),
    ],
)
def test_every_question_is_answered_from_an_index(asked, index):
    if connection.vendor == "postgresql":  # which reads a small table as a whole where it may
        connection.cursor().execute("SET LOCAL enable_seqscan = off")
    plan = asked().order_by().explain()
    if connection.vendor == "postgresql":  # which of two indexes is as good to it where a table is so small
        assert "Index Cond" in plan
    else:
        assert "SEARCH" in plan
        assert index in plan


def test_what_older_rules_read_is_read_again_and_reported_as_missing_until_then(every, monkeypatch):
    for model in KINDS:
        model.objects.all().delete()
    Decision.objects.update(mentions_rules=None)
    (warning,) = run_checks(tags=[Tags.database], databases=["default"])
    assert "17 decisions do not yet have" in warning.msg
    assert "manage.py read_mentions" in warning.msg
    monkeypatch.setattr(derived_data, "_MOST_DECISIONS", 5)
    counts = []
    assert ingest.read_mentions(counts.append) == 17
    assert counts == [5, 10, 15, 17]
    assert all_right()
    assert run_checks(tags=[Tags.database], databases=["default"]) == []
    Decision.objects.filter(reference="22 015 753").update(mentions_rules=RULES - 1)
    out = StringIO()
    call_command("read_mentions", stdout=out)
    assert out.getvalue().endswith("1 decision read\n")
    call_command("read_mentions", stdout=out)
    assert out.getvalue().endswith("0 decisions read\n")


def test_an_import_reads_what_an_older_version_left_unread(every):
    Provision.objects.all().delete()
    Decision.objects.update(mentions_rules=None)
    out = StringIO()
    call_command("import_decisions", FIXTURES / "texts", stdout=out)
    assert "rereading what 17 decisions imported earlier mention" in out.getvalue()
    assert all_right()


def test_many_decisions_are_read_in_few_queries(tmp_path, django_assert_max_num_queries):
    ingest.import_files(generated.write(tmp_path, 150))
    Decision.objects.update(mentions_rules=None)
    with django_assert_max_num_queries(30):
        assert ingest.read_mentions() == 150
