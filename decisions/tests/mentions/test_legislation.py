"""Links to legislation.gov.uk: to the exact section, or none at all."""

import re

import pytest

from decisions.mentions import ACTS, legislation, official_address
from decisions.mentions.data_file import DataFile
from decisions.mentions.legislation import ACTS_WITHOUT_YEAR

SITE = "https://www.legislation.gov.uk/ukpga"


@pytest.mark.parametrize(
    ("act", "kind", "section", "address"),
    [
        ("local-government-act-1974", "section", "24A", f"{SITE}/1974/7/section/24A"),
        ("local-government-act-1974", "schedule", "5", f"{SITE}/1974/7/schedule/5"),
        ("children-act-1989", "act", "", f"{SITE}/1989/41"),
        ("planning-listed-buildings-and-conservation-areas-act-1990", "section", "7", f"{SITE}/1990/9/section/7"),
    ],
)
def test_a_section_a_schedule_and_an_act_that_are_certain_have_an_address(act, kind, section, address):
    assert official_address(act, kind, section) == address


@pytest.mark.parametrize(
    ("act", "kind", "section"),
    [
        ("", "section", "47"),
        ("local-government-act-1974", "section", ""),  # a number in doubt, or several sections
        ("local-government-act-1974", "section", "24-26"),
        ("local-government-act-1974", "paragraph", "5"),
        ("local-government-act-1974", "part", "3"),
        ("local-government-act-1974", "regulation", "3"),
        ("general-data-protection-regulation", "article", "16"),
        ("local-government-act-1975", "section", "24A"),
        ("public-health-act-1936", "section", "1"),
    ],
)
def test_what_is_in_doubt_has_none(act, kind, section):
    assert official_address(act, kind, section) == ""


def test_no_two_acts_share_an_address_or_a_name():
    assert len({act.address for act in ACTS.values()}) == len(ACTS)
    assert len({act.name for act in ACTS.values()}) == len(ACTS) >= 60


def test_the_names_that_are_certain_without_a_year_are_each_of_one_act():
    assert ACTS_WITHOUT_YEAR["care-act"] == "care-act-2014"
    for name, slug in ACTS_WITHOUT_YEAR.items():
        assert [each for each in ACTS if each.rpartition("-")[0] == name] == [slug]


def test_every_act_is_one_that_its_year_files_by_its_chapter_alone():
    for slug, act in ACTS.items():
        assert 1963 <= act.year <= 2025, slug  # before, chapters were counted by reigns
        assert re.fullmatch(r"[a-z-]+-\d{4}", slug), slug
        assert slug.endswith(str(act.year))
        assert act.chapter >= 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('"Public Health Act 1936" = 49', "line 2: Public Health Act 1936: write an Act of 1963 or later"),
        ('"Care Act" = 23', "line 2: Care Act: write an Act of 1963 or later and its chapter, as "),
        ('"Care Act 2014" = "23"', "line 2: Care Act 2014: write an Act of 1963 or later"),
        ('"Care Act 2014" = 0', "line 2: Care Act 2014: write an Act of 1963 or later"),
        (
            'certain_without_year = ["Care Act 2014"]',
            "line 2: Care Act 2014: certain_without_year may list only Acts of",
        ),
        ('"Housing Act 1996" = 53', "Cannot overwrite a value \\(at line 2, "),
    ],
)
def test_an_act_that_cannot_be_right_is_named_with_its_line(tmp_path, line, message):
    file = tmp_path / "acts.toml"
    file.write_text(f'"Housing Act 1996" = 52\n{line}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=message) as error:
        legislation.read(DataFile(file))
    assert str(error.value).startswith(str(file))
