"""One class name, one thing: a reader who has met a class elsewhere knows it here."""

import ast
from collections import defaultdict
from pathlib import Path

from django.conf import settings

PACKAGE = Path(settings.BASE_DIR) / "decisions"
LEFT_OUT = {"tests", "migrations"}
DJANGOS = {"Command", "Media", "Meta"}  # names that Django looks for
READ_AND_KEPT = {"Doubt", "Finding", "Ground", "Paragraph", "Provision", "Section", "Signpost"}
"""What is read in a text and the model that keeps it: one thing, so one name, for these two classes alone."""


def class_names(package: Path) -> dict[str, list[str]]:
    """Where each class is defined, by its name. A class in another's body is named with it: `Council.Kind`."""
    found = defaultdict(list)
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        if LEFT_OUT.isdisjoint(place.parts):
            for name, line in _classes(ast.parse(path.read_text(encoding="utf-8"))):
                if name.rpartition(".")[2] not in DJANGOS:
                    found[name].append(f"{place}:{line}")
    return found


def _classes(node: ast.AST, within: str = "") -> list[tuple[str, int]]:
    found = []
    for each in ast.iter_child_nodes(node):
        is_class = isinstance(each, ast.ClassDef)
        name = f"{within}{each.name}" if is_class else within.rstrip(".")
        found += [(name, each.lineno)] if is_class else []
        found += _classes(each, f"{name}." if name else "")
    return found


def taken_twice(names: dict[str, list[str]]) -> list[str]:
    """A line for each name that two things have, with the places and the remedy."""
    return [
        f"{name} is a class in {' and in '.join(places)}: rename one of them after what sets it apart."
        for name, places in sorted(names.items())
        if len(places) > 1 and not _is_one_thing(name, places)
    ]


def _is_one_thing(name: str, places: list[str]) -> bool:
    return name in READ_AND_KEPT and len(places) == 2 and sum(place.startswith("models/") for place in places) == 1


def test_no_class_name_is_used_for_two_things():
    names = class_names(PACKAGE)
    assert len(names) > 100
    twice = taken_twice(names)
    assert not twice, "\n".join(twice)


def test_every_exception_is_still_one():
    names = class_names(PACKAGE)
    assert {name for name in READ_AND_KEPT if len(names[name]) < 2} == set()


def test_a_name_for_two_things_is_found_with_both_places(tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models/text.py").write_text("class Section:\n    class Meta: pass\n\nclass Row: pass\n")
    (tmp_path / "document.py").write_text("class Section:\n    class Meta: pass\n")
    (tmp_path / "page.py").write_text("def page():\n    class Row: pass\n\nclass Listing:\n    class Row: pass\n")
    assert taken_twice(class_names(tmp_path)) == [
        "Row is a class in models/text.py:4 and in page.py:2: rename one of them after what sets it apart."
    ]
    (tmp_path / "third.py").write_text("class Section: pass\n")
    assert taken_twice(class_names(tmp_path))[1].startswith("Section is a class in document.py:1 and in models/text.py")
