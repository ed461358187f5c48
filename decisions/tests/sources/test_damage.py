"""What looks damaged in a text is a doubt at its line, and is never repaired."""

import json

import pytest

from decisions import ingest, sources
from decisions.models import Council, CouncilAlias, Decision
from decisions.sources.damage import damaged_lines, is_damaged
from decisions.tests.fixtures import PLACE as FIXTURES
from decisions.tests.sources.factories import HEAD, page, text
from decisions.tests.texts import FIXTURES as SAMPLES
from decisions.tests.texts import TEXTS

BROKEN = [
    *("The Councilâ€™s letter", "He paid Â£150.", "He said â€œnoâ€.", "paid â‚¬20", "in 2020â€“21", "CÃ©line’s café"),
    *("The Councilâ\x80\x99s letter", "The Council\x92s letter", "The CouncilÃ¢â‚¬â„¢s letter", "Ynys MÃ´n Council"),
    *(
        "The Council‚Äôs letter",
        "paid ¬£150",
        "The CouncilÕs letter",
        "they donÕt",
        "The Councilís letter",
        "Mr Xís son",
    ),
    *("The CouncilÆs letter", "paid ú150", "paid œ150", "It cost ¤20.", "Councilë™s", "The Councilâ??s letter"),
    *("The Council�s letter", "paid �150", "The Council?s letter", "they don?t", "He paid ?150 a week.", "(?150)"),
    *("He said ?no? to it.", "Mr T&rsquo;s wife", "it cost &pound;50", "this &amp; more", "O&#39;Example Council"),
    *("don&#x2019;t", "one&nbsp;two", "one &nbsp two", "don&amp;rsquo;t", "A &LT; B &Gt; C"),
    *("The Council\\u2019s letter", "The Council=E2=80=99s letter", "paid =C2=A3150", "caf\\xe9"),
]
SOUND = [
    *("He said “no” – and paid £150… or €20", "Ynys Môn", "a café in Łódź", "Zoë’s naïve œuvre", "½ an hour at 20°C"),
    *("120 m² of CO₂, £150²", "R&D; B&B; Q&A", "see https://x.org/a?b=1&copy=2&section=3", "Why? Because.", "(a = b)"),
    *(
        "Did he ask “why?” or not?",
        "José’s son",
        "Mr Solís’s",
        "§ 26, © 2023",
        "2 × 3 ± 1 ÷ 4",
        "• one",
        "Seán Ó Briain",
    ),
    *(
        "Ørsted, Åland and São Paulo",
        "a note* and another†",
        "the Council´s",
        "the Councilʼs",
        "the Council's",
        "Šárka Ž",
    ),
    *(
        "C:\\users\\x",
        "really?!",
        "who knows??",
        "AT&T; M&S;",
        "search?s=bus",
        "Nguyễn",
        "المجلس",
        "№ 5",
        "¶ 3",
        "¹2018 Act",
    ),
]


@pytest.mark.parametrize("words", BROKEN)
def test_a_broken_encoding_a_lost_character_and_an_entity_left_over_are_seen(words):
    assert is_damaged(words)
    assert [doubt.line for doubt in damaged_lines(f"A line.\n\n{words}\r\nAnother.")] == [3]


@pytest.mark.parametrize("words", SOUND)
def test_sound_words_are_not_in_doubt(words):
    assert not is_damaged(words)
    assert list(damaged_lines(words)) == []


@pytest.mark.parametrize("path", [*TEXTS, SAMPLES / "reports-2016-17.jsonl"], ids=lambda path: path.stem)
def test_no_sample_is_damaged(path):
    assert [doubt for source in sources.read(path) for doubt in damaged_lines(source.text)] == []


def test_a_text_that_is_damaged_throughout_has_twenty_doubts():
    doubts = list(damaged_lines("The Councilâ€™s letter.\n" * 1000))
    assert [doubt.line for doubt in doubts] == [*range(1, 21)]
    assert "further lines" in doubts[-1].assumed and "further lines" not in doubts[-2].assumed


def review_of(file):
    [source] = sources.read(file)
    reading = ingest.read(source)
    return reading.document, {(doubt.line, doubt.reason) for doubt in reading.review}


def test_each_damaged_line_of_a_decision_is_a_doubt_and_its_words_stay():
    document, review = review_of(FIXTURES / "k5b-mojibake.txt")
    assert document.paragraphs[0].text == "The Councilâ€™s letter said â€œnoâ€\x9d. He paid Â£150."
    assert review == {(15, "“Councilâ€™s” looks like text in another encoding")}


def test_entities_left_over_are_doubts_and_stay_in_the_words():
    document, review = review_of(FIXTURES / "k5d-entities.jsonl")
    assert document.paragraphs[0].text == "Mr T&rsquo;s wife says it cost &pound;50 &amp; more."
    name = "O&#39;Example Borough Council"
    assert review == {
        (1, "“&#39;” is an HTML entity, left over"),
        (15, "“&rsquo;” is an HTML entity, left over"),
        (None, f"the council’s name “{name}” looks damaged, so no council is added for it"),
    }


def test_a_doubt_about_a_page_has_its_line_of_the_file(tmp_path):
    paragraph = (
        "It was\nsent.<ul>\n<li>He paid\n<b>50</b>0.</li>\n<li>The Council&acirc;&euro;&trade;s letter</li></ul>"
    )
    html = page(paragraph, "<style>\n\n</style>\n<script>\n'The Council'\n</script>")
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    _, review = review_of(tmp_path / "a.html")
    [line] = [number for number, each in enumerate(html.splitlines(), start=1) if "&acirc;" in each]
    assert review == {(line, "“Councilâ€™s” looks like text in another encoding")}


def test_a_page_that_is_refused_names_its_line_of_the_file(tmp_path):
    html = "<html>\n<head>\n<meta name=x>\n</head>\n<body>\n\n<p>Nothing\nhere.</p>\n</body></html>"
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    [source] = sources.read(tmp_path / "a.html")
    assert ingest.read(source).line == 7


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["Ashby CouncilÕs", "Oâ€™Ashby Council", "Ashby &amp; Derby Council", "Ashb\ufffd Council"]
)
@pytest.mark.parametrize("stated_in", ["the title", "the record"])
def test_a_damaged_name_makes_no_council_until_staff_say_whose_it_is(tmp_path, name, stated_in):
    record = {"text": text("Late.", head=HEAD.replace("Ashby Council", name))}
    if stated_in == "the record":
        record = {"text": text("Late.", head=HEAD.replace("Ashby Council ", "")), "council": name}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    report = ingest.import_files([tmp_path / "a.jsonl"])
    decision = Decision.objects.get()
    assert (decision.council, decision.council_printed, Council.objects.count()) == (None, name, 0)
    assert CouncilAlias.objects.count() == 0
    assert f"the council’s name “{name}” looks damaged, so no council is added for it" in [
        doubt.reason for _, doubt in report.review
    ]
    council = Council(name="Ashby Council", slug="ashby-council")
    ingest.add_council(council)
    ingest.change_aliases(council, added=[name])
    record["text"] += "\n"
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert ingest.import_files([tmp_path / "a.jsonl"]).changed == 1
    assert Decision.objects.get().council == council
