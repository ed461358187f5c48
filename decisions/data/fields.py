"""All fields of the data, as `fields.toml` declares and explains them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT, DATE, MOMENT, NUMBER, PATH, LIST = "text", "date", "moment", "number", "path", "list"
_GROUPS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the data. `fields.toml` says what each attribute means; here `fields` are the fields themselves."""

    name: str
    description: str
    kind: str = TEXT
    nullable: bool = False
    fields: tuple["Field", ...] = ()
    item_kind: str = ""
    choices: tuple[str, ...] = ()
    column: str = ""
    in_csv: bool = False

    @property
    def source(self) -> str:
        """Return where the value is."""
        return self.column or self.name


def _group(*names: str) -> tuple[Field, ...]:
    """Return the fields of these groups, in order."""
    return tuple(field for name in names for field in _fields(name))


def _fields(group: str) -> Iterator[Field]:
    for name, values in _GROUPS[group].items():
        if "same_as" in values:
            yield from _fields(values["same_as"])
        else:
            yield Field(name, **values | {"fields": _group(values["fields"]) if "fields" in values else ()})


FACTS, TEXT_PARTS, SOURCE = _group("facts"), _group("text_parts"), _group("source")
DECISION = (*FACTS, *TEXT_PARTS)
"""The public shape of a decision."""
_SUMMARY = tuple(field for field in FACTS if field.name == "summary")
CSV = (*(field for field in FACTS if field.in_csv and field not in _SUMMARY), *_group("csv_evidence"), *_SUMMARY)
"""The columns of CSV. A fact that the decision does not state is empty."""
TABLES = {
    "decisions": tuple(field for field in FACTS if field.kind != LIST),
    "grounds": _group("of_decision", "position_of_ground", "grounds"),
    "sections": _group("of_decision", "position_in_decision", "sections"),
    "paragraphs": _group("of_decision", "position_of_paragraph", "paragraphs"),
    "signposts": _group("of_decision", "signposts"),
    "provisions": _group("of_decision", "provisions"),
    "decision_references": _group("of_decision", "references"),
}
"""The tables of the dump's SQLite file, each with its columns. A column that holds a list holds it as JSON."""
COUNCIL, GROUND = _group("council"), _group("ground")
"""What the API's lists say of a council and of a ground."""
