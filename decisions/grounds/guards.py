"""Guards: whether words that look like a reason of the Ombudsman are not one.

They may be somebody else's opinion, a general rule recited, a denial, or a ground that the Ombudsman set aside.
Each guard takes a passage and the span of the words, and returns whether they have to be left out.
It reads a bounded number of characters before and after the span, so that a hostile text costs no more than its
length.
"""

import re

from decisions.grounds.passages import Passage

_REACH = 400
"""How many characters of a sentence a guard reads before or after the span."""

_SOMEBODY_ELSE = (
    r"(?:(?:mr|mrs|ms|miss|dr|prof)\.? \w{1,20}|he|she|they|it|councils?|complainant"
    r"|(?:the|her|his|their) (?!ombudsm|law|legislation|court|tribunal|evidence|matters? complain|events complain)"
    r"[\w' -]{2,30})"
)
_ADVERBS = r"(?: (?:also|then|has|have|had|further|strongly|clearly|wrongly|now|therefore)){0,2}"
_SAYS = (
    r"(?:says?|said|states|stated|believe[sd]?|considers|considered (?:that|there|it)|thinks?|thought|claims|claimed"
    r"|alleges|alleged|argue[sd]?|contend(?:s|ed)?|feels?|felt|assert(?:s|ed)?|suggest(?:s|ed)|maintain(?:s|ed)?"
    r"|explain(?:s|ed)|replied|responded|disputes (?:that|this)|disagrees|insist(?:s|ed)|advised|concluded"
    r"|report(?:s|ed) that"
    r"|complain(?:s|ed) (?:that|the|there|of)|told (?:mr|mrs|ms|miss|dr|him|her|them|us|me)"
    r"|decided (?:that|there|it|he|she|they)|found (?:that|there|no)"
    r"|(?:declined|refused)(?: [\w']{1,20}){0,8} (?:on the grounds|because))"
)
_VIEW = r"(?:according to|in (?:(?:the )?(?:council|complainant)'s|his|her|their) (?:view|opinion))"
_SPEECH = re.compile(rf"\b{_SOMEBODY_ELSE}{_ADVERBS} {_SAYS}\b|\b{_VIEW}\b")
_REFUSAL_BEFORE = re.compile(
    r"\b(?:we|i|ombudsm[ae]n)\b(?: [\w']{1,15}){0,3} (?:not|cannot|discontinued|stopped|ended)\b"
)
_RETOLD = re.compile(
    r"\bcomplain(?:t|ts|s|ed)?(?: to us)? (?:that|about|of|how)\b(?:(?!\b(?:because|as|since|so|but)\b)[^;:]){0,200}?"
    r"\b(?:council|authority|provider|school|panel|officers?|staff|landlord|it|they|he|she)"
    r"(?: (?:had|has|have|was|were|wrongly|incorrectly|also|then|unfairly|repeatedly)){0,2}"
    r" (?:told|decided|said|says|claimed|ruled|treated|argued|insisted|advised"
    r"|(?:refused|declined) to (?:let|allow|accept))"
    r"\b(?!(?: \w{1,20}){0,3} (?:court|judge|tribunal|inspector)\b)"
)
"""The complaint retold, up to a verb by which somebody in it speaks or decides, unless to a court."""
_REASON = re.compile(r"[;:]|\b(?:because|as|since|so|but|and (?:we|i|the ombudsm[ae]n|there|it is|it would))\b")
_CONDITION = re.compile(r"\b(?:if|where|should) $")
_CONCLUDED = re.compile(r",|\bthen\b")
_OWN_VOICE = re.compile(
    r";|\b(?:but|however|nevertheless|nonetheless)\b"
    r"|(?:,|\band|\bso) (?:so |and |therefore )?(?:we|i|the ombudsm[ae]n|there (?:is|are)|it is|it would"
    r"|any|an investigation)\b"
)
_RECITED = re.compile(
    r"\b(?:(?:we|i|ombudsm[ae]n|she|he) (?:may|might|can) (?:also )?(?:decide|choose|decline) not"
    r"|(?:we|ombudsm[ae]n) may not"
    r"|(?:do|does|will|would|can|could|should)(?: not|not|n't)"
    r" (?:normally|usually|generally|ordinarily|typically|start or continue)"
    r"|(?:normally|usually|generally|ordinarily)"
    r" (?:expect (?!mr|mrs|ms|miss|him|her|them|the complainant)|will not|would not|do not|cannot|does not)"
    r"|(?:if|unless|when|where) (?:we|i|the ombudsm[ae]n) (?:decide|believe|think|consider|are|am|is|were|find|can)"
    r"|the law (?:says|states) (?:that )?(?:we|i|the ombudsm[ae]n))"
)
_APPLIED = re.compile(r"\b(?:and|but|so),? (?:i|mr|mrs|ms|miss|here)\b|\bin (?:this|mr|mrs|ms|miss) [\w' ]{0,20}case\b")
_MORE = r"(?: (?!(?:because|as|since|and|but|so|reasons?|grounds?|discretion)\b)[\w']{1,20})"
_DENIED = re.compile(
    r"(?:\b(?:not|never)|n't"
    r"|\b(?:is|are|was|were|be|been) (?:not|neither)(?: [\w']{1,15}){1,2}"
    r"|\b(?:would|could|should|will|may) not (?:be|have been)(?: [\w']{1,15}){0,2}"
    r"|\b(?:(?:not|n't) (?:be |been |therefore |always )?reasonable"
    r"|(?<!not )unreasonable (?:to|for|that))(?: [\w']{1,15}){0,5}"
    r"|\bnot because(?: [\w']{1,15}){0,4}"
    r"|\b(?:do|does|did|would)(?: not|n't)"
    r" (?:find|consider|think|believe|see|accept|agree|regard|mean|make|follow|view|say|suggest|show)"
    rf"{_MORE}{{0,7}}"
    rf"|\bnot (?:persuaded|satisfied|convinced|of the view){_MORE}{{0,7}}"
    r"|\bno (?:reason|suggestion|basis) (?:to|for|that)"
    r" (?:say|think|believe|suggest|suppose|conclude|treat|regard)(?: [\w']{1,20}){0,5}"
    r"|\b(?:rather than|whether|cannot say|not to say)(?: (?!(?:is|are)\b)[\w']{1,20}){0,4})\s$"
)
_SET_ASIDE = re.compile(
    r"\b(?:good|special|strong|exceptional) (?:enough )?reasons? (?:to|why|for)"
    r" (?:us |me |the ombudsman |we |i )?(?:to |should )?"
    r"(?:exercise|investigate|consider|look|disregard|accept|set aside)\b"
    r"|\b(?:have|has|will|am|are|decided to|chosen to) (?:therefore |also |decided to |chosen to )?"
    r"exercis(?:e|ed|ing) (?:[\w']{1,15} ){0,3}discretion\b(?! not)"
)
_REMEDY = re.compile(r"\b(?:appeal|court|tribunal|right|challenge|review|inspector|ombudsman|commissioner|insur)")
_NOT_EXPECTED = re.compile(
    r"\b(?:(?:not|n't) (?:be |been |have been )?(?:always )?reasonable|unreasonable)"
    r" (?:to (?:have )?(?:expect(?:ed)?|ask(?:ed)?) (?:him|her|them|mr|mrs|ms|miss|the complainant)"
    r"|for (?:him|her|them|mr|mrs|ms|miss|the complainant))\b"
)
_ALREADY_USED = re.compile(
    r"(?: (?:to|before)(?: [\w'-]{1,20}){1,5}?)?,? (?:and|which|but|so)"
    r" (?:(?:he|she|they|(?:mr|mrs|ms|miss) \w{1,20}) )?"
    r"(?:has |have |had |then |already )?(?:also )?(?:used|exercised|did so|did appeal|appealed)\b"
)
_NO_REASON = re.compile(r"\b(?:no|not|nor|any|without)(?: [\w']{1,15}){0,6} $")
_COMPLAINT = re.compile(
    r"\b(?:complain(?:t|ts|s|ed|ing)?|concerns?|about|says?|said|told|believes?|unhappy|dissatisfied|wants?)\b"
    r"(?! to us)"
)
_BECAUSE = re.compile(
    r"\b(?:because|since|as (?:it|he|she|they|the|this|that|there|we|mr|mrs|ms|miss|any|an?|no)|so)\b|;"
)
_REFUSES = re.compile(
    r"\b(?:we|i|ombudsm[ae]n)\b(?: [\w']{1,15}){0,3} (?:not|cannot|ended|stopped|closed|discontinued)\b"
)


