"""What a place is that a decision can send people to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that people can be sent to. Its words are in the phrase language of `decisions/grounds/phrases.py`.

    slug: its name in data.  title: in plain words.
    names: what it is called; each is filled into the phrases of `signpost_phrases.py`.
    phrases: phrases of its own, for a place whose name alone says too little.
    chambers: words in the bracket after "First-tier Tribunal" that make it this one.
    examples: sentences that send people there; near_misses: sentences that name it and do not.
    """

    slug: str
    title: str
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    chambers: tuple[str, ...] = ()
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
