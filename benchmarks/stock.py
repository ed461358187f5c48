"""Building blocks of made-up decisions: bodies, categories, grounds with their wordings, recited paragraphs.

The bodies are invented. The recited paragraphs are the Ombudsman's own, word for word, as real decisions have them.
"""

_STEMS = (
    "Ash Ald Bar Beck Birch Bram Brad Burn Cal Castle Chal Clay Cold Crow Dun East Elm Fen Glen Gor Hal Hazel Holm Kes "
    "Lang Mar Nether Oak Pen Raven Sel Thorn Wend"
).split()
_ENDINGS = "bury combe dale ford ham ley mouth stead ton wick".split()
_KINDS = ("{} City Council", "{} County Council", "{} Borough Council", "{} District Council", "{} Council")
BODIES = [
    (f"{stem}{ending} Care Homes Limited" if number % 11 == 10 else _KINDS[number % len(_KINDS)].format(stem + ending))
    for number, (stem, ending) in enumerate((stem, ending) for ending in _ENDINGS for stem in _STEMS)
]
"""330 names, the one complained about most first."""

CATEGORIES = {
    "Adult care services": (19, "Assessment and care plan|Charging|Residential care|Domiciliary care|Safeguarding|"
    "Direct payments|Disabled facilities grants|Transition from childrens services|COVID-19|Other"),
    "Benefits and tax": (10, "Council tax|Council tax support|Housing benefit and council tax benefit|Local welfare "
    "payments|COVID-19|Other"),
    "Children's care services": (14, "Child protection|Looked after children|Fostering|Adoption|Disabled "
    "children|Friends and family carers|Other"),
    "Education": (17, "Special educational needs|School admissions|School transport|Alternative provision|School "
    "exclusions|COVID-19|Other"),
    "Environment and regulation": (10, "Refuse and recycling|Noise|Antisocial behaviour|Licensing|Trees|Drainage|"
    "Health and safety|Other"),
    "Health": (1, "Hospital acute services|Community hospital services|Mental health services|Other"),
    "Housing": (12, "Homelessness|Allocations|Private housing|Managing council tenancies|Council house repairs|Other"),
    "Other Categories": (3, "Leisure and culture|Elections and electoral register|Land|Commercial and contracts|Other"),
    "Planning": (9, "Planning applications|Enforcement|Building control|Planning advice|Other"),
    "Transport and highways": (5, "Parking and other penalties|Highway repair and maintenance|Rights of way|Traffic "
    "management|Street furniture and lighting|Other"),
}  # fmt: skip
"""Ten categories, each with how many decisions in a hundred it has, and its subcategories, the commonest first."""

GROUNDS = {
    "insufficient-evidence-of-fault": (300, "there is not enough evidence of fault to justify investigating"),
    "late-complaint": (140, "the complaint is late and there is no good reason to investigate it now"),
    "no-significant-injustice": (110, "any injustice is not significant enough to justify our involvement"),
    "no-different-outcome": (80, "further investigation would not lead to a different outcome"),
    "cannot-achieve-outcome-sought": (60, "we cannot achieve the outcome the complainant wants"),
    "appeal-right-tribunal": (60, "there was a right of appeal to a tribunal which it is reasonable to use"),
    "better-placed-body": (55, "the Information Commissioner is better placed to consider it"),
    "nothing-worthwhile-to-achieve": (50, "there is nothing worthwhile to achieve by investigating"),
    "court-remedy": (45, "it is reasonable to expect the complainant to go to court"),
    "already-remedied": (40, "the Council has already provided a suitable remedy"),
    "premature": (35, "the Council has not had the chance to reply to it"),
    "cannot-add-to-previous-investigation": (30, "we could not add to any previous investigation by the Council"),
    "appeal-right-minister": (28, "it is reasonable to expect an appeal to the Planning Inspectorate"),
    "remedy-already-used": (25, "the complainant has already used the right of appeal"),
    "complaint-handling-alone": (20, "it is not a good use of public resources to look at complaint handling alone"),
    "council-review-available": (15, "it is reasonable to ask the Council for a review of its decision"),
    "social-housing-landlord": (12, "it is about what the Council did as a social housing landlord"),
    "not-suitable-complainant": (10, "the complainant is not a suitable representative"),
    "school-internal": (10, "it is about the internal management of a school"),
    "personnel": (9, "it is about personnel matters"),
    "affects-all-inhabitants": (8, "it affects all or most of the people in the area"),
    "body-not-covered": (7, "the body is not one that the law lets us investigate"),
    "withdrawn": (6, "the complainant has withdrawn the complaint"),
    "crime-investigation": (6, "it is about the investigation or prevention of crime"),
    "commercial-contract": (5, "it is about a commercial contract"),
    "not-administrative-function": (4, "it is not about an administrative function of the Council"),
    "other-discretion": (4, "the same complaint was previously considered and decided by us"),
}
"""Grounds with their weights, and the words that state them.

Written down here, so that the decisions stay the same when the archive learns another ground.
"""

POWERS = (
    (0.97, "We investigate complaints about ‘maladministration’ and ‘service failure’, which we call ‘fault’. We must "
    "also consider whether any fault has had an adverse impact on the person making the complaint, which we call "
    "‘injustice’. We provide a free service, but must use public money carefully. We may decide not to start or "
    "continue with an investigation if the tests set out in our Assessment Code are not met. (Local Government Act "
    "1974, section 24A(6), as amended)"),
    (0.6, "We cannot question whether a council’s decision is right or wrong simply because the complainant disagrees "
    "with it. We must consider whether there was fault in the way the decision was reached. (Local Government Act "
    "1974, section 34(3), as amended)"),
    (0.4, "We cannot investigate late complaints unless we decide there are good reasons. Late complaints are when "
    "someone takes more than 12 months to complain to us about something a council has done. (Local Government Act "
    "1974, sections 26B and 34D, as amended)"),
    (0.35, "The law says we cannot normally investigate a complaint when someone can appeal to a tribunal. However, we "
    "may decide to investigate if we consider it would be unreasonable to expect the person to appeal. (Local "
    "Government Act 1974, section 26(6)(a), as amended)"),
    (0.25, "The law says we cannot normally investigate a complaint when someone could take the matter to court. "
    "However, we may decide to investigate if we consider it would be unreasonable to expect the person to go to "
    "court. (Local Government Act 1974, section 26(6)(c), as amended)"),
    (0.3, "If we are satisfied with an organisation’s actions or proposed actions, we can complete our investigation "
    "and issue a decision statement. (Local Government Act 1974, section 30(1B) and 34H(i), as amended)"),
    (0.2, "When considering complaints, if there is a conflict of evidence, we make findings based on the balance of "
    "probabilities. This means that we will weigh up the available relevant evidence and base our findings on what we "
    "think was more likely to have happened."),
)  # fmt: skip
"""Recited paragraphs about the law, each with the share of decisions that have it."""

CONSIDERED = (
    (0.9, "I considered information provided by the complainant."),
    (0.7, "I considered the Ombudsman’s Assessment Code."),
    (0.4, "I considered information provided by the complainant and the Council."),
    (0.3, "I considered the relevant law, guidance and the Council’s own policy."),
    (0.3, "The complainant and the Council had an opportunity to comment on my draft decision. I considered any "
    "comments received before making a final decision."),
)  # fmt: skip
"""What recited paragraphs say was considered, each with the share of decisions that have it."""
