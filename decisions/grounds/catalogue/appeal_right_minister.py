"""Could appeal to a minister or the Planning Inspectorate.

The Planning Inspectorate decides for the minister, so planning appeals belong here.
Source: Local Government Act 1974, as amended, s26(6)(b): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.catalogue.right_of_appeal import RIGHT_OF_APPEAL
from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import alternative_remedies
from decisions.grounds.phrases import alternative_remedy, hint

BODY = (
    "(planning inspector|planning inspectorate|inspector|inspectorate|planning inspectors|secretary of "
    "state|minister|government minister)"
)

GROUND = Ground(
    slug="appeal-right-minister",
    title="Could appeal to a minister or the Planning Inspectorate",
    family=LAW,
    place=140,
    law="s26(6)(b)",
    explanation=(
        "The person could appeal to a government minister, or to the Planning Inspectorate, which acts for "
        "one, and it was reasonable to expect them to."
    ),
    instead="You can appeal to the minister or the Planning Inspectorate, if the time limit has not passed.",
    phrases=(
        (
            "(a|with|statutory|separate|has|had|have|was|were|no) [statutory|separate|alternative] (right|"
            f"rights) (of|to) appeal ... {BODY}"
        ),
        f"(could|can|may|able to|entitled to) [now|also|still|then|therefore] [have] (appeal|appealed) ... {BODY}",
        f"(reasonable|expect|expected|should) ... (appeal|appealed|appeals|appealing) ... {BODY}",
        (
            "(reasonable|expect|expected|should) ... (use|used|using|exercise|exercised|take|taken|go|gone|"
            f"pursue|pursued|put|raise|raised|apply|applied|refer|ask|approach|challenge) ... {BODY}"
        ),
        f"(an appeal|appeal right|appeal rights) (to|lies to) [the|a] [government] {BODY}",
        f"{BODY} (is|are) [a|the|an] [more|most] (appropriate|right|proper|correct|better placed|body|best placed)",
        f"(matter|matters|one|issue|issues) for [the|a] [government] {BODY}",
        (
            "(could|can|able to) [now|also|still|then] [have] (challenge|challenged|take|taken|go|gone|use|used|"
            f"ask|asked|apply|applied|put|raise|raised|refer|dispute|disputed|contest|contested) ... {BODY}"
        ),
        (
            "was open to (him|her|them|mr *|mrs *|ms *|miss *|the complainant|the applicant) to [have] (appeal|"
            f"appealed) ... {BODY}"
        ),
        *RIGHT_OF_APPEAL,
        *alternative_remedies(BODY),
        alternative_remedy(f"(appeal|appealed|go|apply) ... * ... (and|or) to [the|a] {BODY}"),
        alternative_remedy(
            f"(objections?|disputes?|challenges?) ... (determined|decided|considered|heard|dealt with) by ... {BODY}"
        ),
        hint(
            "(may|can|could|should|expect|go|apply|appeal|take|ask|challenge|raise|put) ... (planning "
            "inspectorate|planning inspector|secretary of state|inspector|minister)"
        ),
        hint(
            "(planning inspectorate|planning inspector|secretary of state|inspector|minister) [also] (can|"
            "could|may|deals?|decides?|considers?|hears?|rules?|would|exists?|determines?|looks?)"
        ),
    ),
    appeal_bodies=(
        "planning inspector",
        "planning inspectorate",
        "planning inspectors",
        "secretary of state",
        "minister",
    ),
    appeal_topics=(
        "planning permission",
        "prior approval",
        "lawful development",
        "rights? of way",
        "definitive map",
        "planning application",
        "enforcement notice",
        "listed building",
        "tree preservation",
        "development",
        "planning",
    ),
    examples=(
        "We will not investigate Mr X's complaint. He should go through the Planning Inspectorate.",
        "We will not investigate Mr X's complaint. The Planning Inspectorate deals with such disputes.",
        (
            "We will not investigate. He could appeal to the SEND Tribunal about her schooling and to the "
            "Planning Inspectorate about the wall, and it is reasonable to do so."
        ),
        "We will not investigate because objections are to be decided by an inspector, and it is reasonable to object.",
        "We will not investigate because it was open to them to go to a Planning Inspector.",
        (
            "We will not investigate because the Secretary of State determines objections, and it is "
            "reasonable to use that process."
        ),
        "We cannot investigate because Mr X had a right of appeal to the Planning Inspector.",
        "We cannot investigate because Mr X could appeal to the Planning Inspector.",
        (
            "The Ombudsman will not investigate because it was reasonable to expect Mrs D to appeal to the "
            "Planning Inspectorate."
        ),
        (
            "We will not investigate because it would be reasonable for him to take the matter to the Secretary "
            "of State."
        ),
        ("We will not investigate because an appeal to the Planning Inspector was the way to challenge the refusal."),
        "We will not investigate because the Planning Inspectorate is the appropriate body to decide the point.",
        "We will not investigate because whether to confirm the order is a matter for the Secretary of State.",
        "We will not investigate the refusal of planning permission, because the applicant had a right of appeal.",
        "We cannot investigate the enforcement notice because it is reasonable for Mr B to appeal.",
        (
            "We will not investigate because she could have challenged the enforcement notice before a Planning "
            "Inspector."
        ),
        "We will not investigate. It was open to them to appeal to a Planning Inspector against non-determination.",
    ),
    near_misses=(
        "The Planning Inspector dismissed Mr X's appeal.",
        "Mr X says he could not appeal to the Planning Inspector.",
        "We will not investigate because he had a right of appeal to the Valuation Tribunal.",
        "It is not reasonable to expect him to appeal to the Planning Inspectorate.",
    ),
    also=("better-placed-body", "remedy-already-used", "appeal-right-tribunal"),
)
