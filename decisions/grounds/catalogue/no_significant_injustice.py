"""No significant effect on the person.

Needs words about harm; weak evidence of *fault* is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="no-significant-injustice",
    title="No significant effect on the person",
    family=CHOICE,
    place=20,
    law="s24A(6)",
    explanation=(
        "Even if something went wrong, the Ombudsman did not think it affected the person seriously enough to"
        " investigate. Public money has to go to complaints where more was at stake."
    ),
    instead=(
        "If you have evidence of an effect that the Ombudsman did not know about, you can send it and ask for"
        " the decision to be looked at again."
    ),
    phrases=(
        (
            "(injustice|impact|harm|effect|detriment|upset|distress|inconvenience|loss|disadvantage) "
            "[caused|claimed|alleged|remaining] [to] [him|her|them] (is|was|were|are|remains|would be) "
            "[very|relatively|quite|at most|too|only] (slight|minor|limited|small|minimal|modest|"
            "short-lived|temporary|trivial|low|speculative|insufficient|insignificant)"
        ),
        (
            "(injustice|impact|harm|effect|detriment|upset|distress|inconvenience|loss|disadvantage) (on|of|"
            "to) [a|the] (scale|level|kind|degree|extent|sort|type|order) ... (warrant|justify|merit|call "
            "for|require|need)"
        ),
        "(not|unlikely|doubtful|no) ... (caused|causing|led to|resulted in|suffered) ... (injustice|harm|detriment)",
        (
            "(not|nor|insufficient|too) ... (serious|significant|substantial|great|slight|small|minor|"
            "trivial|limited|little) ... (injustice|impact|harm|effect|detriment|disadvantage|upset|"
            "distress|inconvenience|loss|consequence|consequences)"
        ),
        (
            "(injustice|impact|harm|effect|detriment|upset|distress|inconvenience|loss) ... (not|"
            "insufficient|too|only) ... (serious|significant|substantial|great|slight|small|minor|trivial|"
            "limited|little|sufficient|justify|warrant|enough)"
        ),
        (
            "(only|merely|just) [a|some] (limited|minor|slight|modest|small|minimal|short-lived|temporary|"
            "passing) [degree of|amount of|level of] (injustice|impact|harm|inconvenience|distress|upset|"
            "frustration)"
        ),
        (
            "not [directly|personally] (affect|affected|disadvantaged|caused|cause|lost out) ... "
            "(significantly|seriously|directly|personally|enough|injustice|harm|level|disadvantage)"
        ),
        (
            "(no|not|insufficient|any|without|little|limited|nor) ... significant [enough] [personal|direct|"
            "outstanding|remaining|continuing] (injustice|harm|impact|loss|effect|disadvantage)"
        ),
        (
            "(no|insufficient|not enough|little|not sufficient|not any|limited|minimal|minor|without) [other|"
            "real|evidence of|outstanding|remaining|unremedied|direct|ongoing|further|evidence of any|serious] "
            "[personal] injustice"
        ),
        "(not|never) [been] (caused?|suffer|suffered|experienced) ... (injustice|harm)",
        (
            "(no|not|not enough|insufficient|no sign of|little) ... fault or [of] [any|a|significant|sufficient|"
            "enough] [personal] injustice"
        ),
        "injustice ... (not|insufficiently|insufficient) ... (significant|serious|enough|sufficient|sufficiently)",
        "injustice ... (does|do|would|is|are|was) not [so|such|a] (significant|justify|warrant|enough|sufficient)",
        "(not|insufficiently) ... (significant|serious) enough [injustice|impact|harm] [to (justify|warrant)]",
        (
            "not [been] [personally|directly|significantly|adversely] (affected|impacted) [by|to|in|personally|"
            "significantly]"
        ),
        "not cause the claimed injustice",
        (
            "(no|insufficient|not enough|not sufficient|little) evidence [that|to suggest|to show] (mr|mrs|ms|"
            "miss|he|she|it|they|this|the|any) ... injustice"
        ),
        "injustice ... (limited|minor|slight|speculative|minimal)",
        "(not|nor|no) ... (affected|impacted) ... (degree|level|extent)",
        (
            "(injustice|impact|effect) ... (not|insufficient) ... to (justify|warrant) [an|our|further|any|the] "
            "(investigation|investigating|involvement|expense|cost)"
        ),
        (
            "(not|nor) (amount|amounts|amounting) to [a|an|any|such] [significant|serious|sufficient|enough|"
            "personal] (injustice|harm|detriment)"
        ),
        (
            "(not|nor|below) (meet|meets|met|reach|reaches|reached|pass|passes|cross) [our|the|a|that] "
            "(threshold|level|bar|test) ... (injustice|harm|investigation|impact|involvement)"
        ),
        "(lost|suffered|lose|loses|suffers) (nothing|no loss|little) (by|from|through|because|as|of)",
        "too (far|distant|remote) ... (affected|affect|injustice|impact|site|development)",
        hint(
            "(no|not|little|slight|small|minor|limited|insufficient|unlikely|only|without|hardly) ... "
            "(injustice|harm|distress|inconvenience|impact|upset|affected|consequence|consequences|"
            "disadvantage|disadvantaged|loss|effect|suffered|prejudice)"
        ),
        hint(
            "(injustice|harm|distress|inconvenience|impact|upset|consequences?|effect|matter|issue) ... (no|"
            "not|little|slight|small|minor|limited|insufficient|unlikely|too|low|negligible|trivial)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The mistake had hardly any consequences for him.",
        "We will not investigate Mr X's complaint. The inconvenience was negligible.",
        "We will not investigate because any distress was slight.",
        (
            "We will not investigate because the fault did not lead to injustice of a kind that would "
            "warrant our involvement."
        ),
        "We will not investigate because it is doubtful that the delay resulted in injustice.",
        "We will not investigate because the missed calls have not had a serious enough effect on her.",
        "We will not investigate because any upset caused is not sufficient to justify our involvement.",
        "We will not investigate because it caused her only a limited inconvenience.",
        "We will not investigate because the breach did not affect her significantly.",
        "We will not investigate this complaint because there is no significant injustice to Mrs B.",
        "We will not investigate because any fault has not caused Mr X any significant personal injustice.",
        (
            "The Ombudsman will not investigate this complaint because there is insufficient personal injustice "
            "to warrant it."
        ),
        "We will not investigate because Miss D has not suffered injustice as a result.",
        "The Ombudsman will not investigate because there is not enough evidence of fault or injustice.",
        (
            "We will not investigate because the injustice Mr F claims is not significant enough to justify our "
            "involvement."
        ),
        (
            "We will not investigate because any injustice caused is not so significant that we should use "
            "public money on it."
        ),
        "I will not investigate because Mr X has not been personally affected by the change to the road layout.",
        "The Ombudsman will not investigate because what happened did not cause the claimed injustice.",
        "We will not investigate because the injustice caused by the missed collections is limited.",
        (
            "We will not investigate because Mrs C was not affected by the decision to a degree that calls for "
            "our involvement."
        ),
        ("We will not investigate because the impact on Mr B is insufficient to justify the cost of an investigation."),
        "We will not investigate because there is no evidence that Mr X has been caused injustice.",
        "We will not investigate because the matter is not serious enough to warrant an investigation.",
        "We will not investigate as the frustration Mr J felt does not amount to an injustice.",
        "We will not investigate because the complaint does not meet our threshold for the level of injustice.",
        "We will not investigate because Mr X has lost nothing by the mistake.",
        "We will not investigate because Mr N lives too far from the site to be affected.",
    ),
    near_misses=(
        "We will not investigate because there is not enough evidence of fault.",
        "Mr X says the Council caused him significant injustice.",
        "The delay caused Mrs Y a significant injustice.",
        "The Council considers Mr X has suffered no significant injustice.",
        "The complaint is late and we will not investigate it, although the injustice is significant.",
    ),
    also=("insufficient-evidence-of-fault",),
)
