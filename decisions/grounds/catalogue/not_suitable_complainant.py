"""Not someone who may complain, or may for another.

Also a public body that complains.
Source: Local Government Act 1974, as amended, s26A, s27(1), s34C: https://www.legislation.gov.uk/ukpga/1974/7/section/26A
"""

from decisions.grounds.rule import LAW, Ground

GROUND = Ground(
    slug="not-suitable-complainant",
    title="Not someone who may complain, or may for another",
    family=LAW,
    law="s26A, s27(1), s34C",
    explanation=(
        "The law says who may complain: the person affected, somebody acting for them with their consent, or "
        "a suitable representative. A public body may not."
    ),
    phrases=(
        "not ... suitable (person|representative|complainant|person to)",
        (
            "(not|nor|no) [have|has|given|got|received|provided] ... (consent|authority|permission) ... "
            "(complain|behalf|represent|act|complaint|bring|person)"
        ),
        "(not|nor) ... (entitled|able|eligible|authorised) to (complain|bring|make|represent|act)",
        (
            "(complaint|complaints) [made|brought] (by|from|on behalf of) [a|another|other] (public body|public "
            "bodies|local authority|local authorities|councils)"
        ),
        "body constituted for public service",
        "(public body|local authority|nationalised industry) ... (cannot|not) complain",
        "not ... (member of the public|person affected|service user|someone who can complain)",
        "without ... consent",
    ),
    examples=(
        "We will not investigate because Mr X is not a suitable person to complain on his sister's behalf.",
        (
            "We cannot investigate because we do not have the resident's consent to consider the complaint made "
            "on her behalf."
        ),
        "We cannot investigate because Mrs B is not entitled to bring a complaint for her neighbour.",
        "We cannot investigate this complaint from a public body.",
        "We cannot investigate because the parish council is a body constituted for public service.",
        "We cannot investigate because a public body cannot complain to us.",
        "We cannot investigate because the complaint does not come from a member of the public.",
        "We cannot investigate without the consent of the person affected.",
    ),
    near_misses=(
        "Mr X is a suitable person to complain on behalf of his mother.",
        "The Council says Mr X is not a suitable representative.",
        "Mr X complains for his son, who has given consent.",
    ),
)
