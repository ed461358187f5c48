"""Lists whose nesting was lost: which of a run of paragraphs are really items of the one before.

After a paragraph that ends in ":" the next marked line is its item. The run goes on
(a) while a line begins in lower case or the one before it ends in ";", ", or" or ", and"; or
(b) where the first item begins with a capital and ends no such way, up to the next unmarked line, as
long as every line is short. Reading (b) is a doubt. So is a list that is lost: a long line follows the colon.
"""

import re
from dataclasses import replace

from decisions.parsing.document import BULLET, Doubt
from decisions.parsing.headings import continues
from decisions.parsing.layouts import Block, Kind

_GOES_ON = re.compile(r"(;|,? (or|and))$|;,? (or|and)$", re.IGNORECASE)
_SHORT = 200  # characters; longer lines are paragraphs, not items


def fold_flat_lists(blocks: list[Block]) -> tuple[list[Block], list[Doubt]]:
    """The blocks with every item told apart from the paragraphs, and the doubts that took."""
    folded: list[Block] = []
    doubts: list[Doubt] = []
    index = 0
    while index < len(blocks):
        opener = blocks[index]
        folded.append(opener)
        index += 1
        if opener.kind is Kind.PARAGRAPH and opener.text.endswith(":"):
            end, doubted = _end_of_list(blocks, index)
            folded += [_item(block) for block in blocks[index:end]]
            if doubted:
                doubts.append(Doubt(opener.line, _guess(end - index)))
            index = end
    return folded, doubts


def _item(block: Block) -> Block:
    if block.kind is not Kind.PARAGRAPH:
        return block
    return replace(block, kind=Kind.ITEM, depth=1, label=BULLET)


def _guess(items: int) -> str:
    if not items:
        return "the list after the colon is lost, for a long paragraph follows"
    return f"the {items} lines after the colon are its list, though none says so"


def _end_of_list(blocks: list[Block], start: int) -> tuple[int, bool]:
    """Where the list that starts here ends (the first index not in it), and whether that is a guess."""
    if start == len(blocks) or blocks[start].kind is not Kind.PARAGRAPH:
        return start, False
    first = blocks[start].text
    guess = not _begins_low(first) and not _GOES_ON.search(first)
    if guess and len(first) >= _SHORT:
        return start, True
    end, last = start + 1, first
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if block.kind is Kind.UNMARKED and not guess and continues(block.text):
            continue  # a line without its mark, or a citation: the list may go on after it
        if block.kind is not Kind.PARAGRAPH or not _is_next_item(block.text, last, guess):
            break
        end, last = index + 1, block.text
    return end, guess


def _is_next_item(text: str, before: str, guess: bool) -> bool:
    if guess:
        return len(text) < _SHORT
    return _begins_low(text) or _GOES_ON.search(before) is not None


def _begins_low(text: str) -> bool:
    first_letter = next((character for character in text if character.isalpha()), "A")
    return first_letter.islower()
