"""What each query finds in a small archive of known words: one table for both databases."""

import pytest

from decisions import search
from decisions.models import Decision, Provision
from decisions.tests.search import factories
from decisions.tests.search.factories import papers  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("papers")]


def found(typed):
    """Return the last digits of the references found."""
    matching = Decision.objects.filter(pk__in=search.matching(search.parse(typed)))
    return [int(reference[-1]) for reference in matching.order_by("reference").values_list("reference", flat=True)]


@pytest.mark.parametrize(
    ("typed", "references"),
    [
        ("noise", [1, 3]),
        ("noises", [1, 3]),
        ("noise late", [3]),
        ('"social worker"', [3, 4]),
        ('"worker social"', []),
        ("social -university", [4]),
        ("-noise", [2, 4]),
        ("-noise -train", [2]),
        ('-"social worker"', [1, 2]),
        ("bus OR train", [2, 4]),
        ("bus | noise late", [3]),
        ("train OR -noise", [4]),
        ("hous*", [3, 4]),
        ("housing*", [3, 4]),
        ("househ*", [3]),
        ("universit*", [3]),
        ("university*", [3]),
        ("safeguarding*", [2]),
        ("safeguardin*", [2]),
        ('"social wor*"', [3, 4]),
        ('"social univ*"', []),
        ("caf*", [4]),
        ("cafe", [4]),
        ("NAÏVE", [4]),
        ("summary:noise", [1]),
        ("final:noise", [3]),
        ("complaint:benefit", [3]),
        ("complaint:house*", [3]),
        ("assessment:housing", []),
        ("final:housing", [4]),
        ("-final:housing", [1, 2, 3]),
        ("council:ashby", [1, 3]),
        ('council:"Ashby Council"', [1]),
        ("council:noise", []),
        ("council:23", []),
        ("summary:noise OR final:noise", [1, 3]),
        ('summary:"bus pass" OR "train fares"', [2, 4]),
        ("law:24A(6)", [1, 2, 3]),
        ("law:24A(6) noise", [1, 3]),
        ("law:24A(5)", []),
        ("law:34B", [3]),
        ("-law:24A", [4]),
        ('"23 000 002"', [2]),
        ("zebra", []),
        ("zebra OR train", [4]),
        ("-zebra", [1, 2, 3, 4]),
    ],
)
def test_what_is_typed_finds(typed, references):
    assert found(typed) == references


def test_recited_law_comes_after_what_the_ombudsman_found():
    query = search.parse("maladministration")
    ids = factories.ranked(query, Decision.objects.published(), 0, 25)
    assert str(Decision.objects.get(pk=ids[0])) == "23 000 003"
    assert len(ids) == 3


def test_what_is_left_out_is_left_out_of_the_ranking_too():
    ids = factories.ranked(search.parse("noise -late"), Decision.objects.published(), 0, 25)
    assert [str(Decision.objects.get(pk=pk)) for pk in ids] == ["23 000 001"]


@pytest.mark.parametrize(
    ("typed", "column", "marked"),
    [
        ("noise", "assessment", ["noise"]),
        ("final:noise", "assessment", []),
        ("final:noise", "final", ["noise"]),
        ("universit*", "final", ["University", "universities"]),
        ("-late noise", "final", ["noise"]),
        ("noise OR late", "final", ["late", "noise"]),
        ("law:24A(6)", "final", ["24A(6"]),
        ("-late", "final", []),
    ],
)
def test_marks_are_what_was_asked_for_where_it_was_asked_for(typed, column, marked):
    text = "A late University noise, section 24A(6), universities."
    ((_, spans),) = search.highlight(search.parse(typed), [text], [column])
    assert [text[start:end] for start, end in spans] == marked


def test_spellings_are_words_of_the_archive():
    near = search.spellings(["safegaurding", "universty", "householde", "zqxjk", "bus", "24A"])
    assert {word: each[:1] for word, each in near.items() if each} == {
        "safegaurding": ["safeguarding"],
        "universty": ["university"],
        "householde": ["household"],
    }


@pytest.mark.parametrize("typed", ["law:24A", "law:34B noise", "law:24A OR noise", "law:24A OR law:34B", "-law:34B"])
def test_a_decision_that_cites_a_section_twice_is_found_once(typed):
    again = list(Provision.objects.all())
    for each in again:
        each.pk, each.end = None, each.end + 1
    Provision.objects.bulk_create(again)
    ids = search.ids(search.parse(typed)).tolist()
    assert sorted(ids) == sorted(set(ids)) != []


def test_of_sections_of_law_the_table_of_what_is_cited_is_asked():
    Provision.objects.filter(decision__reference="23 000 001").delete()
    assert found("law:24A(6)") == [2, 3]
    assert found('"24A 6"') == [1, 2, 3]
    query = search.parse("law:24A(6) noise")
    ids, scores = search.scores(query)
    assert ids.tolist() == factories.ranked(query, Decision.objects.all(), 0, 9)
    assert (scores < 0).all()
    assert search.scores(search.parse("law:24A(6)"))[1].tolist() == [0, 0]
