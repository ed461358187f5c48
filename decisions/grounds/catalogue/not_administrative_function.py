"""Not an administrative function of the body.

Also the acts of coroners, registrars and councillors in their own right.
Source: Local Government Act 1974, as amended, s26(1): https://www.legislation.gov.uk/ukpga/1974/7/section/26
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint, topic

GROUND = Ground(
    slug="not-administrative-function",
    title="Not an administrative function of the body",
    family=LAW,
    place=250,
    law="s26(1)",
    explanation=(
        "The Ombudsman may look only at what a body does as part of its public administrative work. "
        "Complaints about anything else are outside its powers."
    ),
    instead=(
        "You can ask the body itself, or a councillor; a solicitor or Citizens Advice can tell you whether a "
        "court could help."
    ),
    phrases=(
        (
            "not (relate|concern|arise|involve|part|amount|exercise|act|connected|about|in) ... * ... "
            "administrative (function|functions|action|actions|power|powers)"
        ),
        (
            "(judicial|legislative|political|policy-making|ceremonial|private) (function|functions|decision|"
            "decisions|capacity|role|act|acts|process|officer)"
        ),
        "administrative (function|functions|action|actions) ... (not|does not|excludes)",
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
        topic("(voted|vote|councillors?|coroner|registrar|election|elections|mayor|debate|byelaws?)"),
        hint("(administrative|coroner|registrar|electoral|returning officer|judicial|political|mayor|councillors?)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The coroner acts alone.",
        "We cannot investigate the complaint about how councillors voted. It is outside our jurisdiction.",
        "We cannot investigate because it does not relate to the exercise of the authority's administrative functions.",
        "We cannot investigate because making byelaws is a legislative function.",
        "We cannot investigate because the law speaks of administrative functions, which this is not.",
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
