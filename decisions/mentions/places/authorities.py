"""Places: public authorities that act or inspect."""

from decisions.mentions.places.place import Place

AUTHORITIES = (
    Place(
        slug="police",
        title="The police",
        names=("police", "action fraud"),
        examples=(
            "Mr X should report the theft to the police.",
            "The police are better placed to deal with it.",
            "She may report this to Action Fraud.",
        ),
        near_misses=("The Council reported the matter to the police.", "Mr X may ask for the police report."),
    ),
    Place(
        slug="police-complaints",
        title="The body for complaints about the police",
        names=("independent office for police conduct", "iopc"),
        examples=(
            "Mr X can complain to the Independent Office for Police Conduct.",
            "Mr X may wish to contact the IOPC.",
        ),
        near_misses=("The Independent Office for Police Conduct found no fault.", "The IOPC is looking at it."),
    ),
    Place(
        slug="department-for-education",
        title="The Department for Education",
        names=("department for education", "dfe", "education and skills funding agency"),
        examples=(
            "Mrs D can complain to the Department for Education about the academy.",
            "Mrs D should contact the DfE.",
            "She may complain to the Education and Skills Funding Agency.",
        ),
        near_misses=("The Department for Education issued guidance.", "Mrs D wrote to the DfE in June."),
    ),
    Place(
        slug="ofsted",
        title="Ofsted",
        names=("ofsted",),
        examples=("Ofsted is the appropriate body to consider it.", "Mr X can report his concerns to Ofsted."),
        near_misses=("Ofsted inspected the school.", "Mr X may ask for the Ofsted report."),
    ),
    Place(
        slug="schools-adjudicator",
        title="The Schools Adjudicator",
        names=("[office of the] schools adjudicator",),
        examples=(
            "Mr X can object to this, and may complain to the Schools Adjudicator.",
            "The Schools Adjudicator is better placed to consider the admission rules.",
        ),
        near_misses=("The Schools Adjudicator upheld the objection.", "Mr X wrote to the Schools Adjudicator."),
    ),
    Place(
        slug="care-quality-commission",
        title="The Care Quality Commission",
        names=("care quality commission", "cqc"),
        examples=(
            "Complaints of this nature should be referred to the Care Quality Commission.",
            "Ms Y may report her concerns to the CQC.",
        ),
        near_misses=("The CQC rated the home as good.", "The home is registered with the Care Quality Commission."),
    ),
    Place(
        slug="health-and-safety-executive",
        title="The Health and Safety Executive",
        names=("health and safety executive", "hse"),
        examples=("He can report this to the Health and Safety Executive.", "This is a matter for the HSE."),
        near_misses=("The Health and Safety Executive visited the site.", "The Council told the HSE."),
    ),
    Place(
        slug="environment-agency",
        title="The Environment Agency",
        names=("environment agency",),
        examples=("The Environment Agency is better placed to act.", "He can report this to the Environment Agency."),
        near_misses=("The Environment Agency objected.", "The Council consulted the Environment Agency."),
    ),
    Place(
        slug="trading-standards",
        title="Trading standards",
        names=("trading standards",),
        examples=("Ms Y can report the builder to Trading Standards.", "This is a matter for trading standards."),
        near_misses=("Trading Standards visited the shop.", "The Council’s trading standards team closed the case."),
    ),
    Place(
        slug="auditor",
        title="The council’s auditor",
        names=("[external|district] auditors?",),
        examples=("Mr X may raise the spending with the external auditor.", "This is a matter for the auditor."),
        near_misses=("The external auditor approved the accounts.", "The auditors wrote to the Council."),
    ),
    Place(
        slug="valuation-office-agency",
        title="The Valuation Office Agency",
        names=("valuation office agency", "voa"),
        examples=(
            "Mr X can challenge the band with the Valuation Office Agency.",
            "He should contact the VOA about the band.",
        ),
        near_misses=("The Valuation Office Agency set the band.", "The VOA changed the band."),
    ),
    Place(
        slug="charity-commission",
        title="The Charity Commission",
        names=("charity commission",),
        examples=("Mr X can complain to the Charity Commission.", "This is a matter for the Charity Commission."),
        near_misses=("The Charity Commission registered it.", "The charity wrote to the Charity Commission."),
    ),
)
