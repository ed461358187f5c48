"""Already put right, or the body has agreed to.

In a decision that reports an investigation, an agreed remedy is not a ground unless a refusal rests on it.
Source: Local Government Act 1974, as amended, s24A(7), s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint, narrative

GROUND = Ground(
    slug="already-remedied",
    title="Already put right, or the body has agreed to",
    family=CHOICE,
    place=80,
    law="s24A(7), s24A(6)",
    explanation=(
        "The council had already done enough to put things right, or had agreed to, so an investigation would"
        " not have got the person anything more."
    ),
    instead="If the council does not do what it promised, complain to the council, and then to the Ombudsman.",
    phrases=(
        (
            "(has|have) (since|now|already) been (resolved|provided|issued|repaired|completed|refunded|"
            "corrected|paid|rectified|replaced|cancelled|put right|addressed|fixed|dealt with)"
        ),
        (
            "(council|provider|authority|they|trust|company|academy|school|it) (has|have|had) [already|"
            "since|now|also] ... and [has|have] [also|since|already] (apologised|offered|refunded|said "
            "sorry|paid) [an|him|her|them] [an] (apology|refund|payment|compensation)"
        ),
        (
            "(suitable|fair|right|proper|reasonable|appropriate|satisfactory|sensible|acceptable|adequate) "
            "(way|outcome|offer|end|settlement|resolution|amends|recompense|solution|apology|remedy|payment)"
        ),
        (
            "(satisfied|content|happy) with (what|the|all|everything|its) ... (council|provider|authority|it|"
            "they) ... (done|did|took|"
            "taken|offered|proposes|proposed|agreed)"
        ),
        (
            "(remedies|remedied|remedy|addresses|addressed|resolves|resolved|reflects|recognises) [any|the|"
            "his|her|their] [claimed|alleged|remaining] (injustice|upset|distress|fault|complaint|"
            "inconvenience)"
        ),
        (
            "(agreed|proposed|offered) [to] ... (actions|remedy|recommendations|proposal) ... (remedy|"
            "resolve|put right|suitable|agreed)"
        ),
        (
            "(suitable|proportionate|appropriate|satisfactory|adequate|fair|sufficient|acceptable) (remedy|"
            "remedies|action|actions|redress|steps|resolution|way to remedy|way to resolve|way to put right|"
            "settlement)"
        ),
        (
            "(suitable|proportionate|appropriate|satisfactory|adequate|fair|sufficient|suitably|reasonable) ... "
            "(remedy|remedies|remedied|response|redress) [to|for|by] ... (injustice|complaint|fault|council|it|"
            "matter|delay|distress)"
        ),
        (
            "(remedied|resolved|rectified|settled|put right|corrected) (the|any|this|that|his|her|their|its|mr|"
            "mrs|miss|ms) ... (injustice|complaint|fault|matter|problem|issue|error|mistake|injustice)"
        ),
        (
            "(injustice|complaint|fault|matter|problem|error|mistake|issue) [has|have] (has|have|was|were|is|"
            "been) [been] [now|already|suitably|since|adequately|satisfactorily|sufficiently] (remedied|resolved|"
            "rectified|put right|corrected|settled)"
        ),
        (
            "(council|provider|trust|authority|organisation|academy|company|it) (has|have) [now|already|since] "
            "[accepted fault and] (apologised|agreed) ... (and|remedy|put right|resolve|refund|pay|apologise|"
            "carry out|review|action)"
        ),
        (
            "(has|have) [already|now|since] (apologised|refunded|cancelled|corrected|paid|waived|reimbursed|"
            "repaired|replaced|completed|rescheduled) ... and (apologised|refunded|paid|offered|cancelled|"
            "corrected|waived|reimbursed)"
        ),
        "(has|have) [already|now|since] apologised",
        "and [has|have] [also|then] apologised",
        "(accepted|admitted|acknowledged) [it was at] fault and [has] (offered|agreed|apologised|provided|taken)",
        (
            "(has|have) [already|now|since] (agreed|offered) to (apologise|pay|refund|carry out|reconsider|"
            "review|reassess|provide|make|arrange|complete|reimburse|waive|cancel|write|backdate|offer|change|"
            "amend)"
        ),
        "(has|have) [already|now|since] offered [a|an|to] (remedy|payment|apology|refund|symbolic|compensation)",
        "agreed to ... (remedy|resolve|put right|settle|put things right)",
        "satisfied with ... (actions|action|remedy|response|proposed|proposals|steps|offer)",
        (
            "already [been|has|have|agreed to] (remedied|corrected|put right|put matters right|put things right|"
            "apologised|offered|provided a remedy|resolved|taken action|refunded)"
        ),
        "(resolve|resolved) ... complaint early",
        "(has|have|had|by) [now|already|since] (put|putting) (things|matters|it|this|the matter) right",
        "(satisfactory|fair|reasonable|proportionate|appropriate) (response|offer)",
        (
            "(remedy|offer|apology|action|actions|response) ... (is|are|was|were) [a|an] (suitable|"
            "proportionate|appropriate|satisfactory|adequate|fair|sufficient|enough|reasonable)"
        ),
        (
            "agreed to take (suitable|appropriate|further|the|some|satisfactory|proportionate|reasonable) [*] "
            "(action|actions|steps)"
        ),
        (
            "(payment|sum|amount) [it|the council|they|which|that] [the council|it|they] [has|have] [offered|"
            "paid|made|proposed|agreed] (is|was) [a|an] (suitable|proportionate|appropriate|satisfactory|"
            "adequate|fair|sufficient|enough|reasonable)"
        ),
        (
            "(puts|put|placed|restores|restored|returned|returns) [him|her|them|mr *|mrs *|ms *|miss *] [back] "
            "(in|to) the position (he|she|they|mr *|mrs *|it) (should|would)"
        ),
        (
            "(payment|sum|amount|offer|remedy|compensation) ... (in line with|consistent with|exceeds|within) "
            "[our|the ombudsman's|what] (guidance|remedies|we|guide|remedy)"
        ),
        (
            "(council|it|provider|authority) (has|have) [now|since|already] (dropped|waived|cancelled|withdrawn|"
            "quashed|written off) (the|his|her|their|its|this|that) (charge|charges|fine|penalty|bill|debt|"
            "notice|invoice|arrears|fee|fees|costs|claim|demand|action|overpayment|summons)"
        ),
        narrative(
            "(investigated|accepted|admitted|acknowledged|upheld|replied|corrected|recognised|reviewed|"
            "explained|agreed) ... (apologised|refunded|reimbursed|compensated|said sorry)"
        ),
        narrative(
            "(council|provider|authority|they|trust|company|academy|school|it) [has|have] [already|since|"
            "now|also|then] (apologised|said sorry|refunded|reimbursed|waived|compensated|repaid|made "
            "amends|written off)"
        ),
        narrative(
            "(has|have) (since|now|already|subsequently) (awarded|granted|housed|rehoused|reinstated|credited|"
            "cancelled|refunded|corrected|repaid)"
        ),
        hint(
            "(council|provider|authority|it|they|care provider|school|trust) ... (apologised|refunded|paid|"
            "corrected|resolved|rectified|compensated|reimbursed|remedied|put right|reinstated|cancelled|"
            "waived|agreed to|offered)"
        ),
        hint("(apology|refund|payment|compensation|remedy|resolution|reimbursement|settlement)"),
    ),
    examples=(
        "We will not investigate because the Care Provider investigated, apologised and refunded part of the fees.",
        "We will not investigate Mr X's complaint. The Council has now cancelled the bill and reinstated the discount.",
        "We will not investigate Mr X's complaint. A refund is on its way.",
        "We will not investigate because the fault in the lift has since been rectified.",
        "We will not investigate because it apologised to Mrs A.",
        "We will not investigate because the Council has since replaced the bin and offered an apology.",
        "We will not investigate because the payment is a fair settlement.",
        "We will not investigate because we are content with what the Council did.",
        "We will not investigate because the apology remedies the injustice.",
        "We will not investigate because the Council has agreed actions to resolve the complaint.",
        "We will not investigate because the Council has agreed to a suitable remedy.",
        (
            "The Ombudsman will not investigate because the Council has provided a reasonable and proportionate "
            "response to the complaint."
        ),
        "I have discontinued my investigation because the Council has remedied the injustice caused by the delay.",
        "We will not investigate because the error has already been corrected.",
        "We will not investigate because the Council has apologised and refunded the overpayment.",
        "We will not investigate because we are satisfied with the actions the Council has taken.",
        "We will not investigate because the Council has already taken action on the reports.",
        (
            "We have upheld the complaint because the Council has agreed to resolve the complaint early by "
            "paying what it owes."
        ),
        "We will not investigate because the Council has put matters right.",
        "We will not investigate because the Council has backdated the payments and apologised.",
        "We will not investigate because the Council has accepted fault and offered a remedy.",
        "We will not investigate because the Council has offered a payment for the delay.",
        "We will not investigate because the Council has now agreed to carry out a new assessment.",
        "We will not investigate because the Council has made a fair offer.",
        "We will not investigate because the apology and payment the Council offered are enough.",
        "We will not investigate because the injustice has been remedied.",
        "We will not investigate Mrs F's complaint. The Council has since awarded her the band she asked for.",
        "We have decided to end our investigation because the Council has agreed to take satisfactory steps.",
        "We will not investigate because the payment the Council has made is reasonable.",
        (
            "We will not investigate because what the Council has done puts Mr A back in the position he should "
            "have been in."
        ),
        "We will not investigate because the payment the Council made is in line with our guidance on remedies.",
        "We will not investigate because the Council has dropped the charge.",
    ),
    near_misses=(
        "We will not investigate as the Council has since cleared the gully, so there is no outstanding injustice.",
        "The Council says it has provided a suitable remedy.",
        "Mr X wants the Council to put matters right.",
        "We will not investigate because there is not enough evidence of fault.",
        "We do not consider the Council's offer a suitable remedy, and will investigate.",
        "We will not investigate because the Council has agreed to consider the complaint at stage two.",
        "We will not investigate this complaint about a housing payment as it is reasonable to ask for a review.",
    ),
)
