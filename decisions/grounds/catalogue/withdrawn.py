"""Withdrawn by the complainant.

The complaint must be withdrawn; a council that withdraws a notice is no ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.rule import CHOICE, Ground

GROUND = Ground(
    slug="withdrawn",
    title="Withdrawn by the complainant",
    family=CHOICE,
    law="s24A(6)",
    explanation="The person who complained took the complaint back or no longer wanted the Ombudsman to look into it.",
    phrases=(
        (
            "(withdrawn|withdrew|withdraw|withdraws|withdrawing|withdrawal of) (his|her|their|the|this) "
            "(complaint|complaints)"
        ),
        "(has|have) withdrawn (it|this)",
        "(complaint|complaints) (has been|was|is|were|have been) [now] withdrawn",
        (
            "no longer (want|wants|wanted|wish|wishes|wished|wishing|seeks?|intends?) ... (pursue|investigate|"
            "continue|proceed|investigated|take|complain|involved)"
        ),
        "asked (us|me|the ombudsman) (to|not to) (stop|close|end|withdraw|continue|discontinue|investigate)",
        "not (want|wish) (us|me|the ombudsman) to (continue|proceed|pursue|investigate)",
    ),
    examples=(
        "We have discontinued our investigation because Mr X has withdrawn his complaint.",
        "We have closed this complaint because Mrs D has withdrawn it.",
        "We will not investigate because the complaint has been withdrawn.",
        "I have ended my investigation because Mrs B no longer wishes to pursue the matter.",
        "We have closed the complaint because he asked us to stop.",
        "We have stopped because she did not want us to continue.",
    ),
    near_misses=(
        "The Council withdrew the penalty charge notice.",
        "Mr X says he wishes to pursue his complaint.",
        "Mrs B wants the Council to withdraw its letter.",
    ),
)
