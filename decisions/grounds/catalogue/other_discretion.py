"""Another stated reason.

Gives way to any other ground. That a matter is outside jurisdiction is no reason by itself, so that counts
only where nothing else does.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.rule import CHOICE, Ground

GROUND = Ground(
    slug="other-discretion",
    title="Another stated reason",
    family=CHOICE,
    law="s24A(6)",
    explanation="The Ombudsman gave a reason of its own for not investigating that is none of the usual ones.",
    phrases=(
        "disproportionate",
        "not [be] [a] (proportionate|proportional)",
        (
            "not [be] [a|an] [good|appropriate|effective|justified|reasonable|proportionate|sensible|best] use "
            "of [our|public|limited|scarce|the ombudsman's] [limited|public|scarce] (resources|money|funds|time)"
        ),
        "not ... in the public interest",
        (
            "(not|nor|failed to|without) [been] [able to|further] [engage|engaged|responded|replied|cooperated|"
            "co-operated|provided|provide|contact|respond|cooperate|responding|contacted] [to|with|us|the] (us|"
            "information|our|enquiries|evidence|the information|requests|ombudsman|investigator)"
        ),
        (
            "already [been] [considered|investigated|decided|made a decision|issued a decision|looked|"
            "determined] [at|on|by] [this|the|his|her|these|a] (complaint|complaints|issue|issues|matter|matters|"
            "ombudsman|us)"
        ),
        (
            "(we|ombudsman) [have|has] [already|previously] (investigated|considered) [the|this|a] (same|similar|"
            "previous)"
        ),
        "(complaint|it|this) (is|was) (vexatious|frivolous|abusive)",
    ),
    fallback=(
        "the law (prevents|does not allow) (us|the ombudsman)",
        (
            "(outside|out of|beyond|not within|not in) [of] (our|my|the ombudsman's|his|her|their) [legal] "
            "(jurisdiction|remit|powers)"
        ),
    ),
    examples=(
        "We will not investigate because it would be disproportionate to do so.",
        "We will not investigate because an investigation would not be proportionate.",
        "We will not investigate because it is not a good use of public money.",
        "We will not investigate because it is not in the public interest.",
        "I have discontinued my investigation because Mr X has not responded to our enquiries.",
        "We will not investigate because we have already considered this complaint.",
        "We will not investigate because the complaint is vexatious.",
        "We will not investigate because we have previously considered the same matter.",
        "We will not investigate because the matter falls outside our jurisdiction.",
        "We cannot look at this matter because the law prevents us from doing so.",
    ),
    near_misses=(
        "Mr X says the charge is disproportionate.",
        "The Council told Mrs B it would be disproportionate to search its records.",
        "The Council treated Mr X as vexatious.",
        "We will not investigate because there is not enough evidence of fault.",
    ),
    last_resort=True,
)
