"""Already been to a court, tribunal or minister.

The person has been there; a way still open is another ground.
Source: Local Government Act 1974, as amended, s26(6); Sch 5 para 1: https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint

BODY = (
    "(court|courts|tribunal|tribunals|inspector|inspectorate|planning inspector|planning inspectorate|"
    "judge|adjudicator|secretary of state|appeal panel|magistrates)"
)
JUDGE = BODY.replace("appeal panel|", "")
"""A panel that considered an appeal is what such complaints are about."""

GROUND = Ground(
    slug="remedy-already-used",
    title="Already been to a court, tribunal or minister",
    family=LAW,
    place=160,
    law="s26(6); Sch 5 para 1",
    explanation=(
        "The matter, or one closely linked to it, has already been before a court, tribunal or planning "
        "inspector, or is about to be. The Ombudsman may not look at it as well."
    ),
    instead="You can challenge what a court, tribunal or inspector decided only by appeal, if there is one.",
    phrases=(
        (
            "(start|starting|commencement|conduct|bringing|content) ... (of|or) ... (court|civil|criminal|"
            "legal|tribunal) (proceedings|action|hearing|case)"
        ),
        "sub judice",
        (
            "(proceedings|matter|matters|issue|issues|case|dispute|complaint|decision) ... (before|in front "
            f"of|with) [the|a] [family|county|high] {BODY}"
        ),
        (
            "(judge|court|tribunal|inspector|magistrates) [has|have] [already|since|now] (ruled|decided|"
            "found|settled|determined|made|given|granted|considered|dealt|looked)"
        ),
        (
            "(form|forms|formed|forming|part) [of|part of] ... (proceedings|appeal|litigation|legal action|"
            "hearing|court case)"
        ),
        (
            "(has|had|he|she|they|complainant|mr *|mrs *|ms *|miss *) [has|have|had] [already|since|also] "
            "(won|lost|settled|filed|lodged|submitted|registered|launched|begun|started|issued|taken|brought|made) "
            "[an|a|his|her|their|the] [legal|court|formal] (appeal|proceedings|legal action|court action|"
            "judicial review|court case|county court claim|claim)"
        ),
        (
            "(complainant|mr *|mrs *|ms *|miss *|he|she|they) (took|has taken|has appealed|then appealed) "
            "... to [the|a|an|independent] [send|first-tier|planning|county|high|traffic penalty|valuation|"
            f"independent|special educational needs] {BODY}"
        ),
        (
            "(has|had|they have|have already) [already|also|since|now|previously] (appealed|used|exercised|"
            f"pursued) ... {BODY}"
        ),
        (
            "(has|had|they have|have already|complainant|mr *|mrs *|ms *|miss *|he|she|they) [already|also|since|"
            "now] (used|exercised) [his|her|their|that|this|the|a] [statutory] (right|rights) (of|to) appeal"
        ),
        "(has|had|they have|have already) [already|also|since|now] appealed",
        f"(mr *|mrs *|ms *|miss *|he|she|they|complainant) [already|then] appealed to ... {BODY}",
        (
            "(been|was|were|being|are|already) ... (considered|decided|dealt with|determined|heard|settled|"
            "confirmed|tested|ruled on|raised|resolved|subject to) ... (by|in|to|before|at|of|during) [the|a|an] "
            f"[planning|county|family|high|first-tier|send|valuation|magistrates'?|crown|civil|criminal] {BODY}"
        ),
        (
            "(matter|matters|issue|issues|complaint|events|decision|decisions|it) (considered|decided|determined|"
            "dealt with|confirmed) (in|by|at|before) [the|a] [family|county] (court|courts|tribunal)"
        ),
        (
            "(happened|happens|took place|takes place|occurred|occurs|goes on|went on|said|done|raised|given) "
            "(in|during|at|before) [a|the] [family|county|high|crown|magistrates'?] (court|tribunal|court "
            "hearing|tribunal hearing)"
        ),
        (
            "(court|legal|tribunal|care|family|criminal) proceedings (have|has|had|are|were|was|is) [already|now|"
            "been|since] (begun|commenced|started|ongoing|under way|underway|taken place|concluded|issued|"
            "brought|in progress|in train|afoot|pending|outstanding|live|active|current|on foot)"
        ),
        (
            "(subject of|subject to|part of|related to|during|matter of|matters in|issue in) [the|a|ongoing|"
            "previous|current] [ongoing|previous|court|legal|tribunal|family|care|tribunal's] (court|legal|"
            "tribunal|appeal|family court|proceedings) [proceedings|action]"
        ),
        f"{BODY} (is|are) [currently|now|still|already] (considering|dealing with|hearing|deciding)",
        (
            "(used|using|pursued|pursuing|exercised) [an|a|his|her|their|the] [alternative|legal] (alternative "
            "remedy|remedy|alternative right|legal remedy)"
        ),
        (
            "(decision|decisions|order|orders|judgment|ruling) (made|given|taken|issued) (by|in) [a|the] [family|"
            "county|high] (court|courts|tribunal|judge)"
        ),
        "(decided|chosen|chose) to (go|appeal) to [the|a] [send] (court|tribunal)",
        "(closely|inextricably|too closely) (linked|related|connected|bound up|tied|intertwined)",
        "(not|cannot be|inseparable|not be) [separable|separated|separate] from",
        (
            "(could|should) [reasonably] (have|be) [reasonably] [been] (raised|mentioned|dealt with|considered) "
            "... (proceedings|hearing|appeal|inspector)"
        ),
        (
            "(could|should) [reasonably] (have been|be) [reasonably] (raised|mentioned|put|argued|dealt with|"
            "considered) ... (court|tribunal)"
        ),
        (
            "(started|begun|taken|commenced|issued|using|used|brought|pursued) [a|his|her|their|the] [legal|"
            "court] (court action|legal action|court proceedings|judicial review|legal proceedings|proceedings|"
            "remedy in court|court remedy|claim in court)"
        ),
        (
            "(will|would|is to|are to|due to) be (considered|decided|dealt with|determined|heard) ... (by|in|at) "
            f"[the|a] [planning|county|family|high|first-tier|send|valuation] {BODY}"
        ),
        (
            f"{JUDGE} [has|have|had] [already|since|now] (considered|decided|dismissed|determined|ruled|dealt with|"
            "upheld|allowed|heard|made a|made an|made the|made its|ordered|granted|found)"
        ),
        (
            f"(appeal|appeals|claim|case|application) (to|before|at|in) [the|a|an] [*] [*] {JUDGE} (was|were|has "
            "been|have been) (refused|dismissed|allowed|unsuccessful|successful|rejected|upheld|struck out|heard|"
            "decided|settled)"
        ),
        (
            "(cannot|no power|not able|no jurisdiction|prevents|unable) ... (evidence|report|reports|statement|"
            "statements|information|submissions) ... (to|in|before|for|during) [the|a] [family|county|high] "
            "(court|tribunal|proceedings|judge)"
        ),
        (
            "(between|from|during|period) ... (end|conclusion|completion|outcome) of [the|her|his|their] (appeal|"
            "proceedings)"
        ),
        (
            "(challenged|contested|disputed|fought|argued|appealed|tested|took|raised) [it|this|the|that|his|her|"
            f"their] ... (at|in|before|to) [the|a|an] {JUDGE} and (lost|won|failed|succeeded|was|were|is)"
        ),
        (
            "(was|were|been|be) (put|placed|laid|presented) (before|to|in) [the|a] [family|county|high] (court|"
            "courts|judge|tribunal)"
        ),
        (
            "(while|whilst|during) [the|her|his|their|an] (appeal|appeals|proceedings|court case|litigation) "
            "(was|were|is|are|took|ran) [under way|underway|ongoing|in progress|pending|going on]"
        ),
        (
            "(engaged in|involved in|in the course of|subject of|subject to|party to) [legal|court|ongoing|"
            "current] (litigation|legal proceedings|court proceedings|court action)"
        ),
        (
            "(took|has taken|have taken|taken) [the|that|this|his|her|their] (opportunity|chance|right) (to|of) "
            "(appeal|appealing|challenge)"
        ),
        (
            "(cannot|no power|unable|not able) ... (told|said to|tell|submitted to|presented to) [the|a] (court|"
            "judge|tribunal)"
        ),
        (
            "(cannot|no power|unable|not able|nor) ... (decisions?|findings?|conclusions?|views?|orders?) [that|"
            "which] [the|a] (court|courts|judge|tribunal) [has|have] (reached|made|took|came to|gave|reach)"
        ),
        (
            "(defence|defending|conduct|handling|bringing|start|commencement) of [legal|court|the|those|these|"
            "civil|criminal|any|its] [legal|court] (proceedings|litigation|claim|court case)"
        ),
        "(court|legal|tribunal) (settlement|judgment|order) (of|in|on|about) [the|his|her|their|this]",
        (
            "(flows|follows|stems|results|arises|arising|resulting|resulted) (from|out of) ... (appealed|appeal|"
            "tribunal|under appeal)"
        ),
        "(during|in|throughout|of) ... (private law|public law|family|care|children) proceedings",
        (
            "(has|had|they have|have already|he|she|they) already [unsuccessfully] (sought|sought a|applied for|"
            "applied for a|obtained|pursued|lost|been refused) [permission for] [a] (judicial review|injunction)"
        ),
        "(was|were|been) [also] (considered|raised|decided|dealt with|heard|tested|argued) there",
        (
            "(appeal|appeals|claim|proceedings|hearing|court case) ... (on|about|over|concerning) the same "
            "(point|points|matter|matters|issue|issues|subject|decision|events|facts)"
        ),
        (
            "(had|has|have|with|his|her|their|the|an) [an|a] [ongoing|active|live|separate|current|pending|"
            "outstanding|existing] (appeal|case|claim|court case|legal case) [is] [lodged|pending|registered|"
            "under way|in progress] (before|with) [the|a|an] [send|first-tier|county|family|high|planning] "
            "(court|courts|tribunal|inspector|planning inspectorate|judge|adjudicator|secretary of state)"
        ),
        "and did (raise|use|argue|put|appeal|make|do so) ... (court|tribunal|hearing|proceedings|appeal|defence)",
        (
            "(was|were) [a|one] (matter|matters|issue|issues) for the (court|judge|tribunal) (hearing|dealing|"
            "considering|in|at|during|at the time|to which)"
        ),
        (
            "(cannot|no power|unable|prevents) ... complaint ... (misled|misleading|lied to|lying to|deceived) "
            "the [family|county|high] (court|judge|tribunal)"
        ),
        (
            "(has|have|had|complainant|mr *|mrs *|ms *|miss *|he|she|they) [has|have|had] [already] (put|placed|"
            "presented|gave|given|submitted) [the|this|that|his|her|their] [same] [*] (evidence|points|point|"
            "concerns|arguments|argument|information|documents) (to|before|in) [the|a] [family|county|high] "
            "(court|courts|tribunal|judge)"
        ),
        (
            "(reports?|assessments?|statements?) ... (written|prepared|produced|submitted|filed|ordered|"
            "provided) (for|to|by|in|with) [the|a] [family|county|high] (court|courts|proceedings|judge|care "
            "proceedings)"
        ),
        "(could|should) [reasonably] have (raised|mentioned) ... (court|tribunal)",
        "(gave|giving) evidence (to|at|in) (the|a) [family|county|high] (court|judge|tribunal|court hearing|hearing)",
        hint(
            "(court|judge|tribunal|inspector|proceedings|hearing) ... (has|had|already|made|decided|heard|"
            "granted|dismissed|ruled|considered)"
        ),
        hint(
            "(appealed|been|was|were) ... (by|before|in|to|at) [a|the|an] [*] (court|judge|tribunal|"
            "inspector|proceedings|hearing)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The hearing was where the point was decided.",
        "We will not investigate Mr X's complaint. He has been in front of a judge before, at a hearing.",
        "We cannot investigate because it is about the conduct of court proceedings.",
        "We cannot investigate because the matter is sub judice.",
        "We cannot investigate because the matters complained of are before the family court.",
        "We cannot investigate because a judge has already ruled on it.",
        "We cannot investigate because the reports form part of the care proceedings.",
        "We cannot investigate because she has lodged an appeal.",
        "We cannot investigate because Mr C took the same point to the Tribunal.",
        "We cannot investigate this complaint because Mrs B has appealed to the SEND Tribunal.",
        "We cannot investigate because he has used his right of appeal.",
        "We cannot investigate because the matter has been considered in court.",
        "We cannot investigate what was said in court, or reports that happened during court.",
        "We cannot investigate because court proceedings have begun.",
        "We cannot investigate because the complaint is about matters subject to court proceedings.",
        "We cannot investigate because the provision is too closely linked to the matters under appeal.",
        "We cannot investigate because the issues are not separable from the appeal.",
        "We cannot investigate because these points could have been raised in court.",
        "We cannot investigate because Mr D has started legal action against the Council.",
        "We cannot investigate because the matter will be considered by the courts.",
        "We cannot investigate because the Planning Inspector has dismissed the appeal.",
        "We cannot investigate because Mr X has appealed.",
        "We cannot investigate because Mr X appealed to the Planning Inspector.",
        "We cannot investigate because the court is considering it.",
        "We cannot investigate decisions confirmed by the family court.",
        "We cannot investigate because the complaint is about an order made by the family court.",
        "We cannot investigate because she has already used an alternative remedy.",
        "We cannot investigate because he has chosen to go to court.",
        "We cannot investigate because points about service of the papers should have been raised in the proceedings.",
        "We cannot investigate because Mr C's appeal to the Traffic Penalty Tribunal was refused.",
        "We cannot investigate the social worker's evidence to the court.",
        "We cannot investigate what happened between the first refusal and the end of the appeal.",
        "We will not investigate because he could have raised the matter in court.",
        "We cannot investigate since legal proceedings are in train.",
        "We cannot investigate as Mr D challenged the notice at the tribunal and lost.",
        "We cannot investigate because Ms N settled her claim against the Council.",
        "We cannot investigate the accuracy of an assessment which was put before the family court.",
        "We have no power to look at what provision he had while the appeal was under way.",
        "We cannot investigate because Mr J is engaged in litigation about it.",
        "We cannot investigate because Mr B has taken the opportunity to appeal.",
        "We cannot consider what the social worker told the court.",
        "We cannot consider the decisions the court reached.",
        "We cannot investigate the Council's defence of legal proceedings.",
        "We cannot investigate because Mr G has accepted a court settlement of the claim.",
        "We cannot investigate because her live appeal is before the SEND Tribunal.",
        "We cannot investigate because the lack of provision flows from the Plan, which was appealed.",
        "We cannot investigate the Council's conduct during private law proceedings.",
        "We will not investigate since he has already sought judicial review of it.",
        "We will not investigate. The court was the place to challenge the report and it was considered there.",
        "We cannot investigate this decision after an appeal to the Upper Tribunal on the same point.",
        "We cannot investigate the period in which Ms Z had an appeal before the Tribunal.",
        "We will not investigate because she could raise, and did raise, these points as a defence in court.",
        "We cannot investigate. That was a matter for the court hearing the case.",
        "We cannot investigate the complaint that a social worker misled the judge.",
        "We cannot investigate because Ms X has put the same evidence to the family court.",
        "We cannot investigate the accuracy of a section 7 report written for the court.",
        "We cannot investigate what an officer said when giving evidence at a court hearing.",
    ),
    near_misses=(
        (
            "We will not investigate because it is reasonable to expect Mr X to have used his right of appeal to "
            "the Tribunal."
        ),
        "Mr X says the court has already considered the matter.",
        "We will not investigate because he can take the matter to court.",
        "Mr X has not appealed to the Tribunal.",
        "We will not investigate because he could put his defence to the magistrates' court.",
        (
            "We will not investigate Ms D's complaint that an officer disclosed to a court that she had lost her "
            "job. It caused no significant injustice."
        ),
        "We will not investigate because it is reasonable to expect him to put his evidence to the county court.",
        "We will not investigate whether he lied to the court because we are unlikely to find fault.",
    ),
)
