"""Wording that the Ombudsman recites in thousands of decisions, as they print it.

An archive of few decisions knows it from the start; all other standard wording is found by comparing.
"""

KNOWN = (
    "We investigate complaints about ‘maladministration’ and ‘service failure’, which we call ‘fault’. We must also "
    "consider whether any fault has had an adverse impact on the person making the complaint, which we call "
    "‘injustice’. We provide a free service, but must use public money carefully. We do not start or continue an "
    "investigation if we decide we cannot achieve the outcome someone wants. (Local Government Act 1974, section "
    "24A(6), as amended, section 34(B))",
    "We investigate complaints about ‘maladministration’ and ‘service failure’, which we call ‘fault’. We must also "
    "consider whether any fault has had an adverse impact on the person making the complaint, which we call "
    "‘injustice’. We provide a free service, but must use public money carefully. We do not start or continue an "
    "investigation if we decide we could not add to any previous investigation by the organisation, or further "
    "investigation would not lead to a different outcome. (Local Government Act 1974, section 24A(6), as amended, "
    "section 34(B))",
    "We investigate complaints about ‘maladministration’ and ‘service failure’, which we call ‘fault’. We must also "
    "consider whether any fault has had an adverse impact on the person making the complaint, which we call "
    "‘injustice’. We provide a free service, but must use public money carefully. We do not start or continue an "
    "investigation if we decide there is not enough evidence of fault to justify investigating, or any injustice is "
    "not significant enough to justify our involvement. (Local Government Act 1974, section 24A(6), as amended, "
    "section 34(B))",
    "We investigate complaints about ‘maladministration’ and ‘service failure’, which we call ‘fault’. We must also "
    "consider whether any fault has had an adverse impact on the person making the complaint, which we call "
    "‘injustice’. We provide a free service, but must use public money carefully. We may decide not to start an "
    "investigation if the tests set out in our Assessment Code are not met. (Local Government Act 1974, section "
    "24A(6), as amended)",
    "We investigate complaints about ‘maladministration’ and ‘service failure’. In this statement, I have used the "
    "word fault to refer to these. We must also consider whether any fault has had an adverse impact on the person "
    "making the complaint. I refer to this as ‘injustice’. We provide a free service, but must use public money "
    "carefully. We may decide not to start or continue with an investigation if we believe: the fault has not caused "
    "injustice to the person who complained, or the injustice is not significant enough to justify the cost of our "
    "involvement, or it is unlikely we could add to any previous investigation by the Council, or it is unlikely "
    "further investigation will lead to a different outcome, or we cannot achieve the outcome someone wants, or there "
    "is another body better placed to consider this complaint. (Local Government Act 1974, section 24A(6), as amended)",
    "We investigate complaints about ‘maladministration’ and ‘service failure’. In this statement, I have used the "
    "word fault to refer to these. We must also consider whether any fault has had an adverse impact on the person "
    "making the complaint. I refer to this as ‘injustice’. If there has been fault which has caused an injustice, we "
    "may suggest a remedy. (Local Government Act 1974, sections 26(1) and 26A(1), as amended)",
    "We investigate complaints of injustice caused by maladministration and service failure. I have used the word "
    "fault to refer to these. We cannot question whether a council’s decision is right or wrong simply because the "
    "complainant disagrees with it. We must consider whether there was fault in the way the decision was reached. "
    "(Local Government Act 1974, section 34(3), as amended)",
    "We cannot investigate late complaints unless we decide there are good reasons. Late complaints are when someone "
    "takes more than 12 months to complain to us about something a council has done. (Local Government Act 1974, "
    "sections 26B and 34D, as amended)",
    "The law says we cannot normally investigate a complaint when someone can appeal to a tribunal about the same "
    "matter. However, we may decide to investigate if we consider it would be unreasonable to expect the person to "
    "appeal. (Local Government Act 1974, section 26(6)(a), as amended)",
    "The law says we cannot normally investigate a complaint when someone could take the matter to court. However, we "
    "may decide to investigate if we consider it would be unreasonable to expect the person to go to court. (Local "
    "Government Act 1974, section 26(6)(c), as amended)",
    "If we are satisfied with an organisation’s actions or proposed actions, we can complete our investigation and "
    "issue a decision statement. (Local Government Act 1974, section 30(1B) and 34H(i), as amended)",
    "I considered information provided by the complainant.",
    "I considered information provided by Mr X and the Council.",
    "I considered the Ombudsman’s Assessment Code.",
    "I considered Mr X’s comments on a draft version of this decision.",
    "Mr X and the Council had an opportunity to comment on my draft decision. I considered any comments before making "
    "a final decision.",
    "Under our information sharing agreement, we will share this decision with the Office for Standards in Education, "
    "Children’s Services and Skills (Ofsted).",
)
