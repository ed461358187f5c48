"""HOWTO names only files and tests that exist, and every command is tested, as it asks."""

import re

import pytest

from decisions.tests.project.test_docs import ROOT

HOWTO = (ROOT / "docs" / "HOWTO.md").read_text(encoding="utf-8")
SUBJECTS = (
    *("A ground", "A layout", "A facet", "A public field", "A management command", "A page"),
    "A reorganised council",
)


def named(text):
    """Return the files that a text names in backticks or code blocks, each with the test named in it, or ""."""
    quoted = re.findall(r"```\n(.*?)```|`([^`]+)`", text, re.DOTALL)
    words = " ".join(block or span for block, span in quoted).split()
    paths = [word for word in words if re.fullmatch(r"[\w./*-]+\.\w+(::\w+)?|[\w.*-]+/[\w./*-]+", word)]
    return [tuple(path.partition("::")[::2]) for path in paths]


def lost(text):
    """Return the files and tests that a text names and that do not exist."""
    return [(path, test) for path, test in named(text) if not any(has(found, test) for found in ROOT.glob(path))]


def has(path, test):
    """Return whether a file has a test; the name "" means the file or folder itself."""
    return not test or f"def {test}(" in path.read_text(encoding="utf-8")


def test_every_file_and_every_test_it_names_exists():
    assert len(named(HOWTO)) > len(SUBJECTS)
    assert lost(HOWTO) == [], "mend these names in docs/HOWTO.md"


@pytest.mark.parametrize(
    "text",
    ["`decisions/nowhere.py`", "`NOWHERE.md`", "```\npytest decisions/nowhere\n```", "`manage.py::no_such_test`"],
)
def test_a_name_that_leads_nowhere_is_noticed(text):
    assert len(lost(text)) == 1


@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_subject_has_steps_in_order_and_a_test(subject):
    section = HOWTO.split(f"## {subject}\n")[1].split("\n## ")[0]
    numbers = [int(number) for number in re.findall(r"^(\d)\. ", section, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 1
    assert "decisions/tests/" in section


def test_every_command_is_called_in_a_test():
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "decisions/tests").rglob("test_*.py"))
    commands = [path.stem for path in (ROOT / "decisions/management/commands").glob("[!_]*.py")]
    untested = [name for name in commands if f'"{name}"' not in tests]
    assert untested == [], "call these commands in a test, such as decisions/tests/views/test_commands.py"
