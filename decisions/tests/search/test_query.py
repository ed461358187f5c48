"""Parsing queries: everything typed has a meaning, or a note that says what was ignored."""

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from decisions.search.columns import ASSESSMENT, COMPLAINT, FINAL, RECITED, of_sections
from decisions.search.explanation import explain
from decisions.search.query import ProvisionTerm, Term, parse
from decisions.tests.scale import SEED, scaled

PIECES = [
    *[
        "social",
        "worker",
        "-",
        "–",
        "--",
        '"',
        "“",
        "”",
        "*",
        "|",
        "OR",
        "AND",
        "NOT",
        "OR OR",
        ":",
        "::",
        "law:",
        "law",
    ],
    *[
        "summary:",
        "Council:",
        "final:x",
        "-final:",
        "24A(6)",
        "(((",
        "s.26",
        "\0",
        "\u00ad",
        "\u0301",
        "🙂",
        "a*",
        " ",
        "",
    ],
    *[
        "x" * 600,
        "law:" + "a1(" * 150,
        "“" * 100,
        "- " * 200,
        "NEAR(",
        "{summary} :",
        "^",
        "'",
        "é",
        "\ud7ff",
        "\u0e33",
    ],
]


def words(typed):
    return [" ".join(term.words) for term in parse(typed).atoms]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("social worker", ["social", "worker"]),
        ('"social worker" fault', ["social worker", "fault"]),
        ("“social worker”", ["social worker"]),
        ('"left open', ["left open"]),
        ("24A(6)", ["24A 6"]),
        ("don’t", ["don t"]),
        ("and/or NEAR(a b)", ["and or", "NEAR a", "b"]),
        ("fault fault", ["fault"]),
        ("a - b, – c & d", ["a", "b", "c", "d"]),
        ("https://example.org", ["https example org"]),
        ("Subject: noise", ["Subject", "noise"]),
        ("", []),
        ("\0 - * : ^ () '' \"\"", []),
        ("re\u00adcords soc\u200bial\u200d wor\ufeffker", ["records", "social", "worker"]),
        ('"social\u00ad \u2060worker"', ["social worker"]),
        ("\u00ad \u200b", []),
        ("\u0301", []),
        ("fault \u0301 \u0e33 \u20dd", ["fault", "\u0e33"]),
        ('"\u0301 social \u0301\u0302 worker"', ["social worker"]),
        ("cafe\u0301", ["cafe\u0301"]),
    ],
)
def test_words_and_phrases(typed, terms):
    assert words(typed) == terms


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ('"social worker" -housing', "Decisions that mention *social worker* but not *housing*"),
        ("“social worker” –housing", "Decisions that mention *social worker* but not *housing*"),
        ("-housing", "Decisions that do not mention *housing*"),
        ('-"social worker" -bus', "Decisions that do not mention *social worker* or *bus*"),
        ("hous*", "Decisions that mention a word beginning with *hous*"),
        ('"social wor*"', "Decisions that mention words beginning with *social wor*"),
        ('"social wor"*', "Decisions that mention words beginning with *social wor*"),
        ("bus OR train late", "Decisions that mention either *bus* or *train*, and *late*"),
        ("bus|train", "Decisions that mention either *bus* or *train*"),
        ("late bus OR train -car", "Decisions that mention *late*, and either *bus* or *train*, but not *car*"),
        ("bus or train", "Decisions that mention *bus* and *or* and *train*"),
        ("summary:social worker", "Decisions that mention *social* in the summary and *worker*"),
        ('Complaint: "social worker"', "Decisions that mention *social worker* in what people complained about"),
        ("-final:fault", "Decisions that do not mention *fault* in the final decision"),
        ("council:barnet assessment:late*", "Decisions that mention *barnet* in the council’s name and "
         "a word beginning with *late* in the assessment"),
        ("law:24A(6)", "Decisions that cite section *24A(6)*"),
        ("bus law:26 late", "Decisions that mention *bus* and cite section *26* and mention *late*"),
        ("-law:26", "Decisions that do not cite section *26*"),
        ("law:24a(6)", "Decisions that cite section *24A(6)*"),
        ('law:"section 26(6)(a)"', "Decisions that cite section *26(6)(a)*"),
        ("law:s34(B)", "Decisions that cite section *34B*"),
        ("law:31(a)", "Decisions that cite section *31(a)*"),
    ],
)  # fmt: skip
def test_operators_mean_what_the_page_says_they_mean(typed, meaning):
    query = parse(typed)
    explained = "".join(f"*{each.text}*" if each.marked else each.text for each in explain(query))
    assert (explained, query.notes) == (meaning, ())
    assert not query.is_plain or "OR" not in typed


