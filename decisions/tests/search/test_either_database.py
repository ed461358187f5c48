"""Words and phrases find the same decisions on both databases, however odd the text."""

import sqlite3
import unicodedata
from datetime import UTC, datetime

import pytest

from decisions import search
from decisions.models import Council, Decision, Paragraph, Section
from decisions.search.words import fold, folded, normalise, spans
from decisions.tests.search import factories

pytestmark = pytest.mark.django_db

TEXT = (
    "He/she asked the Housing Benefit/Council Tax team; and/or the café’s well-known owner O’Brien-Smith (24A(6)) "
    "wrote to jane.doe@council.gov.uk or https://www.lgo.org.uk/decisions/adult-care-services?page=2#top on "
    "12/03/2021, paid £1,234.50 (3.5%, 1e5, 0x1F, 1e5abc, -7, v1.2.3), re: ref. 22 015 753a; /etc/file.txt C++ AT&T "
    "x_y Søren straße ﬁle m² ½ naïve re\u0301sume\u0301 it’s its' 'quoted' “curly” end—dash…dots и й 東京 हिन्दी"
)
FOUND = [
    "he she",
    '"he she asked"',
    "and or",
    "and/or",
    '"and or the"',
    "benefit council",
    '"benefit/council tax"',
    "well-known",
    '"well known owner"',
    "known",
    "o'brien",
    "obrien’s brien",
    "O’Brien-Smith",
    '"brien smith"',
    "24A(6)",
    "24a",
    "jane.doe@council.gov.uk",
    '"doe council"',
    "gov",
    "www.lgo.org.uk",
    "lgo.org.uk/decisions",
    '"adult care services page 2 top on"',
    "12/03/2021",
    '"03 2021 paid"',
    "1,234.50",
    "234",
    "1234.50",
    '"1234 50 3 5"',
    '"1 234 50"',
    "3.5%",
    "1e5",
    "0x1f",
    "1e5abc",
    '"-7"',
    "v1.2.3",
    '"v1 2 3"',
    "22 015 753a",
    "etc/file",
    "file.txt",
    "c++",
    "AT&T",
    "x_y",
    "søren",
    "STRASSE",
    "straße",
    "ﬁle",
    "file",
    "m²",
    "m2",
    "½",
    "cafe",
    "CAFÉS",
    "naive naïve",
    "resume résumé",
    "it's",
    "its",
    "quoted curly",
    '"end dash dots"',
    "и",
    "й",
    "東京",
    "東",
    "हिन्दी",
    "ह",
    "हनद",
    "the",
    "not",
    "soren",
    "a" * 400,
    "1e5ab",
    "bcafé",
    "x00248",
    "ns",
    "x110000",
    '"known well"',
    '"753a etc"',
    '"kent 22"',
    '"753 zebra"',
    '"crossing he"',
]
NOT_FOUND = {
    "obrien’s brien",
    "STRASSE",
    "234",
    '"1 234 50"',
    "東",
    "not",
    "soren",
    "a" * 400,
    "1e5ab",
    "bcafé",
    "x00248",
    "ns",
}
NOT_FOUND |= {"हनद", "x110000", '"kent 22"', '"known well"', '"753 zebra"', '"crossing he"'}


