"""Employment matters.

Also said of a wish to see an officer disciplined.
Source: Local Government Act 1974, as amended, Sch 5 para 4: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import barred
from decisions.grounds.phrases import hint, topic

TOPIC = (
    "(personnel|employment|employed by the council|employing him|employing her|former employee|former employees|"
    "as an employee|its employees|of employees|recruitment of staff|recruitment process|recruitment exercise|"
    "his recruitment|her recruitment|their recruitment|job recruitment|dismissal|was dismissed|were dismissed|"
    "unfairly dismissed|dismissed from|redundancy|disciplinary action|disciplinary matters|staff discipline|"
    "pension scheme|pension schemes|pensions|his pension|her pension|superannuation|terms and conditions|"
    "job appointments?|appointment of|appointments to|staff appointments?|staffing|grievance|job application|"
    "applied for a job|rates of pay)"
)

GROUND = Ground(
    slug="personnel",
    title="Employment matters",
    family=LAW,
    place=190,
    law="Sch 5 para 4",
    explanation=(
        "The law does not let the Ombudsman look at how a council appoints, disciplines, pays or dismisses its staff."
    ),
    instead=(
        "Your employer’s own grievance procedure and the employment tribunal deal with such matters, and Acas"
        " can advise you."
    ),
    phrases=(
        *barred(TOPIC),
        (
            "(personnel|employment|staffing|disciplinary|recruitment|human resources|staff disciplinary) (matter|"
            "matters|issue|issues|decision|decisions|process|processes|action|affairs)"
        ),
        (
            "(cannot|not|no power|no powers|unable|prevents|outside|no jurisdiction|excludes) ... (personnel|"
            "employment of|employment by|employment matters|dismissal|discipline|disciplining|pay and conditions|"
            "recruitment of staff|recruitment of officers|recruitment process|superannuation)"
        ),
        (
            "(because|about|concerns|relates to|arises from|arise from) ... (his|her|their) [former|own|"
            "previous] (employment|dismissal|recruitment)"
        ),
        "(arise|arises|arising|arose|stems|stem|resulting|results) (from|out of) ... (employment|employed|job)",
        (
            "(cannot|no power|no powers|no jurisdiction|prevents|unable) ... (manages|managing|treats|treated|"
            "treating|pays|paying|recruits|supervises|deals with|dealt with) (its|their|his|her|the) [own] "
            "(staff|officers|employees|workforce|workers)"
        ),
        "(cannot|no power|no powers|unable|prevents|no jurisdiction|excludes) ... recruitment",
        topic(
            "(employee|employees|employment|employer|dismissal|redundancy|grievance|recruitment|job|"
            "disciplinary|colleagues?|pension)"
        ),
        hint(
            "(employee|employees|employer|employment|employed|employs?|dismissal|dismissed|redundancy|"
            "grievance|recruitment|job|disciplinary|staff|worked for|former officer)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It is about how staff are managed.",
        "We cannot investigate how the Council dealt with her grievance as an employee. The law does not permit it.",
        "We cannot investigate because it concerns his dismissal.",
        "We cannot investigate because redundancy is outside our jurisdiction.",
        "We cannot investigate because the law prevents us looking at job application decisions.",
        "We cannot get involved in personnel matters.",
        "We cannot investigate because the complaint is about employment issues.",
        "We cannot investigate because the law prevents us from considering the dismissal of staff.",
        "We cannot investigate because the complaint arises from his employment by the Council.",
        "The Ombudsman cannot look at disciplinary matters.",
        (
            "We have no jurisdiction because the complaint about the pension arises from Mr B's time in the "
            "Council's employment."
        ),
        "We cannot investigate how a council manages its staff.",
        "The law says we cannot investigate complaints about recruitment by councils.",
    ),
    near_misses=(
        "Mr X says the officer should be disciplined.",
        "The Council says it will deal with the officer's conduct as a personnel matter.",
        "Mr X lost his employment after the Council's decision.",
        "We will not investigate the Council's recruitment of foster carers because we are unlikely to find fault.",
        (
            "We cannot investigate a company which employs carers privately because it is not a body within our "
            "jurisdiction."
        ),
        "The Tribunal dismissed her appeal and we cannot investigate the matter again.",
        "We cannot achieve the outcome Mr X wants, which is the dismissal of an officer.",
        "We will not investigate missed appointments because there is not enough evidence of fault.",
    ),
    yields_to=("cannot-achieve-outcome-sought",),
)
