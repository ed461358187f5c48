"""Lists whose nesting was lost: which of a run of paragraphs are really items of the one before.

After a paragraph that ends in ":" the next marked line is its item. The run goes on
(a) while a line begins in lower case or the one before it ends in ";", ", or" or ", and"; or
(b) where the first item begins with a capital and ends no such way, up to the next unmarked line, as
long as every line is short. Reading (b) is a doubt. So is a list that is lost: a long line follows the colon.
"""

import re
from dataclasses import replace

from decisions.parsing.document import BULLET, Doubt
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
            folded += [replace(item, kind=Kind.ITEM, depth=1, label=BULLET) for item in blocks[index:end]]
            if doubted:
                doubts.append(Doubt(opener.line, _guess(end - index)))
            index = end
    return folded, doubts


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
    end = start + 1
    while end < len(blocks) and blocks[end].kind is Kind.PARAGRAPH and _is_next_item(blocks, end, guess):
        end += 1
    return end, guess


def _is_next_item(blocks: list[Block], index: int, guess: bool) -> bool:
    if guess:
        return len(blocks[index].text) < _SHORT
    return _begins_low(blocks[index].text) or _GOES_ON.search(blocks[index - 1].text) is not None


def _begins_low(text: str) -> bool:
    first_letter = next((character for character in text if character.isalpha()), "A")
    return first_letter.islower()
