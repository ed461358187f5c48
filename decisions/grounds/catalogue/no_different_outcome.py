"""Would not lead to a different result.

The result *wanted* but out of reach is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="no-different-outcome",
    title="Would not lead to a different result",
    family=CHOICE,
    place=30,
    law="s24A(6)",
    explanation=(
        "An investigation would most likely have led to the same result, so the Ombudsman did not start one "
        "or carry on with it."
    ),
    instead=(
        "You can still ask the council for what is missing, or tell the Ombudsman if you have important new "
        "information."
    ),
    phrases=(
        (
            "(would not|nor|unlikely|will not|could not) ... (altered|changed|affected|alter|change) (its|"
            "their|his|her|the|that|where|when|whether) [panel's|council's|committee's] (decision|outcome|"
            "result|position|situation|it|the|he|she)"
        ),
        (
            "(nothing|no|not|unlikely|doubtful|little) ... would [have] [have] been (approved|granted|"
            "different|offered|awarded|successful|refused|avoided|allowed|better|housed|given|accepted)"
        ),
        (
            "(nothing|no|not|unlikely|doubtful) ... would have (succeeded|decided differently|acted "
            "differently|made a different|got|won|come to a different|reached a different)"
        ),
        "(nothing|not|unlikely|nor|no) ... (put|leave|left|be) ... different position",
        (
            "(not|unlikely|nor|cannot|could not) ... (change|alter|affect) (anything|what|matters|how|the "
            "decision|the council's)"
        ),
        (
            "(not|unlikely|nor|neither|cannot) ... (arrive at|come to|reach|reaching|draw|take|form|result "
            "in|end in) [a|any] [significantly|materially] different (outcome|outcomes|result|conclusion|"
            "conclusions|finding|decision|view)"
        ),
        "(likely|probable|probably|would) ... still [have] [been|be] *",
        "(would|likely|probably) ... (same|identical) (outcome|result|decision|conclusion|position|view)",
        "(same|identical) (outcome|result|decision|conclusion|position) ... (likely|would|even|regardless|anyway)",
        "(not|nor|no|little) [have] [made|make|makes] [any|a|much|significant|real] difference",
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
        (
            "would [still|probably|likely|most likely] have ... (in any event|in any case|anyway|regardless|"
            "nonetheless|nevertheless|all the same)"
        ),
        (
            "(not|cannot|could not|impossible|unable) ... (say|know|conclude|show|find) ... but for ... (would|"
            "outcome|decision|result)"
        ),
        (
            "(not|unlikely|nor|cannot) ... (lead to|leading to|result in|produce|achieve|reach|come to) (any|an|"
            "some) (other|alternative|contrary|opposite) (outcome|outcomes|result|conclusion|finding|decision|"
            "view)"
        ),
        (
            "(no|little|not much) [real|realistic|reasonable] (prospect|chance|likelihood|possibility) ... "
            "different (outcome|outcomes|result|conclusion|finding|decision|view)"
        ),
        (
            "would have been * (whatever|regardless|anyway|either way|all the same|in any event|in any case|come "
            "what may|even if|even had)"
        ),
        "whatever (the council|it|they|he|she|mr *|mrs *) (had|did|might|could) ... (done|said|did)",
        (
            "(leave|leaving|left|leaves) (matters|things|him|her|them|mr *|mrs *|the position|everything) ... "
            "(where|as) (they|it|he|she|things) (are|is|stand|stands|was|were) [now]"
        ),
        "(even|however) ... would have (ended|closed|resulted|led|finished|gone) ... (with|in|to|ahead|closure|same)",
        (
            "(no|little|not|unlikely|doubtful|improbable) ... (conclusion|conclusions|finding|findings|view|"
            "views|decision|outcome) ... (differs|differ|differed|different|differing) (from|to|than)"
        ),
        (
            "(conclusion|conclusions|finding|findings|view|views) ... (not|unlikely|doubtful) ... (differ|"
            "different|vary|depart) (from|to|than)"
        ),
        (
            "would not have been (offered|granted|given|approved|awarded|refused|accepted|allowed|housed|"
            "admitted|successful|charged|spared) ... (even if|even had|anyway|regardless|in any event)"
        ),
        (
            "(not|unlikely|doubtful|no) ... (have|has|had) [been] [any|much] (influenced|swayed|altered|affected|"
            "changed|a factor|decisive) [the|its|their|in] (committee|panel|council|decision|outcome|result|it|"
            "members|planning|them|inspector|tribunal)"
        ),
        (
            "would [still|probably] have ... (irrespective|regardless|notwithstanding|despite|even without) [of] "
            "[the|any|that|this]"
        ),
        hint(
            "(would|likely|probably|could) ... (same|different|differently|changed|altered|difference|"
            "otherwise|anyway|regardless)"
        ),
        hint("(no|not|without) ... (difference|bearing|effect) ... (outcome|result|decision)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The Council would probably have refused him anyway.",
        "We will not investigate Mr X's complaint. The delay had no bearing on its decision.",
        "We will not investigate because any fault would not have altered its decision.",
        "We will not investigate because there is nothing to suggest that the application would have been approved.",
        "We will not investigate because it is doubtful that the panel would have decided differently.",
        "We will not investigate because it would not leave him in a different position.",
        "We will not investigate because further enquiries would not change anything.",
        "We will not investigate because we would be unlikely to arrive at a different conclusion.",
        (
            "We will not investigate because even had it consulted him, it is likely the crossing would "
            "still have been built."
        ),
        "We will not investigate because the panel would most likely have come to the same decision.",
        "We will not investigate because the same decision was likely in any event.",
        "We will not investigate because the late letter made no difference.",
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
        "We will not investigate because the Council would have granted permission in any event.",
        (
            "We will not investigate because we could not say that but for the delay the Council would have "
            "refused the application."
        ),
        "We will not investigate as an investigation is unlikely to lead to any other outcome.",
        "We will not investigate because there is no prospect of our reaching a different view.",
        "We will not investigate because the tree would have been felled whatever the Council had done.",
        "We have stopped our investigation. More work on it would leave matters just where they are now.",
        "We will not investigate because even a perfect consultation would have ended with the closure.",
        "We will not investigate as there is little likelihood of a conclusion which differs from the Council's.",
        "We will not investigate since our findings are unlikely to be any different to those of the Council.",
        "We will not investigate because she would not have been offered a place even if the panel had known of it.",
        "We will not investigate because the error is unlikely to have influenced the committee.",
        (
            "We will not investigate because the Council would have reached the decision it did irrespective of "
            "the alleged fault."
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
