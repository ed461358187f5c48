"""From a source text to a document. `parse` is the only entry point. Standard library only."""

from itertools import pairwise

from decisions.parsing import header, lines, paragraphs, reference
from decisions.parsing.document import IN_HEADER, Document, Dropped, Known, ParseError
from decisions.parsing.layouts import Block, BlockKind, Layout, dashed, numbered, report, run_on
from decisions.parsing.lines import Line

__all__ = ["NOTHING_KNOWN", "Document", "Known", "ParseError", "parse"]

LAYOUTS: tuple[Layout, ...] = (numbered, dashed, report, run_on)
"""Every layout. To add one, put its module into `layouts/` and its name here."""
NOTHING_KNOWN = Known()


def parse(text: str, known: Known = NOTHING_KNOWN) -> Document:
    """Read the source text of a decision; `known` fills what the text does not state.

    Raises ParseError (line, what was expected, what was found) for a text that cannot be read: one with a NUL, without
    a reference in a title or in `known`, or without a paragraph.
    """
    _refuse_nul(text)
    all_lines = lines.split(text)
    furniture = [line for line in all_lines if lines.is_furniture(line)]
    furniture_numbers = {line.number for line in furniture}
    decision = [line for line in all_lines if line.number not in furniture_numbers]
    if not decision:
        raise ParseError(1, "a decision", "no words of one")
    layout = max(LAYOUTS, key=lambda each: each.evidence(decision))
    decision = layout.split(decision)
    head, rest = header.read(decision, layout, known)
    _refuse_an_empty_body(layout, decision, rest)
    _refuse_a_second_decision(rest)
    blocks, list_doubts = layout.blocks(rest)
    body = paragraphs.build_body(blocks)
    _refuse_lost_words(layout, rest, blocks, body)
    dropped = [Dropped(line.number, line.text, "is the web page's") for line in furniture] + head.dropped
    return Document(
        reference=head.reference,
        document_type=layout.DOCUMENT_TYPE,
        **{name: getattr(head, name) for name in IN_HEADER},
        sections=body.sections,
        closing=body.closing,
        numbering=layout.NUMBERING,
        doubts=tuple(sorted(head.doubts + list_doubts + body.doubts, key=lambda doubt: doubt.line)),
        dropped=tuple(sorted(dropped, key=lambda each: each.line)),
    )


def _refuse_nul(text: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise ParseError(len(lines.split_lines(text[:at])), "text", "a NUL character")


def _refuse_an_empty_body(layout: Layout, decision: list[Line], rest: list[Line]) -> None:
    if not layout.has_body(rest):
        raise ParseError(_line_number(rest or decision[-1:]), layout.BODY, _found(rest))


def _refuse_a_second_decision(rest: list[Line]) -> None:
    for line, following in pairwise(rest):
        if header.LABEL.fullmatch(following.text) and reference.TITLE.match(line.text):
            raise ParseError(line.number, "one decision", f"a second one, “{line.text[:60]}”")


def _refuse_lost_words(layout: Layout, rest: list[Line], blocks: list[Block], body: paragraphs.ParsedBody) -> None:
    """Check that, apart from marks, no word of the text was lost, added or moved."""
    marked = {block.line for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)}
    texts = (layout.without_mark(line) if line.number in marked else line.text for line in rest)
    before, after = " ".join(texts), " ".join(body.texts()).replace("\n", " ")
    if before != after and (source := before.split()) != (read := after.split()):
        at = next(
            (n for n, (a, b) in enumerate(zip(source, read, strict=False)) if a != b), min(len(source), len(read))
        )
        raise ParseError(
            _line_number(rest), f"the words “{' '.join(source[at : at + 8])}”", f"“{' '.join(read[at : at + 8])}” read"
        )


def _line_number(rest: list[Line]) -> int:
    return rest[0].number


def _found(rest: list[Line]) -> str:
    return f"“{rest[0].text[:60]}”" if rest else "the end of the text"