def is_ruled_out(passage: Passage, start: int, end: int, may_recite: bool) -> bool:
    """Whether any guard finds that the words at the span are not a reason of the Ombudsman.

    `may_recite`: whether they can be a general rule recited. Only the assessment recites rules; the summary and the
    Final decision apply what they say.
    """
    if _is_reported(passage, start) or _is_retold(passage, start, end) or is_denied(passage, start):
        return True
    if _is_set_aside(passage, start, end) or _is_unavailable(passage, start, end):
        return True
    return may_recite and _is_recited(passage, start, end)


def is_in_reason(passage: Passage, offset: int) -> bool:
    """Whether the sentence has a "because" or the like before the offset, or retells nothing up to it.

    The first sentence of a passage needs the "because": it usually says what the complaint is about.
    """
    before = _before(passage, offset)
    if _BECAUSE.search(before):
        return True
    return passage.sentence(offset) > 0 and not _COMPLAINT.search(before) and not _REFUSES.search(before)


def _before(passage: Passage, start: int, reach: int = _REACH) -> str:
    """Return what comes before the span in its sentence."""
    return passage.folded[max(passage.bounds(passage.sentence(start))[0], start - reach) : start]


def _is_reported(passage: Passage, start: int) -> bool:
    """Whether somebody else says it: a verb of saying comes before, and the Ombudsman's own voice does not return."""
    before = _before(passage, start)
    speeches = [speech for speech in _SPEECH.finditer(before) if not _is_condition(before, speech)]
    if not speeches or _REFUSAL_BEFORE.search(before, 0, speeches[-1].start()):
        return False
    return not _OWN_VOICE.search(before, speeches[-1].end())


