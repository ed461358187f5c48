"""Some commercial matters.

What a contractor does for the council is not excluded; the contract is.
Source: Local Government Act 1974, as amended, Sch 5 para 3: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.rule import LAW, Ground

GROUND = Ground(
    slug="commercial-contract",
    title="Some commercial matters",
    family=LAW,
    law="Sch 5 para 3",
    explanation="The law keeps the Ombudsman from looking at most of a council’s contracts and business dealings.",
    phrases=(
        (
            "(contractual|commercial) [or (contractual|commercial)|and (contractual|commercial)] [and other] "
            "(matter|matters|transaction|transactions|dispute|disputes|relationship|agreement|agreements|"
            "arrangement|arrangements|contract|contracts|dealings|issue|issues|activity)"
        ),
        (
            "(cannot|not|no power|no powers|unable|prevents|outside|excludes) ... (contracts?|contractual|"
            "procurement|tender|tendering)"
        ),
        (
            "(complaint|matter|issue|dispute) (is|was|concerns) [about] [a] (contract|contracts|tender|tendering|"
            "procurement|lease) ... (council|with|process|for)"
        ),
    ),
    examples=(
        "We cannot investigate because the complaint is about a commercial matter.",
        "We cannot investigate contractual disputes between the Council and its suppliers.",
        "We cannot investigate how the Council awarded the contract.",
        "The law prevents us from looking at procurement, so we cannot investigate.",
        "We cannot investigate because the dispute is about a contract with the Council.",
    ),
    near_misses=(
        "The Council uses a contractor to collect bins.",
        "Mr X says the Council broke its contract with him.",
        (
            "We will not investigate the actions of the Council's contractor because there is not enough "
            "evidence of fault."
        ),
    ),
)
