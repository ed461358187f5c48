"""The kind of body that a printed name suggests. Staff may correct it."""

import re

from decisions.public_bodies.identity import is_council

COUNCIL = "council"
CARE_PROVIDER = "care-provider"
NHS_BODY = "nhs-body"
SCHOOL = "school-or-appeal-panel"
FIRE_SERVICE = "fire-service"
PARK_AUTHORITY = "park-authority"
TRANSPORT_BODY = "transport-body"
OTHER = "other"

# The first rule that matches decides, so the more certain ones come first.
_RULES = [
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in [
        (SCHOOL, r"(?:appeals?|(?:exclusion|independent) review) panel\b|admissions? (?:appeals?|authority)\b"),
        (COUNCIL, r"(?:parish|town|city|borough|district|county) council$"),
        (
            FIRE_SERVICE,
            r"fire (?:(?:and|&) \w+|authority|service|brigade|commissioner)|fire, police|police, fire|fire and civil",
        ),
        (PARK_AUTHORITY, r"national park\b|park authority\b|broads authority\b|the broads$|regional park\b"),
        (
            TRANSPORT_BODY,
            r"transport (?:for|executive|authority)\b|passenger transport\b|merseytravel\b|nexus$|tfl$|centro$|metro$"
            r"|(?:travel|transport) (?:west midlands|south yorkshire)\b|\w+ (?:rail|underground) (?:ltd|limited)$"
            r"|dial-a-ride\b|buses$|(?:bus|tram)ways?$",
        ),
        (OTHER, r"port health\b|ombudsm[ae]n\b|care quality commission\b|nhs (?:pensions|counter fraud)"),
        (NHS_BODY, r"nhs\b"),
        (
            CARE_PROVIDER,
            r"(?:care|nursing|residential|rest|retirement) homes?\b|home ?care\b|care trust (?:ltd|limited)$",
        ),
        (
            SCHOOL,
            r"(?:free|primary|infants?|junior|secondary|grammar|high|hospital|special|church|upper|middle"
            r"|nursery) school"
            r"|schools?$|academy(?: trust)?$|academies\b|sixth form\b|(?:c of e|ce|rc) (?:\w+ )?school",
        ),
        (
            NHS_BODY,
            r"hospitals?\b|clinical commissioning group\b|ccg$|integrated care (?:board|system|partnership)\b"
            r"|health (?:board|authority)\b|ambulance (?:service|trust)\b|primary care trust\b|foundation trust\b"
            r"|(?:partnership|healthcare|mental health|community) (?:university )?trust\b"
            r"|health and (?:social )?care trust"
            r"|surgery$|medical (?:centre|practice|group)\b|health centre\b|(?:gp|dental|group) practice$"
            r"|local area team\b",
        ),
        (
            OTHER,
            r"(?:health and care professions|nursing and midwifery|general \w+|arts|british|research|design) council\b"
            r"|(?:magistrates|county|crown|coroner)['’]?s? court|tribunals?\b|inspectorate\b|university\b"
            r"|housing (?:association|trust|group|society)\b|homes england\b|police\b|commissioner\b"
            r"|department (?:for|of)\b"
            r"|(?:environment|highways|support|rural payments) agency\b|drainage board\b"
            r"|waste (?:disposal )?authority\b"
            r"|land registry\b|valuation office\b|england$",
        ),
        (CARE_PROVIDER, r".*\b(?:limited|ltd|llp|plc|cic)\b\.?"),
        (
            COUNCIL,
            r"councils?\b|parish meeting\b|borough of\b|corporation of\b|charter trustees\b"
            r"|combined (?:county )?authority\b"
            r"|greater london authority\b",
        ),
        (SCHOOL, r"schools?\b|college\b|academy\b|multi[- ]academy\b|diocese\b|diocesan\b|federation\b"),
        (
            CARE_PROVIDER,
            r"\w*care\b|carers?\b|caring\b|nursing\b|homes?\b|house\b|lodge\b|court\b|manor\b|grange\b|hall\b|villas?\b"
            r"|cottages?\b|living\b|support\w*|residential\b|retirement\b|hospice\b|domiciliary\b|dementia\b|respite\b"
            r"|bupa\b|barchester\b|mencap\b|abbeyfield\b|age uk\b|helping hands\b|almshouses?\b|anchor\b"
            r"|leonard cheshire\b"
            r"|priory\b|gardens\b|view$|park$",
        ),
    ]
]


def kind_of(printed: str) -> str:
    """Return the kind that a printed name suggests; `other` if no rule matches."""
    if is_council(printed):
        return COUNCIL
    return next((kind for kind, words in _RULES if words.search(printed)), OTHER)
