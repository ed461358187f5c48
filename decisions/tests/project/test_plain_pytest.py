"""Plain `pytest` in an environment of requirements.txt alone: all of it is collected, and all of it passes."""

import os
import re
import subprocess
import sys
import venv
from importlib.metadata import packages_distributions

import pytest
from django.conf import settings

from decisions.tests.project.servers import environment

REQUIREMENTS = settings.BASE_DIR / "requirements.txt"
COLLECT = """
import sys
from importlib.machinery import PathFinder

class WithoutSome(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in {missing} else PathFinder.find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = WithoutSome
import pytest
sys.exit(pytest.main(["--collect-only", "-q", "-p", "pytest_django.plugin", "-p", "no:cacheprovider"]))
"""


def run(command, data, **more):
    return subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=environment(data, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def modules_beyond_the_requirements():
    """The importable names of installed packages that requirements.txt does not list."""
    listed = {name.lower() for name in re.findall(r"^([\w.-]+)==", REQUIREMENTS.read_text(), re.MULTILINE)}
    return {
        module
        for module, packages in packages_distributions().items()
        if not any(re.sub(r"[-_.]+", "-", package).lower() in listed for package in packages)
    }


def test_every_test_is_collected_or_left_out_without_the_packages_of_development(tmp_path):
    missing = modules_beyond_the_requirements()
    assert not {"django", "pytest", "numpy"} & missing
    command = [sys.executable, "-c", COLLECT.format(missing=missing)]
    collected = run(command, tmp_path, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    remedy = "name the file and the packages it needs in _NEEDS of decisions/tests/conftest.py"
    assert collected.returncode == 0, f"{collected.stdout[-4000:]}\n{remedy}"


@pytest.mark.only_long("pytest")
def test_plain_pytest_passes_where_only_requirements_txt_is_installed(tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    installed = run([python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], tmp_path)
    assert installed.returncode == 0, installed.stdout
    passed = run([python, "-m", "pytest", "-p", "no:cacheprovider"], tmp_path, LONG="")
    assert passed.returncode == 0, passed.stdout[-4000:]
    assert "left out: decisions/tests/search/test_query.py needs hypothesis" in passed.stdout
