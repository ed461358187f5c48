"""Complained too late (after 12 months).

The complaint is late, never the council's reply; lateness set aside for good reasons is not a ground.
Source: Local Government Act 1974, as amended, s26B, s34D: https://www.legislation.gov.uk/ukpga/1974/7/section/26B
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="late-complaint",
    title="Complained too late (after 12 months)",
    family=LAW,
    place=110,
    law="s26B, s34D",
    explanation=(
        "A complaint has to reach the Ombudsman within 12 months of the person finding out about the matter. "
        "A later one is looked at only if there is a good reason for the delay."
    ),
    instead=(
        "If you had a good reason for the delay, such as a serious illness, tell the Ombudsman, who may accept "
        "your complaint all the same."
    ),
    phrases=(
        (
            "(no|not|nothing|anything|any) ... (explain|explains|explained|explanation) ... (why|waited|"
            "delay|sooner|earlier|late|time)"
        ),
        "not (come|complain|complained|contact|contacted|approach|bring|brought) ... until",
        "(has|have|had) (known|been aware) ... since",
        (
            "(waited|delayed|left it|taken|took) ... (years|months|too long|so long|until) ... (complain|"
            "complaining|complained|contact|come|us)"
        ),
        "(complained|complaint|came|contacted) ... (years|decade|decades) (later|after|on|afterwards|since)",
        (
            "(knew|known|aware|learned|learnt|found out|realised) ... (more than|over|for|since|at least|"
            "nearly) ... (year|years|decade|decades|12 months|twelve months)"
        ),
        (
            "(no|insufficient|not enough|little|not sufficient|nor) ... (grounds?|reasons?|justification|"
            "basis|cause|case) ... (discretion|disapply|set aside|waive|time limit|time bar) [to] ... (now|"
            "late|time|events|long|stage|aside|limit)"
        ),
        (
            "(no|insufficient|not enough|little|not sufficient|nor) ... (grounds?|reasons?|justification|"
            "basis|cause|case) ... (set aside|disapply|waive|overlook|accept) ... (aside|time|limit|late|it|"
            "that|this|delay|now)"
        ),
        (
            "(too much|so much|too long|so long|considerable|significant|long) [a|of] [time|period of time|"
            "delay] (has|have|had|passed|elapsed|ago|since|gone by)"
        ),
        (
            "(no|not|nor) ... (why|reason) ... (could|should|did)(n't| not) ... (complained|complain|come|"
            "contacted|contact|approached|brought|raised) ... (sooner|earlier|before|within|time)"
        ),
        (
            "(is|are|was|were|and|now|also|therefore|falls|largely|partly|brought|made|too) [now|also|therefore|"
            "largely] out of time"
        ),
        "(time-barred|time barred|caught by the time|well past the time)",
        (
            "(complaint|complaints|parts?|issues?|matters?|events|concerns) ... (is|are|was|were) [also|now|"
            "therefore|made|too|largely|mostly|partly|clearly|both|brought] late"
        ),
        "(it|this|that|these|they|which|he|she) (is|are) [also|now|therefore|made|too|clearly|out of time and] late",
        "late (complaint|complaints|and|because)",
        (
            "(made|brought|complained|complaining|received|raised|came|come|submitted) [to us|his complaint|her "
            "complaint|it] [too] late"
        ),
        (
            "(outside|out of|beyond|exceeds|over|past) [of] [the|our|a] [usual|normal|permitted|statutory|"
            "relevant] (12|twelve)(-| )months? [period|time limit|limit|rule|timescale|window|timeframe|deadline]"
        ),
        "(more than|over|longer than) * (months|years) (ago|before|after|earlier|since|prior|late|old)",
        (
            "(more than|over|longer than|later than) (12|twelve|a year|two|three|four|five|six|seven|eight|ten|"
            "18) [months?|years?] (ago|before|after|earlier|since|prior|late|old)"
        ),
        (
            "(no|not|nor|without|any) ... good reasons? ... (delay|late|sooner|earlier|discretion|disregard|not "
            "complaining|not complain|time limit|why we|accept|now|investigate|12|restriction|rule)"
        ),
        "no good reasons? (to|that|which|explain|and|so|or|has|have|were|was|given)",
        (
            "(could|should|reasonable|reasonably|expect|expected) ... (complained|come|contacted|approached|"
            "brought|raised|complain|come to|contact|bring) ... (sooner|earlier|at the time|before now|within 12 "
            "months)"
        ),
        (
            "(outside|out of|beyond|past) [of] [the|our|this] [statutory|legal|relevant|permitted|normal|usual] "
            "(time limit|time limits|timescale|timescales|time restriction)"
        ),
        "(too old|too long ago|historic complaint|historic matters|historical matters|historic events)",
        "not ... within [the|a] [usual|normal|permitted] (12|twelve)(-| )months?",
        "(passage of time|time that has passed|time which has passed)",
        "(outside|beyond|past) [of] [the|our|this] (statutory|legal|relevant|permitted|normal|usual|allowed) time",
        (
            "(delayed|delay|delays|delaying) [in] (bringing|making|raising|submitting) [of] (his|her|their|the|"
            "this|a|these) (complaint|complaints|matter|concerns) [to us]"
        ),
        "(delayed|delay|delaying) [in] (complaining|coming to|approaching|contacting) (us|to us|the ombudsman)",
        (
            "open to (him|her|them|mr *|mrs *|ms *|miss *) to (complain|come|contact|raise|approach) ... (at the "
            "time|sooner|earlier|then|before)"
        ),
        (
            "(complaint|complaints|matter|matters|events|issue|issues) (is|are) [now|also|largely|mostly|purely|"
            "too] (historic|historical)"
        ),
        (
            "(should|could|ought to) have (come|complained|contacted|approached|brought|been) [to] [us|me|the "
            "ombudsman|this] [with|made] within (a|one|12|twelve) (year|months)"
        ),
        (
            "time (for|to|limit for) (complaining|complain|bring|bringing|making) ... (passed|expired|run out|"
            "ended|elapsed|over)"
        ),
        (
            "(could|should|reasonable|reasonably|expect|expected) ... (complained|come|contacted|approached|"
            "brought|complain|contact) [it|this|that|the matter|his complaint|her complaint|the complaint] [to] "
            "(us|me|the ombudsman) [about it|about this|about that|with this|with it] (before|previously|then|at "
            "that time|much sooner|long before)"
        ),
        (
            "(come|comes|came|brought|made|reached|reaches|submitted|put) [it|this|the complaint] [to] (us|me|"
            "him|the ombudsman) [far|much|too|so] (too late|late|so late)"
        ),
        (
            "no good reasons? (why|for which) [mr *|mrs *|ms *|miss *|he|she|they|the complainant] [mr *|he|she|"
            "they] (did not|could not|waited|delayed|took) [to|have] (complain|complained|come|contact|approach|"
            "bring|until|so long|to complain|raise)"
        ),
        hint(
            "(too late|late|time limit|12 months|twelve months|years ago|years before|years later|years "
            "earlier|sooner|earlier|long ago|many years|several years|historic|waited)"
        ),
        hint("(between|before|in|since|until) (19|20)* [and|to]"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The events took place many years ago.",
        "We will not investigate Mr X's complaint. He first raised this in 2009.",
        "We will not investigate because we have seen nothing to explain why she waited.",
        "We will not investigate because he did not complain to us until 2023.",
        "We will not investigate because he has known of these matters since 1998.",
        "We will not investigate because Mr B waited three years to complain.",
        "We will not investigate because she complained to us four years later.",
        "We will not investigate because she knew about the matter more than a decade ago.",
        "We will not investigate because we see no grounds to exercise our discretion to look at it now.",
        "We will not investigate because there is insufficient reason to set aside the limit.",
        "We will not investigate because too much time has passed.",
        "We will not investigate because we see no reason why he could not have come to us earlier.",
        "We will not investigate because the complaint is out of time.",
        "We will not investigate this complaint because it is late.",
        "The Ombudsman will not investigate Mrs X's late complaint about a school transport decision.",
        "We cannot investigate because the complaint was made late and there is no good reason for the delay.",
        "We will not investigate matters before 2019 because they are outside the normal 12-month period.",
        "We will not investigate because the events happened more than 12 months before Mr X complained to us.",
        "We will not investigate because it is reasonable to have expected her to have complained sooner.",
        "We will not investigate because the complaint is outside the time limit.",
        "We will not investigate because the events are too old to investigate now.",
        "We will not investigate because of the passage of time.",
        "We will not investigate because of her delay in bringing the complaint to us.",
        "We will not investigate because the complaint was not made within 12 months.",
        "We will not investigate this part as Mr B complained too late.",
        "We will not investigate the matter as Mr X has given no good reason why he waited until 2020.",
        (
            "We will not investigate events in 2015, as these are late and there are no good reasons to exercise "
            "discretion."
        ),
        "We cannot investigate because the complaint is time-barred.",
        "We will not investigate because the complaint is outside the permitted time.",
        "We will not investigate because Mr Z delayed bringing his complaint to us.",
        "We will not investigate Mr X's complaint about a 1995 tenancy. It was open to him to complain at the time.",
        "We will not investigate because the complaint is historical.",
        "We will not investigate because Mr M should have come to us within a year.",
        "We will not investigate because the time for complaining had passed when she came to us.",
        "We will not investigate because of his delay in coming to us.",
        "We will not investigate because he could have come to us before.",
        "The Ombudsman will not investigate the refusal in 2015, as it comes to him too late.",
        "We will not investigate as there is no good reason why he did not come to us in 2018.",
    ),
    near_misses=(
        "It is not late.",
        "Although the complaint is late, there are good reasons to exercise discretion to investigate it.",
        "The Council was late in replying to Mr X.",
        "Mr X complained to us within 12 months of the decision.",
        "The Council says the complaint is late.",
        (
            "We will not investigate this complaint about a late payment of a grant because the delay caused no "
            "injustice worth naming."
        ),
        "We will not investigate because he can make an out of time application to the court.",
        (
            "We will not investigate the Council's delay in making a decision because it caused no significant "
            "injustice."
        ),
        "We will not investigate the delay in contacting him because it caused no significant injustice.",
        (
            "We will not investigate because she had a right of appeal and there is no good reason why she did "
            "not use it."
        ),
        (
            "We will not investigate the complaint that the Council decided his complaint was late because there "
            "is not enough evidence of fault."
        ),
    ),
)
