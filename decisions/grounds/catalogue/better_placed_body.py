"""Another body is better placed.

A body that is only named, as a place to turn to, is a signpost and not a ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrase_templates import alternative_remedies
from decisions.grounds.phrases import hint

BODY = (
    "(information commissioner|ico|parliamentary and health service|housing ombudsman|professional body, "
    "social work england|social work "
    "england|professional body|health and care professions council|nursing and midwifery council|general "
    "medical council|regulator|parliamentary|health service ombudsman|care quality commission|cqc|ofsted|"
    "department for education|police|independent office for police conduct|health and safety executive|"
    "environment agency|financial ombudsman|pensions ombudsman|legal ombudsman|property ombudsman|"
    "schools adjudicator|monitoring officer|auditor|trading standards|electoral commission|charity "
    "commission|valuation office agency|general pharmaceutical council|general dental council|solicitors regulation "
    "authority|traffic commissioner|equality and human rights commission|equality advisory|crown prosecution service|"
    "regulator of social housing|department for work and pensions|dwp|hmrc|driver and vehicle|standards committee)"
)

GROUND = Ground(
    slug="better-placed-body",
    title="Another body is better placed",
    family=CHOICE,
    place=70,
    law="s24A(6)",
    explanation=(
        "Another organisation deals with this kind of complaint, such as the Information Commissioner for "
        "personal data or the Housing Ombudsman for social tenants, so the Ombudsman left it to them."
    ),
    instead="You can complain to the body that the decision names.",
    phrases=(
        f"(should|must|can|needs to|need to|ought to) (go|be sent|complain|report|turn) ... {BODY}",
        "best (reported|raised|made|put|taken|addressed|left|referred|answered|looked) [at] (to|with|by)",
        f"{BODY} (is|are) the (body|place|one|organisation|authority) (to|for|which|that|whom)",
        "(better|best) (position|able|equipped|qualified|suited|fitted|left)",
        (
            f"{BODY} (was|is|has been) (set up|established|created|there|the body) ... (deal|decide|consider|"
            "look|purpose|uphold|regulate)"
        ),
        (
            "(right|proper|appropriate|best|obvious|usual|correct) (place|route|channel|forum|organisation) "
            f"[for|to] ... {BODY}"
        ),
        (
            "(better|best) (placed|suited|able|equipped) [to (consider|deal with|investigate|look at|look into|"
            "decide|respond to|determine|handle|address|assess|resolve)]"
        ),
        (
            "(better|best) (dealt with|considered|addressed|investigated|suited|handled|decided|resolved|"
            "directed|pursued) ... (by|to|through|with) [the|another|a|his|her|their]"
        ),
        f"reasonable ... to ... {BODY}",
        f"(expect|expected) ... (complain|refer|take|report|raise|approach|go|contact|ask|use) ... {BODY}",
        (
            "(should|must|need to|needs to|can properly) be (referred|directed|made|raised|reported|put|taken|"
            f"addressed|considered|dealt with) ... {BODY}"
        ),
        f"(matter|matters|issue|issues|one|ones|questions?|complaints?|is|are) for [the|a|his|her|their] {BODY}",
        "(appropriate|right|correct|proper|relevant) (body|organisation|ombudsman|agency|regulator|authority) [to|for]",
        (
            "because ... (can|could|may|able to|should) ... (complain|refer|take|report|raise|approach|go|ask|"
            f"contact) ... {BODY}"
        ),
        (
            f"{BODY} [is|are] [the|an] (body|organisation|authority) ... (deal|deals|consider|considers|set up|"
            "investigate|responsible|decide|oversee|oversees|oversight|handle)"
        ),
        (
            "(another|other|different|separate) (body|organisation|agency|ombudsman) ... (consider|deal|"
            "investigate|look|better|responsible|remit)"
        ),
        (
            "(more|better|best) (appropriate|appropriately|suited|suitable|properly) [for|to|dealt with by|"
            f"considered by|raised with|directed to|investigated by|a matter for] [the|a|his|her|their] {BODY}"
        ),
        (
            "(should|must|can|could|needs to|ought to|may) (take up|take|pursue|raise|make|direct|bring|refer|"
            "report) [up] (his|her|their|this|these|the|that|such|any) (complaint|complaints|concerns?|matter|"
            f"matters|issue|issues) ... (to|with) [the|his|her] {BODY}"
        ),
        (
            "(which|that|this|these) (he|she|they|mr *|mrs *|ms *|miss *) (can|could|may|should) (raise|take|"
            f"pursue|report|refer|complain) [about|up] [with|to] [the] {BODY}"
        ),
        *alternative_remedies(BODY),
        hint(
            "(information commissioner|ico|housing ombudsman|social work england|care quality commission|"
            "cqc|ofsted|police|regulator|monitoring officer|professional body|trading standards|"
            "parliamentary ombudsman|health ombudsman|property ombudsman|financial ombudsman|environment "
            "agency)"
        ),
    ),
    examples=(
        (
            "We will not investigate because complaints about officers should go to the Independent Office "
            "for Police Conduct."
        ),
        "We will not investigate Mr X's complaint. The Information Commissioner deals with such complaints.",
        "We will not investigate because this is best reported to the police.",
        "We will not investigate because Ofsted is the place to which such complaints go.",
        "We will not investigate because the Property Ombudsman is in a better position to decide.",
        "We will not investigate because the Financial Ombudsman was set up to deal with such disputes.",
        "We will not investigate because the right place for such a complaint is the Information Commissioner.",
        "We will not investigate because she can complain to the Care Quality Commission.",
        "We will not investigate because there is another body better placed to consider this complaint.",
        "We will not investigate because these concerns would be better dealt with by the Housing Ombudsman.",
        (
            "The Ombudsman will not investigate because it is reasonable for Mr X to complain to the Information "
            "Commissioner."
        ),
        (
            "We will not investigate because it is reasonable to expect him to report his concerns to the social "
            "worker's professional body, Social Work England."
        ),
        "Complaints of this nature should be referred to the Care Quality Commission.",
        "We will not investigate because data protection is a matter for the Information Commissioner's Office.",
        (
            "We will not investigate because the Information Commissioner is the appropriate body to consider "
            "complaints about personal data."
        ),
        "We will not investigate because Mrs D can take her complaint to the Housing Ombudsman.",
        ("We will not investigate because the Information Commissioner is the body set up to deal with such requests."),
        "We would expect Ms Y to refer this to the ICO, so we will not investigate.",
        "We will not investigate as it would be more appropriate for the Care Quality Commission to look at this.",
        (
            "We will not investigate because Mr X should take up his complaint about NHS care with the "
            "Parliamentary and Health Service Ombudsman."
        ),
        "We will not investigate the service charges, which she can raise with the Housing Ombudsman.",
    ),
    near_misses=(
        "Mr X may wish to contact the Information Commissioner.",
        "We do not find another body better placed to consider the complaint.",
        "If she believes the records are wrong, her recourse is to pursue her right to rectification.",
        "The Council reported the matter to the police.",
        "Mr X says the police are better placed to look at this.",
        "It is open to Mr X to complain to the Housing Ombudsman.",
    ),
)
