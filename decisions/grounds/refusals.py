"""Whether, and in which sentences, the Ombudsman refuses to investigate a complaint or a part of it.

In a decision that refuses the whole complaint every reason counts. In one that reports an investigation a ground
needs a refusal near it: otherwise a remedy, or a finding of no fault, would be taken for a ground.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from decisions.grounds.passages import Passage
from decisions.grounds.patterns import fold

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
_LONGEST_SENTENCE = 1500  # characters
_CLOSED = "closed"
_INVESTIGATION = ("upheld", "not upheld")


def refuses_whole_complaint(outcome: str | None, stated: Iterable[Passage]) -> bool:
    """Whether the printed outcome says so.

    Without an outcome: whether the summary or the Final decision (the passages `stated`) refuses, and neither has a
    conclusion.
    """
    printed = fold(outcome or "").strip()
    if printed.startswith(_CLOSED):
        return True
    if printed.startswith(_INVESTIGATION):
        return False
    text = " ".join(passage.folded for passage in stated)
    return bool(_REFUSAL.search(text)) and not _INVESTIGATED.search(text)


@lru_cache(maxsize=8)  # several phrases match in one sentence
def is_near_refusal(passage: Passage, sentence: int) -> bool:
    """Whether the sentence at this index refuses, continues one that does, or has a refusal as its consequence."""
    if _refuses(passage, sentence):
        return True
    if _refusal_follows(passage, sentence):
        return not _concludes(passage, sentence)
    for back in (1, 2):
        if sentence < back or not _opens(_LINK, passage, sentence - back + 1):
            return False
        if _refuses(passage, sentence - back):
            return not _concludes(passage, sentence)
    return False


def _refusal_follows(passage: Passage, sentence: int) -> bool:
    """Whether the next sentence refuses as a consequence of this one, without a reason of its own."""
    following = sentence + 1
    if following >= len(passage.starts) or not _opens(_SO, passage, following):
        return False
    return _refuses(passage, following) and not _opens(_OWN_REASON, passage, following)


def _concludes(passage: Passage, sentence: int) -> bool:
    """Whether the sentence states the conclusion of an investigation."""
    return bool(_CONCLUSION.search(passage.folded, *_sentence_bounds(passage, sentence)))


def _refuses(passage: Passage, sentence: int) -> bool:
    """Whether the Ombudsman, and not the council or another, refuses in the sentence."""
    return any(
        not _REFUSED_BY_COUNCIL.search(passage.folded, max(match.start() - 40, 0), match.start())
        for match in _REFUSAL.finditer(passage.folded, *_sentence_bounds(passage, sentence))
    )


def _sentence_bounds(passage: Passage, sentence: int) -> tuple[int, int]:
    """Return the bounds of a sentence, its length capped so that a hostile text costs no more than its length."""
    start, end = passage.bounds(sentence)
    return start, min(end, start + _LONGEST_SENTENCE)


def _opens(pattern: re.Pattern[str], passage: Passage, sentence: int) -> bool:
    return bool(pattern.match(passage.folded, passage.bounds(sentence)[0]))
