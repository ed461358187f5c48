"""Merging staff corrections with a new text: what is kept, and what is in doubt."""

from dataclasses import replace
from datetime import date

import pytest

from decisions.ingest import Pairing
from decisions.ingest.document_rows import FIELDS as NAMES
from decisions.ingest.document_rows import as_text, document_of, field_in_words, rows_of, undo
from decisions.ingest.merging import merge
from decisions.models import Correction
from decisions.parsing import parse
from decisions.parsing.document import BULLET, Document, Item, Paragraph, Section, walk
from decisions.tests.test_highlighting import steps
from decisions.tests.texts import TEXTS, read

ITEMS = (Item("a", "it did not answer her letters;"), Item("b", "it lost the second form;", (Item(BULLET, "twice"),)))
BASE = Document(
    "22 015 753",
    "Ashby Council",
    category="Education",
    subcategory="School transport",
    outcome="Upheld",
    decision_date=date(2020, 5, 1),
    summary="Mr X complained about bus passes.",
    sections=(
        Section("The complaint", 1, ("What he said.",), (Paragraph(1, "Mr X complains that the Council was late."),)),
        Section("Analysis", 1, (), (Paragraph(2, "I found that the Council erred twice:", ITEMS),)),
        Section("Final decision", 1, (), (Paragraph(3, "I have decided to close the complaint now."),)),
    ),
    closing=("The Ombudsman",),
)


def corrected(changes, document=BASE):
    """The document as people corrected it, by the words of fields."""
    made = rows_of(document)
    recorded = []
    for field, new in changes.items():
        rows, place, name = place_of(made, field)
        recorded.append(Correction(field=field, old=as_text(getattr(rows[place], name)), new=new))
        rows[place] = rows[place]._replace(**{name: typed(name, new)})
    return of_rows(made), recorded


def of_rows(rows):
    return document_of(BASE.reference, BASE.numbering, rows)


def typed(name, value):
    """A value as its column has it."""
    return {"decision_date": date.fromisoformat, "level": int}.get(name, str)(value)


def place_of(made, field):
    """Where rows like the base's have the field of these words: a label is called by what it was there."""
    for rows, like, names in zip(made, rows_of(BASE), NAMES.values(), strict=True):
        for place, row in enumerate(like):
            for name in names:
                if field_in_words(row, name) == field:
                    return rows, place, name
    raise LookupError(field)


def altered(**fields):
    """What a new source gives, by the words of fields."""
    return corrected(fields)[0]


def merged(changes, theirs):
    ours, recorded = corrected(changes)
    return merge(ours, theirs, recorded)


def at(document, field):
    rows, place, name = place_of(rows_of(document), field)
    return as_text(getattr(rows[place], name))


FIELDS = {
    "council": "Barnet Council",
    "document type": "report",
    "category": "Housing",
    "subcategory": "Other",
    "outcome": "Not upheld",
    "decision date": "2021-06-02",
    "summary": "Mrs Y complained about bus passes.",
    "closing": "Somebody",
    "section 2, heading": "The analysis",
    "section 2, level": "2",
    "section 1, lead": "What she said.",
    "paragraph 1": "Mrs X complains that the Council was late.",
    "paragraph 2 a": "it did not answer his letters;",
    "paragraph 2 b, label": "d",
    "paragraph 2 •": "twice or thrice",
}
OTHERS = {
    "council": "Kent County Council",
    "document type": "statement",
    "category": "Planning",
    "subcategory": "Trees",
    "outcome": "Closed after initial enquiries",
    "decision date": "2022-01-01",
    "summary": "Mr X complained about old bus passes.",
    "closing": "Nobody",
    "section 2, heading": "Our analysis",
    "section 2, level": "3",
    "section 1, lead": "What they said.",
    "paragraph 1": "Mr X complains that the Council was very late.",
    "paragraph 2 a": "it did not answer her two letters;",
    "paragraph 2 b, label": "e",
    "paragraph 2 •": "twice or once",
}


