"""A snapshot reads one state of the archive while others write."""

import subprocess
import sys

from decisions.tests.processes import environment
from decisions.tests.texts import FIXTURES

SCRIPT = """
from django.core.management import call_command
from django.db import connections
from decisions.models import Decision, snapshot
call_command("import_decisions", "fixtures/texts", verbosity=0)
writer = connections["default"].copy()
with snapshot():
    before = Decision.objects.filter(outcome_slug="x").count()
    with writer.cursor() as cursor:
        cursor.execute("UPDATE decisions_decision SET outcome_slug = 'x'")
    writer.close()
    within = Decision.objects.filter(outcome_slug="x").count()
print("counts", before, within, Decision.objects.filter(outcome_slug="x").count())
"""


def test_a_snapshot_sees_one_state_and_holds_no_writer_up(new_archive, tmp_path):
    new_archive(tmp_path)
    ran = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SCRIPT],
        cwd=FIXTURES.parent,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "counts 0 0 5"
