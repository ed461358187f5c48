"""Ligatures, figures, notes and other forms that look alike are found alike, and marked as they are printed."""

import random
import re

import pytest

from decisions import ingest, search
from decisions.models import Decision
from decisions.search.query import Term, parse
from decisions.search.words import fold, unfolded
from decisions.tests.scale import SEED
from decisions.tests.search import factories
from decisions.tests.search.test_either_database import enter, found

# Printed, what finds it, and what does not.
ALIKE = [
    ("The beneﬁt oﬃce did not ﬁle the ﬂood report.",
     ['"benefit office"', "file", "flood", "OFFICE", "beneﬁts", "ﬂoods", '"oﬃce did"', "benef*", "zz OR ﬂoo*"],
     ["bene", "of"]),
    ("The benefit office filed it.", ['"beneﬁt oﬃce"', "ﬁled", "ﬁl*"], ["ﬂ"]),
    ("It charged £2500 for the work.",
     ["£2,500", "2,500", "2500", "£2500", '"charged £2,500 for"', "250*", "２，５００"],
     ["500", "2"]),
    ("It charged £2,500.50 for the work.", ["£2500", "2,500", "2500.50", '"£2500.50 for"', "250*"], ["500", "2,50"]),
    ("It charged £２，５００ for the work.", ["£2500", "2,500", '"charged 2500"'], ["500"]),
    ("12,500,000 and 3,400, or 10,000–12,500.",
     ["12500000", "12,500,000", '"12500000 and 3400"', "3,400", '"10000 12500"'],
     ["12,500,000,3", "500", "000", '"400 or"']),
    ("Options 1,2 and 3,45,600 with 0,500 or 1,234,56 or 1,234,5678.",
     ["1,2", "1 2", "45", '"3 45 600 with"', "0,500", "500", '"1 234 56"', '"234 5678"'],
     ["12", "3456", "1234", "0500"]),
    ("In 2020,500 of 2019,2020 people.", ["2020", "500", "2019", '"2020 500"'], ["2020500"]),
    ("The team,the office,300 people", ["team", "office", "300", '"office 300"'], ["teamthe"]),
    ("It cost £150² and £2,500³ in all¹², they say⁴.",
     ["£150", '"150 2 and"', "£150²", "2500", '"£2,500 3 in"', "all", "12", "say", '"say 4"', "all¹²"],
     ["1502", "25003", "all12", "112"]),
    ("Paragraph 13A³ says 10⁰ and 5₂.", ["13A", "13A³", '"13A 3 says"', "10", "5"], ["13A3", "100", "52"]),
    ("A shop of 300m² by 12 m³ and 3km², with CO₂.",
     ["300m2", "300m²", "m3", "3km2", "co2", "CO₂"],
     ["300", "300m", "co"]),
    ("It took 3½ hours, a ¼ of a day.", ["½", "1/2", '"3 1/2 hours"', "3½", "3", "1/4", "¼"], ["31", "12", "14"]),
    ("It took 3 1/2 hours.", ["½", '"3 ½"', "3½"], ["¼"]),
    ("Ｃｏｕｎｃｉｌ ｔａｘ ２４Ａ", ["council", '"council tax 24A"', "24a", "coun*", "zz OR ｔａｘ"], ["c"]),
    ("Council tax 24A",
     ["Ｃｏｕｎｃｉｌ", "＂ｃｏｕｎｃｉｌ　ｔａｘ＂", "－lions ２４Ａ", "ｃｏｕ＊", "zz ＯＲ ｔａｘ", "zz｜ｔａｘ"],
     ["－ｔａｘ council"]),
    ("Form №5 of the Council™, part Ⅷ, 20℃, step①, the 1ˢᵗ.",
     ["no", "5", '"no 5"', "council", "viii", '"20 c"', "20℃", "step", "1st", "1ˢᵗ"],
     ["no5", "counciltm", "step1"]),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("printed", "finding", "not_finding"), ALIKE, ids=[each[0][:12] for each in ALIKE])
def test_forms_that_look_alike_are_found_marked_and_expected_alike(printed, finding, not_finding):
    enter(printed)
    for typed in [*finding, *not_finding]:
        query = search.parse(typed)
        ((_, spans),) = search.highlight(query, [printed], ["assessment"])
        (guess,) = search.estimate_scores(query, [printed], ["assessment"])
        is_found = typed in finding
        assert bool(found(typed)) is is_found, typed
        assert bool(spans) is (is_found or bool(query.without)), typed
        assert guess > 0 or not spans, typed


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("It paid “£2,500” at once.", "2500", ["2,500"]),
        ("… the beneﬁt oﬃce, the benefit office", '"benefits office"', ["beneﬁt oﬃce", "benefit office"]),
        ("… the beneﬁt oﬃce, the benefit office", "office", ["oﬃce", "office"]),
        ("ﬁ ﬂ £150² and £2,500³ late", "£150 late", ["150", "late"]),
        ("ﬁ ﬂ £150² and £2,500³ late", '"2500 3 late"', ["2,500³ late"]),
        ("ﬁ ﬂ £150² and £2,500³ late", "3 OR 2", ["²", "³"]),
        ("3½ hours", "3", ["3"]),
        ("3½ hours", "1 2", ["½"]),
        ("３，０００ ｈｏｕｒｓ 3000", "3,000", ["３，０００", "3000"]),
        ("İ ﬁ café ﬁle\u0301 ﬁle", "cafe file", ["café", "ﬁle\u0301", "ﬁle"]),
    ],
)
def test_marks_are_on_the_words_as_printed(text, typed, marked):
    ((_, spans),) = search.highlight(search.parse(typed), [text])
    assert [text[start:end] for start, end in spans] == marked


