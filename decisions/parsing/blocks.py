"""Blocks: the lines of a body without their marks, and the steps that say what each line is.

A layout makes the blocks; it can join broken lines, and restore lists whose nesting was lost. `name_unmarked` then says
what the lines without a mark are.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.headings import continues, usual_level
from decisions.parsing.lines import is_closing

_ENDS = (".", ";", ":", "!", "?", ")")
_PROSE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 200
_LIST_CONTINUES = re.compile(r"(;| or| and)$", re.IGNORECASE)
_SHORT = 200  # characters; longer lines are paragraphs, not items


class BlockKind(Enum):
    """What a line is. The marks of a layout say it of paragraphs and items; `name_unmarked` of unmarked lines."""

    UNMARKED = "unmarked"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    CONTINUATION = "continuation"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the body without its mark.

    line: the number of the line in the source.  depth: of an item or continuation, from 1; of a heading its level.
    label: of an item.  restarts: of a paragraph, whether its printed number can be the first under a heading (always
    True where a layout prints no numbers).
    """

    line: int
    kind: BlockKind
    text: str
    depth: int = 0
    label: str = ""
    restarts: bool = True


Role = tuple[BlockKind, str | None]
"""What an unmarked block is, and what had to be assumed to say so (None: nothing)."""


def runs(blocks: Iterable[Block], begins: Callable[[list[Block], Block], bool]) -> list[list[Block]]:
    """Return the blocks in runs. `begins` says, from the run so far, whether a block begins another."""
    found: list[list[Block]] = []
    for block in blocks:
        if not found or begins(found[-1], block):
            found.append([block])
        else:
            found[-1].append(block)
    return found


def join_broken_lines(blocks: list[Block]) -> list[Block]:
    """Join lines broken in two.

    An unmarked line in lower case, or a number, continues a line that does not end a sentence.
    """
    broken = runs(blocks, lambda run, block: not _is_rest_of_line(run[-1], block))
    return [replace(run[0], text=" ".join(block.text for block in run)) if len(run) > 1 else run[0] for run in broken]


def _is_rest_of_line(before: Block, block: Block) -> bool:
    return (
        block.kind is BlockKind.UNMARKED
        and (block.text[0].islower() or block.text[0].isdigit())
        and not before.text.endswith(_ENDS)
        and usual_level(block.text) is None
        and usual_level(before.text) is None
    )


def restore_lists(blocks: list[Block]) -> tuple[list[Block], list[Doubt]]:
    """Return the blocks with the paragraphs that are really items of the one before made items, and the doubts.

    After a paragraph that ends in ":" the next marked line is its item. The run continues
    (a) while a line begins in lower case or the one before it ends in ";", ", or" or ", and"; or
    (b) if the first item begins with a capital and does not end like that, up to the next unmarked line, as long as
    every line is short. Case (b) is a doubt. So is a list that cannot be restored, since a long line follows the colon.
    """
    restored: list[Block] = []
    doubts: list[Doubt] = []
    while len(restored) < len(blocks):
        opener = blocks[len(restored)]
        restored.append(opener)
        if opener.kind is BlockKind.PARAGRAPH and opener.text.endswith(":"):
            start = len(restored)
            end, is_guess = _end_of_list(blocks, start)
            restored += map(_as_item, blocks[start:end])
            if is_guess and end == start:
                doubts.append(Doubt(opener.line, "the list after the colon is lost, for a long paragraph follows"))
            elif is_guess:
                assumed = f"the {end - start} lines after the colon are its list, though none says so"
                doubts.append(Doubt(opener.line, assumed))
    return restored, doubts


def _as_item(block: Block) -> Block:
    is_paragraph = block.kind is BlockKind.PARAGRAPH
    return replace(block, kind=BlockKind.ITEM, depth=1, label=BULLET) if is_paragraph else block


def _end_of_list(blocks: list[Block], start: int) -> tuple[int, bool]:
    """Return the first index after the list that starts at `start`, and whether that is a guess."""
    if start == len(blocks) or blocks[start].kind is not BlockKind.PARAGRAPH:
        return start, False
    first = blocks[start].text
    guess = not _starts_in_lower_case(first) and not _LIST_CONTINUES.search(first)
    if guess and len(first) >= _SHORT:
        return start, True
    end, last = start + 1, first
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if block.kind is BlockKind.UNMARKED and not guess and continues(block.text):
            continue  # a line without its mark, or a citation: the list may go on after it
        if block.kind is not BlockKind.PARAGRAPH or not _is_next_item(block.text, last, guess):
            break
        end, last = index + 1, block.text
    return end, guess


