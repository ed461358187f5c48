"""Not an administrative function of the body.

Also the acts of coroners, registrars and councillors in their own right.
Source: Local Government Act 1974, as amended, s26(1): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.rule import LAW, Ground

GROUND = Ground(
    slug="not-administrative-function",
    title="Not an administrative function of the body",
    family=LAW,
    law="s26(1)",
    explanation=(
        "The Ombudsman may only look at what a body does as part of its public administrative work. What was "
        "complained about is not."
    ),
    phrases=(
        "(not|no) ... administrative (function|functions|action|actions|matter|role)",
        (
            "not [have] [been] (carried out|acting|provided|undertaken|done|act|acted|exercising|exercise) ... "
            "(on behalf of|council's functions|functions of|public function|administrative|council function|in "
            "the exercise|public functions)"
        ),
        "not ... function of (the|a) (council|authority|body)",
        "not ... council's (responsibility|function|functions)",
        "not responsible for ... (actions|decision|decisions|service|matter|land|road|policy|functions?)",
        "(private|personal) (capacity|matter between)",
    ),
    examples=(
        "We cannot investigate because the action was not an administrative function of the Council.",
        "We cannot investigate because the warden was not acting on behalf of the Council.",
        "We cannot investigate because providing the service is not a function of the Council.",
        "We cannot investigate because maintaining the lane is not the Council's responsibility.",
        "We cannot investigate because the Council is not responsible for the actions of the coroner.",
        "We cannot investigate because the councillor acted in a private capacity.",
    ),
    near_misses=(
        "The Council delegated this function to a contractor.",
        "Mr X says it was not the Council's responsibility.",
        "We will not investigate the Council's administrative error because it caused no injustice worth naming.",
    ),
)
