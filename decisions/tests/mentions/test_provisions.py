"""Which law is cited, letter for letter."""

import pytest

from decisions.mentions.provisions import provisions_in
from decisions.tests.mentions.factories import cited

LGA = "Local Government Act 1974"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"({LGA}, section 24A(6), as amended, section 34(B))",
            [(LGA, "section", "24A(6)", "24A(6)"), (LGA, "section", "34(B)", "34B")],
        ),
        (f"({LGA}, section 24A (6), as amended)", [(LGA, "section", "24A (6)", "24A(6)")]),
        (
            f"({LGA}, sections 26(1) and 26A(1), as amended)",
            [(LGA, "section", "26(1)", "26(1)"), (LGA, "section", "26A(1)", "26A(1)")],
        ),
        (
            f"({LGA}, sections 24A(1)(A) and 25(7), as amended)",
            [(LGA, "section", "24A(1)(A)", "24A(1)(A)"), (LGA, "section", "25(7)", "25(7)")],
        ),
        (f"({LGA}, sections 34B(8)-(9))", [(LGA, "section", "34B(8)-(9)", "34B(8)-(9)")]),
        (f"({LGA}, Schedule 5.5, as amended)", [(LGA, "schedule", "5.5", "5 paragraph 5")]),
        (f"({LGA}, Schedule 5, paragraph 5A)", [(LGA, "schedule", "5, paragraph 5A", "5 paragraph 5A")]),
        (
            f"paragraph 4 of Schedule 5 to the {LGA}",
            [(LGA, "schedule", "paragraph 4 of Schedule 5", "5 paragraph 4")],
        ),
        ("(Children Act 1989, section 47)", [("Children Act 1989", "section", "47", "47")]),
        ("section 17 of the Children Act 1989", [("Children Act 1989", "section", "17", "17")]),
        ("Housing Act 1996, s.193(2)", [("Housing Act 1996", "section", "193(2)", "193(2)")]),
        ("Part 7 of the Housing Act 1996", [("Housing Act 1996", "part", "7", "7")]),
        ("section 117 Mental Health Act 1983", [("Mental Health Act 1983", "section", "117", "117")]),
        (
            "Article 8 of the European Convention on Human Rights",
            [("European Convention on Human Rights", "article", "8", "8")],
        ),
    ],
)
def test_a_provision_belongs_to_the_law_named_next_to_it(text: str, expected: list[object]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 47 of the Act places a duty", [(None, "section", "47", "47")]),
        ("a section 47 investigation", [(None, "section", "47", "47")]),
        ("under s.26 and s26(6)(a)", [(None, "section", "26", "26"), (None, "section", "26(6)(a)", "26(6)(a)")]),
        ("sections 26 to 34", [(None, "section", "26 to 34", "26-34")]),
        ("subsection (6) of section 24A", [(None, "section", "subsection (6) of section 24A", "24A(6)")]),
        ("section 26(6)(a) and (b)", [(None, "section", "26(6)(a)", "26(6)(a)"), (None, "section", "(b)", "26(6)(b)")]),
    ],
)
def test_a_law_not_named_next_to_it_is_never_guessed(text: str, expected: list[object]) -> None:
    assert cited(text) == expected


def test_of_two_laws_each_provision_has_its_own() -> None:
    assert cited("(Care Act 2014, section 9) and section 17 of the Children Act 1989") == [
        ("Care Act 2014", "section", "9", "9"),
        ("Children Act 1989", "section", "17", "17"),
    ]


def test_which_of_two_laws_is_meant_is_left_open_where_the_words_leave_it_open() -> None:
    assert cited("section 5, Housing Act 1996, section 193") == [
        (None, "section", "5", "5"),
        ("Housing Act 1996", "section", "193", "193"),
    ]
    assert cited("under section 17 of the Children Act 1989, section 47 enquiries")[1] == (None, "section", "47", "47")


@pytest.mark.parametrize("number", ["24A(6", "24A6", "26.6", "26/7", "24A[6]"])
def test_an_unclear_number_stays_as_printed_and_is_not_normalised(number: str) -> None:
    assert cited(f"({LGA}, section {number}, as amended)") == [(LGA, "section", number, None)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("under the Care Act 2014", "Care Act 2014", "act"),
        ("Under the Children Act", "Children Act", "act"),
        (
            "The Care and Support (Charging and Assessment of Resources) Regulations 2014 say",
            "Care and Support (Charging and Assessment of Resources) Regulations 2014",
            "regulations",
        ),
        (
            "the Anti-social Behaviour, Crime and Policing Act 2014",
            "Anti-social Behaviour, Crime and Policing Act 2014",
            "act",
        ),
        (
            "the Town and Country Planning (General Permitted Development) (England) Order 2015",
            "Town and Country Planning (General Permitted Development) (England) Order 2015",
            "order",
        ),
        ("the General Data Protection Regulation", "General Data Protection Regulation", "regulations"),
    ],
)
def test_a_law_may_be_cited_as_a_whole(text: str, name: str, kind: str) -> None:
    assert cited(text) == [(name, kind, "", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr X’s 3 children",
        "Mr X's 3 children",
        "section 3 of the EHC plan",
        "paragraph 12 of the Council’s policy",
        "part 2 of the complaint",
        "The Act says so",
        "the section heading",
        "regulations 2014",
    ],
)
def test_what_is_not_law_is_not_cited(text: str) -> None:
    assert cited(text) == []


