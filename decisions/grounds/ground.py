"""What a rejection ground is, and what a finding of one is: plain data.

Source: the Ombudsman's Assessment Code (the two families) and the Local Government Act 1974.
"""

from dataclasses import dataclass, field

from decisions.grounds.phrases import Phrase, PhraseKind

STATED = "stated"
"""Strength of words in the summary or the Final decision."""
SUPPORTING = "supporting"
"""Strength of words in the assessment."""

LAW = "law-does-not-let-us"
CHOICE = "chose-not-to"
FAMILIES = {
    LAW: "The law does not let the Ombudsman look into it",
    CHOICE: "The Ombudsman could have looked into it but chose not to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason why the Ombudsman does not investigate, or stops.

    slug: its name in addresses and data.  place: where pages list it, the lowest number first; no two have the same.
    title: in plain words.  family: a key of `FAMILIES`.
    law: the provision the decisions cite.  explanation: what it means, for a member of the public.
    instead: what somebody so refused can do, in one sentence.
    phrases: the words that show it; `phrases.py` explains their language, and the calls (`hint("…")`) that say when a
    phrase counts.
    examples: sentences that show it; near_misses: sentences that look like it and do not show it.
    also: slugs of other grounds that its examples show as well.
    appeal_bodies, appeal_topics: words, in the phrase language, that give a `shared` phrase to this ground.
    last_resort: it gives way to any other ground shown at least as strongly.
    yields_to: slugs of grounds that are the reason in its place where their words include its own.
    """

    slug: str
    place: int
    title: str
    family: str
    law: str
    explanation: str
    instead: str
    phrases: tuple[str | Phrase, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    also: tuple[str, ...] = ()
    appeal_bodies: tuple[str, ...] = ()
    appeal_topics: tuple[str, ...] = ()
    last_resort: bool = False
    yields_to: tuple[str, ...] = ()

    def phrases_of(self, *kinds: PhraseKind) -> tuple[Phrase, ...]:
        """Return the phrases of these kinds, in their order; a plain string is a REASON."""
        phrases = (Phrase(each) if isinstance(each, str) else each for each in self.phrases)
        return tuple(phrase for phrase in phrases if phrase.kind in kinds)


@dataclass(frozen=True, slots=True)
class Finding:
    """A ground (its slug) and the words that show it.

    `start` and `end` are half-open offsets in Unicode characters into `document.whole(paragraph)`;
    paragraph 0 is the summary. `guessed`: no usual wording was found, and these words are the nearest to it.
    """

    ground: str
    strength: str
    paragraph: int
    start: int
    end: int
    guessed: bool = field(default=False, compare=False)