def _is_next_item(text: str, before: str, guess: bool) -> bool:
    if guess:
        return len(text) < _SHORT
    return _starts_in_lower_case(text) or _LIST_CONTINUES.search(before) is not None


def _starts_in_lower_case(text: str) -> bool:
    first_letter = next((character for character in text if character.isalpha()), "A")
    return first_letter.islower()


def name_unmarked(blocks: list[Block]) -> tuple[list[Block], list[Doubt]]:
    """Say of each unmarked block whether it is a heading, continues what comes before it, or closes the decision.

    A heading that is not a usual one is of level 2.
    """
    end = max((n for n, block in enumerate(blocks) if block.kind is not BlockKind.UNMARKED), default=-1) + 1
    roles = deque(_roles_after_the_last_mark([block.text for block in blocks[end:]]))
    for index in range(end - 1, -1, -1):  # backwards, since what a line is depends on what follows it
        block = blocks[index]
        is_marked = block.kind is not BlockKind.UNMARKED
        roles.appendleft((block.kind, None) if is_marked else _role(block.text, blocks[index + 1], roles[0][0]))
    doubts = [
        Doubt(block.line, f"{assumed}: “{block.text[:60]}”")
        for block, (_, assumed) in zip(blocks, roles, strict=True)
        if assumed
    ]
    return [_named(block, kind) for block, (kind, _) in zip(blocks, roles, strict=True)], doubts


def _named(block: Block, kind: BlockKind) -> Block:
    if block.kind is kind:
        return block
    return replace(block, kind=kind, depth=(usual_level(block.text) or 2) if kind is BlockKind.HEADING else 1)


def _roles_after_the_last_mark(texts: list[str]) -> list[Role]:
    """Return what the lines after the last mark are: part of the text up to the signature, then the closing."""
    signature = next((n for n, text in enumerate(texts) if is_closing(text)), len(texts))
    is_text = signature < len(texts)
    found: list[Role] = []
    for text in texts[:signature]:
        if usual_level(text) is not None:
            is_text = True
            found.append((BlockKind.HEADING, None))
        elif continues(text):
            found.append((BlockKind.CONTINUATION, None))
        elif is_text:
            found.append((BlockKind.CONTINUATION, "an unmarked line before the signature belongs to the text"))
        else:
            found.append((BlockKind.CLOSING, "a line after the last paragraph is part of the closing"))
    for text in texts[signature:]:
        assumed = None if is_closing(text) else "a line after the signature is part of the closing"
        found.append((BlockKind.CLOSING, assumed))
    return found


def _role(text: str, following: Block, below: BlockKind) -> Role:
    """Return what a line is above the block `following`, of which `below` says what it is."""
    if is_closing(text):
        return BlockKind.CONTINUATION, "a closing line in the midst of the text continues what stands before it"
    if usual_level(text) is not None:
        return BlockKind.HEADING, None
    if continues(text):
        return BlockKind.CONTINUATION, None
    if below is BlockKind.ITEM:
        return BlockKind.CONTINUATION, "a line above an item continues what stands before it"
    if below is BlockKind.PARAGRAPH:
        return _role_above_a_paragraph(text, following)
    return _role_above_a_line(text, below)


def _role_above_a_paragraph(text: str, paragraph: Block) -> Role:
    if not paragraph.restarts:
        return BlockKind.CONTINUATION, None
    if text.endswith(_PROSE_END) and len(text) > _LONGEST_HEADING:
        return BlockKind.CONTINUATION, "a long unmarked line before a paragraph continues the one before it"
    return BlockKind.HEADING, None


def _role_above_a_line(text: str, below: BlockKind) -> Role:
    if not text.endswith(_PROSE_END):
        return BlockKind.HEADING, "an unmarked line is a heading"
    if below is BlockKind.HEADING:
        return BlockKind.CONTINUATION, None
    return BlockKind.CONTINUATION, "an unmarked line is a continuation of what stands before it"
