"""Nothing worthwhile would be achieved.

Seen as 'nothing significant', 'nothing more', 'no worthwhile outcome' and 'meaningful outcome'.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="nothing-worthwhile-to-achieve",
    title="Nothing worthwhile would be achieved",
    family=CHOICE,
    place=60,
    law="s24A(6)",
    explanation=(
        "There was nothing useful left for an investigation to achieve, so the Ombudsman did not spend public"
        " money on one."
    ),
    instead=(
        "You can ask the council about anything still outstanding, or tell the Ombudsman if an investigation "
        "could still change something for you."
    ),
    phrases=(
        "(hard|difficult) to see ... (achieve|achieved|gain|gained|benefit|outcome|purpose|serve|come of|add)",
        (
            "(nothing|little|not|unlikely|cannot|no) ... usefully (achieve|achieved|add|added|do|done|"
            "recommend|gained|pursue|pursued)"
        ),
        (
            "(little|nothing|not much) [more|further|else] [that] [our|an|we|the|any] (we|investigation|"
            "involvement|intervention|ombudsman) ... (achieve|gain|offer|do|bring|add value)"
        ),
        (
            "(little|nothing|not much|no benefit|no purpose|no value|no merit) [more|further|else] ... "
            "(gained|achieved|served)"
        ),
        (
            "(no|not|nothing|without|unlikely|cannot|nor) ... (worthwhile|meaningful|useful|practical) "
            "(outcome|outcomes|result|remedy|purpose|benefit|end|gain|achieved|difference)"
        ),
        (
            "(no|not|nor|little) ... (purpose|benefit|value|merit|point) ... (in|to|from|by) [us|our|my] "
            "[further] (investigate|investigating|investigation|pursue|pursuing|continue|continuing|"
            "considering|looking|involvement|carrying on)"
        ),
        (
            "(achieve|achieves|achieved|gain|gained) (nothing|little) [more|further|significant|worthwhile|"
            "useful|meaningful|of value|of substance|practical] [by doing so]"
        ),
        (
            "(not|cannot|unlikely|nor|neither|unable|or|can't) ... (achieve|gain|offer|provide|obtain|secure|"
            "recommend) [for (him|her|them)] anything [more|further|significant|worthwhile|useful|meaningful|"
            "else|additional|of value|of substance] [by doing so|by investigating|for (him|her|them)]"
        ),
        (
            "(not|cannot|unlikely|nor|neither|unable|can't) ... (achieve|gain|obtain|secure) [any|much|a] (more|"
            "further|significant|worthwhile|useful|meaningful|additional|practical) [outcome|result|remedy] [for "
            "(him|her|them)] [by doing so|by investigating]"
        ),
        (
            "(nothing|little) [more|further|significant|worthwhile|useful|meaningful|else|of value|practical] "
            "[that] [could|can|would|to] [we|be|an investigation|our investigation|the ombudsman|i] [can|could|"
            "would] [now|seek to|usefully|also|likely] (achieve|achieved|gain|gained|do|recommend|be gained|be "
            "achieved|obtain)"
        ),
        (
            "nothing (more|further|significant|worthwhile) (to|we|that|which|for us|would|could|can) ... "
            "(achieve|achieved|"
            "gain|gained|do|done|obtain|obtained|secure|recommend|offer|provide|pursue|ask|seek|come|result|be had)"
        ),
        (
            "(nothing|not anything|no) (more|further|worthwhile|useful|meaningful|significant|practical|"
            "additional|real) (outcome|purpose|benefit|result|value|remedy|role|use|point|recommendation|"
            "advantage|achievement)"
        ),
        (
            "(not|unlikely|cannot|nor|nothing|unable) ... (worthwhile|meaningful|useful) (outcome|outcomes|"
            "result|remedy|purpose|resolution|benefit)"
        ),
        "(not|nor) ... serve [a|any] [useful|meaningful|practical|real|good|worthwhile] purpose",
        (
            "(no|not any|little|nothing) [to be] (purpose|benefit|value|merit|point|worth|gained) ... "
            "(investigating|investigation|involvement|intervention|pursuing|further)"
        ),
        "(not|nor) [be] worthwhile",
        (
            "(not|unlikely|nor|cannot|no|nothing) ... (bring|give|offer|have|get|produce|provide) [him|her|them|"
            "mr *|mrs *|ms *|miss *] [any|a|much|of] [real|great|clear] (worthwhile|meaningful|practical|"
            "tangible|useful) (benefit|outcome|gain|result|advantage)"
        ),
        (
            "nothing (left|remaining|outstanding|else) [for us|for me|for the ombudsman] [that] [to|we|i] [could|"
            "can|need] (remedy|resolve|investigate|put right|recommend|achieve|do|look at|pursue|seek)"
        ),
        "(overtaken|superseded) [by] (events|the complaint|matters|it|this|later|a new|the)",
        "(would be|is|be|become) [now] (pointless|futile|fruitless)",
        (
            "(matter|complaint|issue|question|point|it|this|that) (is|was|would be) [now|therefore|largely|"
            "purely] academic"
        ),
        "(achieve|achieves|gain|gains|offer) no more",
        (
            "(no|nothing) [remaining|outstanding|live|further|unresolved] (issue|issues|matter|matters|injustice|"
            "dispute) ... (left|remaining|outstanding|for us|to resolve|to investigate|to put right|to remedy)"
        ),
        (
            "not [be] [of] [any|much] [real|great|practical|significant|tangible] (benefit|use|value|help|"
            "advantage) (to|for) (him|her|them|mr *|mrs *|ms *|miss *|the complainant|anyone)"
        ),
        hint(
            "(no|not|nothing|little|cannot|hard|without|hardly) ... (achieve|achieved|gain|gained|benefit|"
            "purpose|worthwhile|point|useful|value|serve|merit)"
        ),
    ),
    examples=(
        "We will not investigate Mr X's complaint. There is hardly any point in going on.",
        "We will not investigate because it is hard to see what an investigation could achieve.",
        "We will not investigate because there is little we could usefully do.",
        "We will not investigate because there is little more that our involvement could achieve.",
        "We will not investigate because there is nothing to be gained by an investigation now.",
        "We will not investigate because no other worthwhile outcome could come of it.",
        "We will not investigate because we see no real benefit to him from further investigation.",
        "We will not investigate because our involvement would achieve nothing significant.",
        "We will not investigate this complaint because we would not achieve anything significant by doing so.",
        "I have discontinued my investigation because there is nothing further we could achieve.",
        "The Ombudsman will not investigate because there is no worthwhile outcome we could achieve for Mrs Y.",
        "We will not investigate because we are unlikely to reach a meaningful outcome.",
        "We will not investigate as doing so would not serve any useful purpose.",
        "We will not investigate because there is little to be gained from pursuing the matter now.",
        ("The Ombudsman will not investigate because it would not be worthwhile now the Council has changed the rule."),
        "We will not investigate because there would be no benefit in an investigation.",
        "We will not continue because we could not achieve any more for him by doing so.",
        "We will not investigate since it is unlikely that doing so would bring Mrs D any worthwhile benefit.",
        "We will not investigate because the position has moved on and there is nothing left for us to remedy.",
        "We will not investigate because events have overtaken the complaint.",
        "We will not investigate because an investigation would now be pointless.",
        "I have stopped my investigation because I can achieve no more.",
        "We will not investigate because there is no remaining issue for us to resolve.",
        "We will not investigate as this would not be of any real benefit to Mr L.",
        "We will not investigate because the matter is now academic.",
    ),
    near_misses=(
        "The Council told Mr X nothing further could be achieved by a meeting.",
        "We will not investigate because we cannot achieve the outcome she wants.",
        "An investigation would be worthwhile because there are signs of fault.",
        "Mr X says complaining to the Council would serve no useful purpose.",
        "We will not investigate because there is nothing more we could add to the Council's response.",
        "We will not investigate this complaint about transport in the last academic year because it is late.",
        "We will not investigate as there is nothing we could do to achieve the outcome he seeks.",
    ),
    yields_to=("cannot-achieve-outcome-sought",),
)
