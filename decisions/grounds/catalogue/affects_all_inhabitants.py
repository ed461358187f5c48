"""Affects all or most people in the area.

Seen with council tax levels, bin collection rules and council-wide policy.
Source: Local Government Act 1974, as amended, s26(7): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.rule import LAW, Ground

GROUND = Ground(
    slug="affects-all-inhabitants",
    title="Affects all or most people in the area",
    family=LAW,
    law="s26(7)",
    explanation=(
        "The law keeps the Ombudsman from looking at something that affects all or most of the people who "
        "live in a council’s area in the same way."
    ),
    phrases=(
        (
            "(affect|affects|affected|affecting|impacts|impact|concerns|applies to) [equally] (all|most|everyone|"
            "everybody) [or most] [of] [the] [people|inhabitants|residents|persons|council tax payers|households|"
            "taxpayers]"
        ),
        "all or most (people|of the people|inhabitants|of the inhabitants|residents|persons|of those)",
        "(most|all) of the (people|inhabitants|residents) (in|of|living)",
    ),
    examples=(
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
    ),
)
