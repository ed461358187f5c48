"""From blocks to sections, paragraphs and items.

Paragraphs are numbered 1…N through the whole decision, whatever was printed.
"""

from collections.abc import Iterator
from itertools import count

from decisions.parsing.blocks import Block, BlockKind, runs
from decisions.parsing.document import Doubt, Item, Paragraph, Section


def build_sections(blocks: list[Block]) -> tuple[tuple[Section, ...], list[Doubt]]:
    """Return the sections that the blocks make, and the doubts about them. No block is unmarked or of the closing."""
    numbers = count(1)
    sections = []
    doubts = []
    for run in runs(blocks, lambda _, block: block.kind is BlockKind.HEADING):
        heading = run.pop(0) if run[0].kind is BlockKind.HEADING else None
        paragraphs = runs(run, lambda _, block: block.kind is BlockKind.PARAGRAPH)
        lead = paragraphs.pop(0) if run and run[0].kind is not BlockKind.PARAGRAPH else []
        doubts += [
            Doubt(block.line, f"an item with no paragraph before it leads the section: “{block.text[:60]}”")
            for block in lead
            if block.kind is BlockKind.ITEM
        ]
        sections.append(
            Section(
                heading.text if heading else None,
                heading.depth if heading else 2,
                tuple(block.text for block in lead),
                tuple(Paragraph(next(numbers), first.text, _nest(items)) for first, *items in paragraphs),
            )
        )
    return tuple(sections), doubts


def texts(sections: tuple[Section, ...]) -> Iterator[str]:
    """Yield every text of the sections in order."""
    for section in sections:
        if section.heading:
            yield section.heading
        yield from section.lead
        for paragraph in section.paragraphs:
            yield paragraph.whole


def _nest(items: list[Block]) -> tuple[Item, ...]:
    """Return a flat run of items with depths as a tree. An item that is too deep becomes a child of the one before."""
    if not items:
        return ()
    nested = runs(items, lambda run, item: item.depth <= run[0].depth)
    return tuple(Item(first.label, first.text, _nest(below)) for first, *below in nested)
