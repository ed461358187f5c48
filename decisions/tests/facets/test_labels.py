"""A facet's value has the label that most decisions print, whatever one odd text prints."""

import pytest

from decisions import ingest
from decisions.models import Decision
from decisions.tests.facets.test_brute_force import ask

pytestmark = pytest.mark.django_db

TEXT = """Example Borough Council (22 911 {number:03})

Category : {category}

Decision : {outcome}

Decision date : 04 Nov 2022

The Ombudsman's final decision:

Summary: We will not investigate this complaint.

The complaint

  1. Mr T complains.

Final decision

  1. We will not investigate because there is not enough evidence of fault.

Investigator's decision on behalf of the Ombudsman
"""
USUAL = "Benefits and tax > Council tax", "Not upheld"
ODD = [
    ("Benefits and tax > Council tax", "not upheld"),
    ("Benefits and tax > Council tax", "NOT UPHELD"),
    ("benefits and tax > council tax", "Not upheld"),
    ("BENEFITS AND TAX > Council Tax", "Not Upheld"),
    ("Benefits And Tax > COUNCIL TAX", "not  upheld"),
]


def load(folder, *papers):
    for number, (category, outcome) in enumerate(papers):
        text = TEXT.format(number=number, category=category, outcome=outcome)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    assert ingest.import_files(sorted(folder.glob("*.txt"))).new == len(papers)


def labels(name, query=""):
    """The labels of a facet's values."""
    return [label for value in ask(query).facets[name].values for label in (value.label, *_below(value))]


def _below(value):
    return [each.label for each in value.below]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("first", [True, False])
def test_one_odd_text_renames_no_value(client, tmp_path, odd, first):
    load(tmp_path, *([odd, USUAL, USUAL] if first else [USUAL, USUAL, odd]))
    assert labels("outcome") == ["Not upheld"]
    assert labels("category", "category=benefits-and-tax") == ["Benefits and tax", "Council tax"]
    for address in ("trends/", "facets/outcome/", "feed.atom?outcome=not-upheld", "?outcome=not-upheld"):
        answer = client.get(f"/decisions/{address}")
        assert (answer.status_code, "Not upheld" in answer.text) == (200, True)
    listing = client.get("/decisions/?outcome=not-upheld&category=benefits-and-tax/council-tax").context["listing"]
    assert {chip.label for chip in listing.query.chips} == {"Not upheld", "Council tax"}
    assert listing.total == 3


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_of_two_printings_that_are_as_usual_one_is_always_the_label(tmp_path, order):
    papers = [USUAL, ("Benefits and tax > Council tax", "not upheld")]
    load(tmp_path, *(papers[each] for each in order))
    assert labels("outcome") == ["Not upheld"]


def test_what_is_not_published_gives_no_label(tmp_path):
    load(tmp_path, USUAL, *[("Benefits and tax > Council tax", "NOT UPHELD")] * 2)
    for decision in Decision.objects.filter(outcome="NOT UPHELD"):
        facts = {"removed_at": decision.imported_at, "removal_reason": "It named a child."}
        ingest.correct(decision, by="ann", facts=facts)
    assert labels("outcome") == ["Not upheld"]