def enter(*bodies, summary="Zebra crossing."):
    """Make and index a decision with each text, and return their ids."""
    council, _ = Council.objects.get_or_create(name="Kent", slug="kent")
    decisions = [
        Decision(
            reference="22 015 753" if number == 0 else f"22 015 {number:03}",
            council=council,
            summary=summary,
            source=b"",
            source_format="txt",
            source_encoding="utf-8",
            came_from="",
            imported_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for number in range(len(bodies))
    ]
    Decision.objects.bulk_create(decisions)
    for decision, body in zip(decisions, bodies, strict=True):
        section = Section.objects.create(decision=decision, position=1, heading="", level=1, lead="")
        Paragraph.objects.create(decision=decision, section=section, position=1, number=1, depth=0, text=body)
    search.follow_changes()
    return [decision.pk for decision in decisions]


def found(typed):
    matching = search.matching(search.parse(typed))
    return sorted(Decision.objects.filter(pk__in=matching).values_list("pk", flat=True))


@pytest.mark.parametrize("typed", FOUND)
def test_words_are_the_same_words_on_either(typed):
    assert bool(found(typed)) is False
    enter(TEXT)
    assert bool(found(typed)) is (typed not in NOT_FOUND)


@pytest.mark.parametrize("typed", FOUND)
def test_what_is_marked_is_what_is_found(typed):
    (score, marked), (nothing, none) = search.highlight(search.parse(typed), [TEXT, "…"])
    assert (nothing, none) == (0, [])
    assert bool(marked) is (score < 0)
    words = " ".join(TEXT[start:end] for start, end in marked)
    assert unicodedata.normalize("NFC", words) == MARKED.get(typed, unicodedata.normalize("NFC", words))
    if typed not in NOT_FOUND:
        assert marked


MARKED = {
    "and/or": "and/or",
    '"doe council"': "doe@council",
    "24a": "24A",
    "CAFÉS": "café",
    "1,234.50": "1,234.50",
    "resume résumé": "résumé",
    "the": "the the",
    "AT&T": "AT&T",
    "x_y": "x_y",
}


# Printed and typed, and whether it is found.
STEMMED = [
    ("complaints", "complaint", True),
    ("investigating", "investigation", True),
    ("relational", "relate", True),
    ("skies", "sky", False),
    ("dying", "die", False),
    ("news", "new", True),
    ("generously", "generate", True),
    ("universal", "university", True),
    ("internal", "internally", True),
    ("easily", "easy", False),
    ("possible", "possibly", True),
    ("psychologies", "psychological", True),
    ("using", "us", True),
    ("as", "a", False),
    ("1990s", "1990", True),
    ("2s", "2", False),
    ("proper", "properly", False),
    ("covid19", "covid*", True),
    ("24a", "24*", True),
    ("as", "as*", True),
    ("24", "24*", True),
    ("2400", "24*", True),
]


@pytest.mark.parametrize(("printed", "typed", "is_found"), STEMMED)
def test_endings_are_folded_alike(printed, typed, is_found):
    enter(printed)
    assert bool(found(typed)) is is_found
    assert bool(search.highlight(search.parse(typed), [printed])[0][1]) is is_found
    assert found(printed)


@pytest.mark.parametrize(
    "words",
    [
        [f"word{number}" for number in range(40_000)],
        ["the", "fault"] * 20_000,
        ["the"] * 5000,
        [f"{number:05}" + "x" * 60 for number in range(30_000)],
        ["y" * 3000] * 300,
    ],
    ids=["places", "of-one-word", "one-word", "megabyte", "letters"],
)
def test_the_last_words_and_phrases_of_a_long_report_are_found(words):
    body = " ".join([*words[: len(words) // 2], "halfway house", *words[len(words) // 2 :], "the final recommendation"])
    pk, _ = enter(body, "The final fault. Recommendation halfway.")
    assert found("recommendation house kent") == [pk]
    assert found('"the final recommendation"') == [pk]
    assert found('"halfway house" "final recommendation" zebra') == [pk]
    assert found(f'"{words[-2][:80]} {words[-1][:80]} the final"') == ([pk] if len(words[-1]) < 100 else [])
    assert found('"house recommendation"') == []
    assert found('"halfway house" "recommendation final"') == []
    ranked = factories.ranked(search.parse("recommendation"), Decision.objects.all(), 0, 25)
    assert sorted(ranked) == found("recommendation")
    Paragraph.objects.filter(decision=pk).update(text="short now")
    search.follow_changes()
    assert found('"short now"') == [pk]
    assert found('"final recommendation"') == []


def test_normalising_moves_no_character():
    assert normalise("O’Brien-Smith\u00a0(24A)") == "O Brien Smith  24A "
    assert [TEXT[start:end] for start, end in spans("He/she ´ \u0301 …")] == ["He", "she"]


def test_marks_part_words_where_they_do_so_for_fts5():
    # Those that came into Unicode after FTS5 took its letters from it are letters to FTS5.
    marks = [chr(code) for code in range(0x300, 0x2000) if unicodedata.category(chr(code))[0] == "M"]
    known = [each for each in marks if unicodedata.ucd_3_2_0.category(each)[0] == "M"]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = 'unicode61 remove_diacritics 2')")
    database.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", [(ord(c), f"q{c}q") for c in known])
    database.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab (words, instance)")
    parted = dict(database.execute("SELECT doc, count(*) FROM tokens GROUP BY doc"))
    assert {each for each in known if len(spans(f"q{each}q")) != parted[ord(each)]} == set()
    assert len(known) > 300


def test_letters_are_folded_as_fts5_folds_them():
    latin = [chr(code) for code in (*range(0x80, 0x250), *range(0x1E00, 0x1F00))]
    # But for a letter that FTS5 leaves both its marks.
    characters = [each for each in latin if normalise(each) == each and fold(each).isalpha() and each not in "Ǡǡ"]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = 'unicode61 remove_diacritics 2')")
    rows = [(ord(c), fold(f"q{c}q")) for c in characters]
    database.executemany("INSERT INTO words (rowid, word) VALUES (?, ?)", rows)
    database.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab (words, instance)")
    tokens = dict(database.execute("SELECT doc, term FROM tokens"))
    plain = {c: tokens[ord(c)] for c in characters if tokens.get(ord(c), "é").isascii()}
    assert len(plain) > 200
    assert {c for c in plain if folded(f"q{c}q") != plain[c]} == set()
    assert {c for c in characters if folded(f"q{c}q").isascii() and c not in plain} == set()
