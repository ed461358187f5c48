"""Query → what it means, in words: “Decisions that mention *social worker* but not *housing*”."""

from collections.abc import Sequence

from decisions.highlighting import Segment
from decisions.search.query import Atom, ProvisionTerm, Query

_PLACES = {
    "summary": "in the summary",
    "complaint": "in what people complained about",
    "assessment": "in the assessment",
    "final": "in the final decision",
    "council": "in the council’s name",
}


def explain(query: Query) -> list[Segment]:
    """The sentence, with what is looked for marked. Empty for a query that asks for nothing."""
    if not query:
        return []
    said = [Segment(f"Decisions that {'' if query.groups else 'do not '}", False)]
    verb = ""
    for place, group in enumerate(query.groups):
        comma = "," if len(group) > 1 or (place and len(query.groups[place - 1]) > 1) else ""
        said += [Segment(f"{comma} and ", False)] if place else []
        said += [Segment(f"{_verb(group)} ", False)] if _verb(group) != verb else []
        verb = _verb(group)
        said += [Segment("either ", False)] if len(group) > 1 else []
        said += _joined(group, " or ")
    if query.groups and query.without:
        comma = "," if len(query.groups[-1]) > 1 else ""
        said.append(Segment(f"{comma} but not ", False))
    elif query.without:
        said.append(Segment(f"{_verb(query.without)} ", False))
    said += _joined(query.without, " or ")
    return said


def explain_as_text(query: Query) -> str:
    """The same as plain text, what is looked for between asterisks."""
    return "".join(f"*{each.text}*" if each.marked else each.text for each in explain(query))


def _verb(atoms: Sequence[Atom]) -> str:
    """What decisions do with these: a section is cited, a word is mentioned."""
    return "cite" if all(isinstance(atom, ProvisionTerm) for atom in atoms) else "mention"


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
