"""`law:24A(6)`: how a provision that somebody asks for is looked up."""

from decisions.search.query import Provision, Term


def citing(provision: Provision) -> tuple[str, list[str]]:
    """SQL for the ids of the decisions that cite the provision, or what stands below it, and its parameters.

    Sections of whatever Act; schedules and regulations are other things.
    """
    sql = "SELECT decision_id AS id FROM decisions_provision WHERE section = %s AND kind = 'section'"
    rest = "/".join(provision.rest)
    if not rest:
        return sql, [provision.section]
    below = [f"{rest}/", f"{rest}/\U0010ffff"]
    return f"{sql} AND (rest = %s OR rest BETWEEN %s AND %s)", [provision.section, rest, *below]


def provision_in_words(provision: Provision) -> tuple[Term, ...]:
    """The phrases that a text naming the provision has: any of them. They are what is marked.

    A letter may stand between brackets of its own: 34(B) is 34B.
    """
    number = provision.section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = provision.section[len(number) :]
    spellings = [(provision.section,), *([(number, letter)] if letter else [])]
    return tuple(Term((*spelling, *provision.rest)) for spelling in spellings)
