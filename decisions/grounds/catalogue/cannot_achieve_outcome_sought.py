"""Cannot get what the person wants.

What is sought must be named; a result merely the same as before is another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.rule import CHOICE, Ground

NOT = "(not|cannot|can not|unable|unlikely|nor|neither|or|no|can't)"
GET = (
    "(achieve|achieving|provide|deliver|secure|get|give|obtain|lead to|leading to|result in|bring about|"
    "offer|recommend|reach)"
)
WANTED = (
    "(want|wants|wanted|wanting|seek|seeks|seeking|sought|wish|wishes|hope|hopes|hoping|desires|desired|"
    "asks|asked|asking|requested|looking for|would like)"
)

GROUND = Ground(
    slug="cannot-achieve-outcome-sought",
    title="Cannot get what the person wants",
    family=CHOICE,
    law="s24A(6)",
    explanation="What the person asked for is something an Ombudsman’s investigation could not have brought about.",
    phrases=(
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
    ),
    examples=(
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
    ),
    near_misses=(
        "Mr X says the Council cannot achieve the outcome he wants.",
        "We will not investigate because an investigation would not lead to a different outcome.",
        "The Council has agreed to the outcome Mrs B wanted.",
        "The outcome Mr X wants is an apology.",
    ),
)
