"""The body complained about must answer first.

Covers decisions of the council still to come, and inquests and inquiries to be awaited.
Source: Local Government Act 1974, as amended, s26(5): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="premature",
    title="The body complained about must answer first",
    family=LAW,
    place=120,
    law="s26(5)",
    explanation=(
        "The council must have a fair chance to look at a complaint and answer it before the Ombudsman can. "
        "That had not happened yet."
    ),
    instead=(
        "Complain to the council first, and go back to the Ombudsman if it does not answer or its answer does"
        " not settle the matter."
    ),
    phrases=(
        (
            "(awaiting|waiting for|awaits|waits for|yet to receive|yet to have|not yet had|not yet "
            "received) ... (final|response|reply|answer|decision|outcome|result)"
        ),
        (
            "(no|not|without|never) [had|have] [an|a|any|the] [proper|fair|real|adequate|full|first] "
            "(opportunity|chance) to "
            "(put|respond|consider|resolve|reply|investigate|look|answer|deal|address|comment)"
        ),
        (
            "(council|its|council's|process|investigation|enquiry|enquiries|review|application|decision|"
            "complaint|procedure|assessment|appeal) ... (has|have) not [yet] been (finished|completed|"
            "concluded|decided|determined|resolved|made|reached|issued)"
        ),
        (
            "(still|currently|presently) [being] [at] (going through|with the council|open|under review|"
            "being reviewed|being processed|at stage|stage one|stage two|looking)"
        ),
        (
            "(we|ombudsman) (can|could|will|would|may) ... (consider|look|reconsider|investigate) ... (once|"
            "after|when) ... (council|provider|procedure|process|finished|replied|responded|completed|"
            "decided)"
        ),
        "not (yet|first) [been|had] ... (council|provider|authority|procedure|process|complaints|complaint)",
        (
            "(yet to|not yet) [be|been] (complete|completed|finish|finished|exhaust|exhausted|conclude|"
            "concluded|resolved|respond|responded|decide|decided|consider|considered|determined|determine|"
            "issue|issued|had|reached)"
        ),
        (
            "(let|allow|give|giving|given) ... (council|provider|authority|it|them) ... (first|chance|"
            "opportunity|finish|time) "
        ),
        (
            "(should|must|needs to|need to|has to|reasonable|expect|ought to) ... (complain|raise|put|go|"
            "take) ... (council|provider|authority) first"
        ),
        "(come back|return|complain|complain again) to us (when|once|after|if|later)",
        "premature [complaint]",
        (
            "(not|yet to|never) [yet|had] (had|have|been given|given|been|allowed) [the council|it|them] [a|an|"
            "the] [proper|full|fair|reasonable|sufficient] (opportunity|chance) to [fully|properly|first] "
            "(respond|consider|investigate|reply|deal|answer|look|address|resolve|complete)"
        ),
        (
            "(council|provider|organisation|body|authority|it) ... (should|must|needs to|need to|has to|ought "
            "to) [first] [be given|have|get|be allowed] ... (opportunity|chance) to"
        ),
        (
            "(reasonable|give|allow|given|giving|allowing) ... (opportunity|chance) to [fully|properly|first] "
            "(investigate|respond|consider|reply|deal|answer|address)"
        ),
        (
            "not [yet] (completed|exhausted|finished|been through|gone through|complete|reached the end of|"
            "followed|used) ... (complaint|complaints|complaint's|complaints') (procedure|process|procedures)"
        ),
        (
            "not [yet] [been] (completed|exhausted|concluded|finished) ... (complaint|complaints|complaints'|"
            "investigation|enquiries|process)"
        ),
        (
            "(still|currently|continuing|continues|continue) [to] [be] [being] (considering|consider|"
            "investigating|investigate|dealing with|looking into|under investigation|considered|ongoing)"
        ),
        (
            "not [yet] (complained|made a complaint|made a formal complaint|raised|put|brought) ... (to|with) "
            "the (council|provider|care provider|organisation)"
        ),
        "too (early|soon)",
        (
            "until ... (inquest|process|investigation|inquiry|review|procedure|proceedings|appeal) ... "
            "(concluded|completed|finished|complete|ended|over)"
        ),
        (
            "(allow|await|awaiting|wait for|waiting for|before) ... (conclude|conclusion|complete|completed|"
            "finish|outcome of|responded)"
        ),
        (
            "(council|provider|authority|organisation) (has|have) not [yet] (considered|responded|replied|"
            "answered|dealt) ... complaint"
        ),
        (
            "until (they|it|he|she|this|that|the *) (has|have|is|are) [been] (finished|concluded|completed|"
            "decided|ended|over)"
        ),
        "(inquest|inquiry|coroner) ... (yet to|considering|ongoing|pending|outstanding)",
        "(has|have) yet to (be|make|decide|respond|complete|reach|issue|answer|consider)",
        "not (determined|decided|made|issued|reached) ... yet",
        (
            "not yet (made|determined|decided|reached|issued|responded|replied|taken|given|finalised) ... "
            "(decision|response|application|final|complaint|reply|view|its|the|to)"
        ),
        (
            "(process|procedure|investigation|matter|matters|complaint) (is|are|remains|remain) [still] (ongoing|"
            "incomplete|unresolved|under way|underway|in progress|not complete|not finished)"
        ),
        (
            "(is|are|have|has|while|whilst) [still] [an|a|the|its] (ongoing|on-going|live|continuing|pending) "
            "[*] [*] (investigation|enquiry|enquiries|inquiry|assessment|review|process|consultation|complaint|"
            "application)"
        ),
        (
            "(cannot|could not|not possible to|unable to|not) [yet] (say|know|tell|judge|assess) ... (at this "
            "stage|at this point|at this time|at present|yet)"
        ),
        (
            "(must|should|needs to|need to|has to|ought to) first (complain|raise|put|go|take|make|give) ... "
            "(council|provider|authority|trust|company|complaint|organisation|procedure)"
        ),
        (
            "(agreed|going|decided|intends|intending|continuing) to (consider|escalate|respond to|reply to|deal "
            "with|investigate|look at|look into|progress) ... (complaint|complaints|stage|procedure)"
        ),
        (
            "(while|whilst) [the|a|its|his|her|their] [council's|provider's|police|internal|formal] [*] "
            "(investigation|inquiry|enquiry|review|process|procedure|assessment|consultation|complaint|"
            "enquiries) (is|are|continues|remains|goes on)"
        ),
        (
            "until ... (process|procedure|procedures|investigation|review|inquiry|consultation) (is|are|has|"
            "have) [been] (exhausted|over|complete|completed|concluded|finished|ended)"
        ),
        (
            "(is|are|was|were) yet to (make|decide|respond|reply|complete|reach|issue|answer|consider|finish|"
            "conclude|be|give)"
        ),
        (
            "not [yet] been (considered|through|dealt with|investigated|answered|put) ... (under|through|by|in|"
            "to) [the|its|all] [council's|statutory|complaints?|provider's] [children's|formal|complaints?|"
            "three] [complaints?|stages of] (procedure|process|procedures|council|provider)"
        ),
        (
            "not [yet] (allowed|let|given|permitted) the (council|provider|authority|care provider|trust) [time|"
            "the chance|a chance] [to] (answer|reply|respond|consider|finish|deal|investigate|complete|look|"
            "resolve|put)"
        ),
        (
            "(council|panel|provider|committee|it) (will be|is due to|is about to) (deciding|considering|decide|"
            "consider|respond|responding|reply|replying|determine|determining)"
        ),
        "open to the council to (resolve|consider|respond|answer|investigate|deal)",
        (
            "(is|are) [now|still|currently|only] at [the] (first|second|third|stage one|stage two|stage 1|stage "
            "2|early|initial|final|an early) [stage|stages] [of]"
        ),
        (
            "until (mr *|mrs *|ms *|miss *|he|she|they|the complainant|the council|the provider|it) (has|have) "
            "[been] (been|gone|through|completed|finished|exhausted|used|followed|received|had|made|complained|"
            "given|answered|responded|replied|considered) ... (procedure|process|complaint|complaints|council|"
            "provider|response|reply|stages?|it|them)"
        ),
        "still (continuing|under way|underway|ongoing|in progress|running|in hand|unfinished)",
        hint(
            "(yet|still|awaiting|waiting|ongoing|not finished|unfinished|before) ... (council|provider|"
            "complain|complaint|response|decision|process|review|investigation|appeal|reply|inquiry|enquiry)"
        ),
        hint(
            "(council|provider|complaint|response|decision|process|review|investigation|reply|inquiry|"
            "enquiry) ... (yet|still|ongoing|not finished|unfinished|pending|first)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. He is still discussing it with the Council's complaints team.",
        "We will not investigate Mr X's complaint. The Council's process is pending.",
        "We will not investigate because she is still waiting for the Council's final response.",
        "We will not investigate because the Council has had no opportunity to put it right.",
        "We will not investigate because the Council's own investigation has not been finished.",
        "We will not investigate because the complaint is still open.",
        "We will not investigate now. We could look at the matter again once the Council has replied.",
        "We will not investigate because he has not first put the matter to the Council.",
        "We will not investigate because the enquiry is yet to be concluded.",
        "We will not investigate because we should let the Council finish first.",
        "We will not investigate because she should complain to the care provider first.",
        "We will not investigate now. She can come back to us when the Council has replied.",
        "We will not investigate this complaint because it is premature.",
        (
            "We will not investigate because the Council has not had a reasonable opportunity to respond to the "
            "complaint."
        ),
        (
            "We will not investigate because the Council should first have the chance to put the complaint "
            "through its procedure."
        ),
        (
            "It is reasonable to give the Council an opportunity to investigate, so we will not consider the "
            "complaint now."
        ),
        "We will not investigate because Mr X has not completed the Council's complaints procedure.",
        "We will not investigate because the Council has not yet concluded its enquiries.",
        "We will not investigate because the Council is still considering the complaint.",
        "We cannot investigate because Mrs B has not yet complained to the Council.",
        "We will not investigate because it is too early for us to become involved.",
        "We will not investigate until the inquest has concluded.",
        "We will not investigate because the Council has not yet made a decision on the application.",
        "We will not investigate because the complaints process is still ongoing.",
        "We will not investigate because the coroner is considering the death.",
        "We will not investigate because the Council has yet to respond to the complaint.",
        "We will not investigate while the police look into it and until they have finished.",
        "We will not investigate because it is reasonable to allow the Council's process to conclude first.",
        "We will not investigate because the Council has not yet answered his complaint.",
        "We will not investigate because the Council has not determined the application yet.",
        "We will not investigate as there is an ongoing safeguarding enquiry.",
        "We will not investigate because we cannot say at this stage what the result will be.",
        "We will not investigate this complaint. Mr P must first complain to the care provider.",
        (
            "We will not investigate because the Council has agreed to consider the complaint at stage two of "
            "its procedure."
        ),
        "We will not investigate while the Council's safeguarding inquiry is under way.",
        "We will not consider this complaint until the Council's own procedure is exhausted.",
        "We will not investigate as the Council is yet to make a final decision on the application.",
        (
            "We will not investigate because the complaint has not been considered under the statutory "
            "children's procedure."
        ),
        "We will not investigate because Mr F has not allowed the Council to answer his complaint.",
        "We will not investigate because the Council will be deciding the matter next month.",
        "We will not investigate since it remains open to the Council to resolve the complaint.",
        "We will not investigate as her complaint is at the second stage of the procedure.",
        "We cannot investigate until Mr G has been through the care provider's own complaints process.",
        "We will not investigate while the Council's own enquiry is still continuing.",
    ),
    near_misses=(
        "I do not consider the complaint premature.",
        "Mr X says the Council has not yet decided his application.",
        "The Council had an opportunity to respond and did so.",
        "Mr X completed the Council's complaints procedure in May.",
    ),
)
