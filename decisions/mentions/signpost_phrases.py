"""How a decision sends people somewhere: phrases with a gap, `{}`, for the name of the place.

They are in the phrase language of the grounds (`decisions/grounds/phrases.py`).
"""

import re

from decisions.grounds.guards import is_ruled_out
from decisions.grounds.passages import Passage

_MAY = (
    "(can|could|may|might|should|must|shall|will need to|would need to|needs? to|needed to|has to|have to|had to"
    "|would have to|able to|free to|entitled to|wish to|wishes to|want to|wants to|option to|opportunity to"
    "|best to|you can)"
)
_ALSO = (
    "[also|now|still|instead|then|therefore|first|always|either|of course|usefully|reasonably] "
    "[have|wish to|want to|like to|need to|choose to|be able to|consider]"
)
_WOULD = (
    "(reasonable|open|expect|expected|suggest|advise|advised|recommend|invite|encourage|recourse|remedy is|"
    "alternative|route|option is|right|rights)"
)
_MOVE = (
    "(appeal|appealed|apply|applied|complain|complained|go|gone|turn|write|written|speak|talk|refer|referred|report|"
    "reported|raise|raised|take|taken|make|made|put|pursue|pursued|bring|brought|submit|direct|address|lodge|challenge|"
    "challenged|use|used|escalate|issue|claim|contest|defend|seek)"
)
_ASK = (
    "(contact|contacted|approach|approached|ask|asked|consult|seek|sought|see|use|used|obtain|get|take|taken|start|"
    "request|instruct|pursue|pursued|exercise|apply for|ask for|start|begin|bring|challenge it by|via)"
)
_PRESS = (
    "(challenge|challenged|bring|brought|raise|raised|contest|contested|dispute|disputed|defend|defended|seek|sought|"
    "pursue|pursued|argue|argued|claim|claimed)"
)
_TO = "(to|with|through|before|via)"
_THE = (
    "[the|a|an|his|her|their|our|its|any|that|council's|social workers'|social worker's|officer's] "
    "[council's|independent|own|local|relevant|appropriate|legal|civil|criminal|further|"
    "social workers'|social worker's]"
)
_PLACED = (
    "(referred|directed|made|raised|reported|put|taken|addressed|considered|dealt with|resolved|decided|determined|"
    "pursued|challenged|settled|investigated|brought|handled|tested|argued|answered)"
)

TO_A_PLACE: tuple[str, ...] = (
    f"{_MAY} {_ALSO} {_MOVE} ... {_TO} {_THE} {{}}",
    f"{_MAY} {_ALSO} {_ASK} {_THE} {{}}",
    f"{_MAY} {_ALSO} {_MOVE} ... or {_THE} {{}}",
    f"{_MAY} ... (or|and) (ask|contact|approach|consult|go to|apply to|complain to|appeal to) {_THE} {{}}",
    f"{_WOULD} ... {_MOVE} ... {_TO} {_THE} {{}}",
    f"{_WOULD} ... {_ASK} {_THE} {{}}",
    f"{_MAY} {_ALSO} {_PRESS} ... (in|at) {_THE} {{}}",
    f"{_WOULD} ... {_PRESS} ... (in|at) {_THE} {{}}",
    f"(right of appeal|rights of appeal|appeal rights?|right to appeal) ... {_TO} {_THE} {{}}",
    f"(should|must|can|could|may|might|to) [only|best|better|reasonably] be [better|best|properly] {_PLACED} ... "
    f"(to|with|by|through|before|in|via) {_THE} {{}}",
    f"(better|best|properly) {_PLACED} ... (to|with|by|through|before|in|via) {_THE} {{}}",
    f"(matters?|ones?|issues?|questions?|complaints?|decision|is|are|be|something|properly) for {_THE} {{}}",
    f"(falls|fall) (to|within|under) [the remit of|the jurisdiction of] {_THE} {{}}",
    "(signpost|signposted|refer|referred|direct|directed|point|pointed) "
    f"(him|her|them|mr *|mrs *|ms *|miss *|the complainant) to {_THE} {{}}",
    f"(dispute|challenge|argue|raise|pursue|resolve|contest|defend|settle|test) ... in {_THE} {{}}",
)
"""Phrases that end with the name of the place."""

