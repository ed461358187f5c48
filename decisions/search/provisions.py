"""Provisions in queries (`law:24A(6)`): finding the decisions that cite them, alone or combined with words."""

from collections.abc import Callable, Sequence

from decisions.search.query import Atom, ProvisionTerm, Query, Term

Select = tuple[str, Sequence[object]]
"""SQL for ids of decisions, in a column `id`, and its parameters."""
_ONE_SELECT = "SELECT id FROM ({selects}) AS anything"


def has_provisions(query: Query) -> bool:
    """Return whether a query includes or excludes any provision."""
    return any(isinstance(atom, ProvisionTerm) for group in (*query.groups, query.without) for atom in group)


def matching(query: Query, select_words: Callable[[Query], Select]) -> Select:
    """Return SQL for the ids of the decisions that match a query.

    `select_words` gives it for words alone, with at least one group, from the search index. Provisions come from
    their own table, and a query of exclusions alone starts from all decisions, which no index helps with.
    """
    laws = [group for group in query.groups if any(isinstance(atom, ProvisionTerm) for atom in group)]
    words = tuple(group for group in query.groups if group not in laws)
    if query.without and words and not has_provisions(query):
        return select_words(query)
    selects = [select_words(Query(words))] if words else []
    selects += [_any(group, select_words) for group in laws]
    sql, parameters = _joined(selects, "INTERSECT") if selects else ("SELECT id FROM decisions_decision", [])
    if query.without:
        without, more = _any(query.without, select_words)
        return f"{sql} EXCEPT {without}", [*parameters, *more]
    return sql, parameters


def _any(atoms: Sequence[Atom], select_words: Callable[[Query], Select]) -> Select:
    """Return SQL for the ids of the decisions that have any of the atoms, as one SELECT."""
    terms = tuple(atom for atom in atoms if isinstance(atom, Term))
    selects = [select_words(Query((terms,)))] if terms else []
    sql, parameters = _joined([*selects, *(citing(atom) for atom in atoms if isinstance(atom, ProvisionTerm))], "UNION")
    return _ONE_SELECT.format(selects=sql), parameters


def _joined(selects: Sequence[Select], how: str) -> Select:
    return f" {how} ".join(sql for sql, _ in selects), [each for _, values in selects for each in values]


def citing(provision: ProvisionTerm) -> Select:
    """Return SQL for the ids of the decisions that cite the provision or a subdivision of it.

    Sections of any Act; schedules and regulations do not count.
    """
    sql = "SELECT DISTINCT decision_id AS id FROM decisions_provision WHERE section = %s AND kind = 'section'"
    rest = "/".join(provision.rest)
    if not rest:
        return sql, [provision.section]
    below = [f"{rest}/", f"{rest}/\U0010ffff"]
    return f"{sql} AND (rest = %s OR rest BETWEEN %s AND %s)", [provision.section, rest, *below]


def provision_in_words(provision: ProvisionTerm) -> tuple[Term, ...]:
    """Return the phrases by which a text may name the provision, for highlighting.

    A letter may have brackets of its own: 34(B) is 34B.
    """
    number = provision.section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = provision.section[len(number) :]
    spellings = [(provision.section,), *([(number, letter)] if letter else [])]
    return tuple(Term((*spelling, *provision.rest)) for spelling in spellings)