@pytest.mark.parametrize("field", FIELDS)
def test_what_staff_corrected_stays_where_the_new_text_says_what_the_old_one_did(field):
    found = merged(
        {field: FIELDS[field]}, altered(**{"closing": "The Deputy Ombudsman"}) if field != "closing" else BASE
    )
    assert at(found.document, field) == FIELDS[field]
    assert found.doubts == ()


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "document type"])
def test_what_staff_corrected_stays_where_the_new_text_says_something_else_and_is_in_doubt(field):
    base = altered(**{"paragraph 2 •": "twice or more"})  # so that it can be known again
    ours, recorded = corrected({field: FIELDS[field]}, base)
    found = merge(ours, altered(**{field: OTHERS[field]}), recorded)
    assert at(found.document, field) == FIELDS[field]
    assert len(found.doubts) == 1
    assert f"“{FIELDS[field]}”" in found.doubts[0]
    assert f"“{OTHERS[field]}”" in found.doubts[0]


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_is_in_doubt_where_the_new_text_says_what_staff_did(field):
    found = merged({field: FIELDS[field]}, altered(**{field: FIELDS[field]}))
    assert at(found.document, field) == FIELDS[field]
    assert found.doubts == ()


@pytest.mark.parametrize("field", FIELDS)
def test_what_nobody_corrected_is_as_in_the_new_text(field):
    theirs = altered(**{field: OTHERS[field]})
    assert merged({}, theirs).document == theirs


def test_a_fact_that_staff_emptied_stays_empty_and_one_the_new_text_lacks_is_in_doubt():
    found = merged({"subcategory": "", "outcome": "Not upheld"}, replace(BASE, outcome=None))
    assert (found.document.subcategory, found.document.outcome) == (None, "Not upheld")
    assert found.doubts == ("outcome: staff wrote “Not upheld”, and the new text says nothing; staff’s words are kept",)


def with_a_paragraph_more(document=BASE, text="A wholly other paragraph stands here."):
    """The document with another paragraph before all others."""
    first, *others = document.sections
    new = Paragraph(1, text)
    renumbered = [
        replace(section, paragraphs=tuple(replace(each, number=each.number + 1) for each in section.paragraphs))
        for section in (first, *others)
    ]
    renumbered[0] = replace(renumbered[0], paragraphs=(new, *renumbered[0].paragraphs))
    return replace(document, sections=tuple(renumbered))


def test_a_corrected_paragraph_keeps_its_words_under_its_new_number():
    ours, recorded = corrected({"paragraph 1": FIELDS["paragraph 1"], "paragraph 2 a": FIELDS["paragraph 2 a"]})
    found = merge(ours, with_a_paragraph_more(), recorded, wanted=[1, 3])
    assert [paragraph.number for paragraph in found.document.paragraphs] == [1, 2, 3, 4]
    assert found.document.paragraphs[0].text == "A wholly other paragraph stands here."
    assert found.document.paragraphs[1].text == FIELDS["paragraph 1"]
    assert found.document.paragraphs[2].items[0].text == FIELDS["paragraph 2 a"]
    assert found.doubts == ()
    assert found.numbers == {0: 0, 1: 2, 3: 4}


def test_a_corrected_paragraph_that_moved_as_a_whole_is_found_again():
    first, second, third = BASE.sections
    theirs = replace(
        BASE,
        sections=(
            replace(third, paragraphs=(Paragraph(1, third.paragraphs[0].text),)),
            second,
            replace(first, paragraphs=(Paragraph(3, first.paragraphs[0].text),)),
        ),
    )
    found = merged({"paragraph 1": FIELDS["paragraph 1"]}, theirs)
    assert found.document.paragraphs[2].text == FIELDS["paragraph 1"]
    assert found.doubts == ()


