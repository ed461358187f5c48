"""Affects all or most people in the area.

Seen with council tax levels, bin collection rules and council-wide policy.
Source: Local Government Act 1974, as amended, s26(7): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint, topic

EVERYONE = (
    "(residents?|people|inhabitants|council tax payers?|taxpayers?|ratepayers?|households?|population|community|"
    "area|borough|district|county|town|city|residents'|everyone|everybody|citizens|public)"
)

GROUND = Ground(
    slug="affects-all-inhabitants",
    title="Affects all or most people in the area",
    family=LAW,
    place=180,
    law="s26(7)",
    explanation=(
        "The law does not let the Ombudsman look at something that affects all or most people in a council’s "
        "area in the same way."
    ),
    instead=(
        "You can take up a decision that affects everyone with your councillors, and tell the Ombudsman if it"
        " harms you in a different way."
    ),
    phrases=(
        "(apply|applies|extend|extends) [equally] to (everyone|everybody|all)",
        (
            f"(every|all|everyone|everybody|whole|entire|majority) ... {EVERYONE} ... (affected|equally|"
            "alike|in the same way)"
        ),
        (
            "(affect|affects|affected|affecting|impact|impacts|applies to|apply to|touches|concerns|bears on|relates "
            f"to) ... (all|most|everyone|everybody|every|majority|whole|entire) ... {EVERYONE}"
        ),
        (
            "(no|not|same|equally) ... (different|differently|more|way|as) [from|than|to|as] [any|that of] "
            f"(other|every|any other|all|all other|others) ... {EVERYONE}"
        ),
        (
            "(affect|affects|affected|affecting|impacts|impact|concerns|applies to) [equally] (all|most|everyone|"
            "everybody) [or most] [of] [the] (people|inhabitants|residents|persons|council tax payers|households|"
            "taxpayers|in|who lives|living|alike|equally|within|across)"
        ),
        "all or most (people|of the people|inhabitants|of the inhabitants|residents|persons|of those)",
        "(most|all) of the (people|inhabitants|residents) (in|of|living)",
        topic(
            "(level of council tax|council tax rise|council tax increase|council tax levels|council's "
            "budget|budget|spending|all residents|everyone)"
        ),
        hint(
            "(all|every|everyone|everybody|most|whole|entire|majority|general) ... (residents?|people|"
            "inhabitants|taxpayers?|households?|population|community|area|borough|district|county|town|city|"
            "public)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It concerns the general public.",
        "We cannot investigate because the cuts apply to everyone who lives in the county.",
        "We cannot investigate the complaint about the level of council tax. The law does not let us.",
        "We cannot investigate because every council tax payer in the district is affected alike.",
        "We cannot investigate because the policy applies to the whole of the district.",
        "We cannot investigate because he is affected no differently from any other resident.",
        "We cannot investigate because the matter affects all or most people in the Council's area.",
        (
            "The Ombudsman cannot investigate a complaint about something that affects all or most of the "
            "inhabitants of the area."
        ),
        "We cannot investigate because the council tax increase affects most residents.",
        "We cannot investigate because the decision touches most of the people living in the district.",
    ),
    near_misses=(
        "The closure affects Mr X and two neighbours.",
        "Mr X says the decision affects all residents of the borough.",
        "We will not investigate because the change has not affected Mr X personally to a significant extent.",
        (
            "We will not investigate a traffic scheme affecting everyone on his road because we are unlikely to "
            "find fault."
        ),
    ),
)
