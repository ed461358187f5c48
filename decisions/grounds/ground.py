"""What a rejection ground is, and what a finding of one is: plain data.

Source: the Ombudsman's Assessment Code (the two families) and the Local Government Act 1974.
"""

from dataclasses import dataclass, field

STATED = "stated"
"""Strength of words that stand in the summary or the Final decision."""
SUPPORTING = "supporting"
"""Strength of words that stand in the assessment."""

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
    phrases: the words that show it, in the phrase language of `phrases.py`.
    examples: sentences that show it; near_misses: sentences that look like it and are not.
    also: slugs of other grounds that its examples show as well.
    general: phrases that are a reason even when worded as a general rule.
    closed: topics that show the ground where the decision says no more than that the law does not allow it.
    hints: words that count only where nothing else shows, in a reason of a refused decision's summary or
    Final decision.
    told: phrases that tell what happened; a reason in the summary and the Final decision, a story elsewhere.
    ways: phrases that name a way open to the complainant; they count where it is given as the reason, or where
    this sentence or the next finds it reasonable to use.
    shared: phrases that name a way out but not to whom; they go to the ground whose `bodies`, or failing
    these whose `topics`, stand nearest.
    fallback: phrases that count only where a decision shows no other ground at all.
    last_resort: give way to any other ground shown at least as strongly.
    yields_to: slugs of grounds whose words, where they hold words of this one, are the reason in its place.
    """

    slug: str
    place: int
    title: str
    family: str
    law: str
    explanation: str
    instead: str
    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    also: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    last_resort: bool = False
    yields_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A ground (its slug) and the words that show it.

    `start` and `end` are half-open offsets in Unicode characters into `document.whole(paragraph)`;
    paragraph 0 is the summary. `guessed`: no usual wording was found, and these words are the nearest to one.
    """

    ground: str
    strength: str
    paragraph: int
    start: int
    end: int
    guessed: bool = field(default=False, compare=False)
