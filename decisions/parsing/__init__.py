"""Source text → document. `parse` is the only door. Standard library only."""

from decisions.parsing import header, lines, paragraphs
from decisions.parsing.document import Document, ParseError
from decisions.parsing.layouts import dashed, numbered
from decisions.parsing.lines import Line

__all__ = ["Document", "ParseError", "parse"]

_LAYOUTS = (numbered, dashed)


def parse(text: str) -> Document:
    """Read a decision's source text.

    Raises ParseError (line, what was expected, what was found) for a text that cannot be read:
    one with a NUL, without a title and reference, or without a paragraph.
    """
    _refuse_nul(text)
    words = lines.split(text)
    decision = [line for line in words if not lines.is_furniture(line)]
    if not decision:
        raise ParseError(1, "a decision", "no words of one")
    layout = max(_LAYOUTS, key=lambda candidate: candidate.count(decision))
    head, rest = header.read(decision, layout.marks)
    if not layout.count(rest):
        after = rest[0] if rest else decision[-1]
        raise ParseError(after.number, "paragraphs marked “1. ” or “- ”", _found(rest))
    blocks, list_doubts = layout.blocks(rest)
    body = paragraphs.fold(blocks)
    return Document(
        reference=head.reference,
        council=head.council,
        category=head.category,
        subcategory=head.subcategory,
        outcome=head.outcome,
        decision_date=head.decision_date,
        summary=head.summary,
        sections=body.sections,
        closing=body.closing,
        doubts=tuple(sorted(head.doubts + list_doubts + body.doubts, key=lambda doubt: doubt.line)),
    )


def _refuse_nul(text: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise ParseError(len(lines.split_lines(text[:at])), "text", "a NUL character")


def _found(rest: list[Line]) -> str:
    return f"“{rest[0].text[:60]}” and no marked line after it" if rest else "the end of the text"
