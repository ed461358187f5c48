"""Lines broken in two: an unmarked line in lower case, or a number, continues a line that does not end a sentence."""

from dataclasses import replace

from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, BlockKind

_ENDS = (".", ";", ":", "!", "?", ")")


def join(blocks: list[Block]) -> list[Block]:
    """Join broken lines to the blocks that they continue."""
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _continues(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [replace(run[0], text=" ".join(block.text for block in run)) if len(run) > 1 else run[0] for run in runs]


def _continues(before: Block, block: Block) -> bool:
    return (
        block.kind is BlockKind.UNMARKED
        and (block.text[0].islower() or block.text[0].isdigit())
        and not before.text.endswith(_ENDS)
        and usual_level(block.text) is None
        and usual_level(before.text) is None
    )
