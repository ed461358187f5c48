"""Phrases that several grounds have, each about its own topic or body."""

from decisions.grounds.phrases import Phrase, alternative_remedy

_BARRED = (
    "(cannot|can not|may not|no power|no powers|no legal power|no jurisdiction|no authority|prevents|excludes|"
    "forbids|bars|prohibits|stops us|not allow|not let|not permit|unable|not able|no role)"
)
_OUT = (
    "(outside|out of|beyond|not within|not in|not fall within|not fall under|not come within|not come under|"
    "not part of|not covered by|not subject to|excluded from|falls outside|no power|no jurisdiction|not for us|"
    "we cannot|not something we|we may not)"
)
_ABOUT = (
    "(because|as|since|it|this|that|they|matter|matters|part|parts) (about|concerns|"
    "concern|concerned|relates to|relate to|is about|are about|was about|arises from|is to do with|involves|is|"
    "are|stems from|comes from)"
)


def barred(topic: str) -> tuple[str, str, str]:
    """Return phrases for a topic that the Ombudsman may not look at.

    They say so before the topic, after it, or only that the complaint is about it.
    """
    return (
        f"{_BARRED} ... {topic}",
        f"{topic} ... {_OUT}",
        f"{_ABOUT} [a|an|the|his|her|their|what] [council's] {topic}",
    )


def alternative_remedies(body: str) -> tuple[Phrase, Phrase]:
    """Return phrases for a remedy open to the complainant: going to the body, or that the body exists to decide."""
    return (
        alternative_remedy(
            "(may|might|can|could|open to|free to|able to|entitled to|right|rights|option|remedy|remedies|redress|"
            f"route|appeal|appeals|challenge|objections?|claim) ... {body}"
        ),
        alternative_remedy(
            f"{body} ... (exists|exist|set up|established|hears?|deals?|decides?|considers?|determines?|resolves?|"
            "rules?|can|could|may|power|powers|route|remedy|process|procedure|open to|available)"
        ),
    )
