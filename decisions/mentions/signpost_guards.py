"""Guards: whether words that name a place only look like a signpost.

They may be somebody's view, a wish, a denial, a general rule, or about what others may do.
"""

import re

from decisions.grounds.guards import is_ruled_out
from decisions.grounds.passages import Passage

_REACH = 300
"""How many characters of the sentence before a signpost are read."""
_PEOPLE_IN_GENERAL = re.compile(
    r"(?<!the )(?<!these )(?<!two )(?<!as )(?<!council )\b(?:someone|somebody|anyone|anybody|a person|a complainant|"
    r"a parent|an applicant|a tenant|a resident|a motorist|people|persons|parents|complainants|applicants|tenants|"
    r"residents|motorists|drivers|landlords|leaseholders|homeowners|owners|taxpayers|claimants|students|families|carers|"
    r"individuals|those|members of the public|councils|authorities)\b"
)
_THIS_CASE = re.compile(r"\b(?:so|and|but|here|therefore),? (?:mr|mrs|ms|miss|he|she|they|the complainant)\b")
_THEN_THIS_CASE = re.compile(
    r"[^.;]{0,60}\b(?:reasonable|expect)\b[^.;]{0,40}\b(?:(?:mr|mrs|ms|miss) \w|the complainant)"
)
_USUALLY = re.compile(
    r"\b(?:normally|usually|generally|ordinarily|typically)\b"
    r"(?! expect (?:mr|mrs|ms|miss|him|her|them|the complainant)\b)"
)
_CONDITION = re.compile(r"(?:^|[,;]\s)\s?(?:(?:and|but|so|however,)\s)?(?:if|should|where|unless|as)\b[^,;]*,")
_WISHED = re.compile(
    r"\b(?:wants?|wanted|would like|wished|asked|asks|hoped|hopes|intends|intended|threatened|plans|planned"
    r"|seeks|sought|requested|decided|considering|chose)\b(?: [\w']{1,20}){0,8}\s$"
)
_WISH = re.compile(r"(?:wish|wishes|want|wants) to\b")
_OWN_WISH = re.compile(r"\bif (?:[\w']{1,20}\.? ){1,4}(?:wants?|wanted|wishes|wished|would like|decided|chose)\b")
_NONE = re.compile(
    r"\b(?:no|without an?|neither|nor|never|not (?:have|had) (?:an?|the|any))(?: [\w']{1,15})?\s$"
    r"|\b(?:nothing|none)\b(?: (?!(?:and|but|so)\b)[\w']{1,15}){0,7}\s$"
    r"|\b(?:outside|beyond|not (?:in|within|under))(?: the)?\s$"
)
_NOT = re.compile(r"\b(?:not|never|cannot|n't|without)\b|n't\b")
_RIGHT = re.compile(r"(?:right|rights|appeal rights?)\b")
_USED = re.compile(
    r"\b(?:tried to use|used|using|exercised|exercising|lost) (?:(?:his|her|their|a|the|that|its) )?(?:own )?$"
)
_COULD_HAVE = re.compile(r"\b(?:could|should|might|reasonable|expect(?:ed)?)\b(?: [\w']{1,15}){0,8}\s$")
_MODAL = re.compile(
    r"(?:can|could|may|might|should|must|shall|needs?|needed|has|have|had|will|would)\b(?!.{0,12}\bbe\b)"
)
_NO_COMPLAINANT = re.compile(
    r"\b(?:councils?|authority|authorities|workers?|officers?|schools?|providers?|police|home|trust|teams?|it|we|i"
    r"|ombudsm[ae]n|landlord|staff|managers?|departments?)\s$"
)
_BODY_SENT = re.compile(
    r"(?:expect(?:ed)?|advised?|invite|recommend|suggest|encourage|reasonable (?:for|to expect)|open to)(?: that)?"
    r" (?:the )?(?:council|authority|school|provider|trust|landlord|officers?)\b(?!'s| tax| tenant)"
)
_WAS_RIGHT = re.compile(r"\b(?:is|are|was|were|be|been)\s$")
_WHETHER = re.compile(r"\bwhether(?: (?!(?:and|but|so)\b)[\w']{1,15}){0,5}\s$")
_NOT_OFFERED = re.compile(
    r"\b(?:tell|telling|inform|informing|advise|advising|explain|explaining|frustrated|denied|deprived|delayed|prevented"
    r"|not give|not offer|aware)\b(?: [\w'.]{1,15}){0,5}\s$"
)
_AGREED = re.compile(
    r"(?<!\bwe )(?<!\bi )\b(?:agree[sd]|accept(?:s|ed)|knew|knows|not (?:know|realise|aware)|unaware|fact"
    r"|underst(?:ood|ands)) that\b[^,;]{0,60}$"
)
_BODY = r"(?:council|authority|provider|school|trust|it)"
_IF_IT_HAD = re.compile(rf"(?:^|[,;]\s)\s?(?:had (?:the )?{_BODY}\b|if (?:the )?{_BODY} had\b)")
_TO_TELL = re.compile(
    rf"\b{_BODY}\b[^,;]{{0,60}}\b(?:tell|explain|inform|remind|advise)\b[^,;]{{0,40}}\bthat\b[^,;]{{0,20}}$"
)
_SAID_AFTER = re.compile(
    r"[^.;]{0,60}, (?:the council|he|she|they|it|(?:mr|mrs|ms|miss) \w{1,20}) (?:said|says|thinks|was told)\b"
)
_REASON_WHY = re.compile(r"reasons? (?:why|that)\b")
_CONDITION_FIRST = re.compile(
    r"(?:once|when|after|if|following|as soon as|(?:at the )?end of|(?:on )?completion of|unhappy with"
    r"|dissatisfied with|not satisfied with|outcome of|result of)\b.*?"
    r"(?=\b(?:he|she|they|(?:mr|mrs|ms|miss) \S{1,30}|the complainant)"
    r" (?:can|could|may|should|might|is (?:free|welcome))\b)"
)
_PRODUCT_OF_PLACE = re.compile(
    r"(?:'s)? (?:orders?|reports?|records?|hearings?|judgments?|rulings?|bundle|papers|fees?|costs?|checks?|"
    r"investigations?|inspections?|appearances?|statements?)\b"
    r"|(?<=council)'s\b|(?<=provider)'s\b"
)


