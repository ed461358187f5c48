"""Places: tribunals, courts and ministers."""

from decisions.mentions.places.place import Place

TRIBUNALS = (
    Place(
        slug="send-tribunal",
        title="The tribunal for special educational needs and disability",
        names=(
            "(send|sen|sendist) [first-tier] tribunal",
            "special educational needs [and disability] tribunal",
            "sendist",
        ),
        chambers=("special educational", "send", "sen and"),
        examples=(
            "Mrs D had a right of appeal to the SEND Tribunal.",
            "It is reasonable to expect her to appeal to the Special Educational Needs and Disability Tribunal.",
            "Ms Y could have appealed to SENDIST.",
            "Ms Y can appeal to the First-tier Tribunal (Special Educational Needs and Disability).",
        ),
        near_misses=(
            "Mrs D appealed to the SEND Tribunal in May.",
            "The law says parents can appeal to the SEND Tribunal.",
        ),
    ),
    Place(
        slug="valuation-tribunal",
        title="The Valuation Tribunal",
        names=("valuation tribunal service", "valuation tribunal"),
        examples=(
            "Mr X can appeal to the Valuation Tribunal about his council tax.",
            "He may wish to contact the Valuation Tribunal Service.",
        ),
        near_misses=("The Valuation Tribunal dismissed his appeal.", "Mr X has appealed to the Valuation Tribunal."),
    ),
    Place(
        slug="property-tribunal",
        title="The tribunal for property",
        names=("(residential property|property|lands|leasehold valuation|land) tribunal",),
        chambers=("property", "residential", "lands"),
        examples=(
            "Mr X could appeal to the Property Tribunal.",
            "It is open to Mr X to apply to the First-tier Tribunal (Property Chamber).",
        ),
        near_misses=("The Property Tribunal heard the case.", "Mr X went to the Lands Tribunal in 2019."),
    ),
    Place(
        slug="parking-tribunal",
        title="The tribunal for parking and traffic penalties",
        names=("traffic penalty tribunal", "london tribunals", "parking adjudicators?", "traffic adjudicators?"),
        examples=(
            "Mr X could have appealed to the Traffic Penalty Tribunal.",
            "It would have been reasonable for him to appeal to London Tribunals.",
            "Mr X had a right of appeal to the parking adjudicator.",
            "He could have appealed to a traffic adjudicator.",
        ),
        near_misses=("The Traffic Penalty Tribunal refused his appeal.", "Mr X appealed to London Tribunals."),
    ),
    Place(
        slug="employment-tribunal",
        title="An employment tribunal",
        names=("employment tribunals?",),
        examples=(
            "It is open to Mr S to take his dismissal to an employment tribunal.",
            "This is a matter for employment tribunals.",
        ),
        near_misses=("Mr S won at an employment tribunal.", "The Council spoke at the employment tribunal."),
    ),
    Place(
        slug="tribunal",
        title="A tribunal",
        names=("[first-tier|social security|upper|independent] tribunals?",),
        examples=(
            "The complainant can appeal to a tribunal and it is reasonable to expect him to do so.",
            "Mrs Y has the right to appeal to the First-tier Tribunal.",
        ),
        near_misses=(
            "The complainant has appealed to a tribunal.",
            "There is no right of appeal to a tribunal.",
            "People can appeal to a tribunal within two months.",
        ),
    ),
    Place(
        slug="court",
        title="A court",
        names=(
            "[county|high|family|magistrates'|crown|small claims|civil|criminal] courts?",
            "judicial review",
            "[court|legal] (action|proceedings)",
        ),
        examples=(
            "It is open to Mr X to apply to Court for contact.",
            "It is reasonable to expect Mr X to seek a remedy in the courts, and he can apply to the county court.",
            "Only a court can decide whether the Council was negligent.",
            "Mr X can seek judicial review.",
            "Mr X could take legal action.",
            "She could have raised this before the magistrates’ court.",
        ),
        near_misses=(
            "Mr X is subject to a court order.",
            "The Council took Mr X to court.",
            "It is not reasonable to expect Mr X to go to court.",
            "Mr X wants to go to court.",
            "The officer gave evidence in court.",
        ),
    ),
    Place(
        slug="planning-inspectorate",
        title="The Planning Inspectorate",
        names=("planning inspectorate", "planning inspectors?"),
        examples=(
            "The complainant could appeal to the Planning Inspectorate.",
            "Mr X had a right of appeal to the Planning Inspector.",
        ),
        near_misses=("Mr X appealed to the Planning Inspectorate.", "The Planning Inspector allowed the appeal."),
    ),
    Place(
        slug="minister",
        title="A government minister",
        names=("secretary of state", "government minister", "minister"),
        examples=(
            "Mr X can appeal to the Secretary of State.",
            "He has a right of appeal to a government minister.",
            "It is reasonable for him to appeal to the minister.",
        ),
        near_misses=("The Secretary of State confirmed the order.", "The minister wrote to all councils."),
    ),
)
