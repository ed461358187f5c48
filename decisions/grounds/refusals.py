"""Whether, and in which sentences, the Ombudsman turns a complaint or a part of it down.

In a decision that is one refusal from end to end every reason counts. In one that tells of an
investigation a ground needs a refusal beside it, or a remedy and a finding of no fault would pass for grounds.
"""

import re

from decisions.grounds.passages import Passage
from decisions.grounds.phrases import fold
from decisions.parsing.document import Document

_US = r"\b(?:we|i|ombudsm[ae]n)\b"
_WORDS = r"(?: [\w']{1,15}){0,3}"
_REFUSAL = re.compile(
    rf"{_US}{_WORDS} (?:not|cannot|can't|won't){_WORDS}"
    r" (?:investigat(?:e|ed|ing)|consider(?:ed)?(?! (?:it (?:was |is )?(?:un)?reasonable|(?:that )?there\b))|pursued?"
    r"|look(?:ed)?|deal|start|continue|exercise)\b"
    rf"|{_US}{_WORDS} (?:end|ended|ending|stop|stopped|stopping|close|closed|closing|cease|ceased)\b"
    r"|\b(?:not|cannot) (?:be |been |being )?(?:start(?:ed)? an? |continued? (?:to |with )?)?"
    r"(?:investigat(?:e|ed|ing)|pursued?)\b"
    r"|\b(?:unable|declined?|unwilling|no (?:reason|grounds|justification|basis|need|power|discretion))"
    r" (?:for (?:us|me) )?to (?:investigate|consider|pursue|continue)\b"
    r"|\bdiscontinu(?:e|ed|ing)\b"
    r"|\b(?:outside|out of|beyond|not (?:within|in)) (?:of )?(?:our|my|the ombudsm[ae]n's|his|her)"
    r" (?:jurisdiction|remit|powers?)\b|\bout of jurisdiction\b"
    r"|\bnot (?:a matter )?for the ombudsm[ae]n\b"
    r"|\bthe law (?:prevents|does not allow|stops) (?:us|me|the ombudsm[ae]n)\b"
    r"|\b(?:investigation|involvement|intervention) (?:is|would) (?:therefore )?(?:not|disproportionate)\b"
    r"|\bnot (?:warrant|justify) (?:an? |further |our )"
    r"|\b(?:resolve|settle)d? (?:it|the|this|his|her|their|mr|mrs|ms|miss)[\w' ]{0,20} early\b"
    r"|\bearly (?:resolution|settlement)\b"
    r"|(?<=\bagreed to )(?:resolve|settle) (?:the|this|his|her|their|mr|mrs|ms|miss)\b[\w' ]{0,30} complaint\b"
    r"|\buph[eo]ld [\w' ]{0,80}?\bbecause (?:the council|it)"
    r" (?:has |had )?(?:already |since )?(?:accepted (?:it was at )?fault and )?"
    r"(?:agreed|offered|provided|remedied|put|taken)\b"
)
_REFUSED_BY_COUNCIL = re.compile(
    r"\b(?:council|it|he|she|they|school|provider) (?:has |had |have )?(?:also )?"
    r"(?:did |would |will |could |can |do |does )?$"
)
_INVESTIGATED = re.compile(
    r"\b(?:completed|finished|concluded) (?:my|our|the|this|its) (?:\w{1,15} ){0,2}(?:investigation|consideration)\b"
    r"|\b(?:we|i|ombudsm[ae]n) (?:have |has |had )?(?:also )?(?:find|found|uph[eo]ld)s?\b"
    r"|\bcouncil (?:was|is|were) (?:\w{1,15} ){0,2}fault\b|\bthere (?:was|is) (?:\w{1,15} ){0,2}fault\b"
)
_LINK = re.compile(
    r"(?:this is|that is|because|it (?:is|was|would)|there (?:is|are|was)|also|in addition|further"
    r"|additionally|moreover|we|i|nor|neither|even|the council|the care provider|"
    r"in any|any|an|our|investigati|"
    r"having|given|from|based on|on the|after|in my view|as|mr|mrs|ms|miss|he|she|they|another|the complaint|and)\b"
)
_CONCLUSION = re.compile(
    r"(?<!accepted it )(?<!accepts it )(?<!admitted it )\b(?:was|is|were) (?:\w{1,15} ){0,2}fault\b"
    rf"|{_US} (?:have |has |had |do not |did not )?(?:also )?(?:find|found|finds)\b"
    r"|\buph[eo]ld\b|\b(?:completed|finished) (?:my|our|the)|\binvestigated\b"
)
_SO = re.compile(
    r"(?:so|therefore|for (?:this|that|these|those)|as a result|consequently|because of this"
    r"|on this basis|i|we|the ombudsm)\b"
)
_OWN_REASON = re.compile(r"(?:i|we|the ombudsm)\b[^;]{0,400}?\bbecause\b(?! of (?:this|that|it)\b)")
_CLOSED = "closed"
_INVESTIGATION = ("upheld", "not upheld")