def is_not_a_signpost(passage: Passage, start: int, end: int) -> bool:
    """Whether the words at the span only look like a signpost."""
    folded = passage.folded
    sentence = passage.bounds(passage.sentence(start))
    if condition := _CONDITION_FIRST.match(folded, start, end):
        start = condition.end()
    before, words = folded[max(sentence[0], start - _REACH) : start], folded[start:end]
    if _REASON_WHY.match(words):  # "there is no reason why he cannot go to court"
        return not _NONE.search(before) or _is_general(before, words)
    return (
        bool(_PRODUCT_OF_PLACE.match(folded, end) or _SAID_AFTER.match(folded, end))
        or bool(_NOT.search(words) or _NONE.search(before))
        or _is_wished(before, words)
        or _is_not_open(before, words)
        or (_is_general(before, words) and not _THEN_THIS_CASE.match(folded, end))
        or _is_not_said(passage, start, end)
    )


def _is_wished(before: str, words: str) -> bool:
    """Whether somebody only wants it: "she wants to go to court", but not "if she wants to"."""
    if _WISH.match(words) or _WISHED.search(before):
        return not _OWN_WISH.search(before + words)
    return False


def _is_not_open(before: str, words: str) -> bool:
    """Whether the words are about a right already used, or what somebody other than the complainant may do."""
    if _RIGHT.match(words) and _USED.search(before) and not _COULD_HAVE.search(before):
        return True
    if any(each.search(before) for each in (_WHETHER, _AGREED, _IF_IT_HAD, _TO_TELL)):
        return True
    if _RIGHT.match(words) and _NOT_OFFERED.search(before):
        return True
    if _BODY_SENT.match(words) or (words.startswith("right to ") and _WAS_RIGHT.search(before)):
        return True
    return bool(_MODAL.match(words) and _NO_COMPLAINANT.search(before))


def _is_not_said(passage: Passage, start: int, end: int) -> bool:
    """Whether the Ombudsman does not say this, by the guards of the grounds.

    "If he believes it is false, …" is a condition and not his opinion, so that what comes before is not read.
    """
    begin = max(passage.bounds(passage.sentence(start))[0], start - _REACH)
    conditions = list(_CONDITION.finditer(passage.folded[begin:start]))
    if not conditions:
        return is_ruled_out(passage, start, end, passage.in_assessment)
    begin += conditions[-1].end()
    rest = Passage(passage.number, passage.text[begin : end + 2 * _REACH])
    return is_ruled_out(rest, start - begin, end - begin, passage.in_assessment)


def _is_general(before: str, words: str) -> bool:
    """Whether the sentence is about people in general, and does not then come to this complainant."""
    rules = [*_PEOPLE_IN_GENERAL.finditer(before), *_USUALLY.finditer(before + words)]
    return bool(rules) and not _THIS_CASE.search(before, max(rule.end() for rule in rules))
