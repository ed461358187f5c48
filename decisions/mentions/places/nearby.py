"""Places: the council itself, the school, and those who advise or pay."""

from decisions.mentions.places.place import Place

NEARBY = (
    Place(
        slug="council-complaint-or-review",
        title="The council’s own complaints or review procedure",
        names=(
            "(council's|corporate|formal|statutory|own) [complaints?] (procedure|process)",
            "complaints? (procedure|process)",
            "(review|statutory review|reconsideration) [of (the|its|this) decision]",
        ),
        phrases=(
            "(can|could|may|should|must|might|needs? to) [also|still|now|first|then|therefore|wish to|want to] "
            "[make a|make a new|make a fresh|make a formal] (complain|complaint) [directly|first] "
            "to the (council|provider)",
            "(reasonable|open|expect|recommend|suggest|advise) ... (complain|complaint) [directly|first] to the "
            "council",
            "(can|could|may|should|might) [also|still|now|first|then|wish to|want to] ask the council (to review|for a "
            "review|to reconsider|to look at)",
        ),
        examples=(
            "Mrs D can use the Council’s complaints procedure.",
            "It is reasonable to expect him to ask for a review of the decision.",
            "She may pursue this through the complaints process.",
            "Mr X should first complain to the Council.",
            "It is open to Mr X to complain to the Council about this.",
            "Mr X can ask the Council to review its decision.",
        ),
        near_misses=(
            "Mr X used the Council’s complaints procedure.",
            "If a complainant is unhappy, they can ask for a stage three review.",
            "Mr X asked the Council to review its decision.",
        ),
    ),
    Place(
        slug="monitoring-officer",
        title="The council’s monitoring officer, for the conduct of councillors",
        names=("monitoring officer", "standards committee"),
        examples=(
            "Mr X can complain about the councillor to the Council’s monitoring officer.",
            "He may raise the councillor’s conduct with the standards committee.",
        ),
        near_misses=("The monitoring officer decided there was no breach.", "The standards committee met in June."),
    ),
    Place(
        slug="school",
        title="The school’s own complaints procedure or governors",
        names=("school's complaints? (procedure|process)", "[school] governing (body|board)", "school governors"),
        examples=(
            "Mrs D can use the school’s complaints procedure.",
            "Mrs D should complain to the governing body.",
            "It is open to her to complain to the school governors.",
        ),
        near_misses=("The governing body replied to her.", "The school governors met in May."),
    ),
    Place(
        slug="insurers",
        title="The council’s insurers",
        names=("[liability] insurers?",),
        phrases=(
            "(can|could|may|should|might) [also|still] (make|submit) [a|an] [insurance] claim "
            "[for damages|for compensation]",
        ),
        examples=(
            "The complainant can make a claim to the Council's insurers.",
            "He can make a claim for damages.",
        ),
        near_misses=("The Council’s insurers refused his claim.", "The insurer wrote in May."),
    ),
    Place(
        slug="legal-advice",
        title="Legal advice",
        names=("[independent|own] legal advice", "solicitors?", "law centre"),
        examples=(
            "Mr X may wish to seek independent legal advice.",
            "Ms Y could consult a solicitor.",
            "She may contact a law centre.",
        ),
        near_misses=("The Council took legal advice.", "Mr X’s solicitor wrote to the Council."),
    ),
    Place(
        slug="citizens-advice",
        title="Citizens Advice",
        names=("citizens'? advice [bureau]", "shelter"),
        examples=("Mr X may wish to contact Citizens Advice.", "She could ask Shelter for help."),
        near_misses=("Citizens Advice wrote to the Council for Mr X.", "Mr X went to Citizens Advice in May."),
    ),
)
