"""Lines broken in two: an unmarked line in lower case, or a number, goes on where the line before it breaks off."""

from dataclasses import replace

from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, Kind

_ENDS = (".", ";", ":", "!", "?", ")")


def join(blocks: list[Block]) -> list[Block]:
    """The blocks with broken lines joined to what they break off from."""
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _goes_on(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [replace(run[0], text=" ".join(block.text for block in run)) if len(run) > 1 else run[0] for run in runs]


def _goes_on(before: Block, block: Block) -> bool:
    return (
        block.kind is Kind.UNMARKED
        and (block.text[0].islower() or block.text[0].isdigit())
        and not before.text.endswith(_ENDS)
        and usual_level(block.text) is None
        and usual_level(before.text) is None
    )
