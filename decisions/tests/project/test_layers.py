"""Imports only go down: what the reading floors may import, and the whole house by the linter's contract."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PURE = ["public_bodies", "parsing", "grounds", "mentions", "standard"]


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by the full name"
            yield node.module


@pytest.mark.parametrize("floor", PURE)
def test_the_reading_floors_import_the_standard_library_alone(floor):
    below = ["decisions.percentages", *(f"decisions.{name}" for name in PURE[: PURE.index(floor) + 1])]
    files = list((ROOT / "decisions" / floor).rglob("*.py"))
    assert files
    for path in files:
        for name in imports_of(path):
            ours = any(name == each or name.startswith(f"{each}.") for each in below)
            assert ours or name.partition(".")[0] in sys.stdlib_module_names, f"{path} imports {name}"


def test_every_import_of_the_house_goes_down():
    pytest.importorskip("importlinter", reason="requirements-dev.txt has it; `python3 dev.py test` runs this")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_no_imports_run_in_a_circle():
    """The layers hold packages apart; this holds the modules within one apart too."""
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in kept_short()}
    modules = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    imports = {name: set() for name in modules}
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                full = [f"{node.module}.{alias.name}" for alias in node.names]
                imports[name] |= {each if each in modules else node.module for each in full} - {name}
    list(TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle


def test_linters_are_silenced_thirty_times_at_most():
    """In `decisions/` without tests and migrations. Mend what the linter found, or silence something else less."""
    silenced = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in kept_short()
        if path.is_relative_to(ROOT / "decisions")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "# noqa" in line
    ]
    assert len(silenced) <= 30, silenced


def test_migrations_import_no_live_code():
    for path in (ROOT / "decisions" / "migrations").glob("*.py"):
        assert not [name for name in imports_of(path) if name.startswith("decisions")], path


def kept_short():
    """Return every file of ours but migrations, which are never rewritten, and tests."""
    yield from (ROOT / "dev.py", ROOT / "manage.py")
    for folder in ("decisions", "ombudsman", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not {"migrations", "tests"} & set(path.relative_to(ROOT).parts):
                yield path


@pytest.mark.parametrize("path", list(kept_short()), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_300_lines_and_no_function_than_50(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, node.name
