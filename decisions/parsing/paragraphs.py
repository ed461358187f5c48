"""From blocks to sections, paragraphs and items.

Paragraphs are numbered 1…N through the whole decision, whatever was printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from decisions.parsing.document import Doubt, Item, Paragraph, Section
from decisions.parsing.headings import LineRole, level, roles
from decisions.parsing.layouts import Block, BlockKind


@dataclass
class ParsedBody:
    """The sections and closing lines built from the blocks, and the doubts about them."""

    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    doubts: list[Doubt]

    def texts(self) -> Iterator[str]:
        """Yield every text of the body in order."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            yield from section.lead
            for paragraph in section.paragraphs:
                yield paragraph.whole
        yield from self.closing


@dataclass
class _OpenParagraph:
    text: str
    items: list[Block] = field(default_factory=list)


@dataclass
class _OpenSection:
    heading: str | None
    level: int = 0
    lead: list[str] = field(default_factory=list)
    paragraphs: list[_OpenParagraph] = field(default_factory=list)


def build_body(blocks: list[Block]) -> ParsedBody:
    """Build the sections, paragraphs and items from the blocks."""
    body = ParsedBody((), (), [])
    sections = [_OpenSection(None)]
    closing: list[str] = []
    for block, role in zip(blocks, roles(blocks), strict=True):
        section = sections[-1]
        if block.kind is BlockKind.PARAGRAPH:
            section.paragraphs.append(_OpenParagraph(block.text))
        elif block.kind is BlockKind.HEADING:
            sections.append(_OpenSection(block.text, block.depth))
        elif block.kind is BlockKind.ITEM:
            _add_item(section, block, body.doubts)
        elif role is not None:
            line_role, assumed = role
            if assumed:
                body.doubts.append(Doubt(block.line, f"{assumed}: “{block.text[:60]}”"))
            if line_role is LineRole.HEADING:
                sections.append(_OpenSection(block.text))
            elif line_role is LineRole.CLOSING:
                closing.append(block.text)
            else:
                _continue(section, block)
    body.sections, body.closing = _number(sections), tuple(closing)
    return body


def _continue(section: _OpenSection, block: Block) -> None:
    if section.paragraphs:
        section.paragraphs[-1].items.append(Block(block.line, BlockKind.ITEM, block.text, depth=1))
    else:
        section.lead.append(block.text)


def _add_item(section: _OpenSection, block: Block, doubts: list[Doubt]) -> None:
    if section.paragraphs:
        section.paragraphs[-1].items.append(block)
        return
    section.lead.append(block.text)
    doubts.append(Doubt(block.line, f"an item with no paragraph before it leads the section: “{block.text[:60]}”"))


def _number(sections: list[_OpenSection]) -> tuple[Section, ...]:
    number = 0
    numbered = []
    for section in sections:
        if section.heading is None and not section.paragraphs and not section.lead:
            continue
        paragraphs = []
        for paragraph in section.paragraphs:
            number += 1
            paragraphs.append(Paragraph(number, paragraph.text, _nest(paragraph.items)))
        depth = section.level or level(section.heading or "")
        numbered.append(Section(section.heading, depth, tuple(section.lead), tuple(paragraphs)))
    return tuple(numbered)


def _nest(items: list[Block]) -> tuple[Item, ...]:
    """Return a flat run of items with depths as a tree. An item that is too deep becomes a child of the one before."""
    nested = []
    index = 0
    while index < len(items):
        end = index + 1
        while end < len(items) and items[end].depth > items[index].depth:
            end += 1
        nested.append(Item(items[index].label, items[index].text, _nest(items[index + 1 : end])))
        index = end
    return tuple(nested)
