"""Migrations keep the rows that an older version wrote."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from decisions import ingest, search
from decisions.grounds import CATALOGUE
from decisions.models import (
    Change,
    Council,
    CouncilAlias,
    Decision,
    Finding,
    Ground,
    Notice,
    RejectedFinding,
    Revision,
    triggers,
)
from decisions.public_bodies import body_of


# Named apps let Django empty the tables with what refers to them, as PostgreSQL's search does.
@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_councils_that_had_a_slug_of_something_else_get_their_own():
    call_command("migrate", "decisions", "0002", verbosity=0)
    with connection.cursor() as cursor:
        for name, slug in [("£££", ""), ("None", "none"), ("Kent", "kent")]:
            cursor.execute("INSERT INTO decisions_council (name, slug, kind) VALUES (%s, %s, 'other')", [name, slug])
    call_command("migrate", "decisions", verbosity=0)
    found = list(Council.objects.order_by("pk"))
    assert [council.slug for council in found] == [Council.slug_suggested_by(council.name) for council in found]
    assert [council.slug for council in found][1:] == ["none-body", "kent"]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_decisions_keep_the_name_they_printed_before_staff_corrected_it():
    call_command("migrate", "decisions", "0005", verbosity=0)
    with connection.cursor() as cursor:
        for pk, name in enumerate(["Barnet", "Ashby-on-Sea Council", "Kent County Council", "Barnet"], 1):
            slug = f"council-{pk}"
            cursor.execute("INSERT INTO decisions_council VALUES (%s, %s, %s, 'other')", [pk, name, slug])
        facts = "'', '', 'statement', '', '', '', '', '', '', '', '', '', 'printed'"
        columns = """source, source_format, document_type, category, category_slug, subcategory, subcategory_slug,
            outcome, outcome_slug, summary, closing, removal_reason, numbering"""
        for pk, council in [(1, 1), (2, 2), (3, 3), (4, None), (5, 2)]:
            cursor.execute(
                f"""INSERT INTO decisions_decision (id, reference, council_id, source_encoding, source_sha256,
                    came_from, imported_at, {columns}) VALUES (%s, %s, %s, 'utf-8', '', '', '2026-01-01', {facts})""",
                [pk, f"23 000 00{pk}", council],
            )
        corrections = [
            (2, "council’s name", "Ashby Council", "Ashby Counc"),
            (2, "council’s name", "Ashby Counc", "Ashby-on-Sea Council"),
            (3, "council", "Kent Councl", "Kent County Council"),
            (3, "outcome", "x", "y"),
            (4, "council", "Ashby Council", ""),
        ]
        for decision, field, old, new in corrections:
            cursor.execute(
                """INSERT INTO decisions_correction (decision_id, field, old, new, by, at)
                   VALUES (%s, %s, %s, %s, 'ann', '2026-02-01')""",
                [decision, field, old, new],
            )
    call_command("migrate", "decisions", verbosity=0)
    assert list(Decision.objects.order_by("pk").values_list("council_printed", flat=True)) == [
        *("Barnet", "Ashby Council", "Kent Councl", "Ashby Council"),
        "Ashby-on-Sea Council",
    ]
    aliases = dict(CouncilAlias.objects.values_list("printed", "council"))
    assert aliases == {"Barnet": 1, "Ashby-on-Sea Council": 2, "Ashby Council": 2, "Kent County Council": 3}
    assert all(alias.key == body_of(alias.printed).key for alias in CouncilAlias.objects.all())
    Decision.objects.all().delete()
    Council.objects.all().delete()


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_user_who_may_not_create_an_extension_learns_who_may():
    migration = import_module("decisions.migrations.0010_search_on_postgresql")
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm; CREATE ROLE somebody; SET LOCAL ROLE somebody")
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        remedy = r"no extension pg_trgm(.|\n)*superuser run: CREATE EXTENSION pg_trgm;"
        with pytest.raises(CommandError, match=remedy), transaction.atomic():
            migration.create_extensions(editor)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_the_search_tables_of_postgresql_come_back_and_go():
    for target in ("0018", "0005", "0018", None):
        call_command("migrate", "decisions", *filter(None, [target]), verbosity=0)
    assert [table for table in connection.introspection.table_names() if "search" in table] == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE proname ~ '^(search_due|decisions_search)'")
        assert cursor.fetchall() == []
        cursor.execute("SELECT cfgname FROM pg_ts_config WHERE cfgname LIKE 'decisions%'")
        assert cursor.fetchall() == []
        cursor.execute("SELECT extname FROM pg_extension WHERE extname IN ('unaccent', 'pg_trgm')")
        assert len(cursor.fetchall()) == 2


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_the_search_tables_of_sqlite_come_back_and_go():
    call_command("migrate", "decisions", "0019", verbosity=0)
    assert {"decisions_searchtext", "decisions_searchdue"} <= set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(
            """CREATE TRIGGER decisions_section_due_insert AFTER INSERT ON decisions_section
               BEGIN INSERT INTO decisions_searchdue VALUES ('decision', new.decision_id); END"""
        )
        call_command("migrate", "decisions", verbosity=0)
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE '%search%' OR sql LIKE '%search%'")
        assert cursor.fetchall() == []
    for target in ("0005", None):
        call_command("migrate", "decisions", *filter(None, [target]), verbosity=0)


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_the_search_index_is_filled_from_the_decisions_there(live_archive):
    call_command("migrate", "decisions", "0005", verbosity=0)
    call_command("migrate", "decisions", verbosity=0)
    matching = search.matching(search.parse("final:investigate rectification"))
    assert Decision.objects.filter(pk__in=matching).count() == 3


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_findings_get_the_words_that_they_point_at(live_archive):
    held = Finding.objects.order_by("pk").values_list("pk", "paragraph_number", "quote")
    before = list(held)
    call_command("migrate", "decisions", "0014", verbosity=0)
    call_command("migrate", "decisions", verbosity=0)
    assert list(held) == before
    assert {bool(number) for _, number, _ in before} == {True, False}


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_a_finding_that_points_past_its_text_stops_the_migration_and_is_named(live_archive):
    lost = Finding.objects.exclude(paragraph_number=0).select_related("decision").first()
    call_command("migrate", "decisions", "0014", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute('UPDATE decisions_finding SET "end" = 99999 WHERE id = %s', [lost.pk])
    with pytest.raises(
        CommandError, match=f"of decision {lost.decision.reference} .* paragraph {lost.paragraph_number}"
    ):
        call_command("migrate", "decisions", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM decisions_finding WHERE id = %s", [lost.pk])
    call_command("migrate", "decisions", verbosity=0)
    assert not Finding.objects.filter(pk=lost.pk).exists()


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_a_reason_without_a_date_is_moved_to_the_review_list(live_archive, capfd):
    removed, half = Decision.objects.order_by("reference")[:2]
    ingest.correct(removed, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "Asked for."})
    call_command("migrate", "decisions", "0016", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE decisions_decision SET removal_reason = 'It named a child.' WHERE id = %s", [half.pk])
    held = list(Decision.objects.exclude(pk=half.pk).order_by("pk").values())
    call_command("migrate", "decisions", verbosity=0)
    assert f"{half.reference}: “It named a child.”" in capfd.readouterr().err
    assert list(Decision.objects.exclude(pk=half.pk).order_by("pk").values()) == held
    after = Decision.objects.get(pk=half.pk)
    assert (after.removed_at, after.removal_reason) == (None, "")
    [doubt] = half.doubts.filter(about_peoples_work=True)
    assert "It named a child." in doubt.reason and doubt.settled_at is None


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_migrating_with_nothing_to_do_counts_no_decision_as_changed(live_archive):
    before = Revision.now(), list(Change.objects.order_by("pk").values())
    call_command("migrate", verbosity=0)
    assert (Revision.now(), list(Change.objects.order_by("pk").values())) == before
    assert triggers.missing(connection) == []
    Decision.objects.filter(reference="22 015 753").update(summary="A zebra.")
    assert Revision.now() > before[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER revision_paragraph_update"
            + (" ON decisions_paragraph" if connection.vendor == "postgresql" else "")
        )
    call_command("migrate", verbosity=0)  # what changed meanwhile went unseen
    assert {each.revision for each in Change.objects.all()} == {Revision.now()}


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_renaming_models_runs_no_sql(capsys):
    call_command("sqlmigrate", "decisions", "0018")
    statements = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("--")]
    assert statements == ["BEGIN;", "COMMIT;"]


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_rows_and_permissions_keep_to_a_model_that_is_renamed(live_archive):
    call_command("migrate", "decisions", "0017", verbosity=0)
    reader = User.objects.create(username="ann", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_struck"))
    assert reader.has_perm("decisions.view_struck")
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO decisions_struck (decision_id, ground_id, paragraph_number, quote, by, at)
               SELECT decision_id, ground_id, paragraph_number, quote, 'ann', '2026-02-01' FROM decisions_finding
               ORDER BY id LIMIT 1"""
        )
        cursor.execute(
            """INSERT INTO decisions_notice (kind, about, told, reply_to, at, sender, answer, settled_by)
               VALUES ('error', '', 'A word too many.', '', '2026-02-01', '', '', '')"""
        )
    call_command("migrate", "decisions", verbosity=0)
    assert RejectedFinding.objects.get().quote == Finding.objects.order_by("pk").first().quote
    assert Notice.objects.get().message == "A word too many."
    assert User.objects.get().get_user_permissions() == {"decisions.view_rejectedfinding"}
    assert Permission.objects.filter(codename__endswith="_rejectedfinding").count() == 4
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True, available_apps=[app.name for app in apps.get_app_configs()])
def test_migrating_gives_an_existing_archive_the_ground_titles_of_the_catalogue():
    before = {"title": "Came over 12 months after", "position": 1}
    Ground.objects.update_or_create(slug="late-complaint", defaults=before)
    call_command("migrate", "decisions", verbosity=0)
    titles = dict(Ground.objects.values_list("slug", "title"))
    assert titles == {slug: ground.title for slug, ground in CATALOGUE.items()}
