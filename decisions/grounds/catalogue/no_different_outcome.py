"""Would not change the result.

The result *wanted* but out of reach is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.rule import CHOICE, Ground

GROUND = Ground(
    slug="no-different-outcome",
    title="Would not change the result",
    family=CHOICE,
    law="s24A(6)",
    explanation=(
        "An investigation would most likely have ended in the same place as things already stood, so the "
        "Ombudsman did not start or carry on with one."
    ),
    phrases=(
        (
            "(not|unlikely|nor|or|neither|cannot) ... (lead|leads|leading) to [a|any] [significantly|materially|"
            "substantially|meaningfully|very|markedly] different (outcome|outcomes|result|conclusion|finding|"
            "decision|view)"
        ),
        (
            "(not|unlikely|nor|or|neither|cannot|no|nothing) ... (achieve|reach|result in|produce|provide|bring "
            "about|secure|come to|obtain|get|deliver|achieving|be) [a|any] [significantly|materially|"
            "substantially|meaningfully|very|markedly] different (outcome|outcomes|result|conclusion|finding|"
            "decision|view)"
        ),
        (
            "(not|unlikely|nor|neither|cannot) ... (change|alter|affect|changed|altered) [the|that|this|its] "
            "[final|overall|eventual|ultimate] (outcome|result|position)"
        ),
        "(outcome|result|decision) ... (not|unlikely) ... [have] been [any|significantly] different",
        "(not|unlikely|cannot) ... (outcome|result|decision) ... [have been|be] different",
        "(outcome|result|decision) would [likely|probably|still|most likely|not] [have] [been|be] the same",
        "(no|not) ... difference to the (outcome|result|decision)",
        "(no|without a) different outcome",
    ),
    examples=(
        "We will not investigate because further investigation would not lead to a different outcome.",
        (
            "The Ombudsman will not investigate as it is unlikely we could achieve a significantly different "
            "result to the one the Council has offered."
        ),
        "I have stopped my investigation because continuing would be unlikely to change the outcome.",
        "We will not investigate because the outcome is unlikely to have been different even without the delay.",
        "We will not investigate because we could not say the outcome would have been different.",
        "We will not investigate, as the decision would probably have been the same.",
        "We will not investigate because even if the letter was late it made no difference to the outcome.",
        "We will not investigate because an investigation by us would bring no different outcome.",
        (
            "We will not investigate because there is not enough evidence of fault, nor would an investigation "
            "lead to a different outcome."
        ),
    ),
    near_misses=(
        "We will not investigate because we cannot achieve the outcome Mr X wants.",
        "Mr X wants a different outcome to his application.",
        "The Council says a review would not lead to a different outcome.",
        "We will not investigate because an investigation would not lead to the outcomes he is seeking.",
    ),
    also=("insufficient-evidence-of-fault",),
)
