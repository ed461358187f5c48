"""Could appeal to a tribunal.

A right of appeal belongs to the ground of the body that hears it: see `shared` in `phrases.py`.
Source: Local Government Act 1974, as amended, s26(6)(a): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.catalogue.right_of_appeal import RIGHT_OF_APPEAL
from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import alternative_remedies
from decisions.grounds.phrases import alternative_remedy, hint

BODY = (
    "(tribunal|tribunals|send tribunal|send|sendist|adjudicator|adjudicators|adjudication|valuation "
    "tribunal|first-tier tribunal|first-tier|patas|appeal panel|admission appeal|admissions appeal|"
    "appeals panel|residential property|social security appeal|first tier|lands chamber)"
)

GROUND = Ground(
    slug="appeal-right-tribunal",
    title="Could appeal to a tribunal",
    family=LAW,
    place=130,
    law="s26(6)(a)",
    explanation=(
        "A tribunal, or an appeal panel for school places, can decide this, and it was reasonable to expect "
        "the person to appeal to it."
    ),
    instead=(
        "You can appeal, if there is still time; time limits are short, but you may be able to ask a tribunal"
        " to accept a late appeal."
    ),
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
        (
            "(appealable|an appeal|appeal right|appeal rights|appeals|right of challenge) (to|before|lies to|at) "
            "[the|a|an|independent] [special educational needs|send|independent|school admission|admissions|"
            f"valuation|first-tier|traffic penalty|property|social entitlement|london] {BODY}"
        ),
        (
            f"{BODY} (is|are) [a|the|an] [more|most] (appropriate|right|proper|correct|better placed|body|best "
            "placed|only body)"
        ),
        (
            "(could|can|able to) [now|also|still|then] [have] (challenge|challenged|take|taken|go|gone|use|used|"
            f"ask|asked|apply|applied|put|raise|raised|refer|dispute|disputed) ... {BODY}"
        ),
        (
            f"{BODY} (can|could|may|is able to|are able to) (consider|decide|deal|look|determine|review|hear|rule|"
            "change|overturn)"
        ),
        (
            "(matter|matters|one|issue|issues) for [the|a] [send|valuation|first-tier|special educational needs|"
            f"traffic penalty|independent] {BODY}"
        ),
        (
            "(carries|carry|carried|attracts|attracted|with) [a|an] [statutory] (right|rights) (of|to) appeal "
            f"... {BODY}"
        ),
        (
            "was open to (him|her|them|mr *|mrs *|ms *|miss *|the complainant|the applicant) to [have] (appeal|"
            f"appealed) ... {BODY}"
        ),
        *RIGHT_OF_APPEAL,
        *alternative_remedies(BODY),
        alternative_remedy(
            f"(may|can|could) ... * ... (and|or) [to] [the|a] [valuation|county|high|send|first-tier] {BODY}"
        ),
        hint(
            "(may|can|could|should|expect|go|apply|appeal|take|ask|challenge|raise|put) ... (tribunal|"
            "tribunals|adjudicator|adjudicators|appeal panel)"
        ),
        hint(
            "(tribunal|tribunals|adjudicator|adjudicators|appeal panel) [also] (can|could|may|deals?|"
            "decides?|considers?|hears?|rules?|would|exists?|determines?|looks?)"
        ),
    ),
    appeal_bodies=(
        "tribunals?",
        "valuation tribunal",
        "send",
        "adjudicators?",
        "appeal panel",
        "patas",
        "appeals? service",
    ),
    appeal_topics=(
        "penalty charge",
        "parking",
        "council tax",
        "housing benefit",
        "special educational needs",
        "education health",
        "ehc",
        "school",
        "business rates",
        "blue badge",
        "bus lane",
    ),
    examples=(
        (
            "We will not investigate. He can put his case to the magistrates and the Valuation Tribunal, "
            "and it is reasonable that he does."
        ),
        "We will not investigate Mr X's complaint. He should go through the tribunal.",
        "We will not investigate Mr X's complaint. The tribunal deals with such disputes.",
        (
            "We will not investigate because the Traffic Penalty Tribunal exists to decide such disputes, "
            "and he could be expected to use it."
        ),
        "We will not investigate because it was open to her to go to the Valuation Tribunal.",
        "We cannot investigate this complaint because Mrs B had a right of appeal to the SEND Tribunal.",
        "We will not investigate because he could have appealed to London Tribunals.",
        "We will not investigate because it is reasonable to expect Mr X to appeal to the Valuation Tribunal.",
        (
            "The Ombudsman cannot investigate because it was reasonable for her to use her right to go to the "
            "First-tier Tribunal."
        ),
        "We will not investigate because there is an appeal to an independent appeal panel, which she may use.",
        "We will not investigate because they can challenge the Council's decision at the SEND Tribunal.",
        "We will not investigate because the Tribunal can decide what the plan should contain.",
        ("We will not investigate because London Tribunals are the right body to decide whether the penalty was due."),
        "We will not investigate because liability for council tax is a matter for the Valuation Tribunal.",
        ("We will not investigate because the decision carries a right of appeal to the Social Entitlement Tribunal."),
        "We will not investigate because he has a right of appeal against the penalty charge notice.",
        "We cannot investigate because it is reasonable to expect Mrs D to appeal about the plan.",
        "We will not investigate because it is reasonable for him to use his appeal rights.",
        "We will not investigate because there is a statutory appeals process for penalty charge notices.",
        (
            "We will not investigate a penalty charge notice because there is a separate statutory process to "
            "challenge it."
        ),
        "We will not investigate. It was open to them to appeal to the Valuation Tribunal.",
    ),
    near_misses=(
        "We cannot investigate because the appeal Mrs B has made to the SEND Tribunal is too closely linked to it.",
        "We cannot investigate because Mr C's appeal to the Traffic Penalty Tribunal was refused.",
        "Mr X has appealed to the Tribunal and the Tribunal has decided the matter.",
        "It is not reasonable to expect Mrs B to appeal to the Tribunal.",
        "Mr X says he could appeal to the Tribunal.",
        "We will not investigate because it is reasonable to appeal to the Planning Inspectorate.",
        "We will not investigate because he had a right of appeal to the county court.",
        "It is open to Mr X to appeal to the Tribunal against a later decision.",
    ),
    also=("better-placed-body", "court-remedy"),
    yields_to=("remedy-already-used",),
)
