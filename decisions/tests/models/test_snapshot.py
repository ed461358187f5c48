"""A list is read from one state of the archive, while others write."""

import os
import subprocess
import sys

import pytest

from decisions.tests.texts import FIXTURES

SCRIPT = """
import sqlite3
from django.conf import settings
from django.core.management import call_command
from decisions.models import Decision, snapshot
call_command("migrate", verbosity=0)
call_command("import_decisions", "fixtures/texts", verbosity=0)
writer = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0)
with snapshot():
    before = Decision.objects.filter(outcome_slug="x").count()
    writer.execute("UPDATE decisions_decision SET outcome_slug = 'x'")
    writer.commit()
    within = Decision.objects.filter(outcome_slug="x").count()
print("counts", before, within, Decision.objects.filter(outcome_slug="x").count())
"""


@pytest.mark.sqlite
def test_a_snapshot_sees_one_state_and_holds_no_writer_up(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    ran = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SCRIPT],
        cwd=FIXTURES.parent,
        env=kept | {"DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "counts 0 0 5"