FROM_A_PLACE: tuple[str, ...] = (
    "{} ... (is|are|was|would be|may be|will be) ... (better|best) (placed|suited|able|equipped)",
    "{} (is|are|was|would be|may be) ... (appropriate|right|correct|proper|relevant) "
    "(body|organisation|place|authority|ombudsman|route|regulator|forum)",
    "{} (can|could|may|might|will|would) [also|then|still] (consider|deal with|investigate|look|decide|determine|"
    "advise|help|review|hear|resolve|rule|settle|do|find|say|establish|make)",
    "{} (is|are|would be) in a better position",
    "{} (considers|deals with|handles|investigates) complaints",
    "{} exists to",
    "{}, to (which|whom) ... (can|could|may|should|expected)",
    "{} (is|are) [the] (body|organisation|place|ombudsman|regulator) (that|to|which|set up|for|responsible)",
)
"""Phrases that begin with the name of the place."""

_REACH = 300
"""How many characters of the sentence before a signpost are read."""
_PEOPLE_IN_GENERAL = re.compile(
    r"(?<!the )(?<!these )(?<!two )\b(?:someone|somebody|anyone|anybody|a person|a complainant|a parent|an applicant|"
    r"a tenant|a resident|a motorist|people|persons|parents|complainants|applicants|tenants|residents|motorists|"
    r"drivers|landlords|leaseholders|homeowners|owners|taxpayers|claimants|students|families|carers|individuals|"
    r"those|members of the public|councils|authorities)\b"
)
_THIS_CASE = re.compile(r"\b(?:so|and|but|here|therefore),? (?:mr|mrs|ms|miss|he|she|they|the complainant)\b")
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
_NONE = re.compile(r"\b(?:no|without an?|neither|nor|never|not (?:have|had) (?:an?|the|any))(?: [\w']{1,15})?\s$")
_NOT = re.compile(r"\b(?:not|never|cannot|n't|without)\b|n't\b")
_RIGHT = re.compile(r"(?:right|rights|appeal rights?)\b")
_USED = re.compile(r"\b(?:used|using|exercised|exercising|lost) (?:(?:his|her|their|a|the|that|its) )?(?:own )?$")
_COULD_HAVE = re.compile(r"\b(?:could|should|might|reasonable|expect(?:ed)?)\b(?: [\w']{1,15}){0,8}\s$")
_MODAL = re.compile(
    r"(?:can|could|may|might|should|must|shall|needs?|needed|has|have|had|will|would)\b(?!.{0,12}\bbe\b)"
)
_NO_COMPLAINANT = re.compile(
    r"\b(?:councils?|authority|authorities|workers?|officers?|schools?|providers?|police|home|trust|teams?|it|we|i"
    r"|ombudsm[ae]n|landlord|staff|managers?|departments?)\s$"
)
_PRODUCT_OF_PLACE = re.compile(
    r"(?:'s)? (?:orders?|reports?|records?|hearings?|judgments?|rulings?|bundle|papers|fees?|costs?|checks?|"
    r"investigations?|inspections?|appearances?|statements?)\b"
)


def is_not_a_signpost(passage: Passage, start: int, end: int, in_assessment: bool) -> bool:
    """Whether the words at the span only look like a signpost: somebody's view, a wish, a denial, a general rule."""
    folded = passage.folded
    sentence = passage.bounds(passage.sentence(start))
    before, words = folded[max(sentence[0], start - _REACH) : start], folded[start:end]
    return (
        bool(_PRODUCT_OF_PLACE.match(folded, end))
        or bool(_NOT.search(words) or _NONE.search(before))
        or _is_wished(before, words)
        or _is_not_open(before, words)
        or _is_general(before, words)
        or _is_not_said(passage, start, end, in_assessment)
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
    return bool(_MODAL.match(words) and _NO_COMPLAINANT.search(before))


def _is_not_said(passage: Passage, start: int, end: int, in_assessment: bool) -> bool:
    """Whether the Ombudsman does not say this, by the guards of the grounds.

    "If he believes it is false, …" is a condition and not his opinion, so that what comes before is not read.
    """
    begin = max(passage.bounds(passage.sentence(start))[0], start - _REACH)
    conditions = list(_CONDITION.finditer(passage.folded[begin:start]))
    if not conditions:
        return is_ruled_out(passage, start, end, in_assessment)
    begin += conditions[-1].end()
    rest = Passage(passage.number, passage.text[begin : end + 2 * _REACH])
    return is_ruled_out(rest, start - begin, end - begin, in_assessment)


def _is_general(before: str, words: str) -> bool:
    """Whether the sentence is about people in general, and does not then come to this complainant."""
    rules = [*_PEOPLE_IN_GENERAL.finditer(before), *_USUALLY.finditer(before + words)]
    return bool(rules) and not _THIS_CASE.search(before, max(rule.end() for rule in rules))