def test_a_corrected_paragraph_that_is_gone_is_in_doubt_with_its_words_and_takes_no_other_s_place():
    theirs = altered(**{"paragraph 1": "Somebody else wrote something new."})
    found = merged({"paragraph 1": FIELDS["paragraph 1"]}, theirs)
    assert found.document == theirs
    assert len(found.doubts) == 1
    assert FIELDS["paragraph 1"] in found.doubts[0]
    assert "words it too differently" in found.doubts[0]


def test_a_corrected_heading_and_its_section_that_is_gone_are_in_doubt():
    theirs = replace(BASE, sections=(BASE.sections[0],))
    found = merged({"section 2, heading": "The analysis", "paragraph 2 a": FIELDS["paragraph 2 a"]}, theirs)
    assert found.document == theirs
    assert [field.partition(":")[0] for field in found.doubts] == ["section 2, heading", "paragraph 2 a"]


def test_a_label_never_lands_on_a_numbered_paragraph():
    flat = Section("Analysis", 1, (), (Paragraph(2, BASE.paragraphs[1].text), Paragraph(3, ITEMS[0].text)))
    theirs = replace(BASE, sections=(BASE.sections[0], flat))
    found = merged({"paragraph 2 a, label": "x"}, theirs)
    assert found.document == theirs
    assert len(found.doubts) == 1


def test_a_correction_stays_where_the_same_words_stand_twice():
    twice = replace(BASE.sections[2], paragraphs=(Paragraph(3, "No."), Paragraph(4, "No."), Paragraph(5, "So.")))
    base = replace(BASE, sections=(*BASE.sections[:2], twice))
    ours, recorded = corrected({"paragraph 3": "Yes."}, base)
    found = merge(ours, replace(base, outcome="Not upheld"), recorded)
    assert [each.text for each in found.document.paragraphs][2:] == ["Yes.", "No.", "So."]


def test_a_second_new_text_still_knows_what_staff_wrote_though_its_number_changed():
    ours, recorded = corrected({"paragraph 1": FIELDS["paragraph 1"]})
    second = with_a_paragraph_more()
    found = merge(ours, second, recorded)
    third = merge(found.document, with_a_paragraph_more(second, "Yet another one stands here."), recorded)
    assert third.document.paragraphs[2].text == FIELDS["paragraph 1"]
    assert third.doubts == ()


def test_corrections_can_be_undone_one_after_another():
    ours, recorded = corrected(FIELDS)
    again, more = corrected({"outcome": "Closed", "paragraph 1": "Again."}, ours)
    for document, changes in ((ours, recorded), (again, [*recorded, *more])):
        rows = rows_of(document)
        undo(rows, changes)
        assert as_texts(rows) == as_texts(rows_of(BASE))


def as_texts(rows):
    return [[as_text(value) for value in row] for kind in rows for row in kind]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_rows_hold_the_whole_document(path):
    document = parse(read(path))
    rows = rows_of(document)
    assert of_rows(rows) == replace(document, reference=BASE.reference, numbering=BASE.numbering)
    assert len(rows.paragraphs) == sum(1 + len(list(walk(each.items))) for each in document.paragraphs)


def test_texts_are_paired_once_each():
    pairing = Pairing(["a b", "x", "a b", "gone"], ["a b", "x", "a b", "gone"], ["a b c", "x", "a b", "a"])
    assert [pairing.place(place) for place in range(4)] == [0, 1, 2, None]


@pytest.mark.parametrize("kind", ["the same", "all others", "all changed"])
def test_pairing_takes_no_more_than_its_time_however_long_a_decision_is(kind):
    def work(length):
        base = [f"paragraph {number % 7} about {number}" for number in range(length)]
        theirs = {"the same": base[::-1], "all others": ["zebra"] * length, "all changed": [f"{t} now" for t in base]}
        pairing = Pairing(base, base, theirs[kind])
        return [pairing.place(place) for place in range(0, length, 10)]

    assert steps(lambda: work(8000)) < 3 * steps(lambda: work(4000)) < 10_000_000
