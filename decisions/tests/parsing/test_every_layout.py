"""Every layout reads its own example, and none is forgotten."""

from datetime import date
from pathlib import Path

import pytest

from decisions import parsing
from decisions.parsing import LAYOUTS, lines, parse

MODULES = [type(layout).__module__.rpartition(".")[2] for layout in LAYOUTS]


def test_every_module_of_layouts_is_listed():
    files = {path.stem for path in Path(parsing.__file__).with_name("layouts").glob("*.py")} - {"__init__"}
    forgotten = sorted(files - set(MODULES))
    assert not forgotten, f"add {', '.join(forgotten)} to LAYOUTS in {parsing.__file__}"


@pytest.mark.parametrize("layout", LAYOUTS, ids=MODULES)
def test_every_layout_has_most_evidence_in_its_own_example(layout):
    read = lines.split(layout.EXAMPLE)
    evidence = {each: each.evidence(read) for each in LAYOUTS}
    strongest = max(evidence, key=evidence.__getitem__)
    assert strongest == layout, f"evidence() must be highest for its own EXAMPLE, not {evidence}"


@pytest.mark.parametrize("layout", LAYOUTS, ids=MODULES)
def test_every_example_is_read_as_the_same_decision(layout):
    remedy = f"EXAMPLE of {type(layout).__name__} must show the decision that the others show: see layouts/dashed.py"
    document = parse(layout.EXAMPLE)
    assert (document.reference, document.council) == ("22 015 753", "Ashby Council"), remedy
    assert (document.category, document.subcategory) == ("Housing", "Other"), remedy
    assert document.outcome == "Closed after initial enquiries", remedy
    assert document.decision_date == date(2023, 3, 9), remedy
    assert document.summary == "We will not investigate this complaint about a drain.", remedy
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Mr X complains about a drain.",
        "He wants it mended.",
        "We will not investigate this complaint.",
    ], remedy
    assert [len(section.paragraphs) for section in document.sections] == [2, 1], remedy
    assert document.closing == ("Investigator's decision on behalf of the Ombudsman",), remedy
    assert (document.document_type, document.numbering) == (layout.DOCUMENT_TYPE, layout.NUMBERING)


@pytest.mark.parametrize("layout", LAYOUTS, ids=MODULES)
def test_a_title_and_a_plain_line_are_not_a_body(layout):
    read = lines.split("Ashby Council (22 015 753)\nNothing follows.")
    assert not layout.has_body(read)
