"""Withdrawn by the complainant.

The complaint must be withdrawn; a council that withdraws a notice does not show the ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="withdrawn",
    title="Withdrawn by the complainant",
    family=CHOICE,
    place=260,
    law="s24A(6)",
    explanation=("The person who complained withdrew the complaint or no longer wanted the Ombudsman to look into it."),
    instead=(
        "If you change your mind, you can ask the Ombudsman to take up the complaint again; the 12 months "
        "allowed for complaining keep running."
    ),
    phrases=(
        "asked (us|me|the ombudsman) ... (no further|not to|leave it|drop)",
        (
            "(complaint|investigation|investigating|stopped|ended|closed|discontinued|case) ... at (his|her|"
            "their|the complainant's|the complainants'|mr *|mrs *|miss *|ms *) [own] [*] request"
        ),
        (
            "(complainant|mr *|mrs *|ms *|miss *|he|she|they) [have|has] [now|since] (decided|chosen|chose|"
            "wishes|wished|wants|wanted|asked|agreed|opted|prefers) not to (proceed|continue|pursue|go on|"
            "go ahead|take|carry on)"
        ),
        (
            "(told|informed|advised|let|asked) (us|me|the ombudsman) ... (no longer|not) ... (pursue|"
            "continue|proceed|go|carry|complain|investigate|want|wish)"
        ),
        (
            "no longer (want|wants|wanted|wish|wishes|wished|wishing|seeks?|intends?) [us] [to] ... (go|"
            "carry|proceed|continue|pursue|complaint)"
        ),
        (
            "(asked|asks|requested|requests) [us|me|for|that we|that i|that the ombudsman] ... (close|"
            "closed|stop|stopped|end|ended|discontinue|withdraw) ... (complaint|case|investigation|it|"
            "matter|file)"
        ),
        "(drop|dropped|dropping|abandon|abandoned|not pursuing|not pursue) (his|her|their|the) complaint",
        (
            "(complainant|mr *|mrs *|ms *|miss *|he|she|they) [is|are|was] (happy|content|satisfied) for "
            "(us|me) to (close|end|stop)"
        ),
        (
            "(withdrawn|withdrew|withdraw|withdraws|withdrawing|withdrawal of) (his|her|their|the|this) "
            "(complaint|complaints)"
        ),
        "(complainant|mr *|mrs *|ms *|miss *|he|she|they|who) (has|have) [now|since] withdrawn (it|this)",
        "(complaint|complaints) (has been|was|is|were|have been) [now] withdrawn",
        (
            "no longer (want|wants|wanted|wish|wishes|wished|wishing|seeks?|intends?) ... (pursue|investigate|"
            "continue|proceed|investigated|take|complain|involved)"
        ),
        "asked (us|me|the ombudsman) (to|not to) (stop|close|end|withdraw|continue|discontinue|investigate)",
        "not (want|wish) (us|me|the ombudsman) to (continue|proceed|pursue|investigate)",
        (
            "(investigation|complaint|case|it|investigating) (because|as|since) (the complainant|mr *|mrs *|ms *|"
            "miss *|he|she|they) [has|have] (asked|asks|requested|requests) (me|us|the ombudsman|that|this)"
        ),
        (
            "(mr *|mrs *|ms *|miss *|he|she|they|complainant) (does|did|do) not (want|wish) to (pursue|continue|"
            "proceed|go ahead|carry on) [with] [it|this|his|her|their|the|further|any]"
        ),
        "decided [that] [he|she|they] (does|did|do) not (want|wish)",
        (
            "(told|informed|advised) (us|me|the ombudsman) ... (wished|wishes|wanted|wants|happy|content) (to|"
            "for us to) (end|close|stop|withdraw|drop)"
        ),
        (
            "(wished|wishes|wanted|wants|asked|asks) (to|us to|me to) (end|close|stop|drop|withdraw) (his|her|"
            "their|the|this|our) (complaint|investigation|case)"
        ),
        "(took|taken|takes|taking) (his|her|their|the) complaint back",
        hint(
            "(withdraw|withdrawn|withdrew|no longer|not to proceed|not to continue|take it no further|"
            "dropped|at his request|at her request|at their request)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. He wrote that he had dropped it.",
        "We have ended our consideration because he asked us to take it no further.",
        "We have stopped investigating Mr E's complaint at his request.",
        "We have closed the complaint as she has decided not to proceed.",
        "Ms P told us she no longer wishes to go on, so we have closed her complaint.",
        "He no longer wants us to carry on, so we have closed the complaint.",
        "We have closed this because Mr K asked that we close the case.",
        "We have closed this because he has dropped his complaint.",
        "We have ended our investigation because Mrs P is content for us to close it.",
        "We have discontinued our investigation because Mr X has withdrawn his complaint.",
        "We have closed this complaint because Mrs D has withdrawn it.",
        "We will not investigate because the complaint has been withdrawn.",
        "I have ended my investigation because Mrs B no longer wishes to pursue the matter.",
        "We have closed the complaint because he asked us to stop.",
        "We have stopped because she did not want us to continue.",
        "I have discontinued my investigation because the complainant has asked me to.",
        "We discontinued our investigation as Mr Y said he did not want to pursue it.",
        (
            "Mrs T has decided she does not wish to continue with her complaint, so I have discontinued my "
            "investigation."
        ),
        "We have closed the complaint because Mr X told us he was satisfied and wished to end it.",
        "We stopped our investigation after Mrs Y took her complaint back.",
        "We have ended this because Mrs O wished to end our investigation.",
    ),
    near_misses=(
        "Mr X says the Council told him to drop his complaint.",
        "The Council decided not to proceed with the works at his request.",
        "The Council withdrew the penalty charge notice.",
        "Mr X says he wishes to pursue his complaint.",
        "Mrs B wants the Council to withdraw its letter.",
        (
            "We will not investigate this complaint about a court summons. The Council has withdrawn it and "
            "cancelled the costs, which is a suitable remedy."
        ),
        "We will not investigate. Mr X wanted to stop the development, and there is not enough evidence of fault.",
    ),
)
