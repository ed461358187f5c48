"""Names say what a thing is, as the field calls it: modules are nouns, and no name has two meanings."""

import io
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
HOUSE = ROOT / "decisions"

USUAL_TERMS = {
    "caching",
    "feed",
    "highlighting",
    "importing",
    "indexing",
    "listing",
    "merging",
    "paging",
    "parsing",
    "scoring",
    "spelling",
    "wording",
}
"""Names in -ing or -ed that every programmer knows as the name of a thing."""
NAMED_BY_DATA = {"catalogue", "layouts", "commands", "migrations", "tests"}
"""Folders whose modules bear the names of what they hold: grounds, layouts, commands."""
PRIVATE_WORDS = {"told", "kept", "keep", "asked", "among", "shown", "nothing", "within", "due"}


def modules():
    """Every module of the archive but the tests, and those that are named by what they hold."""
    for path in sorted(HOUSE.rglob("*.py")):
        folders = path.relative_to(HOUSE).parts[:-1]
        if not NAMED_BY_DATA & set(folders) and path.stem != "__init__":
            yield path


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_module_is_named_by_a_noun(path):
    is_a_verb = path.stem.endswith(("ing", "ed")) and path.stem not in USUAL_TERMS
    assert not is_a_verb, f"{path.relative_to(ROOT)}: name it by what it holds, a noun, or add a usual term here"
    assert path.stem not in PRIVATE_WORDS, f"{path.relative_to(ROOT)}: use the field's own word"


def test_no_loose_module_shares_a_name():
    loose = {path.stem: path for path in HOUSE.glob("*.py") if path.stem != "__init__"}
    packages = {path.parent.name: path for path in HOUSE.glob("*/__init__.py")}
    inside = {path.stem: path for path in modules() if path.parent != HOUSE and path.stem != "views"}
    for name, path in loose.items():
        other = packages.get(name) or inside.get(name)
        assert other is None, f"{path.relative_to(ROOT)} and {other.relative_to(ROOT)} have one name"


def names_in(path):
    """Every name in the code of a file, with its line; words in texts and comments are not names."""
    text = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            yield token.string, token.start[0]


def test_told_names_nothing():
    """It had seven meanings. Say what the thing is: values, words, fields, headers."""
    places = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in (HOUSE, ROOT / "benchmarks", ROOT / "ombudsman")
        for path in sorted(folder.rglob("*.py"))
        if "migrations" not in path.parts
        for name, line in names_in(path)
        if name in ("told", "_told")
    ]
    assert not places, places


def test_the_house_is_small_at_its_door():
    """At most eight loose modules and 36 entries: more hides where things are. Put a module into its package."""
    entries = [path for path in HOUSE.iterdir() if not path.name.startswith((".", "__pycache__"))]
    assert len([path for path in entries if path.suffix == ".py"]) <= 8
    assert len(entries) <= 36
