"""What a new version makes of rows that an older one wrote."""

import pytest
from django.core.management import call_command
from django.db import connection

from decisions.models import Council


@pytest.mark.django_db(transaction=True)
def test_councils_that_had_a_slug_of_something_else_get_their_own():
    call_command("migrate", "decisions", "0002", verbosity=0)
    with connection.cursor() as cursor:
        for name, slug in [("£££", ""), ("None", "none"), ("Kent", "kent")]:
            cursor.execute("INSERT INTO decisions_council (name, slug, kind) VALUES (%s, %s, 'other')", [name, slug])
    call_command("migrate", "decisions", verbosity=0)
    found = list(Council.objects.order_by("pk"))
    assert [council.slug for council in found] == [Council.slug_suggested_by(council.name) for council in found]
    assert [council.slug for council in found][1:] == ["none-body", "kent"]
