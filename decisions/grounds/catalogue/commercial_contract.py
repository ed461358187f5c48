"""Contracts and commercial dealings.

What a contractor does for the council is not excluded; the contract is.
Source: Local Government Act 1974, as amended, Sch 5 para 3: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import barred
from decisions.grounds.phrases import hint, topic

TOPIC = (
    "(tender|tenders|tendering|procurement|contract terms|terms of sale|commercial|contractual|lease|leases|"
    "business tenancy|purchase of|buying of|buying|selling|sale of|supply of|supplier|suppliers|"
    "business rent|letting of)"
)

GROUND = Ground(
    slug="commercial-contract",
    title="Contracts and commercial dealings",
    family=LAW,
    place=200,
    law="Sch 5 para 3",
    explanation="The law does not let the Ombudsman look at most of a council’s contracts and business dealings.",
    instead=(
        "A dispute about a contract can go to court; a solicitor or Citizens Advice can tell you whether that"
        " makes sense."
    ),
    phrases=(
        *barred(TOPIC),
        (
            "(contractual|commercial) [or (contractual|commercial)|and (contractual|commercial)] [and other] "
            "(matter|matters|transaction|transactions|dispute|disputes|relationship|agreement|agreements|"
            "arrangement|arrangements|contract|contracts|dealings|issue|issues|activity)"
        ),
        (
            "(cannot|no power|no powers|unable|prevents|outside|excludes|no jurisdiction) ... (contracts?|"
            "contractual|procurement|tender|tendering)"
        ),
        (
            "(complaint|matter|issue|dispute|it|this|which) (is|was|concerns|relates to|arises from|arises out "
            "of) [about] [a|the] (contract|contracts|tender|tendering|"
            "procurement|lease) ... (council|with|process|for)"
        ),
        topic(
            "(contract|contracts|contractual|bid|tender|tenders|procurement|commercial|lease|sale of|purchase of|"
            "supplier)"
        ),
        hint("(contract|contracts|contractual|tender|tenders|procurement|commercial|lease|supplier|suppliers)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. It turns on a lease.",
        (
            "We cannot investigate the complaint about a failed bid for a Council contract. Such matters "
            "are excluded by law."
        ),
        "We cannot investigate because it is about the buying of goods.",
        "We cannot investigate because the purchase of vehicles is something the law says we may not look at.",
        "We cannot investigate because the law excludes the supply of services to the Council.",
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
        (
            "We will not investigate this complaint about a contract with a home improvement firm because "
            "Trading Standards is better placed."
        ),
    ),
)
