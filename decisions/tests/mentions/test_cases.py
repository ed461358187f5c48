"""Judgments are cited by the parties or by a citation; other words with a “v” are none."""

import pytest

from decisions.mentions.cases import cases_in


def cases(text: str) -> list[tuple[str | None, str | None]]:
    """The cases of a text as (printed, neutral citation)."""
    found = cases_in(text, 1)
    assert all((each.kind, each.number, each.paragraph) == ("case", "", 1) for each in found)
    assert all(text[each.start : each.end] == each.act for each in found)
    return [(each.act, each.normalised) for each in found]


@pytest.mark.parametrize(
    ("printed", "neutral"),
    [
        ("R (M) v Slough Borough Council [2008] UKHL 52", "[2008] UKHL 52"),
        ("R(Elias) v Secretary of State for Defence [2006] EWCA Civ 1293", "[2006] EWCA Civ 1293"),
        (
            "R (on the application of ER) v Commissioner for Local Administration (LGO) [2014] EWCA civ 1407",
            "[2014] EWCA Civ 1407",
        ),
        ("R (Milburn) v Local Govt and Social Care Ombudsman (2023) EWCA Civ 207", "[2023] EWCA Civ 207"),
        ("Moore v Anytown District Council, [2012] EWHC 3120 (Admin)", "[2012] EWHC 3120 (Admin)"),
        ("R v Commissioner for Local Administration, ex parte PH [1999] EWHC Admin 916", "[1999] EWHC Admin 916"),
        ("R v The Commissioner for Local Administration ex parte PH (1999) EHCA Civ 916", None),
        ("R v North and East Devon Health Authority ex p Coughlan [2000] 2 WLR 622", None),
        ("Anufrijeva v Southwark LBC [2003] EWCA 1406", None),
        ("R (B) v Camden", None),
        ("R (on the application of M (a child)) v Slough Borough Council", None),
        ("R (on the application of B) vs. the Royal Borough of Kensington and Chelsea", None),
        ("[2015] UKUT 523 (AAC)", "[2015] UKUT 523 (AAC)"),
        ("[2020] UKSC 5", "[2020] UKSC 5"),
    ],
)
@pytest.mark.parametrize("around", ["The High Court in {} said so.", "({})", "See {}, paragraph 12."])
def test_a_case_is_cited_with_its_parties_and_its_citation(around: str, printed: str, neutral: str | None) -> None:
    assert cases(around.format(printed)) == [(printed, neutral)]


def test_parties_without_a_citation_need_the_word_case_or_judgment() -> None:
    assert cases("In the case of Holmes-Moorhouse v Richmond the House of Lords agreed.") == [
        ("Holmes-Moorhouse v Richmond", None)
    ]
    assert cases("The judgment in Smith v Jones is clear.") == [("Smith v Jones", None)]
    assert cases("Holmes-Moorhouse v Richmond was a match.") == []


def test_several_cases_are_each_one() -> None:
    text = "([2020] UKSC 5), R (A) v B [2014] EWCA Civ 1 and Smith v Jones [2015] EWHC 2 (Ch), also [2021] EWCOP 3"
    assert [neutral for _, neutral in cases(text)] == [
        "[2020] UKSC 5",
        "[2014] EWCA Civ 1",
        "[2015] EWHC 2 (Ch)",
        "[2021] EWCOP 3",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr X v the Council",
        "The vote was 3 v 2.",
        "England v Wales was on.",
        "the (2014) agreement and [2014] notes",
        "Regulation (EU) 2016/679",
        "Section V of the plan",
    ],
)
def test_other_words_are_no_case(text: str) -> None:
    assert cases(text) == []
