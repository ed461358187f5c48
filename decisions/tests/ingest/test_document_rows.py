"""What the archive holds of a decision is the document that was read."""

from pathlib import Path

import pytest
from django.utils import timezone

from decisions import ingest, sources
from decisions.ingest import rows
from decisions.ingest.document_rows import documents
from decisions.models import Decision
from decisions.parsing import parse
from decisions.parsing.document import BULLET, Document, Item, Paragraph, Section

_FIXTURES = Path(__file__).parents[3] / "fixtures"


def _texts():
    files = [*(_FIXTURES / "texts").glob("*.txt"), _FIXTURES / "reports-2016-17.jsonl"]
    return [source for file in files for source in sources.read(file)]


@pytest.mark.django_db
def test_every_stored_document_is_the_one_that_was_read(django_assert_num_queries):
    ingest.import_files([_FIXTURES / "reports-2016-17.jsonl", *(_FIXTURES / "texts").glob("*.txt")])
    held = {each.reference: each for each in Decision.objects.all()}
    with django_assert_num_queries(2):
        stored = dict(zip(held, documents(list(held.values())), strict=True))
    read = {document.reference: document for document in (parse(each.text, each.known) for each in _texts())}
    assert stored == read


@pytest.mark.django_db
def test_items_come_back_under_the_item_they_stand_below():
    deepest = Item("", "and so on", (Item(BULLET, "again"),))
    items = (Item("a", "one", (Item(BULLET, "first"), deepest)), Item("b", "two"))
    document = Document(
        "21 000 001",
        None,
        sections=(
            Section(None, 1, ("A lead", "of two lines")),
            Section("Fault", 2, (), (Paragraph(1, "It:", items), Paragraph(2, "No."))),
        ),
    )
    source = sources.Source("made.txt", "made.txt", b"", "txt", "utf-8", "")
    rows.create([rows.Reading(source, document, ())], {}, timezone.now())
    assert documents(Decision.objects.all()) == [document]
