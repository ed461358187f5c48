"""Lines broken in two: an unmarked line that begins in lower case goes on where the line before it breaks off."""

from dataclasses import replace

from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Block, Kind

_ENDS = (".", ";", ":", "!", "?", ")")


def join(blocks: list[Block]) -> list[Block]:
    """The blocks with broken lines joined to what they break off from."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {block.text}")
        else:
            joined.append(block)
    return joined


def _goes_on(before: Block, block: Block) -> bool:
    return (
        block.kind is Kind.UNMARKED
        and block.text[0].islower()
        and not before.text.endswith(_ENDS)
        and usual_level(block.text) is None
        and usual_level(before.text) is None
    )
