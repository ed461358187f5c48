"""The Ombudsman cannot look at this body.

What a covered council does about such a body is not excluded.
Source: Local Government Act 1974, as amended, s25, s34(1): https://www.legislation.gov.uk/ukpga/1974/7/section/25
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint, topic

BODY = (
    "(academy|academies|parish council|parish councils|town council|town councils|academy school|academy "
    "schools|academy trust|free school|free schools|private school|private schools|independent school|"
    "housing association|housing associations|water company|water companies|private company|private "
    "companies|private individual|"
    "private individuals|charity|charities|private landlord|private landlords|private organisation|"
    "private organisations|"
    "university|universities|police|"
    "government department|government departments|nhs trust|nhs)"
)

OTHERS = (
    "(agents?|parish councils?|town councils?|police|police forces|companies|company|firms?|academies|academy|trusts?|"
    "banks?|solicitors|associations?|charity|charities|contractors?|central government|government "
    "departments?|regulators?|suppliers?|"
    "developers?|landlords|universities|hospitals?|nhs|ministry|agency|agencies|individuals?|"
    "neighbours|members of the public)"
)
OUTSIDE = (
    "(outside|out of|beyond|not within|not in|not fall within|not come within|not fall under|not "
    "come under|not part of|"
    "not covered by|not subject to|no)"
)

GROUND = Ground(
    slug="body-not-covered",
    title="The Ombudsman cannot look at this body",
    family=LAW,
    place=240,
    law="s25, s34(1)",
    explanation=(
        "The Ombudsman may look only at the bodies that the law names. Parish and town councils, academies "
        "and most private companies are not among them."
    ),
    instead="You can use the body’s own complaints procedure, and it may have its own regulator or ombudsman.",
    phrases=(
        f"{OTHERS} ... {OUTSIDE} [of] [our|my|the|the ombudsman's|his|her] [legal] (jurisdiction|remit|powers?)",
        (
            "(no|not have) [the|any|legal] (power|powers|jurisdiction|remit|authority) ... (over|to|about|"
            f"against) ... {OTHERS}"
        ),
        f"(jurisdiction|remit|power|powers) (does|do) not (extend|cover|reach|run|include) ... {OTHERS}",
        f"{OTHERS} (is|are|was) not (a body|one|bodies|among|an authority|an organisation|listed|organisations)",
        (
            "not [a|an] (body|bodies|organisation|organisations|provider|authority) ... (jurisdiction|remit|"
            "powers?|can|investigate)"
        ),
        f"(no|not) [have] [any|the] (jurisdiction|powers?|remit|authority) ... {BODY}",
        (
            "(cannot|not|unable|prevents us from) [to] (investigate|investigating|consider|considering|look at) "
            f"[complaints] [about|against|the actions of|actions of|the conduct of] [a|an|the|most] {BODY}"
        ),
        f"{BODY} ... (no jurisdiction|no power|no powers)",
        (
            f"{BODY} (is|are) [also|therefore] (outside|out of|not within|beyond|not in) [of] (our|the "
            "ombudsman's|my) (jurisdiction|remit|powers)"
        ),
        (
            "(not allow|not let|not permit|not empower|not enable|prevents|stops) (us|me|the ombudsman|him) [to|"
            "from] (investigate|investigating|consider|considering|look at|looking at|look into) [complaints] "
            f"[about|against|the actions of|actions of|the conduct of] [a|an|the|most] {BODY}"
        ),
        (
            "(can|may) only (investigate|consider|look at|look into) [complaints] [about|against] (councils|"
            "local authorities|certain bodies|bodies|organisations)"
        ),
        topic(
            "(bank|company|parish|academy|police|charity|solicitors?|developer|association|trust|agent|"
            "agents|university|private|nhs|hospital|doctor|gp)"
        ),
        hint(
            "(not) ... (body|bodies|organisation|authority|jurisdiction) ... (investigate|jurisdiction|"
            "consider|covered|law|remit|list|look)"
        ),
        hint(
            "(parish council|parish councils|town council|academy|academies|private company|private "
            "landlord|water company|housing association)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The firm is not a body that the law covers.",
        "We will not investigate Mr X's complaint. The decision was a housing association's.",
        "We cannot investigate the complaint about her bank. The law does not give us that power.",
        "We cannot consider this. Estate agents are outside our jurisdiction.",
        "We cannot investigate because we have no jurisdiction over banks.",
        "We cannot investigate because our jurisdiction does not extend to solicitors.",
        "We cannot investigate because water companies are not bodies the law names.",
        "We cannot investigate because the company is not a body within our jurisdiction.",
        "We cannot investigate because we have no powers to investigate academies.",
        "We cannot investigate complaints about parish councils.",
        ("We cannot investigate because the complaint concerns a private company over which we have no jurisdiction."),
        "We cannot investigate because town councils are outside our jurisdiction.",
        "We cannot investigate because the academy is not within our jurisdiction.",
        "We cannot investigate because the law does not allow us to look at the actions of academies.",
        "We cannot investigate a complaint about a shopkeeper. We can only investigate councils and a few others.",
        "We cannot investigate the water company.",
        "We cannot investigate a charity that is independent of the Council.",
    ),
    near_misses=(
        "The Council consulted the parish council.",
        "Mr X says the parish council objected to the plan.",
        (
            "We will not investigate the complaint about the Council's academy conversion because there is not "
            "enough evidence of fault."
        ),
    ),
)
