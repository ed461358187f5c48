"""Another reason.

Gives way to any other ground. That a matter is outside jurisdiction is not a reason by itself, so that counts
only where nothing else does.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import fallback, hint

GROUND = Ground(
    slug="other-discretion",
    title="Another reason",
    family=CHOICE,
    place=270,
    law="s24A(6)",
    explanation="The Ombudsman gave a reason for not investigating that is not one of the usual ones.",
    instead=(
        "If you have new facts that bear on the reason given, you can send them and ask the Ombudsman to look again."
    ),
    phrases=(
        "(no|insufficient|not) [a|have a|have] sufficient (connection|link)",
        (
            "(same|similar|identical|substantially the same) ... (already|previously|before) ... "
            "(considered|investigated|decided|determined)"
        ),
        (
            "(not|no|better|best|wise|good|proper|limited|disproportionate|justified) ... (public money|"
            "public funds|public resources|public purse|limited resources|our resources|scarce resources|"
            "taxpayers' money)"
        ),
        (
            "(lost contact|unable to contact|unable to reach|failed to respond|failed to reply|failed to "
            "engage|refused to engage|refused to cooperate|not cooperated|no reply from|no response from|"
            "heard nothing|not heard from)"
        ),
        (
            "(not|nor) (proportionate|proportional|justified|expedient|appropriate) (to|for) (us|"
            "investigate|pursue|continue|spend|use|carry|commit)"
        ),
        "disproportionate",
        "not [be] [a] (proportionate|proportional)",
        (
            "not [be] [a|an] [good|appropriate|effective|justified|reasonable|proportionate|sensible|best] use "
            "of [our|public|limited|scarce|the ombudsman's] [limited|public|scarce] (resources|money|funds|time)"
        ),
        "not ... in the public interest",
        (
            "(not|nor|failed to|without) [been] [able to|further] (engage|engaged|responded|replied|cooperated|"
            "co-operated|provided|provide|contact|respond|cooperate|responding|contacted) [to|with|us|the] (us|"
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
        (
            "(mr *|mrs *|ms *|miss *|he|she|they|complainant) (has|have|did) not [yet] (explained|explain|"
            "clarified|clarify|specified|made clear|said|told us|told me|given|give|sent|send|provided|provide|"
            "supplied|answered|returned|replied|responded|contacted) ... (us|me|what|details|information|"
            "evidence|complaint|it|documents|form|questions|papers|requested|asked|letters?|emails?)"
        ),
        "(unable|not able|not been able|failed|tried) to (contact|reach|get in touch|get hold|trace)",
        "(not|no) [been|longer] in (contact|touch)",
        (
            "(as|because|since) (the complainant|mr *|mrs *|ms *|miss *|he|she|they) [has|have] [sadly|now|since|"
            "unfortunately] (died|passed away)"
        ),
        (
            "(no one|nobody|no-one|no representative|no executor) [is|who] [able|willing|to|can|could|wishes] "
            "[to] (continue|take it forward|take forward|take it on|pursue|proceed|take over|represent)"
        ),
        "(we|i|ombudsman) (do|did) not have (enough|sufficient|the) information",
        "no (connection|relevant connection)",
        (
            "(we|i|ombudsman) [have|has] [already|previously] (issued|made|reached|gave|given) [a|our|his|her] "
            "[final] (decision|finding|view) (on|about)"
        ),
        (
            "(repeats|duplicates|is the same as|is a repeat of|is a duplicate of) [a|an|the|his|her|their|one] "
            "[*] (complaint|complaints|one|matter)"
        ),
        "(unacceptable|unreasonable|abusive|aggressive|threatening|offensive) (behaviour|language|conduct)",
        "behaviour ... (unacceptable|unreasonable|abusive|aggressive|threatening|offensive)",
        (
            "(we|i|ombudsman) [have|has] [already|previously] (dealt with|decided|considered|investigated|looked "
            "at) ... (same|similar|identical|earlier|previous|before|already|matter|complaint)"
        ),
        (
            "(mr *|mrs *|ms *|miss *|he|she|they|complainant) did not (reply|respond|answer|cooperate|co-operate|"
            "engage) [to|with] [our|us|my]"
        ),
        "(complaint|matter|it|this) (is|was) (trivial|petty|too vague|too unclear|unclear|a duplicate)",
        (
            "(cannot|unable to|not able to|not possible to) (reach|come to|make|form) [a|any] (sound|safe|robust|"
            "firm|clear|reliable|fair|meaningful) (decision|finding|conclusion|view|findings|conclusions)"
        ),
        "(stopped|ceased|not) (communicating|corresponding|engaging|cooperating|co-operating|responding)",
        (
            "(same|identical) ... (considered|investigated|looked at|dealt with) ... (another|other|different|"
            "separate|earlier) (complaint|case|investigation)"
        ),
        (
            "(cost|costs|effort|time|resources) ... (outweighs?|outweighed|exceeds?|disproportionate|out of "
            "proportion|not justified)"
        ),
        (
            "(made|brought|raised|had) [the|this|a|that] [same] (complaint|complaints|matter|issue) [to us] "
            "(before|previously|already|in the past)"
        ),
        "(not|cannot|unable|no) ... (get hold of|trace|locate|contact details|forwarding address)",
        "left no (address|contact|details|forwarding)",
        (
            "(council|it|authority|provider) [had|has|have] (had no|has no|no|not any|was not) [direct|real] "
            "(involvement|involved|part|connection|role) (in|with)"
        ),
        (
            "(refused|refuses|will not|would not|does not want|not allow|declined) [to] [let|allow|want|give|"
            "permit] [us|me|the ombudsman] [to] (share|share his|disclose|contact the council|tell the council|"
            "permission)"
        ),
        (
            "complaints? [that|which] (we|i|the ombudsman) [have|has] [already|previously] (determined|decided|"
            "investigated|considered|dealt with|closed|looked at)"
        ),
        (
            "(abusive|offensive|threatening|aggressive|racist|insulting) (emails?|letters?|calls?|telephone "
            "calls|messages?|correspondence|remarks|comments|manner)"
        ),
        (
            "(complaint|matter|concern|injustice|issue|it|this) (is|was) [purely|entirely|still|largely] "
            "(hypothetical|speculative|theoretical)"
        ),
        (
            "(cannot|could not|unable to|not possible to|not able to|not clear|unclear) [to] [identify|"
            "understand|establish|work out|tell|make out|say|see] (what|exactly what) ... (complaint|complaining|"
            "complains|wants us|is about|wrong)"
        ),
        (
            "(behaviour|conduct|language|manner) ... (our|my|the ombudsman's) (staff|investigators?|officers?|"
            "team|office)"
        ),
        (
            "(unable|not able|not been able|failed|tried) to (make|establish|get|obtain|resume) [any] (contact|a "
            "reply|a response)"
        ),
        "(stopped|ceased|not) (contacting|answering|replying to|taking our calls|returning our calls)",
        (
            "(cannot|unable to|not able to|impossible to) (work|communicate|deal|engage|correspond) with (him|"
            "her|them|mr *|mrs *|ms *|miss *|the complainant)"
        ),
        "public interest (does|would|is|lies) (not|elsewhere)",
        "(no|little|not any|insufficient|not enough|limited) [wider] public interest in",
        hint(
            "(resources|public money|public interest|proportionate|public purse|time and effort|"
            "unreasonable behaviour|behaviour|unable to contact|make contact|lost touch|not replied|no "
            "reply|already decided|duplicate|repeat)"
        ),
        fallback(
            "the law (prevents|does not allow|does not let|does not permit|does not give|stops|bars|forbids|"
            "excludes) (us|the ombudsman|me|it|this|such|that)"
        ),
        fallback(
            "(excluded by|excluded from|not permitted by|not allowed by|barred by) [the] (law|legislation|"
            "statute|our jurisdiction|act)"
        ),
        fallback(
            "(no|not have) [the|any|legal] (power|powers|jurisdiction|authority) to (investigate|consider|"
            "look at|look into)"
        ),
        fallback(
            "(outside|out of|beyond|not within|not in) [of] (our|my|the ombudsman's|his|her|their) [legal] "
            "(jurisdiction|remit|powers)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It is a repeat of an older one.",
        "We will not investigate because the matter is excluded by law.",
        "We will not investigate because we have no power to look into it.",
        "We will not investigate because there is no sufficient connection with a Council service.",
        "We will not investigate because the same complaint was previously considered and decided by us.",
        "We will not investigate because it would not justify the cost to the public purse.",
        "We will not investigate because we have not heard from Mr X.",
        "We will not investigate because it is not proportionate to continue.",
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
        "We will not investigate because, despite our asking, Ms P has not explained what she is complaining about.",
        "We have ended our investigation because we have been unable to get in touch with Miss D.",
        "I have discontinued my investigation as Mr W has not been in contact with me.",
        "I have discontinued my investigation because Mrs L has sadly died.",
        "I have discontinued my investigation as there is nobody to take it forward.",
        "We will not investigate as we do not have enough information to do so.",
        "We will not investigate because there is no connection between Mr X and these events.",
        "We will not investigate because we previously issued a decision on the issue.",
        "We will not investigate because this repeats an earlier complaint.",
        "We will not investigate because of Mr C's abusive language.",
        "We will not investigate because his behaviour towards our staff is unacceptable.",
        "We will not investigate as we have dealt with the same matter in an earlier complaint.",
        "We have discontinued because Mr L did not reply to our letters.",
        "We will not investigate because the complaint is trivial.",
        "We have stopped investigating because we cannot reach a sound decision on the evidence available.",
        "We have closed this complaint because Mr X has stopped communicating with us.",
        "We will not investigate because the same issues are being considered in another complaint.",
        "We will not investigate because the cost of doing so would far outweigh any benefit.",
        "We will not investigate because Mr C has made the complaint before.",
        "We have ended the investigation because we do not know how to get hold of the complainant.",
        "We have ended our investigation as Miss T has moved away and left no address.",
        (
            "We will not investigate because it is about events in which the Council had no involvement. The "
            "Council had no involvement in them."
        ),
        "We will not investigate because Mr W will not let us share his complaint.",
        "We will not look again at a complaint we have already determined.",
        "I have discontinued my investigation because of Mr M's abusive emails to my staff.",
        "We will not investigate because the complaint is hypothetical.",
        "We will not investigate because we cannot identify what the complaint is.",
        "We will not investigate because Mr B's behaviour towards our staff means we cannot go on.",
        "I have stopped my investigation because I have been unable to make contact with Mrs H.",
        "We will not investigate because she has stopped contacting us.",
        "We will not investigate because we cannot work with him.",
        "We will not investigate because the public interest does not lie in pursuing this.",
        "We will not investigate because there is little public interest in it.",
    ),
    near_misses=(
        "Mr X says the charge is disproportionate.",
        "The Council told Mrs B it would be disproportionate to search its records.",
        "The Council treated Mr X as vexatious.",
        "We will not investigate because there is not enough evidence of fault.",
    ),
    last_resort=True,
)