@pytest.mark.parametrize(
    ("typed", "atoms", "note"),
    [
        ("summary:", [], "summary: needs a word after it."),
        ("summary: OR x", ["x"], "summary: needs a word after it."),
        ("law:", [], "law: needs a section such as 24A(6) after it."),
        ("law:bins", ["bins"], "law: needs a section such as 24A(6) after it; “bins” was searched for as words."),
        ("law:bins -x", ["bins"], "law: needs a section such as 24A(6) after it; “bins” was searched for as words."),
        ("x OR", ["x"], "OR at the end was ignored."),
        ("OR x", ["x"], "OR at the start was ignored."),
        ("x AND y", ["x", "y"], "You do not need AND: decisions must have every word anyway."),
        ("NOT y", ["NOT", "y"], "NOT was searched for as a word; to leave out decisions with a word, write -word."),
        ("x OR -y", ["x"], "Words after a minus are left out of all results, also next to OR."),
        ("a*", ["a"], "“a*” was searched for as a word: * needs 2 letters or more before it."),
        ('x ""', ["x"], "There is nothing to search for in “\"\"”."),
        ("…", [], "There is nothing to search for in “…”."),
        ("-", [], "There is nothing to search for in “-”."),
        ("word " * 200, ["word"], "Only the first 500 characters were read."),
    ],
)  # fmt: skip
def test_what_has_no_meaning_is_said(typed, atoms, note):
    assert words(typed) == atoms
    assert note in parse(typed).notes


def test_nothing_typed_asks_for_nothing_and_says_nothing():
    for nothing in ["", "  ", "\u00ad"]:
        assert not parse(nothing)
        assert not parse(nothing).notes
    assert parse("x")
    assert parse("-x")


def test_what_is_too_long_is_cut():
    assert sum(len(term) for term in words(" ".join(map(str, range(1000))))) <= 500


def test_what_is_looked_for_is_data():
    assert parse('law:24A(6) final:"no fault"').atoms == (ProvisionTerm("24A", ("6",)), Term(("no", "fault"), "final"))


@pytest.mark.long("queries")
@seed(SEED)
@settings(max_examples=scaled(10_000), deadline=None, database=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
                 st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)))  # fmt: skip
def test_anything_can_be_typed(typed):
    query = parse(typed)
    assert query or query.notes or not any(character.isalnum() for character in typed)
    assert all(note.endswith(".") for note in query.notes)
    assert bool(explain(query)) == bool(query)


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["The complaint", "The Ombudsman’s role and powers", "How I considered this complaint", "My assessment"],
         [COMPLAINT, RECITED, RECITED, ASSESSMENT]),
        (["What I found", "#Background law and guidance", "#Analysis", "#The Council’s decision was unlawful"],
         [ASSESSMENT, RECITED, ASSESSMENT, ASSESSMENT]),
        (["What I found", "#Complaint (b): bins", "Agreed action", "Final decision", "#Complaint (b)"],
         [ASSESSMENT, ASSESSMENT, FINAL, FINAL, FINAL]),
        (["The Ombudsmen’s role and powers", "#Parking policy", "What I have and have not investigated", ""],
         [RECITED, RECITED, ASSESSMENT, ASSESSMENT]),
        (["", "#Relevant legislation", "#What happened"], [ASSESSMENT, RECITED, ASSESSMENT]),
    ],
)  # fmt: skip
def test_a_section_belongs_to_a_column_by_its_heading(headings, columns):
    assert of_sections((heading.removeprefix("#"), 2 if "#" in heading else 1) for heading in headings) == columns
