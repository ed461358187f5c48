"""What happens inside schools.

School admissions and special needs provision are not excluded.
Source: Local Government Act 1974, as amended, Sch 5 para 5: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import barred
from decisions.grounds.phrases import hint, topic

SCHOOL = (
    "(school|schools|school's|academy|academies|nursery|college|headteacher|headteachers|teachers|"
    "governors|governing body)"
)

TOPIC = (
    "(goes on|go on|happens|happened|takes place|took place|occurs|occurred|teaching|conduct|discipline|day-to-day|"
    "bullying|behaviour|running|management|events|incidents?|lessons|staff|classroom|curriculum|exam|exams) ... "
    "(in|inside|within|at|of|by) [a|the|his|her|their|maintained|individual|primary|secondary|state] [child's|son's|"
    "daughter's|primary|secondary] (school|schools|nursery|academy|academies|classroom|headteacher|governors)"
)

GROUND = Ground(
    slug="school-internal",
    title="What happens inside schools",
    family=LAW,
    place=210,
    law="Sch 5 para 5",
    explanation=(
        "The law does not let the Ombudsman look at what goes on inside a school: teaching, conduct, "
        "discipline and how it is run."
    ),
    instead=("You can use the school’s own complaints procedure, and then complain to the Department for Education."),
    phrases=(
        *barred(TOPIC),
        (
            "(internal|inside|inner|day-to-day|everyday) (management|matters|affairs|workings|working|"
            f"organisation|running|issues|management matters) ... {SCHOOL}"
        ),
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
            "(school|schools) (is|are|falls|fall|lies|lie|does|do) [also|therefore] [not] [fall|come|lie|"
            "be] (outside|out of|within|not within|beyond|not in) [our|the ombudsman's|my] "
            "(jurisdiction|remit|powers)"
        ),
        (
            "(cannot|no power|no powers|no jurisdiction|unable) ... (teachers?|headteachers?|governors|school "
            "staff|staff) ... (in|at|of) [the|a|his|her|their] (classroom|classrooms|school|schools|lessons)"
        ),
        (
            "how [a|the|his|her|their|individual] (school|schools|academy|academies) (is|are|was|were) (run|"
            "managed|organised)"
        ),
        topic(
            "(school|schools|school's|teacher|teachers|headteacher|governors|classroom|pupils?|exclusion from|bullying)"
        ),
        hint("(school|schools|teacher|teachers|headteacher|governors|classroom)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It was for the headteacher.",
        "We cannot investigate how a teacher treated his son. This is outside our jurisdiction.",
        "We cannot investigate because we have no power to look at what goes on inside schools.",
        "We cannot investigate because the running of a school is not in our jurisdiction.",
        "We cannot investigate because it is about bullying at the school.",
        "We cannot investigate because the complaint is about the internal management of a school.",
        "We cannot investigate what happens in schools.",
        "We cannot investigate the actions of the school.",
        "The Ombudsman cannot investigate the headteacher.",
        "We cannot investigate because the school is outside our jurisdiction.",
        "We cannot investigate what teachers did in the classroom.",
        "We cannot investigate complaints about how schools are run.",
    ),
    near_misses=(
        "The Council named a school in the plan.",
        "Mr X says the school was at fault.",
        "We will not investigate the school admission appeal because there is not enough evidence of fault.",
    ),
)
