"""The mentions of the five decisions that the archive starts with."""

import json

import pytest

from decisions.mentions import mentions
from decisions.mentions.output import as_data, as_lines
from decisions.parsing import parse
from decisions.tests.mentions.factories import everything, quote, signposts
from decisions.tests.texts import TEXTS, read

SWE = "social workers’ professional body, Social Work England"
LGA = "Local Government Act 1974"
SIGNPOSTS = {
    "20 010 135": [
        ("court", 12, "It is open to Mr X to apply to Court"),
        (
            "social-work-england",
            14,
            "it is reasonable to expect him to report his concerns to their professional body, Social Work England",
        ),
    ],
    "21 018 159": [],
    "22 015 753": [
        (
            "right-to-rectification",
            7,
            "Issues of the recording of false information can be dealt with through the legal right to rectification",
        ),
        ("information-commissioner", 7, "Mr X may wish to contact the Information Commissioner’s Office"),
    ],
    "24 006 339": [
        ("right-to-rectification", 9, "his recourse is to pursue his right to rectification"),
        ("social-work-england", 10, f"Complaints of this nature should be referred to the {SWE}"),
    ],
    "24 012 358": [
        (
            "right-to-rectification",
            10,
            "her recourse is to pursue her right to rectification under the General Data Protection Regulation",
        ),
    ],
}
BARE = (None, "section", "47", "47")
PROVISIONS = {
    "20 010 135": [(2, LGA, "section", "24A(6)", "24A(6)"), (3, LGA, "section", "24A(6)", "24A(6)")],
    "21 018 159": [
        (2, LGA, "section", "24A(6)", "24A(6)"),
        (3, LGA, "section", "34(3)", "34(3)"),
        (7, *BARE),
        (7, *BARE),
        (7, "Children Act", "act", "", None),
        (8, "Children Act 1989", "section", "47", "47"),
        (11, *BARE),
        (12, *BARE),
        (18, *BARE),
    ],
    "22 015 753": [(2, LGA, "section", "24A(6)", "24A(6)")],
    "24 006 339": [(2, LGA, "section", "24A(6)", "24A(6)"), (2, LGA, "section", "34(B)", "34B")],
    "24 012 358": [
        (2, LGA, "section", "24A(6)", "24A(6)"),
        (2, LGA, "section", "34(B)", "34B"),
        (10, "General Data Protection Regulation", "regulations", "", None),
    ],
}
SEEDS = [parse(read(path)) for path in TEXTS]
NAMES = [document.reference for document in SEEDS]


@pytest.mark.parametrize("document", SEEDS, ids=NAMES)
def test_a_seed_has_these_signposts(document):
    assert signposts(document) == SIGNPOSTS[document.reference]


@pytest.mark.parametrize("document", SEEDS, ids=NAMES)
def test_a_seed_cites_this_law_and_refers_to_nothing(document):
    found = mentions(document)
    cited = [(each.paragraph, each.act, each.kind, each.number, each.normalised) for each in found.provisions]
    assert cited == PROVISIONS[document.reference]
    assert (found.paragraph_references, found.decision_references) == ((), ())


@pytest.mark.parametrize("document", SEEDS, ids=NAMES)
def test_a_seeds_spans_cut_no_word(document):
    for mention in everything(mentions(document)):
        whole, words = document.whole(mention.paragraph), quote(document, mention)
        assert words and words.strip() == words
        assert not (whole[: mention.start][-1:].isalnum() and words[0].isalnum())
        assert not (words[-1].isalnum() and whole[mention.end :][:1].isalnum())


@pytest.mark.parametrize("document", SEEDS, ids=NAMES)
def test_a_seeds_mentions_are_data_and_lines(document):
    found = mentions(document)
    data = as_data(document, found)
    assert list(data) == ["signposts", "provisions", "references"]
    assert json.loads(json.dumps(data)) == data
    for entry in (*data["signposts"], *data["provisions"]):
        assert entry["quote"] == document.whole(entry["paragraph"])[entry["start"] : entry["end"]]
    lines = as_lines(document, found)
    assert [line for line in lines if line and line[0] != " "] == ["signposts", "provisions", "references"]
    assert not any("\n" in line for line in lines)
