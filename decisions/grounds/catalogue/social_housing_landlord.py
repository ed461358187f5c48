"""About council housing: go to the Housing Ombudsman.

Allocations and homelessness are not excluded.
Source: Local Government Act 1974, as amended, Sch 5 para 5A/5B: https://www.legislation.gov.uk/ukpga/1974/7/schedule/5
"""

from decisions.grounds.ground import LAW, Ground
from decisions.grounds.phrase_templates import barred
from decisions.grounds.phrases import hint, topic

TOPIC = (
    "(her landlord|his landlord|their landlord|social landlord|landlord functions|landlord role|"
    "council tenancies|council tenancy|tenancy management|tenancies|social housing|council housing|"
    "housing stock|council houses|own homes|"
    "council homes|council tenants?|housing management|management of its housing|management of its "
    "own housing|management of its homes)"
)

GROUND = Ground(
    slug="social-housing-landlord",
    title="About council housing: go to the Housing Ombudsman",
    family=LAW,
    place=220,
    law="Sch 5 para 5A/5B",
    explanation=(
        "The law does not let the Ombudsman look at what a council does as a social landlord. Tenants can go "
        "to the Housing Ombudsman."
    ),
    instead="Complain to your landlord first, and then to the Housing Ombudsman.",
    phrases=(
        *barred(TOPIC),
        (
            "(management|letting|repair|maintenance|provision) of [the|its|their] [council's] [own] (social|"
            "council|its|own|"
            "rented) [rented] (housing|homes|properties|stock|housing stock)"
        ),
        "[registered] (social|council) [housing] (landlord|landlords|landlord's|housing landlord)",
        "(as|capacity as) [a|the|her|his|their|its] [registered|social|council] [housing] landlord",
        "(registered|social) (provider|landlord) of social housing",
        "(tenant|tenants|tenancy|leaseholder) ... (social|council) (housing|landlord|home|property)",
        (
            "(manages|managed|managing|lets|maintains|maintained|repairs|runs|looks after) (its|their|his|her|"
            "the) [council's] [own] (housing|housing stock|homes|tenancies|tenants|council homes|council housing|"
            "rented homes)"
        ),
        topic(
            "(tenant|tenants|tenant's|tenancy|landlord|council flat|council house|council home|rent|repairs|"
            "leaseholder)"
        ),
        hint("(landlord|tenancy|tenancies|council housing|social housing|housing stock)"),
    ),
    examples=(
        "We will not investigate Mr X's complaint. The Council is her landlord.",
        "We cannot investigate a council tenant's complaint about repairs. It is outside our jurisdiction.",
        "We cannot investigate council tenancies.",
        "We cannot investigate because it is about what the Council did as her landlord.",
        "We cannot investigate because the way the Council manages tenancies is not part of our jurisdiction.",
        "We cannot investigate because the complaint is about council housing.",
        "We cannot investigate because the complaint is about the management of social housing.",
        "We cannot investigate what the Council did as a social landlord.",
        "We cannot investigate because the Council acted in its capacity as her landlord.",
        "We cannot investigate because the Council is a registered provider of social housing.",
        "We cannot investigate a complaint by a tenant about the council housing he lives in.",
        "We cannot look at the way the Council manages its own housing stock.",
        "We cannot investigate because it is about council housing.",
    ),
    near_misses=(
        "The Council owns the house and is the landlord of several shops.",
        "Mr X says the Council failed him as a social landlord.",
        "We will not investigate the housing application because there is not enough evidence of fault.",
    ),
)