def test_folding_keeps_its_place_whatever_the_text():
    chance = random.Random(SEED)
    pieces = ["2,500", "12,500,000", "1,2", *"ﬁ½²¹ₘ₂Ａ，５…éa7", "m²", "e\u0301", " "]
    for _ in range(3000):
        text = "".join(chance.choice(pieces) for _ in range(chance.randint(0, 12)))
        usual = fold(text)
        assert fold(usual) == usual, text
        places = unfolded(text, [(at, at + 1) for at in range(len(usual))])
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)
        covered = {at for start, end in places for at in range(start, end)}
        assert {at for at, each in enumerate(text) if each not in ",，"} <= covered
        assert unfolded(text, [(0, len(usual))]) == [(0, len(text))] or not text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("£2,500", ("2500",)),
        ("1,2", ("1", "2")),
        ("£150²", ("150", "2")),
        ("½", ("1", "2")),
        ("summary：ﬁle", ("file",)),
        ('"3½ hours"', ("3", "1", "2", "hours")),
        ("ﬁ\u0e33ﷺŀ", ("fi\u0e33ﷺŀ",)),
    ],
)
def test_a_query_is_folded_and_stays_one_phrase(typed, words):
    (atom,) = parse(typed).atoms
    assert isinstance(atom, Term)
    assert atom.words == words


def test_a_long_query_of_forms_that_grow_is_still_cut():
    query = parse("⑳" * 400)
    assert sum(len(word) for atom in query.atoms for word in atom.words) <= 500
    assert query.notes == ("Only the first 500 characters were read.",)


@pytest.fixture
def printed(db, tmp_path):
    """A decision whose words are printed with ligatures, notes and commas in figures."""
    paper = (
        "Ashby Council",
        "The beneﬁt oﬃce charged £2,500².",
        "a bill of £2,500³",
        "Law.",
        "The oﬃce told him of £12,500,000, then £150¹.",
        "It will pay £２，５００.",
    )
    (tmp_path / "it.txt").write_text(factories.text("23 000 009", paper), encoding="utf-8")
    assert ingest.import_files([tmp_path / "it.txt"]).new == 1
    return Decision.objects.get()


@pytest.mark.parametrize(
    ("typed", "on_the_list", "on_the_page"),
    [
        ("£2500", ["2,500", "2,500", "２，５００"], ["2,500", "2,500", "２，５００"]),
        ("2,500", ["2,500", "2,500", "２，５００"], ["2,500", "2,500", "２，５００"]),
        ('"benefit office"', ["beneﬁt oﬃce"], ["beneﬁt oﬃce"]),
        ("offic*", ["oﬃce", "oﬃce"], ["oﬃce", "oﬃce"]),
        ("12500000", ["12,500,000"], ["12,500,000"]),
        ("£150", ["150"], ["150"]),
        ("final:2500", ["２，５００"], ["２，５００"]),
        ("law:24A OR 2500", ["2,500", "2,500", "２，５００"], ["2,500", "2,500", "２，５００"]),
    ],
)
def test_list_and_page_mark_the_words_as_printed(client, printed, typed, on_the_list, on_the_page):
    for address, expected in (("/decisions/", on_the_list), (printed.get_absolute_url(), on_the_page)):
        page = client.get(address, {"q": typed}).text
        assert re.findall(r"<mark\b[^>]*>([^<]*)</mark>", page.partition("<main")[2]) == expected


def test_what_folding_joins_or_parts_is_not_found_otherwise(printed):
    assert [typed for typed in ("1501", "25002", "25003", "500", "oﬃ") if found(typed)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["beneﬁt oﬃce", "£2500 for the work", "£2,500 for the work", "２５００ for the work"])
def test_either_form_finds_the_other(name):
    usual = fold(name)
    enter(f"It was the {name}.")
    for typed in (name, usual, usual.upper(), f'"{name}"', f'"{usual}"', name.replace("2500", "2,500")):
        assert found(typed), typed
        ((_, spans),) = search.highlight(search.parse(typed), [f"It was the {name}."])
        assert spans
