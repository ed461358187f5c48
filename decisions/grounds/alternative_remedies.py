"""Whether a way open to the complainant is one the Ombudsman expects to be used.

"She may apply to the family court" is a signpost; with "and it is reasonable to do so", it is a ground.
"""

import re

from decisions.grounds.guards import denied
from decisions.grounds.passages import Passage

_REACH = 300
_EXPECTED = re.compile(
    r"\b(?:reasonable|reasonably"
    r"|(?:would|could|can|might|should) (?:have )?(?:been |be )?expect(?:ed)?"
    r"|we (?:would )?(?:also )?expect|no (?:good )?reasons? (?:why )?(?:he|she|they|it|mr|mrs|ms|miss|the complainant)"
    r"[\w' ]{0,20} (?:should|could|cannot|can|did|would)(?: not|n't)?|(?:should|ought to) (?:do so|have done so|use)"
    r"|(?:proper|appropriate|right|correct) (?:way|route|course|remedy)|(?:way|route) to challenge)\b"
)
_THAT = re.compile(
    r"\b(?:do(?:ne|ing)? (?:so|this|that|it)"
    r"|(?:us(?:e|ed|ing)|pursued?|exercised?|tak(?:e|en)) (?:it|this|that|these|them"
    r"|those|his|her|their|either|the)|go(?:ne)? there|that (?:way|route|process)|should(?: not|n't))\b"
)
_AS_REASON = re.compile(r"\b(?:because|as|since)(?:,? [\w']{1,20}){0,12} $")
_USED_BEFORE = re.compile(
    r"\b(?:exercis|us|pursu|lodg|submitt|attend|tak|put|ma|issu|fil|commenc|b)(?:ed|ing|en|de|rought)?(?: in)?"
    r"(?: [\w']{1,20}){0,2} $"
    r"|(?<!have )\bappealed to(?: [\w']{1,20}){0,3} $"
    r"|\b(?:ongoing|live|current|pending|outstanding|existing) $"
    r"|\bdid (?:raise|use|argue|make|put|take|go),?(?: [\w']{1,20}){0,4}(?: as)?(?: an?)? $"
)
_USED_AFTER = re.compile(
    r"[^.;]{0,120}?\b(?:and|which|but)"
    r" (?:he |she |they |it |mr \w{1,20} |the complainant )?(?:has |have |had |then |already )?"
    r"(?:used|exercised|did so|appealed|pursued)\b"
    r"|appeals? to (?:[\w']{1,20} ){1,5}?(?:was|were|has been|had been) "
    r"(?:refused|dismissed|allowed|rejected|unsuccessful|successful|heard|upheld|decided|struck out)\b"
    r"|appeals? (?:that |which )?(?:mr|mrs|ms|miss|he|she|they)(?: [\w']{1,20})?"
    r" (?:has |have |had )?(?:made|lodged|brought|submitted)\b"
)
_POINT = re.compile(
    r"(?:could|can|should) (?:reasonably )?have (?:reasonably )?(?:been )?(?:raised|mentioned|argued)\b"
)


def to_be_used(passage: Passage, offset: int) -> bool:
    """Whether the way named at this offset is given as the reason, or found reasonable to use here or next."""
    sentence = passage.sentence(offset)
    begin, end = passage.bounds(sentence)
    if _used(passage, begin, offset, end):
        return False
    if _AS_REASON.search(passage.folded, max(begin, offset - 100), offset):
        return True
    if _expected(passage, max(begin, offset - _REACH), min(end, offset + _REACH)):
        return True
    if sentence + 1 >= len(passage.starts) or end - offset > _REACH:
        return False
    begin, end = passage.bounds(sentence + 1)
    end = min(end, begin + _REACH)
    return bool(_THAT.search(passage.folded, begin, end)) and _expected(passage, begin, end)


def _expected(passage: Passage, begin: int, end: int) -> bool:
    """Whether words of expecting stand there, and are not denied."""
    return any(not denied(passage, match.start()) for match in _EXPECTED.finditer(passage.folded, begin, end))


def _used(passage: Passage, begin: int, offset: int, end: int) -> bool:
    """Whether the way has been gone already, or what could have been done there was to raise one more point."""
    return bool(
        _USED_BEFORE.search(passage.folded, max(begin, offset - 60), offset)
        or _USED_AFTER.match(passage.folded, offset, end)
        or _POINT.match(passage.folded, offset)
    )
