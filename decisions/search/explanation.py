"""Explanations of queries: “Decisions that mention *social worker* but not *housing*”."""

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
    """Return the explanation as segments, the search words marked. Empty for an empty query."""
    if not query:
        return []
    segments = [Segment(f"Decisions that {'' if query.groups else 'do not '}", False)]
    verb = ""
    for place, group in enumerate(query.groups):
        comma = "," if len(group) > 1 or (place and len(query.groups[place - 1]) > 1) else ""
        segments += [Segment(f"{comma} and ", False)] if place else []
        segments += [Segment(f"{_verb(group)} ", False)] if _verb(group) != verb else []
        verb = _verb(group)
        segments += [Segment("either ", False)] if len(group) > 1 else []
        segments += _joined(group, " or ")
    if query.groups and query.without:
        comma = "," if len(query.groups[-1]) > 1 else ""
        segments.append(Segment(f"{comma} but not ", False))
    elif query.without:
        segments.append(Segment(f"{_verb(query.without)} ", False))
    segments += _joined(query.without, " or ")
    return segments


def _verb(atoms: Sequence[Atom]) -> str:
    """Return the verb: a section is cited, a word is mentioned."""
    return "cite" if all(isinstance(atom, ProvisionTerm) for atom in atoms) else "mention"


def _joined(atoms: Sequence[Atom], word: str) -> list[Segment]:
    segments: list[Segment] = []
    for atom in atoms:
        segments += [Segment(word, False)] if segments else []
        segments += _atom(atom)
    return segments


def _atom(atom: Atom) -> list[Segment]:
    if isinstance(atom, ProvisionTerm):
        return [Segment("section ", False), Segment(str(atom), True)]
    before = Segment(f"{'words' if atom.is_phrase else 'a word'} beginning with ", False)
    after = Segment(f" {_PLACES.get(atom.field, '')}", False)
    return [*([before] if atom.prefix else []), Segment(" ".join(atom.words), True), *([after] if atom.field else [])]
