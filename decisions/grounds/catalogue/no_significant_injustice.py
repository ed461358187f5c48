"""Not caused significant injustice.

Needs words about harm; weak evidence of *fault* is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.rule import CHOICE, Ground

GROUND = Ground(
    slug="no-significant-injustice",
    title="Not caused significant injustice",
    family=CHOICE,
    law="s24A(6)",
    explanation=(
        "Even if something went wrong, the Ombudsman saw no harm to the person that was serious enough to "
        "investigate. Public money has to go to complaints where more was at stake."
    ),
    phrases=(
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
    ),
    examples=(
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
