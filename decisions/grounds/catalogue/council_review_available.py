"""Should first ask the council for a review.

A judicial review is a court's, and another ground.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import alternative_remedy, hint

REVIEW = (
    "(section * review|a review|the review|its review|review rights|rights of review|right of "
    "review|internal review|statutory review|review procedure|review process|formal review|for "
    "review|council to review|ask it to review|reconsideration|reassessment|to reconsider|to "
    "reassess|internal appeal|appeals procedure|appeal "
    "procedure|appeals process|appeal process|stage two|stage three|stage 2|stage 3|next stage)"
)
OPEN = "(can|may|could|right|rights|entitled|yet to|option|ask|asked|seek|request|requested|use)"

GROUND = Ground(
    slug="council-review-available",
    title="Should first ask the council for a review",
    family=CHOICE,
    place=90,
    law="s24A(6)",
    explanation=(
        "The council has its own review or appeal stage for this kind of decision, and it was reasonable to "
        "use that first."
    ),
    instead=("You can ask the council for a review, if there is still time, and go back to the Ombudsman after that."),
    phrases=(
        (
            "(ask|asked|asking) ... (look at|consider|decide|assess) (it|this|the "
            "matter|her case|his case|their case|the decision|the application) again"
        ),
        (
            "reasonable ... (use|used|ask|asked|request|requested|seek|sought|pursue|apply|exercise|complete|go "
            "through|have) ... (a|the|its|this|that|statutory|council's|internal|for|further|formal|financial|"
            "of) (review|reviews|reconsideration|reassessment|internal appeal) [procedure|process]"
        ),
        "reasonable ... (review|reviews|appeals|appeal)/(appeals|review) (procedure|process)",
        "(reasonable|expect) ... (use|used|ask|go|request|complete|pursue|move) ... stage (two|three|2|3)",
        (
            "(use|used|pursue|go through|through|complete|exhaust) [the|its|a] [council's] [own|internal] "
            "(appeal|appeals|review) (process|procedure|scheme|panel)"
        ),
        (
            "(has|have|had|is|was|a|of) [a|the] [statutory] right (to|of) [a|request a|ask for a|seek a|an "
            "internal|internal] review"
        ),
        (
            "(can|could|may|should) [now|still|first] (ask|request|seek|apply) [the council|it] [for|to] [a|an|"
            "carry out a] [formal|statutory|internal|further] (review|reassessment)"
        ),
        "(review|reassessment) ... (available|open) to (him|her|them|mr|mrs|miss|ms)",
        (
            "not [yet] (used|asked for|requested|completed|sought|exhausted|pursued) ... (review|reassessment|"
            "appeals procedure|appeal process)"
        ),
        (
            "not [yet] (asked|requested|sought|used|followed|completed|tried|taken up|applied for|made use of) "
            "... (review|reconsider|reconsideration|reassess|reassessment|appeal procedure|appeals procedure|"
            "appeal process|appeals process|internal appeal|look at it again)"
        ),
        (
            "(appeal|appeals|review|reconsideration) [process|procedure|scheme|stage|panel|right|rights] [which|"
            "that|but|and] (he|she|they|mr *|mrs *|ms *|miss *|the complainant) (has|have|had|did) (not|yet to) "
            "[yet] (used|use|followed|completed|complete|pursued|exhausted|tried|taken|requested)"
        ),
        (
            "(review|appeal|appeals) (process|procedure|scheme|stage) ... yet to (use|complete|follow|exhaust|"
            "try|go through)"
        ),
        (
            "(review|appeal|appeals|complaints and appeals) (process|procedure|scheme) [which|that] (he|she|they|"
            "mr *|mrs *|ms *|miss *|the complainant) (can|could|may|should) [still|now|first] [use|ask|follow|go]"
        ),
        (
            "(option|right|chance|opportunity) of [a|an|the] [further|formal|independent|internal|statutory] "
            "(review|reassessment|reconsideration)"
        ),
        (
            "(ask|asked|request|requested|apply) ... (case|needs|application|claim|finances|contribution|"
            "priority|banding) [to] (be|to be) (reassessed|reviewed|reconsidered|looked at again)"
        ),
        "(appeal|appealed|appealing) to the council (against|about|over|first|within|under|for)",
        (
            "(can|could|may|should) [now|also] (reapply|re-apply|apply again|make a new application|make a fresh "
            "application|submit a new application)"
        ),
        "(appeal|review|appeals) stages? ... (only|not|yet|first|second|still|remaining)",
        (
            "not [yet] (take|taken|taking|accept|accepted) [up] [the|its|that|an] (offer|option|opportunity|"
            "chance) [of|to] [a|an|for] (review|reassessment|reconsideration|new assessment|further review|fresh "
            "assessment)"
        ),
        alternative_remedy(f"{OPEN} ... {REVIEW}"),
        alternative_remedy("(two|three)(-| )stage [school] [transport|internal] (appeal|appeals|review)"),
        alternative_remedy("(has|have|had) [a|the|statutory|legal] (review rights|rights? of review)"),
        alternative_remedy(
            "(ask|apply|request|asking|applying) for a (fresh|new|further|second|different) (decision|assessment|"
            "look|application|determination|consideration)"
        ),
        alternative_remedy(
            "(should|must|could|can|may|needs to|ought to) [now|first|also|still] (ask|request|invite) [the "
            "council|it] [for|to] [a|look|make] (look again|look at|fresh decision|new decision|fresh look|make "
            "a fresh|make a new|reconsider|think again)"
        ),
        hint(
            "(ask|request|seek|right|rights|may|can|could|should|apply|use|through) ... (review|"
            "reconsideration|reassessment|reconsider|reassess|review process|appeals process|appeal process)"
        ),
    ),
    also=("appeal-right-tribunal",),
    examples=(
        "We will not investigate because she can ask the Council to look at it again.",
        "We will not investigate Mr X's complaint. He should use the appeals process.",
        "We will not investigate because Mrs E has review rights, which it is reasonable to use.",
        "We will not investigate because it is reasonable to expect Mr X to use the review procedure.",
        (
            "We will not investigate because it would be reasonable for Mrs B to ask the Council for a review of "
            "its decision."
        ),
        "We will not investigate because it is reasonable for her to use the Council's review/appeals procedure.",
        "The Ombudsman will not investigate because it is reasonable to expect Mr D to go to stage three.",
        "We will not investigate because he has a statutory right to request a review of the decision.",
        "We will not investigate because the complainant should use the Council's own appeals process first.",
        "We will not investigate because Miss F can ask for a reassessment.",
        "We will not investigate because a review is available to Mr X.",
        "We will not investigate because she has not yet asked for a review of the banding decision.",
        (
            "We will not investigate because Mr U has not asked the Council to reconsider, and it is reasonable "
            "for him to do this first."
        ),
        (
            "I will not investigate because the Council offers a two stage transport appeal, and it is "
            "reasonable to use it."
        ),
        "We will not investigate because there is an internal appeal process he has not used.",
        "We will not investigate because there is a review process which he has yet to use.",
        "We will not investigate because the Council has a review procedure Mr P can use.",
        "We will not investigate because he has the option of an independent review.",
        "We will not investigate because she may ask for her case to be reassessed.",
        "We will not investigate because he should have appealed to the Council against the refusal.",
        "We will not investigate because if his circumstances have changed he can reapply.",
        "We will not investigate because Mr V should first ask the Council to look again.",
        "We will not investigate because Mr D can provide further evidence and ask for a fresh decision.",
        "We will not investigate because the scheme has two appeal stages and she has gone through only one.",
        "We will not investigate as Mr B did not take up the offer of a review.",
    ),
    near_misses=(
        "The Council reviewed its decision and did not change it.",
        "Mr X says it is not reasonable to expect him to ask for a review.",
        "We will not investigate because it is reasonable for Mr X to apply for judicial review.",
        "The review panel met in May and upheld the complaint.",
        (
            "We will not investigate the failure to tell Mr N he could ask for a fresh decision because there is "
            "no sign of fault."
        ),
    ),
)
