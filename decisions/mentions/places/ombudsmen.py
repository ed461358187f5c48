"""Places: the Information Commissioner, other ombudsmen, and regulators of professions."""

from decisions.mentions.places.place import Place

OMBUDSMEN = (
    Place(
        slug="information-commissioner",
        title="The Information Commissioner",
        names=("information commissioner's office", "information commissioner", "ico"),
        examples=(
            "Mr X may wish to contact the Information Commissioner’s Office in this regard.",
            "It is reasonable to expect Mr X to complain to the Information Commissioner.",
            "Data protection is a matter for the ICO.",
            "The Information Commissioner is better placed to consider this.",
            "We would usually expect Mr X to take this to the Information Commissioner.",
        ),
        near_misses=(
            "The Council reported the breach to the Information Commissioner.",
            "Mr X has already complained to the ICO.",
            "Mr X says he could complain to the Information Commissioner.",
            "We normally expect someone to refer the matter to the Information Commissioner.",
        ),
    ),
    Place(
        slug="right-to-rectification",
        title="The right to have wrong personal data put right",
        names=(
            "(right to|right of) rectification"
            " [under the general data protection regulation|under the uk general data protection regulation|under gdpr"
            "|under the gdpr|under the uk gdpr|under the data protection act 2018]",
        ),
        examples=(
            "Her recourse is to pursue her right to rectification under the General Data Protection Regulation.",
            "False information can be dealt with through the legal right to rectification.",
            "Mr X can use his right of rectification.",
        ),
        near_misses=(
            "The Council’s policy describes the right to rectification.",
            "Mr X used his right to rectification in 2020.",
        ),
    ),
    Place(
        slug="social-work-england",
        title="Social Work England",
        names=("[professional body,] social work england",),
        examples=(
            "It is reasonable to expect him to report his concerns to their professional body, Social Work England.",
            "Such complaints should be referred to the social workers’ professional body, Social Work England.",
            "Ms Y can complain to Social Work England about the social worker’s conduct.",
        ),
        near_misses=(
            "The social worker is registered with Social Work England.",
            "Ms Y has complained to Social Work England.",
        ),
    ),
    Place(
        slug="professional-regulator",
        title="A professional regulator",
        names=(
            "professional (body|regulator)",
            "health and care professions council",
            "hcpc",
            "nursing and midwifery council",
            "general medical council",
            "teaching regulation agency",
            "solicitors regulation authority",
        ),
        examples=(
            "Mr X could report the officer to her professional body.",
            "She may raise this with her professional regulator.",
            "Mr X can complain to the Health and Care Professions Council.",
            "Mr X should contact the HCPC.",
            "Ms Y can refer the nurse to the Nursing and Midwifery Council.",
            "Ms Y can refer the doctor to the General Medical Council.",
            "Ms Y can refer the teacher to the Teaching Regulation Agency.",
            "It is open to him to report the solicitor to the Solicitors Regulation Authority.",
        ),
        near_misses=(
            "The officer belongs to a professional body.",
            "The Council referred the worker to the HCPC.",
        ),
    ),
    Place(
        slug="housing-ombudsman",
        title="The Housing Ombudsman",
        names=("housing ombudsman service", "housing ombudsman"),
        examples=(
            "Mrs D can take her complaint to the Housing Ombudsman.",
            "The Housing Ombudsman Service is better placed to consider this.",
            "It is open to Mr X to complain to the Housing Ombudsman Service.",
        ),
        near_misses=(
            "The Housing Ombudsman found no fault.",
            "Mrs D complained to the Housing Ombudsman in May.",
        ),
    ),
    Place(
        slug="health-ombudsman",
        title="The Parliamentary and Health Service Ombudsman",
        names=("[parliamentary and] health service ombudsman", "phso", "parliamentary ombudsman"),
        examples=(
            "Mr X can complain to the Parliamentary and Health Service Ombudsman.",
            "Mr X may wish to contact the PHSO.",
            "His complaint about HMRC is a matter for the Parliamentary Ombudsman.",
        ),
        near_misses=(
            "We investigated this with the Parliamentary and Health Service Ombudsman.",
            "The PHSO has closed her complaint.",
        ),
    ),
    Place(
        slug="other-ombudsman",
        title="Another ombudsman",
        names=("(financial|pensions|legal|property|energy|prisons and probation) ombudsman",),
        examples=(
            "Mr X can complain to the Pensions Ombudsman.",
            "Ms Y may wish to approach the Legal Ombudsman about her solicitor.",
        ),
        near_misses=("The Pensions Ombudsman wrote to Mr X.", "Mr X went to the Legal Ombudsman last year."),
    ),
)
