"""`law:24A(6)`: how a provision that somebody asks for is looked up."""

from decisions.search.query import Provision, Term


def provision_in_words(provision: Provision) -> tuple[Term, ...]:
    """The phrases that a decision citing the provision has: any of them.

    The text is asked, since provisions cited are not rows of the database yet. When they are (Act, section "24A",
    rest "6"), this is the one place to change: a provision then becomes a set of decisions, and no longer takes
    `24A(6)` of one Act for that of another. A letter may stand between brackets of its own: 34(B) is 34B.
    """
    number = provision.section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = provision.section[len(number) :]
    spellings = [(provision.section,), *([(number, letter)] if letter else [])]
    return tuple(Term((*spelling, *provision.rest)) for spelling in spellings)
