"""The body is outside the law (parish council, academy).

What a covered council does about such a body is not excluded.
Source: Local Government Act 1974, as amended, s25, s34(1): https://www.legislation.gov.uk/ukpga/1974/7/section/25
"""

from decisions.grounds.rule import LAW, Ground

BODY = (
    "(academy|academies|parish council|parish councils|town council|town councils|academy school|academy "
    "schools|academy trust|free school|free schools|private school|private schools|independent school|"
    "housing association|housing associations|private company|private companies|private individual|"
    "private individuals|private organisation|private organisations|university|universities|police|"
    "government department|government departments|nhs trust|nhs)"
)

GROUND = Ground(
    slug="body-not-covered",
    title="The body is outside the law (parish council, academy)",
    family=LAW,
    law="s25, s34(1)",
    explanation=(
        "The Ombudsman may only look at the bodies the law names. Parish and town councils, academies and "
        "most private companies are not among them."
    ),
    phrases=(
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
    ),
    examples=(
        "We cannot investigate because the company is not a body within our jurisdiction.",
        "We cannot investigate because we have no powers to investigate academies.",
        "We cannot investigate complaints about parish councils.",
        ("We cannot investigate because the complaint concerns a private company over which we have no jurisdiction."),
        "We cannot investigate because town councils are outside our jurisdiction.",
        "We cannot investigate because the academy is not within our jurisdiction.",
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
