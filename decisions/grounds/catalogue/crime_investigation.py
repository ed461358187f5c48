"""Investigation or prevention of crime.

Council prosecutions belong here as long as no court has dealt with them.
Source: Local Government Act 1974, as amended, Sch 5 para 2: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import barred
from decisions.grounds.phrases import hint, topic

TOPIC = (
    "(investigation|prevention|detection|investigate|prevent|detect|investigating|preventing|detecting|prosecution|"
    "prosecute|prosecuting|combating|commission) ... (crime|crimes|criminal|offences?|fraud|offenders?)"
)

GROUND = Ground(
    slug="crime-investigation",
    title="Investigation or prevention of crime",
    family=LAW,
    place=230,
    law="Sch 5 para 2",
    explanation="The law does not let the Ombudsman look at steps taken to investigate or prevent crime.",
    instead=(
        "You can complain about the police to the force concerned; if you are prosecuted, put your defence to"
        " the court."
    ),
    phrases=(
        *barred(TOPIC),
        (
            "(investigation|prevention|investigating|preventing|detection|detecting) (or|and|of) [the] "
            "[prevention|investigation|investigating|preventing|detection|prosecution] [of] [a] (crime|crimes|"
            "criminal offences?|offences?)"
        ),
        (
            "(investigating|investigation of|preventing|detecting|prosecuting|prosecution of) [a|the|an] "
            "[possible|alleged|suspected|criminal] (crime|crimes|criminal|offence|offences|fraud)"
        ),
        "criminal (investigation|investigations)",
        "(decision|decisions) to prosecute",
        "(prosecuting|prosecute|prosecution of) (offences|him|her|them|mr|mrs|the)",
        (
            "(investigate|prevent|detect|deter|combat|prosecute) (or|and) (investigate|prevent|detect|deter|"
            "combat|prosecute) [a] (crime|crimes|offences?)"
        ),
        topic("(crime|criminal|offence|offences|fraud|prosecution|prosecute|police)"),
        hint("(crime|crimes|criminal|offence|offences|prosecution|prosecuted|prosecute)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It was about an offence.",
        "We cannot investigate the complaint about a Council fraud officer. The law does not let us.",
        "We cannot investigate because the law prevents us from considering action to detect or deter crime.",
        "We cannot investigate because the detection of fraud is outside our jurisdiction.",
        "We cannot investigate because it is about the detection of an offence.",
        "We cannot investigate because the complaint is about the investigation or prevention of crime.",
        "We cannot investigate action taken in investigating a suspected offence.",
        "We cannot investigate because the complaint is about a criminal investigation.",
        "We cannot investigate the Council's decision to prosecute.",
        "We cannot investigate because the Council was prosecuting him for benefit fraud.",
        "I cannot look at actions a council takes to detect or prevent crime.",
    ),
    near_misses=(
        "The police investigated and took no action.",
        "Mr X says the Council carried out a criminal investigation of him.",
        "Mrs B reported anti-social behaviour to the Council.",
    ),
)
