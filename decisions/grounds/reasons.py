"""Whether words are in a reason of the Ombudsman, or where the decision retells the complaint."""

import re

from decisions.grounds.passages import Passage

_REACH = 400
"""How many characters before the offset are read."""
_RETOLD = re.compile(
    r"\b(?:complain(?:t|ts|s|ed|ing)?|concerns?|about|says?|said|told|believes?|unhappy|dissatisfied|wants?)\b"
    r"(?! to us)"
)
_REASON = re.compile(
    r"\b(?:because|since|as (?:it|he|she|they|the|this|that|there|we|mr|mrs|ms|miss|any|an?|no)|so)\b|;"
)
_REFUSES = re.compile(
    r"\b(?:we|i|ombudsm[ae]n)\b(?: [\w']{1,15}){0,3} (?:not|cannot|ended|stopped|closed|discontinued)\b"
)


def is_in_reason(passage: Passage, offset: int) -> bool:
    """Whether the sentence has a "because" or the like before the offset, or retells nothing up to it.

    The first sentence of a passage needs the "because": it usually says what the complaint is about.
    """
    begin = passage.bounds(passage.sentence(offset))[0]
    before = passage.folded[max(begin, offset - _REACH) : offset]
    if _REASON.search(before):
        return True
    return passage.sentence(offset) > 0 and not _RETOLD.search(before) and not _REFUSES.search(before)
