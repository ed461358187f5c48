"""Whether the Ombudsman expects the complainant to use a remedy that is open to them.

"She may apply to the family court" is a signpost; with "and it is reasonable to do so", it is a ground.
"""

import re

from decisions.grounds.guards import is_denied
from decisions.grounds.passages import Passage

_REACH = 300
"""How many characters before and after the remedy, or of the next sentence, are read."""
_EXPECTED = re.compile(
    r"\b(?:reasonable|reasonably"
    r"|(?:would|could|can|might|should) (?:have )?(?:been |be )?expect(?:ed)?"
    r"|we (?:would )?(?:also )?expect|no (?:good )?reasons? (?:why )?(?:he|she|they|it|mr|mrs|ms|miss|the complainant)"
    r"[\w' ]{0,20} (?:should|could|cannot|can|did|would)(?: not|n't)?|(?:should|ought to) (?:do so|have done so|use)"
    r"|(?:proper|appropriate|right|correct) (?:way|route|course|remedy)|(?:way|route) to challenge)\b"
)
_REFERS_BACK = re.compile(
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
_FURTHER_POINT = re.compile(
    r"(?:could|can|should) (?:reasonably )?have (?:reasonably )?(?:been )?(?:raised|mentioned|argued)\b"
)


def is_expected(passage: Passage, offset: int) -> bool:
    """Whether the remedy named at this offset is the reason, or this sentence or the next finds it reasonable to use.

    False for a remedy that has been used already.
    """
    sentence = passage.sentence(offset)
    begin, end = passage.bounds(sentence)
    if _is_used(passage, begin, offset, end):
        return False
    if _AS_REASON.search(passage.folded, max(begin, offset - 100), offset):
        return True
    if _says_expected(passage, max(begin, offset - _REACH), min(end, offset + _REACH)):
        return True
    if sentence + 1 >= len(passage.starts) or end - offset > _REACH:
        return False
    begin, end = passage.bounds(sentence + 1)
    end = min(end, begin + _REACH)
    return bool(_REFERS_BACK.search(passage.folded, begin, end)) and _says_expected(passage, begin, end)


def _says_expected(passage: Passage, begin: int, end: int) -> bool:
    """Whether the text from `begin` to `end` says that something is expected or reasonable, and does not deny it."""
    return any(not is_denied(passage, match.start()) for match in _EXPECTED.finditer(passage.folded, begin, end))


def _is_used(passage: Passage, begin: int, offset: int, end: int) -> bool:
    """Whether the remedy has been used already, or could only have been used to raise one more point."""
    return bool(
        _USED_BEFORE.search(passage.folded, max(begin, offset - 60), offset)
        or _USED_AFTER.match(passage.folded, offset, end)
        or _FURTHER_POINT.match(passage.folded, offset)
    )