def test_a_list_ends_where_the_provisions_end() -> None:
    assert [number for _, _, number, _ in cited("section 47 and 12 children")] == ["47"]
    assert [number for _, _, number, _ in cited("sections 17, 47 and 3 weeks")] == ["17", "47"]


def test_the_span_of_the_first_of_a_list_has_the_word_and_of_the_others_the_number() -> None:
    text = f"({LGA}, sections 26(1) and 26A(1))"
    assert [text[each.start : each.end] for each in provisions_in(text, 1)] == ["sections 26(1)", "26A(1)"]


@pytest.mark.parametrize(
    "printed",
    [
        "paragraph 5A schedule 5",
        "paragraph 5A, schedule 5",
        "paragraph 5a of Schedule 5",
        "Schedule 5 paragraph 5A",
        "Schedule 5 (paragraph 5A)",
        "Schedule 5, at paragraph 5A",
        "paragraph 5A (Schedule 5)",
        "Sch 5 para 5A",
        "para. 5A Sched. 5",
    ],
)
def test_a_schedule_and_its_paragraph_are_one_provision_whichever_comes_first(printed: str) -> None:
    whole = (LGA, "schedule", "5 paragraph 5A")
    for text in (f"({LGA}, {printed}, as amended)", f"{printed} of the {LGA}", f"({printed}, {LGA})"):
        assert [(act, kind, normalised) for act, kind, _, normalised in cited(text)] == [whole], text


def test_a_bracket_within_a_provision_is_all_of_it() -> None:
    assert [number for _, _, number, _ in cited(f"Schedule 5 (paragraph 5A) of the {LGA}")] == ["5 (paragraph 5A)"]
    assert [number for _, _, number, _ in cited("(Schedule 5 (paragraphs 1 and 4))")] == ["5 (paragraphs 1", "4)"]
    assert [number for _, _, number, _ in cited("(Schedule 5 paragraph 5A)")] == ["5 paragraph 5A"]


def test_of_several_schedules_and_paragraphs_each_has_its_own() -> None:
    def numbers(text: str) -> list[str | None]:
        return [normalised for _, _, _, normalised in cited(f"({LGA}, {text})")]

    pairs = ["5 paragraph 4", "5A paragraph 5"]
    assert numbers("Schedule 5, paragraph 4, Schedule 5A, paragraph 5") == pairs
    assert numbers("paragraph 4, Schedule 5, paragraph 5, Schedule 5A") == pairs
    assert numbers("paragraph 4 Schedule 5 and paragraph 5 Schedule 5A") == pairs
    assert numbers("paragraphs 5A and 5B Schedule 5") == ["5 paragraph 5A", "5 paragraph 5B"]
    assert numbers("section 26, paragraph 3, Schedule 5, paragraph 4") == ["26", "3", "5 paragraph 4"]


@pytest.mark.parametrize(
    "text",
    [
        f"section 26(1) and Schedule 5 of the {LGA}",
        f"Section 26(1) and Schedule 5 to the {LGA}",
        f"({LGA}, section 26(1) and Schedule 5)",
        f"(section 26(1) and Schedule 5, {LGA})",
        f"section 26(1), and Schedule 5, of the {LGA}",
    ],
)
def test_a_schedule_beside_a_section_takes_the_act_of_both(text: str) -> None:
    assert [each[:2] for each in cited(text)] == [(LGA, "section"), (LGA, "schedule")]
    swapped = text.replace("ection 26(1)", "@").replace("Schedule 5", "section 26(1)").replace("@", "chedule 5")
    assert [each[:2] for each in cited(swapped)] == [(LGA, "schedule"), (LGA, "section")]


def test_a_list_ends_at_words_that_are_none_of_its_own() -> None:
    assert cited("section 117 aftercare and section 47 of the Children Act 1989")[0][0] is None
    assert cited(f"section 9 of the Care Act 2014, and section 26 of the {LGA}")[0][0] == "Care Act 2014"
    assert [act for act, *_ in cited(f"paragraph 12 and section 26 of the {LGA}")] == [LGA]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("section 184 of the 1996 Housing Act", "1996 Housing Act"),
        ("section 184 of the Housing Act (1996)", "Housing Act (1996)"),
        ("Care act 2014, section 9", "Care act 2014"),
        ("Under Mr Smith’s Mental Health Act section 2", "Mental Health Act"),
        ("the Council’s Care Act section 9 duty", "Care Act"),
        ("X's Care Act section 9 assessment", "Care Act"),
        ("Renters’ Rights Act 2025, section 4", "Renters’ Rights Act 2025"),
    ],
)
def test_the_name_of_an_act_is_all_of_it_and_nothing_else(text: str, name: str) -> None:
    assert [act for act, *_ in cited(text)] == [name]


def test_what_a_section_of_an_act_is_about_is_no_other_document() -> None:
    assert cited("Section 9 of the Act is about assessments") == [(None, "section", "9", "9")]
