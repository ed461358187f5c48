"""Lists whose nesting was lost: which of a run of paragraphs are really items of the one before.

After a paragraph that ends in ":" the next marked line is its item. The run continues
(a) while a line begins in lower case or the one before it ends in ";", ", or" or ", and"; or
(b) if the first item begins with a capital and does not end like that, up to the next unmarked line, as long as every
line is short. Case (b) is a doubt. So is a list that cannot be restored, since a long line follows the colon.
"""

import re
from dataclasses import replace

from decisions.parsing.blocks import Block, BlockKind
from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.headings import continues

_LIST_CONTINUES = re.compile(r"(;| or| and)$", re.IGNORECASE)
_SHORT = 200  # characters; longer lines are paragraphs, not items


def restore_lists(blocks: list[Block]) -> tuple[list[Block], list[Doubt]]:
    """Return the blocks with such paragraphs turned into items, and the doubts about it."""
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
