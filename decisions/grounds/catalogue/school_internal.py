"""What happens inside schools.

School admissions and special needs provision are not excluded.
Source: Local Government Act 1974, as amended, Sch 5 para 5: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.rule import LAW, Ground

SCHOOL = (
    "(school|schools|school's|academy|academies|nursery|college|headteacher|headteachers|teachers|"
    "governors|governing body)"
)

GROUND = Ground(
    slug="school-internal",
    title="What happens inside schools",
    family=LAW,
    law="Sch 5 para 5",
    explanation=(
        "The law keeps the Ombudsman from looking at what goes on inside a school: teaching, conduct, "
        "discipline and how it is run."
    ),
    phrases=(
        (f"internal (management|matters|affairs|workings|organisation|running|issues|management matters) ... {SCHOOL}"),
        (
            "(what happens|what happened|what takes place|happens|happened|events|incidents|matters|occurs) (in|"
            f"inside|within|at) [a|the|his|her|their|maintained|most] [child's|son's|daughter's] {SCHOOL}"
        ),
        (
            "(cannot|no power|no powers|no jurisdiction|unable|prevents|outside) ... (actions?|conduct|"
            "management|decisions?|discipline|teaching|running|behaviour|bullying) (of|by|about|in|against|at|"
            f"from) [a|the|his|her|their|individual|maintained] {SCHOOL}"
        ),
        (
            "(cannot|no power|no powers|no jurisdiction|unable) [to] (investigate|consider|look at) [complaints] "
            "[about] [the] (schools|headteachers?|teachers?|governors|governing body|school's actions)"
        ),
        (
            "(school|schools) ... (outside|out of|not within|beyond|not in) [our|the ombudsman's|my] "
            "(jurisdiction|remit|powers)"
        ),
    ),
    examples=(
        "We cannot investigate because the complaint is about the internal management of a school.",
        "We cannot investigate what happens in schools.",
        "We cannot investigate the actions of the school.",
        "The Ombudsman cannot investigate the headteacher.",
        "We cannot investigate because the school is outside our jurisdiction.",
    ),
    near_misses=(
        "The Council named a school in the plan.",
        "Mr X says the school was at fault.",
        "We will not investigate the school admission appeal because there is not enough evidence of fault.",
    ),
)
