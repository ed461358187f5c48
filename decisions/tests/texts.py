"""The five sample texts, and documents written out in two other layouts."""

from pathlib import Path

from decisions.parsing.document import BULLET, Document, walk

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
TEXTS = sorted((FIXTURES / "texts").glob("*.txt"))
COUNTS = {"22 015 753": 9, "24 012 358": 11, "24 006 339": 11, "20 010 135": 16, "21 018 159": 22}
"""Paragraphs of each of the five decisions."""


def read(path: Path) -> str:
    """Return a source text with its line ends unchanged."""
    return path.read_bytes().decode()


def head_lines(document: Document) -> list[str]:
    """Return the header lines of a document as in a source text."""
    lines = [f"{document.council or ''} ({document.reference})"]
    if document.category:
        below = f" > {document.subcategory}" if document.subcategory else ""
        lines.append(f"Category : {document.category}{below}")
    if document.outcome:
        lines.append(f"Decision : {document.outcome}")
    if document.decision_date:
        lines.append(f"Decision date : {document.decision_date:%d %b %Y}")
    lines.append("The Ombudsman's final decision:")
    return lines + ([f"Summary: {document.summary}"] if document.summary else [])


def as_numbered(document: Document) -> str:
    """Return a document as text with numbers that restart in each section, nested marks and page furniture."""
    blocks = ["\n\n".join(head_lines(document))]
    for section in document.sections:
        lines = [section.heading or "", *section.lead]
        for number, paragraph in enumerate(section.paragraphs, start=1):
            lines.append(f"  {number}. {paragraph.text}")
            position = 0
            for item, depth in walk(paragraph.items):
                position = position + 1 if item.label not in ("", BULLET) else 0
                mark = {"": "", BULLET: "    " * depth + "• "}.get(item.label, "      " + f"{position}. ")
                lines.append(f"{mark}{item.text}" if mark else f"\n{item.text}\n")
        blocks.append("\n".join(lines) + "\n\nBack to top")
    return "\n\n".join([*blocks, *document.closing, "Print this page", "LGO logogram"])


def as_dashed(document: Document) -> str:
    """Return a document as text with flat dashes, which lose the nesting."""
    lines = head_lines(document)
    for section in document.sections:
        lines += [section.heading or "", *section.lead]
        for paragraph in section.paragraphs:
            lines.append(f"- {paragraph.text}")
            lines += [f"- {item.text}" if item.label else item.text for item, _ in walk(paragraph.items)]
    return "\n".join([*lines, *document.closing])