def _is_condition(before: str, speech: re.Match[str]) -> bool:
    """Whether somebody's view is a condition, and its consequence has begun: "if he thinks so, he can"."""
    return bool(_CONDITION.search(before, 0, speech.start()) and _CONCLUDED.search(before, speech.end()))


def _is_retold(passage: Passage, start: int, end: int) -> bool:
    """Whether the words are part of the complaint as retold, which begins before them or with them."""
    if _RETOLD.match(passage.folded, start, end):
        return True
    before = _before(passage, start)
    retold = _RETOLD.search(before)
    return retold is not None and not _REASON.search(before, retold.end())


def _is_unavailable(passage: Passage, start: int, end: int) -> bool:
    """Whether the span names a remedy that this sentence or the next says was used, or need not be used."""
    if not _REMEDY.search(passage.folded, start, end):
        return False
    sentence = passage.sentence(start)
    stop = passage.bounds(min(sentence + 1, len(passage.starts) - 1))[1]
    if _ALREADY_USED.match(passage.folded, end, passage.bounds(sentence)[1]):
        return True
    return bool(_NOT_EXPECTED.search(passage.folded, end, min(stop, end + _REACH // 2)))


def is_denied(passage: Passage, start: int) -> bool:
    """Whether the words immediately before the span deny it."""
    return bool(_DENIED.search(_before(passage, start, 100)))


def _is_recited(passage: Passage, start: int, end: int) -> bool:
    """Whether the span is part of a general rule, which is not then applied to this complaint."""
    before = _before(passage, start, 4 * _REACH) + passage.folded[start:end]
    rule = _RECITED.search(before)
    return rule is not None and not _APPLIED.search(before, rule.end())


def _is_set_aside(passage: Passage, start: int, end: int) -> bool:
    """Whether this sentence or the next says that the Ombudsman investigates in spite of the ground."""
    sentence = passage.sentence(start)
    last = min(sentence + 1, len(passage.starts) - 1)
    begin, stop = max(passage.bounds(sentence)[0], start - _REACH), min(passage.bounds(last)[1], end + _REACH)
    for match in _SET_ASIDE.finditer(passage.folded, begin, stop):
        if not _NO_REASON.search(passage.folded, max(begin, match.start() - 60), match.start()):
            return True
    return False