class Refusal:
    """How one document refuses: as a whole, or only in some sentences."""

    def __init__(self, document: Document, stated: tuple[Passage, ...]) -> None:
        self._asked: dict[tuple[int, int], bool] = {}
        self.whole = _refused_as_a_whole(document.outcome, " ".join(passage.folded for passage in stated))

    def covers(self, passage: Passage, offset: int) -> bool:
        """Whether a reason at this offset has a refusal resting on it, or may have one."""
        if self.whole:
            return True
        key = passage.number, passage.sentence(offset)
        if key not in self._asked:
            self._asked[key] = _beside_a_refusal(passage, key[1])
        return self._asked[key]


def _refused_as_a_whole(outcome: str | None, stated: str) -> bool:
    """By the printed outcome; without one, by a refusal in the summary or Final decision and no conclusion."""
    printed = fold(outcome or "").strip()
    if printed.startswith(_CLOSED):
        return True
    if printed.startswith(_INVESTIGATION):
        return False
    return bool(_REFUSAL.search(stated)) and not _INVESTIGATED.search(stated)


def _beside_a_refusal(passage: Passage, sentence: int) -> bool:
    """Whether the sentence refuses, follows on from one that does, or is followed by its consequence."""
    if _refuses(passage, sentence):
        return True
    if _has_its_consequence_next(passage, sentence):
        return not _concludes(passage, sentence)
    for back in (1, 2):
        if sentence < back or not _opens(_LINK, passage, sentence - back + 1):
            return False
        if _refuses(passage, sentence - back):
            return not _concludes(passage, sentence)
    return False


def _has_its_consequence_next(passage: Passage, sentence: int) -> bool:
    """Whether the next sentence refuses, and gives no reason of its own for it."""
    following = sentence + 1
    if following >= len(passage.starts) or not _opens(_SO, passage, following):
        return False
    return _refuses(passage, following) and not _opens(_OWN_REASON, passage, following)


def _concludes(passage: Passage, sentence: int) -> bool:
    """Whether the sentence gives the result of an investigation."""
    return bool(_CONCLUSION.search(passage.folded, *_near(passage, sentence)))


def _refuses(passage: Passage, sentence: int) -> bool:
    start, end = _near(passage, sentence)
    return any(not _by_somebody_else(passage, match.start()) for match in _REFUSAL.finditer(passage.folded, start, end))


def _by_somebody_else(passage: Passage, offset: int) -> bool:
    return bool(_REFUSED_BY_COUNCIL.search(passage.folded, max(offset - 40, 0), offset))


def _near(passage: Passage, sentence: int) -> tuple[int, int]:
    """The bounds of a sentence, its length capped, so that a hostile text costs no more than its length."""
    start, end = passage.bounds(sentence)
    return start, min(end, start + 1500)


def _opens(pattern: re.Pattern[str], passage: Passage, sentence: int) -> bool:
    return bool(pattern.match(passage.folded, passage.bounds(sentence)[0]))
