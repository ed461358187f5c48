"""Cannot give the person what they want.

What is sought must be named; a result merely the same as before is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

NOT = "(not|nothing|cannot|can not|unable|unlikely|nor|neither|or|no|can't)"
GET = (
    "(achieve|achieving|provide|deliver|secure|get|give|obtain|lead to|leading to|result in|bring about|"
    "offer|recommend|reach)"
)
WANTED = (
    "(want|wants|wanted|wanting|seek|seeks|seeking|sought|wish|wishes|hope|hopes|hoping|desires|desired|"
    "asks|asked|asking|requested|looking for|would like)"
)

POWER = (
    "(make the council|make the authority|make the provider|make it|make them|make an order|force|"
    "order|require|tell|direct|compel|instruct|overturn|award|change|get|remove|dismiss|discipline|"
    "sack|"
    "have|amend|alter|revoke|reopen|reinstate|stop|cancel|quash|grant|impose|insist|return|reverse|fine|"
    "punish|prosecute|rehouse)"
)

GROUND = Ground(
    slug="cannot-achieve-outcome-sought",
    title="Cannot give the person what they want",
    family=CHOICE,
    place=50,
    law="s24A(6)",
    explanation="An investigation by the Ombudsman could not have given the person what they asked for.",
    instead=(
        "Another body, such as a court or a regulator, may be able to give you what you want; the decision "
        "may name one."
    ),
    phrases=(
        (
            "(cannot|could not|can not) (bring|give|order|grant|arrange|achieve|provide|deliver|secure) "
            "(that|this|those|them|her that|him that)"
        ),
        f"(no|not have|without) [the|any|legal] (power|powers|authority) to ... * ... {WANTED}",
        f"{NOT} {POWER} ... * ... {WANTED}",
        f"(no|not have|not have the|not have any|not have legal) [legal] (power|powers|authority) to {POWER}",
        (
            "(that|this|these|which|those|it|what) ... (is|are) (not|beyond) (something|an outcome|a remedy|"
            "outcomes|one|within|anything|things|a result|our|what) ... (power|powers|achieve|provide|"
            "recommend|bring about|order|award|deliver|secure|obtain|get|give|do)"
        ),
        (
            f"{NOT} ... (get|give|obtain|secure|win|offer|provide|deliver|achieve) [for] (him|her|them|mr *|"
            "mrs *|miss *|ms *|the complainant|it) [with] (the|what|that|any) ... (outcome|result|remedy|"
            f"{WANTED[1:-1]})"
        ),
        (
            f"(we|i|ombudsman) (cannot|could not|can not|have no power to) {POWER} (the|a|an|councils|"
            "officers|him|her|them|it)"
        ),
        (
            f"(what|outcome|outcomes|remedy|result) ... {WANTED} ... (not|cannot|beyond|only) ... (we|us|"
            "ombudsman|court|our)"
        ),
        (
            f"{NOT} ... {GET} ... (outcome|outcomes|remedy|remedies|result|results|resolution|redress|solution) "
            f"... {WANTED}"
        ),
        f"{NOT} ... {GET} ... (what|everything|all|that which) ... {WANTED}",
        f"{NOT} ... {GET} (these|those|that|such) (outcome|outcomes|remedy|remedies)",
        (
            f"{NOT} ... {GET} [his|her|their|the|any of the] [complainant's|preferred] (desired|wanted|requested|"
            "preferred|sought) (outcome|outcomes|remedy|result)"
        ),
        (
            f"(outcome|outcomes|remedy|remedies) ... {WANTED} ... (not|cannot|is beyond|are beyond) ... (achieve|"
            "achievable|achieved|provide|deliver|one we|something we|within our)"
        ),
        f"not ... justification ... (remedy|outcome) ... {WANTED}",
        f"(what|outcome|outcomes|remedy) ... {WANTED} is not (something|one|an outcome) we [can|could]",
        (
            "(cannot|could not|would not|can not|unable to|not able to) (recommend|require|insist on|ask for|"
            "order|grant|award) (that|this|these|those|them|it|such)"
        ),
        (
            "(which|that|this|something|these|neither of which|none of which) (we|i|the ombudsman) (cannot|could "
            "not|can not|would not|are unable to|are not able to|have no power to|do not have the power to|is "
            "unable to) (achieve|provide|deliver|order|recommend|secure|arrange|grant|award|bring about|offer|"
            "get|make happen|ask)"
        ),
        (
            f"{WANTED} ... (we|i|ombudsman|an investigation) (cannot|could not|can not|would not|are unable to|"
            "are unlikely to|would be unlikely to) (achieve|provide|deliver|order|recommend|secure|arrange|grant|"
            "award|bring about|offer|obtain)"
        ),
        (
            "(not|cannot|could not|unable) ... (achieve|provide|give) anything (that|which|he|she|they|mr *|mrs "
            f"*|ms *|miss *) ... {WANTED}"
        ),
        (
            f"{WANTED} ... (we|ombudsman) (have|has) no power to (bring|make|order|give|provide|achieve|secure|"
            "require|grant|award)"
        ),
        (
            "(ombudsman|we|i) (cannot|could not|can not) make [the|a|it|them|him|her] (council|provider|"
            "authority|school|academy|trust|panel|landlord|it|them) (dismiss|change|pay|do|give|grant|remove|"
            "withdraw|act|let|offer|build|close|open|reopen|stop|sell|buy|rehouse)"
        ),
        (
            "(desired|preferred|wanted|requested|hoped for) (outcome|outcomes|remedy|result|resolution) (is|are|"
            "was|were) (not|unachievable|beyond|unrealistic|outside)"
        ),
        (
            "(outside|beyond|not within|not in) (what we can|what we could|what the ombudsman can|what i can|"
            "anything we can|our gift|our power|our powers|our reach|the ombudsman's power|the ombudsman's gift) "
            "[to] (do|achieve|offer|deliver|order|recommend|give|provide|bring about|grant|get)"
        ),
        (
            f"{NOT} ... {GET} (him|her|them|mr *|mrs *|ms *|miss *) ... (claiming|claims|calls for|calling for|"
            "demands|demanding|insists on|has in mind|expects|is after|are after)"
        ),
        (
            f"{NOT} ... {GET} ... (claiming|claims|calls for|calling for|demands|demanding|has in mind|is after|"
            "are after|told us|aims for)"
        ),
        (
            f"{WANTED} ... (withdrawn|revoked|quashed|overturned|removed|closed|cancelled|struck out|dismissed|"
            "sacked|changed|reversed) (but|and|which) [that|this|only|we|it] (we|only|is|cannot|a|could) (cannot|"
            "could|not|court|beyond|do|unable)"
        ),
        (
            f"{WANTED} ... (and|but|which|something) (we|i|the ombudsman) (cannot|could not|can not) (do|achieve|"
            "give|get|bring|order) [about] (that|this|it|those|these|them)"
        ),
        hint(
            "(want|wants|wanted|seeks?|wishes|hopes|would like|asks|looking for|asking) ... * ... (not|"
            "cannot|beyond|power|powers|only)"
        ),
        hint(
            "(not|cannot|no power|unable|beyond) ... * ... (wants?|seeks?|wishes|hopes|would like|asks for|"
            "looking for|asking for|sought|wanted)"
        ),
    ),
    examples=(
        (
            "We will not investigate Mr X's complaint. He seeks an order that would stop the works, which "
            "is not ours to make."
        ),
        "We will not investigate Mr X's complaint. It is beyond us to stop the works as he would like.",
        "He would like her to lose her registration. We cannot bring that about, so we will not investigate.",
        "We will not investigate because we have no power to have staff struck off, as she would like.",
        (
            "We will not investigate because we cannot make the Council remove the order, which is what Mr "
            "L is looking for."
        ),
        "We will not investigate because we do not have the power to overturn the decision.",
        (
            "We will not investigate. Mr W wants his daughter returned to his care. That is not something "
            "we have the power to bring about."
        ),
        "We cannot investigate because we cannot get her the back pay she seeks.",
        "We will not investigate because we cannot force the Council to act.",
        "We will not investigate because the result he wants is beyond our reach.",
        "We will not investigate because we cannot achieve the outcome Mr X wants.",
        (
            "The Ombudsman will not investigate this complaint because an investigation would not lead to the "
            "outcomes she is seeking."
        ),
        (
            "We will not investigate because we could not provide what Mrs B wants, which is for the officer to "
            "be dismissed."
        ),
        "We will not investigate because we are unable to achieve his desired outcome.",
        (
            "Mr X wants the officer dismissed and his own costs paid. We will not investigate because we cannot "
            "achieve those outcomes."
        ),
        "We will not investigate because the remedy Mr X seeks is not one we could recommend.",
        (
            "I have discontinued my investigation because there is not enough justification to call for the "
            "remedy sought."
        ),
        "We will not investigate because the outcome Miss T is seeking cannot be achieved by an investigation.",
        "We cannot investigate further because the outcome he is asking for is not something we can recommend.",
        "Mr X wants the day centre to reopen. We could not recommend that, so we will not investigate.",
        "She wants the officer disciplined, which we cannot achieve, so we will not investigate.",
        "We will not investigate because Mr G wants compensation that we would not recommend.",
        "We will not investigate because he seeks damages at a level we would not award.",
        "We will not investigate because we could not achieve anything that Mr X wants.",
        "We will not investigate as Mr K wants a change in the law that we have no power to bring about.",
        "The Ombudsman cannot make the Council dismiss the officer, so he will not investigate.",
        "We will not investigate because his desired outcomes are unrealistic.",
        (
            "We will not investigate because Ms R's aim is to have the policy struck down, which is outside what "
            "we can do."
        ),
        "We will not investigate because we cannot give Mr C the punitive damages he is claiming.",
        "We will not investigate because an investigation could not bring about the resignation he calls for.",
        "We will not investigate because he asks for the consent to be withdrawn but we cannot do that.",
        "We will not investigate. Mrs X wants staff disciplined and we cannot do that.",
    ),
    near_misses=(
        "Mr X says the Council cannot achieve the outcome he wants.",
        "We will not investigate because an investigation would not lead to a different outcome.",
        "The Council has agreed to the outcome Mrs B wanted.",
        "The outcome Mr X wants is an apology.",
    ),
)
