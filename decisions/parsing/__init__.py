"""From a source text to a document. `parse` is the only entry point. Standard library only."""

from itertools import pairwise, zip_longest

from decisions.parsing import lines, reference
from decisions.parsing.blocks import Block, BlockKind, name_unmarked
from decisions.parsing.document import Document, Dropped, Known, ParseError
from decisions.parsing.header import LABEL, Header
from decisions.parsing.layouts import Layout
from decisions.parsing.layouts.dashed import DashedLayout
from decisions.parsing.layouts.numbered import NumberedLayout
from decisions.parsing.layouts.report import ReportLayout
from decisions.parsing.layouts.run_on import RunOnLayout
from decisions.parsing.lines import Line
from decisions.parsing.paragraphs import build_sections, texts

__all__ = ["NOTHING_KNOWN", "Document", "Known", "ParseError", "parse"]

LAYOUTS: tuple[Layout, ...] = (NumberedLayout(), DashedLayout(), ReportLayout(), RunOnLayout())
"""Every layout. To add one, put its module into `layouts/` and its class here."""
NOTHING_KNOWN = Known()


def parse(text: str, known: Known = NOTHING_KNOWN) -> Document:
    """Read the source text of a decision; `known` fills what the text does not state.

    Raises ParseError (line, what was expected, what was found) for a text that cannot be read: one with a NUL, without
    a reference in a title or in `known`, or without a paragraph.
    """
    _refuse_nul(text)
    furniture: list[Line] = []
    decision: list[Line] = []
    for line in lines.split(text):
        (furniture if lines.is_furniture(line) else decision).append(line)
    if not decision:
        raise ParseError(1, "a decision", "no words of one")
    layout = max(LAYOUTS, key=lambda each: each.evidence(decision))
    decision = layout.split(decision)
    head = Header(decision, layout, known)
    rest = head.rest
    _refuse_an_empty_body(layout, decision, rest)
    _refuse_a_second_decision(rest)
    blocks, doubts = layout.blocks(rest)
    named, unmarked_doubts = name_unmarked(blocks)
    sections, section_doubts = build_sections([block for block in named if block.kind is not BlockKind.CLOSING])
    closing = tuple(block.text for block in named if block.kind is BlockKind.CLOSING)
    _refuse_lost_words(layout, rest, blocks, [*texts(sections), *closing])
    doubts = [*head.doubts, *doubts, *unmarked_doubts, *section_doubts]
    dropped = [Dropped(line.number, line.text, "is the web page's") for line in furniture] + head.dropped
    return Document(
        **head.facts,
        document_type=layout.DOCUMENT_TYPE,
        sections=sections,
        closing=closing,
        numbering=layout.NUMBERING,
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.line)),
        dropped=tuple(sorted(dropped, key=lambda each: each.line)),
    )


def _refuse_nul(text: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise ParseError(len(lines.split_lines(text[:at])), "text", "a NUL character")


def _refuse_an_empty_body(layout: Layout, decision: list[Line], rest: list[Line]) -> None:
    if not layout.has_body(rest):
        found = f"“{rest[0].text[:60]}”" if rest else "the end of the text"
        raise ParseError((rest or decision[-1:])[0].number, layout.BODY, found)


def _refuse_a_second_decision(rest: list[Line]) -> None:
    for line, following in pairwise(rest):
        if LABEL.fullmatch(following.text) and reference.TITLE.match(line.text):
            raise ParseError(line.number, "one decision", f"a second one, “{line.text[:60]}”")


def _refuse_lost_words(layout: Layout, rest: list[Line], blocks: list[Block], found: list[str]) -> None:
    """Check that, apart from marks, no word of the text was lost, added or moved."""
    marked = {block.line for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)}
    texts_of_lines = (layout.without_mark(line) if line.number in marked else line.text for line in rest)
    before, after = " ".join(texts_of_lines), " ".join(found).replace("\n", " ")
    if before != after and (source := before.split()) != (read := after.split()):
        at = next(n for n, (a, b) in enumerate(zip_longest(source, read)) if a != b)
        raise ParseError(
            rest[0].number, f"the words “{' '.join(source[at : at + 8])}”", f"“{' '.join(read[at : at + 8])}” read"
        )
