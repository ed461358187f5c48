"""What a place is that people can be sent to. Words are in the phrase language of the grounds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place people can be sent to.

    slug: its name in data.  title: in plain words.
    names: what it is called; each goes into the sentences of `sending`.
    phrases: sentences of its own, for a place whose name alone says too little.
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
