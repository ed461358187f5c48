"""Complaint handling is not looked at on its own.

Usually worded as a rule, and still the reason.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import general_rule, hint

GROUND = Ground(
    slug="complaint-handling-alone",
    title="Complaint handling is not looked at on its own",
    family=CHOICE,
    place=100,
    law="s24A(6)",
    explanation=(
        "When the Ombudsman does not look into the matter complained about, it does not usually spend public "
        "money on how the council handled the complaint."
    ),
    instead=(
        "You can complain to the council about poor handling; for the matter itself there may be another way,"
        " such as an appeal."
    ),
    phrases=(
        general_rule(
            "(not|nor) [also|therefore|then] (look|consider|investigate|examine) ... (how|way|handling) ... "
            "* ... (either|as well|alone|only|too)"
        ),
        general_rule(
            "(look|investigate|consider|examine) [only|just|solely] (only|just|solely) [at|into] (how|the "
            "way|the handling)"
        ),
        general_rule(
            "(not|nor) [we|i] (look|investigate|consider|pursue|examine) ... * ... (on its own|in isolation|"
            "by itself|separately|in its own right|as a standalone)"
        ),
        general_rule(
            "(not|nor) ... use of ... (resources|money|funds|time|purse) ... (complaint|complaints|"
            "complaints')(-| )(handling|procedures?|process|processes|system)"
        ),
        general_rule(
            "(not|nor|never) ... (investigate|investigating|consider|considering|look|looking|pursue|examine|"
            "examining|spend|use) ... (complaint|complaints|complaints')(-| )(handling|procedures?|process|"
            "processes) ... (where|when|if|unless|alone|isolation|itself|own|substantive|core|underlying|"
            "separate issue)"
        ),
        general_rule(
            "(where|when|if|as|because|since|unless) (we|i|the ombudsman) ... not ... (matter|issue|substance|"
            "subject|events|complaint) (behind|underlying|giving|itself|that gave|which gave|that led|which led|"
            "at the heart)"
        ),
        general_rule(
            "(not|nor) ... good use of [public|our|limited|scarce|the ombudsman's] (resources|money|funds|time) "
            "... complaint(-| )(handling|procedures?)"
        ),
        general_rule(
            "(not|nor) ... good use of [public|our|limited|scarce] (resources|money|funds|time) ... complaints "
            "[handling|procedures?|process|processes]"
        ),
        general_rule(
            "(not|nor) (normally|usually|generally|also|then|investigate|look at|looking at|consider|considering|"
            "investigating|pursue) [investigate|look at|consider] [how|the|its|their|a|any|council's] [council's|"
            "provider's|use of the|handling of the] (complaint|complaints|complaints')(-| )(handling|procedures?|"
            "process|processes) (where|when|if|unless|alone|in isolation|either|too|as well|on its own|itself|"
            "separately)"
        ),
        general_rule(
            "(where|when|if|as|because|since|unless) (we|i|the ombudsman|it) ... (not|unable to|cannot|nor) "
            "(investigating|dealing with|looking at|deal with|considering|consider|look at|pursuing|investigate|"
            "look into|looking into) [into] [the|his|her|their|this|any] (substantive|core|main|underlying|"
            "central|original|primary|wider|substance)"
        ),
        general_rule(
            "(not|nor) ... (investigate|consider|look at|look into|pursue) ... (handled|dealt with|responded to|"
            "considered) ... complaint ... (alone|in isolation|standalone|on its own|by itself|substantive|"
            "separately)"
        ),
        general_rule("(complaint|complaints)(-| )handling ... (in isolation|alone|on its own|standalone|by itself)"),
        general_rule(
            "(not|nor|never) ... (complaint|complaints|complaints')(-| )(handling|procedures?|process|processes) "
            "... (standalone|stand-alone|freestanding|free-standing|separately|separate|solely|only)"
        ),
        general_rule(
            "(not|nor|unable|cannot) ... (investigate|investigating|look at|look into|looking at|looking into|"
            "consider|considering|deal with|dealing with|pursue|pursuing) ... (issue|issues|matter|matters|"
            "complaint|events|concerns|decision) (underneath|behind|underlying|beneath|that led to|which led to|"
            "that prompted|which prompted|that gave rise to|which gave rise to|giving rise to|at the heart of)"
        ),
        general_rule(
            "(matter|matters|issue|issues|events) (behind|underneath|underlying|beneath) (it|them|this|that|"
            "these|those) (is|are) not"
        ),
        general_rule(
            "(not|nor) ... (public money|public funds|resources) ... (examine|investigate|consider|look at) "
            "(that|this|it|them|how * *) [alone|on its own|by itself|in isolation] (alone|own|itself|isolation)"
        ),
        general_rule(
            "(where|when|if|unless|as|because) (we|i) (are|am|do|will|have) not (looking at|investigating|"
            "considering|investigate|look at|consider|investigated) the complaint itself"
        ),
        general_rule("complaint because (this|that|it) alone (does|would|is|will) not"),
        general_rule(
            "(handled|dealt with|responded to|replied to|considered|handling of|response to) [his|her|their|the|"
            "this|mr *|mrs *|ms *] [*] (complaint|complaints) ... (in isolation|on its own|on their own|by "
            "itself|in its own right|as a standalone|in itself)"
        ),
        general_rule(
            "(handled|dealt with|responded to|replied to|considered|handling of|response to) [his|her|their|the|"
            "this|mr *|mrs *|ms *] [*] (complaint|complaints) ... (not|nor) ... (in isolation|on its own|on "
            "their own|by itself|in its own right)"
        ),
        hint(
            "(complaint handling|complaints handling|complaint process|complaints process|complaints "
            "procedure|complaint responses?|handled his complaint|handled her complaint|handled their "
            "complaint|dealt with his complaint|dealt with her complaint)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. That leaves the complaints process.",
        "We will not look at the way it handled Mr B's complaint about that either.",
        "It would not be a good use of our resources to look only at how the Council replied to her.",
        "We will not look at the delay in the Council's stage two reply on its own.",
        "It is not a proper use of public money to investigate complaint processes in isolation.",
        "We do not look at complaints handling unless we are also looking at what gave rise to it.",
        "Nor will we look at the replies, because we are not investigating the matter that gave rise to them.",
        (
            "We will not investigate the Council's complaint handling in isolation, because that is not a good "
            "use of public resources."
        ),
        (
            "It is not a good use of public resources to investigate complaints about complaint procedures, if "
            "we are unable to deal with the substantive issue."
        ),
        (
            "We will not investigate how the Council dealt with the complaint because we are not investigating "
            "the substantive matter."
        ),
        "We do not investigate complaint handling when we are not looking at the core complaint.",
        "We will not investigate the way the Council handled his complaint as a standalone issue.",
        "As we are not investigating the main complaint, we will not look at the complaints process either.",
        "We do not investigate complaint handling as a freestanding matter.",
        (
            "We will not look at the refusal to escalate his complaint, as we are not investigating the issue "
            "underneath it."
        ),
        "We will not investigate the failure to answer his letters, as the matters behind them are not ones for us.",
        "We would not use public money to examine that alone.",
        "We will not look at how the Council handled the complaint when we are not looking at the complaint itself.",
        "We will not investigate how the Council replied to his complaint because this alone does not warrant it.",
        (
            "We will not investigate the way the Council handled his complaint as it would not be proportionate "
            "to do so in isolation."
        ),
        "We do not investigate complaint handling if we are not looking at anything else.",
        "We do not look at complaint handling alone.",
        "We will not look at the Council's replies because we are not considering the complaint behind them.",
        "We will not investigate how it considered her complaint on its own.",
    ),
    near_misses=(
        "Mr X says the Council's complaint handling was poor.",
        "There was delay in the Council's complaint handling, and it has apologised.",
        "We will not investigate Mr X's complaint because there is not enough evidence of fault.",
        (
            "We will not investigate how the Council dealt with reports of noise because there is not enough "
            "evidence of fault."
        ),
        "We will not investigate until the Council has completed its complaints procedure.",
        "The Council has not finished its complaints process yet, so we will not investigate.",
        "We will not investigate the main complaint as there is not enough evidence of fault.",
        "We will not investigate because this is not a matter that we can decide.",
        "We will not investigate delay in the complaints process because the Council has already apologised.",
    ),
)
