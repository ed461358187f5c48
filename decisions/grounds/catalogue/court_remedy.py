"""Could go to court.

Magistrates' and county courts belong here, also where the text speaks of a right of appeal.
Source: Local Government Act 1974, as amended, s26(6)(c): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.catalogue.right_of_appeal import RIGHT_OF_APPEAL
from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import alternative_remedies
from decisions.grounds.phrases import alternative_remedy, hint

COURT = (
    "(court|courts|judicial review|legal action|legal proceedings|legal claim|court action|magistrates|"
    "magistrates'|civil claim|claim in negligence|negligence claim|legal remedy|compensation claim|"
    "traffic enforcement centre|private prosecution|personal injury claim|insurance claim|claim for damages|"
    "claim for compensation|damages claim|injunction|small claim)"
)
GO = (
    "(go|going|gone|apply|take|taken|make|pursue|pursued|use|used|seek|sought|bring|brought|issue|start|"
    "appeal|challenge|put|raise|resort|claim|refer|ask)"
)

GROUND = Ground(
    slug="court-remedy",
    title="Could go to court",
    family=LAW,
    place=150,
    law="s26(6)(c)",
    explanation=(
        "A court can decide this and provide a remedy, and it was reasonable to expect the person to go there."
    ),
    instead=(
        "A solicitor, a law centre or Citizens Advice can tell you whether going to court makes sense, what "
        "it costs and how long you have."
    ),
    phrases=(
        (
            "(only|just|solely|alone) [a|the|by|by a|by the|in|for|for the|for a] [civil|criminal|county] "
            "(court|judge|courts)"
        ),
        (
            "(negligence|liability|liable|ownership|discrimination|discriminated|damages|breach|title|"
            "unlawful|lawful|lawfulness|legality|contract|legal question|point of law|human rights|equality "
            "act) ... (for|by|to) [a|the] (court|courts|judge|judges)"
        ),
        (
            "(legal|court|civil) (route|remedies|redress|question|dispute|rights) ... (available|open|use|"
            "used|reasonable|court|courts|pursue)"
        ),
        f"(reasonable|expect|expected|should) ... {GO} ... {COURT}",
        f"(reasonable|expect|expected) ... {COURT} [proceedings|action|claim|remedy]",
        (
            "(right|rights|remedy|remedies|redress|alternative) ... (in|through|to|before|at|by way of|via) [the|"
            "a] [civil|county|magistrates'?|high|crown|family|small claims] (court|courts|legal proceedings)"
        ),
        "(only|ultimately|normally) [a|the|by a|by the] (court|courts|judge)",
        (
            "(matter|matters|one|question|questions|issue|issues|decision) (for|only|that only) [a|the|which] "
            "[civil|county] (court|courts|coroner)"
        ),
        "(matter|matters|one|issue|issues) for ... (court|courts)",
        "(court|courts) (can|could|is able to|are able to) (consider|decide|determine|deal|order|settle)",
        (
            "(could|can|able to|has the right to|have the right to) [now|also|still|have] (take|taken|bring|make|"
            "made|issue|start|pursue|apply|go|went|seek|defend|contest|challenge|challenged|dispute|disputed|"
            f"argue|argued|defended|contested|brought|sought|put|used|ask|asked|applied) ... {COURT}"
        ),
        "(court|courts) ... (better|best) placed",
        f"(could|can) [reasonably|properly] be (taken|challenged|pursued|brought|decided) ... {COURT}",
        "(claim|claims) (to|on|against|through|from|with) [the] [council's] (insurers?|insurance)",
        (
            "(court|courts) (is|are|would be) [the|a|an] [more|most|only] (appropriate|right|proper|correct|"
            "better|best|body|bodies|place)"
        ),
        f"(right|rights|could|can|may|reasonable|expect) ... appeal ... {COURT}",
        "then appeal to the [county|high] court",
        (
            "(should|better|best|only|must|need to|needs to|properly) [be] (decided|determined|resolved|settled|"
            "considered|dealt with|decide|tested|argued) (by|in|before|through) [a|the] [civil|county] (court|"
            "courts)"
        ),
        (
            "(use|using|pursue|seek|take|has|have|had|an) [a|an] [alternative|other] (legal remedy|legal "
            "remedies|legal redress|alternative legal remedy|court remedy)"
        ),
        (
            "(insurers?|insurance company|loss adjusters?) (or|and) [failing that|ultimately|then] [of|by|for] "
            "[the|a] (court|courts)"
        ),
        (
            "(bring|take|pursue|start|mount|issue|make) [a|an|his|her|their|any] (private|civil) (action|claim|"
            "prosecution|proceedings|case)"
        ),
        "for [the] (civil|county|magistrates'?) (court|courts)",
        "for the (court|courts) to (decide|determine|interpret|rule|settle|say|resolve|consider|judge)",
        (
            "(pursue|make|bring|submit|lodge) [a|his|her|their|any] (claim|claims) (for|in) (damages|"
            "compensation|negligence|personal injury|injury|loss|damage)"
        ),
        "(seek|apply for|obtain|ask for) [a|an] (injunction|declaration|court order)",
        "(mr *|mrs *|ms *|miss *|he|she|they|insurers?|complainant) (can|could|may) [also|now] (sue|litigate)",
        (
            "(claim|claims|matter|matters|issue|issues|negligence|question|questions) [in|of] [negligence|law] "
            "[which|that] [only] [the|a] (court|courts|judge|judges) (decides?|rules?|determines?|hears?|"
            "settles?)"
        ),
        (
            "(needs|need|requires|require|calls for) [a|the] (legal ruling|legal judgment|decision of a court|"
            "court ruling|court decision|judge to)"
        ),
        "(recourse|resort|access|redress|relief) (to|in|through|from) [the|a] (court|courts|law)",
        (
            "(pursued|decided|settled|resolved|tested|determined|dealt with) (through|by|in) (litigation|the "
            "courts|a court|a judge|the judge|legal proceedings)"
        ),
        (
            "(can|could|may) (seek|recover|claim|reclaim|get|try) ... (through|in|from|via|at) [the|a] [county|"
            "magistrates'?|high|small claims|civil] (court|courts)"
        ),
        (
            "(by|through|via|with|for|to|against) [his|her|their|the|an|its|council's|own] [own|council's] "
            "insurers? ... (court|courts|legal proceedings|legal action)"
        ),
        (
            "(could|can|able to|reasonable|expect|should) ... (file|filed|submit|submitted|lodge|lodged|make|"
            "made|swear|sworn|complete|completed) [a|an|the|his|her] [late|out of time] (witness statement|"
            "statutory declaration|out of time application|counterclaim)"
        ),
        (
            "(court|courts) (is|are|would be) [in a|in the] [far|much] (better position|best position|better "
            "able|best able|better equipped|best equipped|better suited|best suited)"
        ),
        (
            "(something|matters?|questions?|issues?|disputes?|one|point) [that|which] [only] (a|the) (court|"
            "courts|judge) (would|will|can|could|should|must|has|have|needs?|may) [have|need] [to] (decide|"
            "determine|settle|rule|resolve|consider|answer)"
        ),
        *RIGHT_OF_APPEAL,
        *alternative_remedies(COURT),
        alternative_remedy(
            f"(may|can|could) ... * ... (and|or) [to] [the|a] [valuation|county|high|send|first-tier] {COURT}"
        ),
        alternative_remedy(
            "(mr *|mrs *|ms *|miss *|he|she|they|complainant) (has|have|had) not [yet] (gone|been|applied|taken|"
            f"brought|issued|sought|asked|used) ... {COURT}"
        ),
        alternative_remedy(
            "(defence|argument|arguments|application|declaration|objection|statement|case) ... (in|to|at|before) "
            "[the|a] [county|magistrates'?|high|crown|family] (court|courts|magistrates)"
        ),
        alternative_remedy(
            "(go|appeal|application|turn|taken|take it|challenge|recourse) ... to [the|a] [county|high|"
            "magistrates'?|small claims|family|crown] (court|courts)"
        ),
        hint(
            "(may|can|could|should|expect|go|apply|appeal|take|ask|challenge|raise|put) ... (court|courts|"
            "judge|magistrates|legal action|judicial review)"
        ),
        hint(
            "(court|courts|judge|magistrates|legal action|judicial review) [also] (can|could|may|deals?|"
            "decides?|considers?|hears?|rules?|would|exists?|determines?|looks?)"
        ),
    ),
    appeal_bodies=(
        "court",
        "courts",
        "county court",
        "magistrates",
        "judicial review",
    ),
    appeal_topics=(
        "homelessness",
        "homeless",
        "abatement notice",
    ),
    examples=(
        (
            "We will not investigate. She can appeal to the SEND Tribunal about that and to the county "
            "court, and it is reasonable that she does."
        ),
        "We will not investigate Mr X's complaint. He should go through the court.",
        "We will not investigate Mr X's complaint. The court deals with such disputes.",
        "We will not investigate because only a judge can decide the point.",
        "We will not investigate because discrimination is for the courts.",
        "We will not investigate because there is a legal route open to him.",
        "We will not investigate. She may apply to the family court, and it is reasonable to do so.",
        (
            "We will not investigate because the court has power to set the order aside and it is "
            "reasonable for him to ask it to."
        ),
        "We will not investigate because it is reasonable for Mr X to go to court.",
        (
            "The Ombudsman cannot investigate because it would be reasonable to expect Mrs B to take the Council "
            "to the small claims court."
        ),
        "We will not investigate because she has a remedy in the county court.",
        "We will not investigate because only a court can decide who is liable for the damage.",
        "We will not investigate because ownership of the land is a matter for the courts.",
        "We will not investigate because he can make a claim in court.",
        "We will not investigate because the courts can determine who owns the land.",
        "We will not investigate because the courts are better placed to decide negligence.",
        "We will not investigate because the court is the right place to decide the dispute.",
        "We will not investigate because it was reasonable for Miss D to appeal to the magistrates' court.",
        ("We will not investigate because it is reasonable to ask for a review and then appeal to the county court."),
        "We will not investigate because liability should be decided by the courts.",
        "We will not investigate because it is reasonable for him to make a claim on the Council's insurance.",
        "We will not investigate because she has an alternative legal remedy.",
        "We will not investigate because the claim could be pursued in court.",
        "We will not investigate because it is reasonable for Mr X to seek judicial review.",
        (
            "We will not investigate the homelessness decision, because she has a right of appeal which lies "
            "with the county court."
        ),
        "We will not investigate. Liability is for an insurer or the courts to determine.",
        "We will not investigate because Mr H could bring a private action for nuisance.",
        "We cannot investigate because Mr B has not gone to court and it is reasonable to expect him to.",
        (
            "We will not investigate as it is reasonable to challenge the notice by putting forward a defence in "
            "the magistrates' court."
        ),
        "We will not investigate because it is reasonable to apply to the Traffic Enforcement Centre.",
        "We will not investigate because disputes about covenants are for the civil courts.",
        "We will not investigate because it is for the courts to interpret the law.",
        "We will not investigate because it is reasonable to pursue a claim for damages.",
        "We will not investigate as Mr Q can seek an injunction.",
        "We will not investigate because she could have put her case at the court hearing for the liability order.",
        "We will not investigate because Mr X's insurers can sue the Council.",
        (
            "We will not investigate because it is a claim of negligence, which courts decide. That is a claim "
            "courts decide."
        ),
        "We will not investigate because that needs a legal ruling.",
        "We will not investigate because Mr O has recourse to the courts.",
        "We will not investigate as defamation has to be pursued through litigation.",
        "We will not investigate because Mr N can seek the return of his money through the county court.",
        "We will not investigate. She can be expected to pursue that through her insurers or legal proceedings.",
        (
            "We will not investigate because she could have filed a witness statement and it was reasonable for "
            "her to do so."
        ),
        "We will not investigate because the courts are in a better position than us to decide who owns land.",
        "We will not investigate because whether it trespasses is something a court would have to decide.",
        (
            "We will not investigate. He can request a review and, if still unhappy, go to the county court on a "
            "point of law. It is reasonable to expect him to follow that route."
        ),
        "We will not investigate because it is reasonable to expect her to make a personal injury claim.",
        (
            "We will not investigate. If he believes the Council is trespassing, then he may take legal action "
            "and we would expect him to."
        ),
    ),
    near_misses=(
        "It is open to Mr X to apply to Court for contact.",
        "Mr X says only a court can decide this.",
        "The court made a care order in 2019.",
        "It is not reasonable to expect Mr X to go to court.",
        "Mrs B may wish to take legal advice about a claim in court.",
        (
            "We will not investigate this complaint that the Council told Mrs S she should go to court, because "
            "there is not enough evidence of fault."
        ),
        "We will not investigate. The complaint is about what was a matter for the court hearing the case.",
    ),
    also=(
        "appeal-right-tribunal",
        "better-placed-body",
        "council-review-available",
    ),
    yields_to=("remedy-already-used",),
)
