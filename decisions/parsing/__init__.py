"""Source text → document. `parse` is the only door. Standard library only."""

from itertools import pairwise

from decisions.parsing import header, lines, paragraphs, reference
from decisions.parsing.document import Document, Dropped, Known, ParseError
from decisions.parsing.layouts import Block, Kind, Layout, dashed, numbered, report, run_on
from decisions.parsing.lines import Line

__all__ = ["NOTHING_KNOWN", "Document", "Known", "ParseError", "parse"]

LAYOUTS: tuple[Layout, ...] = (numbered, dashed, report, run_on)
"""Every layout. To add one, put its module into `layouts/` and its name here."""
NOTHING_KNOWN = Known()


def parse(text: str, known: Known = NOTHING_KNOWN) -> Document:
    """Read a decision's source text; `known` fills what the text does not state.

    Raises ParseError (line, what was expected, what was found) for a text that cannot be read:
    one with a NUL, without a reference in a title or in `known`, or without a paragraph.
    """
    _refuse_nul(text)
    words = lines.split(text)
    furniture = [line for line in words if lines.is_furniture(line)]
    around = {line.number for line in furniture}
    decision = [line for line in words if line.number not in around]
    if not decision:
        raise ParseError(1, "a decision", "no words of one")
    layout = max(LAYOUTS, key=lambda each: each.evidence(decision))
    decision = layout.part(decision)
    head, rest = header.read(decision, layout, known)
    _refuse_an_empty_body(layout, decision, rest)
    _refuse_a_second_decision(rest)
    blocks, list_doubts = layout.blocks(rest)
    body = paragraphs.fold(blocks)
    _refuse_lost_words(layout, rest, blocks, body)
    dropped = [Dropped(line.number, line.text, "is the web page's") for line in furniture] + head.dropped
    return Document(
        reference=head.reference,
        council=head.council,
        document_type=layout.DOCUMENT_TYPE,
        category=head.category,
        subcategory=head.subcategory,
        outcome=head.outcome,
        decision_date=head.decision_date,
        summary=head.summary,
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
        raise ParseError(_at(rest or decision[-1:]), layout.BODY, _found(rest))


def _refuse_a_second_decision(rest: list[Line]) -> None:
    for line, following in pairwise(rest):
        if header.LABEL.fullmatch(following.text) and reference.TITLE.match(line.text):
            raise ParseError(line.number, "one decision", f"a second one, “{line.text[:60]}”")


def _refuse_lost_words(layout: Layout, rest: list[Line], blocks: list[Block], body: paragraphs.ParsedBody) -> None:
    """Hold the parser to its word: but for marks, nothing lost, nothing added, nothing moved."""
    marked = {block.line for block in blocks if block.kind in (Kind.PARAGRAPH, Kind.ITEM)}
    texts = (layout.unmarked(line) if line.number in marked else line.text for line in rest)
    given, kept = " ".join(texts), " ".join(body.texts()).replace("\n", " ")
    if given != kept and (source := given.split()) != (read := kept.split()):
        at = next(
            (n for n, (a, b) in enumerate(zip(source, read, strict=False)) if a != b), min(len(source), len(read))
        )
        raise ParseError(
            _at(rest), f"the words “{' '.join(source[at : at + 8])}”", f"“{' '.join(read[at : at + 8])}” read"
        )


def _at(rest: list[Line]) -> int:
    return rest[0].number


def _found(rest: list[Line]) -> str:
    return f"“{rest[0].text[:60]}”" if rest else "the end of the text"
