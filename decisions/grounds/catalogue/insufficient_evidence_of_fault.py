"""Not enough evidence of fault.

The commonest ground of all. Weak evidence of *injustice* is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

LITTLE = "(not enough|insufficient|not sufficient|no|little|not any|no real|no clear|too little|no obvious|lack of)"
FAULT = "(fault|maladministration|wrongdoing|service failure)"

GROUND = Ground(
    slug="insufficient-evidence-of-fault",
    title="Not enough evidence of fault",
    family=CHOICE,
    place=10,
    law="s24A(6)",
    explanation=(
        "The Ombudsman saw too little evidence that the council did something wrong. Disagreeing with a "
        "decision is not in itself evidence of fault in how it was made."
    ),
    instead=(
        "If you have new evidence of what the council did wrong, you can send it to the Ombudsman and ask it "
        "to look at the decision again."
    ),
    phrases=(
        (
            "(cannot|can not|not|no power to|nor) question [the|whether|its|their|this|that|a|any] (merits|"
            "decision|decisions|council's|panel's|professional|judgement|judgment|outcome|was)"
        ),
        (
            "(unlikely|not likely|doubtful|not expect) ... (find|identify|establish|detect|conclude|be|was|"
            "criticise) ... (fault|maladministration)"
        ),
        (
            "(no|not|nothing|little|without|insufficient|neither|nor) ... (sign|signs|suggestion|indication|"
            "indications|evidence|proof) ... (fault|maladministration|wrong|wrongly|improperly|error|flaw|"
            "flawed)"
        ),
        (
            "(entitled|properly|correctly|reasonably) ... (made|reached|considered|decided|followed|"
            "applied) ... without fault"
        ),
        f"{LITTLE} evidence of [any|significant|procedural|administrative|serious|obvious|clear|council] {FAULT}",
        f"{LITTLE} evidence of [significant|personal|an|any] injustice or [of] fault",
        f"{LITTLE} evidence (of|that|to) ... {FAULT} by the council",
        (
            f"{LITTLE} evidence (to suggest|to show|to indicate|to say|to conclude|that) ... (at fault|fault in|"
            "any fault|was fault|by fault|acted wrongly|acted with fault|acted improperly|been at fault|done "
            "anything wrong)"
        ),
        f"{LITTLE} evidence (to suggest|to show|to indicate|to support|suggesting|showing|indicating) ... {FAULT}",
        (
            "(cannot|could not|unable to) (find|say|conclude|criticise) [that] (the|any|it|there|fault|he|she|"
            "they) ... (fault|council)"
        ),
        f"(no|little|not enough|insufficient) [real|realistic|reasonable] (prospect|likelihood|chance) ... {FAULT}",
        (
            f"{LITTLE} evidence the (council|panel|school|academy|provider|authority|care provider) ... (at fault|"
            "fault|wrong|wrongly|improperly|delayed)"
        ),
        f"{LITTLE} evidence of [any|significant|undue|unreasonable|avoidable] delay",
        (
            f"{LITTLE} evidence to (justify|warrant|support) [an|any|a] [further|detailed] (investigation|"
            "investigating|involvement)"
        ),
        f"unlikely ... (find|identify|uncover|establish|see|reveal|show) ... {FAULT}",
        f"unlikely ... {FAULT} (would|will|could) be (found|established|identified)",
        (
            "(not|never) [be] [likely to] (find|found|see|seen|identify|identified|uncover) [any|sufficient|"
            f"enough|clear|significant] [evidence of] [any|sufficient|enough|significant] {FAULT}"
        ),
        f"(no|not any|without) (sign|signs|indication|indications|suggestion|hint|obvious sign) ... {FAULT}",
        f"(no|without) [apparent|obvious|clear|evident|significant|procedural|administrative|evidence of] {FAULT}",
        (
            "(nothing|not anything) ... (suggest|suggests|indicate|indicates|show|shows|showing|suggesting) ... "
            "(fault|wrong|wrongly|improperly)"
        ),
        "not [been] at fault",
        f"{LITTLE} evidence (of|that|to suggest) ... (fault|delay) ... affected ... (outcome|decision|result)",
        "(not|no|nothing) ... evidence of [any|significant|enough|sufficient] fault",
        (
            "(not|no|nothing) ... (reason|grounds|basis) to (question|criticise|find fault with) the ... "
            "(decision|judgement|judgment|council|process|actions)"
        ),
        "(raises|raise|raising) no [significant|obvious] concerns?",
        "evidence ... (not|nor) (suggest|show|indicate|support|point to) ... (fault|claims|allegations|wrongdoing)",
        "(not|no) likely to find fault",
        f"nor (is|was|does) there [sufficient|enough|any|significant] evidence of [any|significant] {FAULT}",
        (
            "(not|nor) enough ... fault ... to (justify|warrant) [an|our|further|any] (investigation|"
            "investigating|involvement)"
        ),
        (
            "(not|nor) ... seen (enough|sufficient|anything) ... (council|panel|school|academy|provider|"
            "authority|it|they) (got|acted|did|"
            "was|made|failed|has|were|is)"
        ),
        (
            "(no|not) ... (reason|grounds|basis|cause|for us|for me) to (question|criticise|challenge|say|doubt) "
            "(its|their|whether|this|that|how) [the|its|their] (decision|decisions|judgement|judgment|handling|"
            "council|was|is|reasoning|it)"
        ),
        (
            "evidence of [any|possible|alleged] fault (is|was) [too|so|very] (weak|slight|thin|limited|"
            "insufficient|lacking)"
        ),
        (
            "(acted|acting) (within its powers|lawfully|properly|appropriately|as it should) [and|in] ... "
            "(question|no reason|fault|criticise)"
        ),
        "fault (is|would be|was|seems) (unlikely|not likely) [to be] [found]",
        (
            "(no|not|nor) ... (cause|reason|basis|grounds) to (think|believe|suppose|suspect|say) ... (fault|"
            "wrong|wrongly|error)"
        ),
        (
            "(considered|dealt with|handled|investigated|decided|assessed|processed|reached|made) (it|this|the|"
            "that|his|her|their) [*] [*] without fault"
        ),
        hint(
            "(acted|considered|followed|explained|reached|decided|dealt|assessed|took|made|handled|"
            "responded|applied|gave) ... (properly|correctly|in line with|accordance|policy|guidance|"
            "procedure|reasonably|appropriately|account of|fairly|lawfully)"
        ),
        hint(
            "(properly|correctly|reasonably|appropriately|fairly|entitled to|proper) (acted|considered|"
            "followed|explained|reached|decided|dealt|assessed|took|take|made|make|handled|responded|"
            "applied|decide|account|process)"
        ),
        hint(
            "(no|not|without|nothing|unlikely|little) ... (fault|wrong|wrongly|error|mistake|failing|"
            "failings|improper|flawed|criticise|concern|amiss)"
        ),
    ),
    examples=(
        (
            "We will not investigate Mr X's complaint. The Council considered the report and acted in line "
            "with its policy."
        ),
        "We will not investigate Mr X's complaint. The Council properly considered his evidence.",
        "We will not investigate Mr X's complaint. Nothing seems to have gone wrong.",
        "We will not investigate because we cannot question the merits of the decision.",
        "We will not investigate because we would not expect to find the Council at fault.",
        "We will not investigate because there is no proof that officers got anything wrong.",
        "We will not investigate because the panel properly considered the case and reached its view without fault.",
        ("We will not investigate this complaint because there is not enough evidence of fault to justify doing so."),
        (
            "The Ombudsman will not investigate this complaint. This is because he is unlikely to find fault in "
            "the way the Council made its decision."
        ),
        ("I have discontinued my investigation because I have seen insufficient evidence of any fault by the Council."),
        (
            "We will not investigate because there is no evidence to suggest the Council was at fault in how it "
            "considered the application."
        ),
        "We will not investigate because there is no evidence that any delay affected the outcome.",
        "We will not investigate because we could not say the Council was at fault.",
        "We will not investigate because there is little prospect of our finding fault.",
        "There is not enough evidence the Council delayed, so we will not investigate.",
        "We will not investigate, as there is insufficient evidence of undue delay.",
        "We will not investigate this complaint because there is not enough evidence to justify an investigation.",
        "The Ombudsman will not investigate this complaint as it is unlikely that fault would be found.",
        "We will not investigate because we have not seen evidence of fault in how the panel reached its view.",
        "We will not investigate this complaint about a parking scheme. There is no sign of fault by the Council.",
        (
            "I will not investigate this complaint because there was no fault in the way the Council decided the "
            "planning application."
        ),
        (
            "We will not investigate because there is nothing to suggest the Council acted wrongly when it "
            "closed the footpath."
        ),
        "The Ombudsman will not investigate this complaint because the Council was not at fault.",
        "We will not investigate because there are no grounds to question the merits of the decision.",
        (
            "The information we have seen raises no concerns about how the Council dealt with the report, so we "
            "will not investigate."
        ),
        "We will not investigate because the evidence does not suggest fault in the Council's actions.",
        "We will not investigate because we are not likely to find fault.",
        "We will not investigate because the complaint is late, nor is there sufficient evidence of fault.",
        (
            "We will not investigate because there is not enough sign of fault in the process to justify our "
            "involvement."
        ),
        "We will not investigate because there is not enough evidence of injustice or fault.",
        ("We will not investigate because there is insufficient evidence of procedural or other fault by the Council."),
        "The Ombudsman will not pursue this complaint because there is no evidence of maladministration.",
        "We will not investigate because we have not seen enough to suggest the Council got its decision wrong.",
        "We will not investigate because we have no reason to question its decision.",
        "We will not investigate because it is not for us to say whether its decision was right.",
        "We will not investigate because the evidence of fault is too weak.",
        "We will not investigate because the Council acted within its powers and we have no ground to criticise it.",
        "We will not investigate because fault is unlikely to be found.",
        "We will not investigate because we have found no cause to think the Council acted with fault.",
        "We will not investigate. The Monitoring Officer considered it without fault.",
    ),
    near_misses=(
        "We will not investigate because there is insufficient evidence of a significant injustice.",
        "The Council says there is not enough evidence of fault.",
        "Mr X says the Council was wrong to conclude there was no evidence of fault.",
        "There is enough evidence of fault to justify an investigation.",
        "We will not investigate because the fault has not caused Mr X a significant injustice.",
        "We will not investigate because the Council found fault and apologised.",
    ),
    also=(
        "no-significant-injustice",
        "late-complaint",
    ),
)
