"""Not entitled to complain, or to complain for someone else.

Also a public body that complains.
Source: Local Government Act 1974, as amended, s26A, s27(1), s34C: https://www.legislation.gov.uk/ukpga/1974/7/section/26A
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="not-suitable-complainant",
    title="Not entitled to complain, or to complain for someone else",
    family=LAW,
    place=170,
    law="s26A, s27(1), s34C",
    explanation=(
        "The law says who may complain: the person affected, someone acting for them with their consent, or a"
        " suitable representative. A public body may not."
    ),
    instead="The person affected can complain, or can agree to someone else complaining for them.",
    phrases=(
        (
            "(public body|public bodies|public authorities|local authorities) (cannot|can not|may not|are "
            "not able to|are not allowed to) (complain|bring|make)"
        ),
        (
            "not (given|provided|got|obtained|received|shown|had|have) [his|her|their|any|us|the] [person's|"
            "resident's] (consent|permission|authority)"
        ),
        "not (want|wish|agree) ... to (complain|act|represent) ... (her|him|them|behalf|it)",
        "(is|are|as|being) [itself|themselves] [a|another] public (body|bodies|authority|authorities)",
        (
            "(not|nor) ... (suitable|appropriate|proper|right|authorised|best) (person|representative|"
            "complainant|one) [to|for]"
        ),
        (
            "not ... (agreed|authorised|consented|asked|given permission|appointed) ... (complain|"
            "complaining|behalf|acting|represent|representing|for her)"
        ),
        (
            "(no|without|lacks?|lacking) [have|has|had] [the|his|her|their|any|written|valid|proper] [*] "
            "(consent|standing|authorisation)"
        ),
        "(no|not|without|lacks?) ... authority (to act|to complain|to represent|to bring|from)",
        (
            "(law|act|we|ombudsman|legislation) ... (not|cannot|bars|prevents|excludes) ... (public bodies|"
            "public body|local authorities|public authorities|public authority|local authority) [to|from|"
            "as] [complain|complaining|complaints]"
        ),
        "not the person (affected|concerned|who)",
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
        (
            "not (agreed|consented) to (the|this|his|her|their|a|any|our|us|it) [*] (complaint|investigating|"
            "investigation|being)"
        ),
        "(has|have) [the|mental] [mental] capacity ... (complain|complaint|consent|own behalf)",
        (
            "(cannot|can not|not|may not) (accept|consider|investigate|look at|take) [a|any] (complaint|"
            "complaints) [made|brought] (from|by) [a|an|the|another|other] (parish council|town council|public body|"
            "local authority|another council|councils|school|academy|government)"
        ),
        "(not|nor) ... suitable to (represent|complain|act|bring|make)",
        (
            "(not|nor) [a|the|somebody|someone|anyone|a person|the person|one] (person|somebody|someone|anyone|"
            "complainant|relative) (who|whom|that) (can|may|could|has|is|we) ... (complain|behalf|represent|"
            "affected|complaint)"
        ),
        (
            "(cannot|can not|may not|could not) (speak|act|complain|bring|make) [a complaint] [for|on behalf of] "
            "(for|behalf|on) ... (without|unless|agreement|consent)"
        ),
        (
            "(has|have) [since|also] (said|told us|confirmed|made clear) [that] (he|she|they) (does|do|did) not "
            "(want|wish|consent|agree) [to] [mr *|mrs *|ms *|miss *|him|her|us|this|the|a] [to] ... (complain|"
            "represent|act|complaint|behalf|complaining)"
        ),
        hint("(consent|representative|mental capacity|public body|public authority|power of attorney)"),
    ),
    examples=(
        "We cannot investigate because the complainant is a parish council, and public bodies cannot complain to us.",
        "We will not investigate Mr X's complaint. Mrs X holds no power of attorney.",
        "We will not investigate because his constituent has not given consent.",
        "We will not investigate because the resident does not want Ms Z to complain for her.",
        "We cannot investigate because it is a complaint by a school, which is a public authority.",
        "We will not investigate because he is not an appropriate representative.",
        "We will not investigate because she has not authorised him to complain.",
        "We cannot investigate because she has no authority to act for him.",
        "We will not investigate because the complainant lacks his brother's consent.",
        "We cannot investigate because the law does not allow public bodies to complain.",
        "We cannot investigate because he is not the person affected.",
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
        "We will not investigate because her mother can decide for herself and has not agreed to the complaint.",
        "We will not investigate because his mother has capacity to make her own complaint.",
        "We cannot accept a complaint from a parish council.",
        "We cannot investigate because we are not satisfied Mr D is suitable to represent his uncle.",
        "We will not investigate because he is not a person who can complain on behalf of the deceased.",
        "We will not investigate because Mr C cannot speak for his sister without her agreement.",
        "We will not investigate. The sister has said she does not want Ms Z to complain for her.",
    ),
    near_misses=(
        "Mr X is a suitable person to complain on behalf of his mother.",
        "The Council says Mr X is not a suitable representative.",
        "Mr X complains for his son, who has given consent.",
    ),
)
