"""From a saved page to a text in the numbered layout, which the parser reads.

Headings and paragraphs become lines, `ol` lists numbers, `ul` lists bullets; nesting becomes indentation. The numbers
restart at 1 under each heading and continue after a plain paragraph, whatever `start` is: from that the parser knows
which line is a heading.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from decisions.parsing.headings import usual_level
from decisions.parsing.reference import TITLE
from decisions.sources.source import HTML, SourceError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER_WORDS = {"script", "style", "template", "noscript", "svg", "nav", "footer", "form", "button", "select", "head"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ol", "ul"}
_BLOCKS = _HEADINGS | _LISTS | {
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figure", "header", "hr",
    "li", "main", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr",
}  # fmt: skip
_TITLE_IN = re.compile(r"^(.*?\(\d{2}[ -]?\d{3}[ -]?\d{3}[A-Za-z]?\))")
_DEEPEST = 200  # nested elements; a page of the site has forty


def plain_text(text: str, form: str) -> str:
    """Return the text of a source in a format: a page's as `page_text` does, any other as it is."""
    return page_text(text) if form == HTML else text


def page_text(html: str) -> str:
    """Return the text of a saved page, a line for each block, title first; "" for a page without words.

    Raises SourceError for a page with elements nested more than 200 deep.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - a process that only serves pages need not load it

    tree = LexborHTMLParser(html)
    _refuse_depth(tree)
    writer = _Writer(bulleted=tree.css_first("ol > li") is None)
    if tree.body is not None:
        writer.blocks(tree.body)
    lines = [line for line in writer.lines if line.strip()]
    if not any(TITLE.match(line.strip()) for line in lines) and (title := tree.css_first("title")):
        named = _TITLE_IN.match(_clean(title.text()))
        lines[:0] = [named[1]] if named else []
    return "\n".join(lines)


def _refuse_depth(tree: "LexborHTMLParser") -> None:
    waiting = [(tree.root, 1)] if tree.root else []
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST:
            raise SourceError(f"is nested more than {_DEEPEST} elements deep; no decision is")
        waiting += [(child, depth + 1) for child in node.iter()]


class _Writer:
    """Writes the blocks of a page as lines."""

    def __init__(self, bulleted: bool) -> None:
        self.lines: list[str] = []
        self._bulleted = bulleted  # the page has no numbers, so its outer bullets are the paragraphs
        self._number = 0  # the last number written since the last heading

    def blocks(self, node: "LexborNode") -> None:
        """Write the content of an element: each run of inline words as a line, each block in its own way."""
        for part in _parts(node, lambda child: child.tag in _BLOCKS or child.tag == "br" or _has_blocks(child)):
            if isinstance(part, str):
                if usual_level(part) is not None:
                    self._number = 0
                self.lines.append(part)
            elif part.tag in _BLOCKS:
                self._block(part)
            else:
                self.blocks(part)

    def _block(self, node: "LexborNode") -> None:
        if node.tag in _HEADINGS:
            self._number = 0
            self.lines.append(_clean(node.text(deep=True)))
        elif node.tag in _LISTS:
            self._list(node, depth=0)
        elif node.tag in ("dt", "th"):
            label = _clean(node.text(deep=True))
            self.lines.append(label if label.endswith(":") else f"{label} :")
        else:
            self.blocks(node)

    def _list(self, node: "LexborNode", depth: int) -> None:
        position = 0
        for child in node.iter():
            if child.tag != "li":
                self.blocks(child)
                continue
            position += 1
            self._item(child, self._mark(node.tag, position, depth), depth)

    def _mark(self, tag: str, position: int, depth: int) -> str:
        if depth:
            return "    " * depth + (f"  {position}. " if tag == "ol" else "• ")
        if tag == "ol" or self._bulleted:
            self._number += 1
            return f"  {self._number}. "
        return "  • "

    def _item(self, node: "LexborNode", mark: str, depth: int) -> None:
        """Write an item: its first words after the mark, further blocks as lines, lists in it one level deeper."""
        for part in _parts(node, lambda child: child.tag in _BLOCKS):
            if not isinstance(part, str) and part.tag in _LISTS:
                self._list(part, depth + 1)
            elif text := part if isinstance(part, str) else _clean(part.text(deep=True)):
                self.lines.append(mark + text)
                mark = ""


def _parts(node: "LexborNode", is_apart: Callable[["LexborNode"], bool]) -> Iterator["str | LexborNode"]:
    """Yield the elements of an element that are apart, and before each and at the end the words in line, maybe ""."""
    inline: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag in _NEVER_WORDS:
            continue
        if is_apart(child):
            yield _clean("".join(inline))
            yield child
            inline.clear()
        else:
            inline.append(" " if child.tag == "br" else child.text(deep=True) or "")
    yield _clean("".join(inline))


def _has_blocks(node: "LexborNode") -> bool:
    return any(child.tag in _BLOCKS or _has_blocks(child) for child in node.iter())


def _clean(text: str) -> str:
    return " ".join(text.split())
