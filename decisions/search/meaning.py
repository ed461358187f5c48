"""Query → what it means, in words: “decisions that have *social worker* and not *housing*”."""

from collections.abc import Sequence

from decisions.marking import Segment
from decisions.search.query import Atom, ProvisionTerm, Query

_PLACES = {
    "summary": "in the summary",
    "complaint": "in what people complained of",
    "assessment": "in the assessment",
    "final": "in the final decision",
    "council": "in the council’s name",
}


def meaning(query: Query) -> list[Segment]:
    """The sentence, with what is looked for marked. Empty for a query that asks for nothing."""
    if not query:
        return []
    said = [Segment("decisions that have " if query.groups else "decisions that do not have ", False)]
    for place, group in enumerate(query.groups):
        comma = "," if len(group) > 1 or (place and len(query.groups[place - 1]) > 1) else ""
        said += [Segment(f"{comma} and ", False)] if place else []
        said += [Segment("either ", False)] if len(group) > 1 else []
        said += _joined(group, " or ")
    if query.groups and query.without:
        comma = "," if len(query.groups[-1]) > 1 else ""
        said.append(Segment(f"{comma} and not ", False))
    said += _joined(query.without, " or ")
    return said


def in_words(query: Query) -> str:
    """The same as plain text, what is looked for between asterisks."""
    return "".join(f"*{each.text}*" if each.marked else each.text for each in meaning(query))


def _joined(atoms: Sequence[Atom], word: str) -> list[Segment]:
    said: list[Segment] = []
    for atom in atoms:
        said += [Segment(word, False)] if said else []
        said += _atom(atom)
    return said


def _atom(atom: Atom) -> list[Segment]:
    if isinstance(atom, ProvisionTerm):
        return [Segment("section ", False), Segment(str(atom), True)]
    before = Segment(f"{'words' if atom.is_phrase else 'a word'} beginning with ", False)
    after = Segment(f" {_PLACES.get(atom.field, '')}", False)
    return [*([before] if atom.prefix else []), Segment(" ".join(atom.words), True), *([after] if atom.field else [])]
