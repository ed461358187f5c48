"""An investigation would add nothing.

Covers the statutory children's complaints procedure, which is not looked at twice.
Source: Local Government Act 1974, as amended, s24A(6): https://www.legislation.gov.uk/ukpga/1974/7/section/24A
"""

from decisions.grounds.ground import CHOICE, Ground
from decisions.grounds.phrases import hint

GROUND = Ground(
    slug="cannot-add-to-previous-investigation",
    title="An investigation would add nothing",
    family=CHOICE,
    place=40,
    law="s24A(6)",
    explanation=(
        "The council, or someone else, had already looked into the matter, and an investigation by the "
        "Ombudsman would not have added to what they found."
    ),
    instead="If the earlier investigation missed something, go back first to the body that carried it out.",
    phrases=(
        (
            "(no|not|unlikely|nothing|doubtful) ... (find|uncover|discover|reveal|establish|see) (anything|"
            "something|more|facts|points|evidence|matters) ... (not|already|previous|missed|overlooked)"
        ),
        (
            "(not|unlikely|cannot|nothing|little) ... (say|tell|find|learn|discover|establish|uncover) ... "
            "(more|further|else|beyond) ... (already|council|provider|told|found|has|was)"
        ),
        (
            "(not|cannot|unlikely|nothing|unable|nor|little|no) ... (find out|uncover|reveal|discover|"
            "establish|tell|learn) (anything|any|much) (more|new|further|else)"
        ),
        (
            "(thorough|thoroughly|full|fully|detailed|comprehensive|robust|independent|independently) ... "
            "(investigated|investigation|response|considered|reviewed) ... (no|not|nothing|little|unlikely) "
            "... (further|more|add|again)"
        ),
        "(go|going|look|looking) over the same (ground|matters|events|issues)",
        (
            "(not|cannot|unlikely|nothing|unable|nor|little|can't) ... add to [the|any|that|what|this|its|their|"
            "those|an|previous]"
        ),
        (
            "(not|cannot|unlikely|nothing|unable|nor|little) ... add [anything|much|more|further|significantly|"
            "value|materially] [further|more|of value|significant|useful|meaningful|substantive|else|"
            "significantly] to"
        ),
        (
            "(not|cannot|unlikely|unable|nor) ... add anything [further|more|of value|significant|useful|else|"
            "meaningful|new]"
        ),
        "add (nothing|little) [more|further|to|of value]",
        (
            "(not|no|nothing|nor|cannot|little|unlikely) ... (reinvestigate|re-investigate|reinvestigating|"
            "re-investigating|repeat|repeating|duplicate|duplicating) ... (complaint|complaints|investigation|"
            "matter|matters|work|same|events|issues|what)"
        ),
        "(or|nor) [that] [we] [could|would|can|be] [able to] add (anything|much|to|value)",
        (
            "(nothing|little|not anything|not much) [more|further|else|of value] [that] [which] (we|i|the "
            "ombudsman|our investigation|an investigation) [could|can|would|might] [usefully|now] add"
        ),
        (
            "(not|unlikely|cannot|no|nothing) ... (findings|conclusions|anything|information) (beyond|over and "
            "above|in addition to|on top of|further than) (those|that|what|the|its)"
        ),
        "no (need|reason|purpose|point) ... (again|a second time)",
        (
            "(procedure|process|stages|panel|investigator) ... (nothing|little) (further|more|else|left) ... "
            "(look|consider|investigate|add)"
        ),
        (
            "(not|unlikely|doubtful) ... (say|tell|conclude) [him|her|them|mr *|mrs *] anything (different|new|"
            "more|further)"
        ),
        (
            "(answered|addressed|responded to|explained) ... (fully|in full|thoroughly|in detail|properly) ... "
            "(not|no|nothing|little|unlikely)"
        ),
        (
            "(do|achieve|find|say|offer) (no|any) more than ... (council's|panel's|investigator|inquiry|"
            "investigation|coroner|provider's)"
        ),
        (
            "(tell|tells|give|offer) [him|her|them|mr *|mrs *|ms *|miss *] (nothing|little) (he|she|they|new|"
            "more|that|further|beyond|else)"
        ),
        "ground (has|have|had) [already|since] been (covered|gone over|looked at)",
        hint(
            "(already|thorough|thoroughly|previous|previously|stage two|stage three|independent|"
            "independently|fully|full|detailed) [been] (investigated|considered|looked|examined|"
            "investigator|panel|inquiry|answered|addressed|reviewed|investigation|response|explanation|"
            "answer)"
        ),
    ),
    also=("insufficient-evidence-of-fault",),
    examples=(
        "We will not investigate Mr X's complaint. The Council has already examined these events.",
        (
            "We will not investigate because there is no reason to believe we would find anything the stage "
            "two investigator did not."
        ),
        "We will not investigate because we are unlikely to say more than it has already told him.",
        "We will not investigate because we are unlikely to uncover anything more than the Council did.",
        (
            "We will not investigate because the Council has thoroughly investigated the matter and there "
            "is little to add."
        ),
        "We will not investigate because we would only be going over the same ground as the review panel.",
        "We will not investigate because we could not add to the Council's own investigation.",
        (
            "The Ombudsman will not investigate this complaint because it is unlikely we could add to any "
            "previous investigation."
        ),
        "We will not investigate because we are unlikely to add anything further to the Council's response.",
        (
            "We will not investigate because an investigation by us would add nothing to what the independent "
            "review panel found."
        ),
        ("We will not reinvestigate the complaint because it was properly considered under the statutory procedure."),
        (
            "The Ombudsman will not investigate because there is nothing we could add to the reply the Council "
            "has already given."
        ),
        "We will not investigate because we cannot add anything new.",
        (
            "We are unlikely to find fault, or be able to add anything to the Council's inquiry, so we will not "
            "investigate."
        ),
        (
            "We will not investigate because the Council has given a full response and there is nothing more we "
            "could add."
        ),
        (
            "We will not investigate since it is unlikely we would reach findings beyond those in the "
            "independent report."
        ),
        (
            "We will not investigate because the Council has looked into it properly and there is no need for us "
            "to do it again."
        ),
        (
            "We will not investigate because the complaint has been through the whole procedure and there is "
            "little left for us to look at."
        ),
        (
            "We will not investigate the complaint since the Council has answered it fully and we would not say "
            "anything new."
        ),
        "We will not investigate because we could do no more than the Council's own inquiry did.",
        "We will not investigate because a further investigation would tell Mr Y nothing he does not know.",
        "We will not investigate because the ground has been covered by an independent investigator.",
    ),
    near_misses=(
        "Mr X wants to add to his complaint but has not told us what about.",
        "The Council said it could not add to its earlier response.",
        (
            "We will not investigate because there is not enough evidence of fault, although we could add to "
            "what was done."
        ),
        "The Council agreed to add Mr X's comments to its records.",
    ),
)
