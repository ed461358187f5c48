"""Downloads of a list: its decisions and no others, in its order, from one state of the archive."""

import json
import subprocess
import sys

import pytest

from decisions import ingest
from decisions.filters import LONGEST_VALUE
from decisions.models import Council, Decision, Paragraph
from decisions.search import budget
from decisions.tests.csv_files import rows_of
from decisions.tests.processes import environment
from decisions.tests.search.factories import ENOUGH_TO_FIND, checks_of_the_index
from decisions.tests.texts import FIXTURES

LISTS = [
    "",
    "?q=council",
    "?q=council&sort=newest",
    "?sort=oldest",
    "?q=bus+OR+noise+OR+tax&ground=late-complaint&ground=premature&ground=court-remedy",
    "?council=ashby-council&council=not-stated&year=2018&year=not-stated",
    "?category=education%2Fother&outcome=upheld&sort=oldest",
    "?q=-transport",
]


def sent(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.getvalue().decode()


def csv_of(client, query):
    return rows_of(sent(client, f"/decisions/export.csv{query}").encode())


def jsonl_of(client, query):
    return [json.loads(line) for line in sent(client, f"/decisions/export.jsonl{query}").split("\n") if line]


def listed(client, query):
    """The references on all pages of a list, in order."""
    found, page = [], 1
    while True:
        listing = client.get(f"/decisions/{query}{'&' if query else '?'}page={page}").context["listing"]
        found += [row.decision.reference for row in listing.rows]
        if page == listing.pages.count:
            return found
        page += 1


@pytest.mark.parametrize("query", LISTS)
@pytest.mark.parametrize("most_steps", [budget.MOST_STEPS, ENOUGH_TO_FIND])
def test_a_download_has_the_decisions_of_the_list_in_its_order(client, many, monkeypatch, query, most_steps):
    monkeypatch.setattr(budget, "MOST_STEPS", most_steps)
    wanted = listed(client, query)
    assert len(wanted) > 2
    assert [row["reference"] for row in csv_of(client, query)] == wanted
    assert [shape["reference"] for shape in jsonl_of(client, query)] == wanted


def test_every_paragraph_is_sent(client, many):
    shapes = jsonl_of(client, "")
    assert sum(len(each["paragraphs"]) for each in shapes) == Paragraph.objects.count()
    assert all(each["paragraphs"] for each in shapes)


def test_a_removed_decision_is_not_sent(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="staff", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert "22 015 753" not in {row["reference"] for row in csv_of(client, "")}
    assert "22 015 753" not in {shape["reference"] for shape in jsonl_of(client, "?q=council")}


def test_an_empty_list_is_a_heading_and_nothing(client, archive):
    assert csv_of(client, "?q=xyzzy") == jsonl_of(client, "?q=xyzzy") == []
    assert sent(client, "/decisions/export.csv?q=xyzzy").startswith('\ufeff"reference","address"')


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("?ground=no-such-ground", "ground has no value “no-such-ground”"),
        ("?year=2023&sort=best", "sort has no value “best”"),
        (f"?outcome={'x' * (LONGEST_VALUE + 1)}", "outcome has no value"),
        ("?" + "&".join(f"x={number}" for number in range(1100)), "too many parameters"),
    ],
)
def test_nothing_is_sent_that_was_not_asked_for(client, archive, form, query, why):
    answer = client.get(f"/decisions/export.{form}{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert why in answer.text


def test_a_merged_councils_download_leads_to_the_other(client, archive):
    kept, gone = Council.objects.order_by("pk")[:2]
    slug = gone.slug
    ingest.merge_councils(kept, [gone], by="staff")
    answer = client.get(f"/decisions/export.csv?council={slug}&sort=oldest")
    assert (answer.status_code, answer.headers["Location"]) == (
        301,
        f"/decisions/export.csv?council={kept.slug}&sort=oldest",
    )


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_asking_for_the_head_alone_reads_no_decision(client, archive, form, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        head = client.head(f"/decisions/export.{form}")
    whole = client.get(f"/decisions/export.{form}")
    assert head.content == b""
    for name in ("Content-Type", "Content-Disposition", "ETag", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_has_not_changed_is_not_sent_again(client, archive, form, django_assert_num_queries):
    address = f"/decisions/export.{form}?q=fault"
    etag = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="staff", facts={"outcome": "Upheld"})
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize(("query", "most"), [("", 4), ("?year=2023", 5), ("?q=council", 8)])
def test_a_download_takes_as_many_queries_however_long_it_is(
    client, many, form, query, most, django_assert_max_num_queries
):
    with django_assert_max_num_queries(most + checks_of_the_index()):
        sent(client, f"/decisions/export.{form}{query}")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "decisions"),
        ("?q=Bus+%22passes%22&year=2018", "decisions-bus-passes-2018"),
        ("?category=education%2Fother", "decisions-education-other"),
        ("?q=" + "very+long+" * 30, "decisions" + "-very-long" * 7),
        ('?q=%22%0D%0ASet-Cookie:+x%3D"', "decisions-set-cookie-x"),
    ],
)
def test_the_file_is_named_for_what_is_in_it(client, many, query, name):
    disposition = client.head(f"/decisions/export.csv{query}").headers["Content-Disposition"]
    assert disposition == f'attachment; filename="{name}.csv"'


def test_the_list_links_to_its_downloads(client, many):
    page = client.get("/decisions/?q=council&sort=oldest&page=2").text
    for form in ("csv", "jsonl"):
        assert f'href="/decisions/export.{form}?q=council&amp;sort=oldest"' in page
    assert "export." not in client.get("/decisions/?q=xyzzy").text


ONE_STATE = """
from django.core.management import call_command
from django.db import connection
from django.test import Client
from decisions.data import exports
call_command("migrate", verbosity=0)
call_command("import_decisions", "fixtures/texts", verbosity=0)
client = Client(headers={"Host": "localhost"})
writer = connection.copy()
for form in ("csv", "jsonl"):
    exports._BATCH = 200
    before = client.get(f"/decisions/export.{form}").getvalue()
    exports._BATCH = 1
    answer = client.get(f"/decisions/export.{form}")
    blocks = iter(answer.streaming_content)
    begun = next(blocks) + next(blocks)
    with writer.cursor() as cursor:
        cursor.execute("UPDATE decisions_decision SET outcome = 'Other'")
        cursor.execute(f"UPDATE decisions_paragraph SET text = 'Words after {form}.'")
        cursor.execute("DELETE FROM decisions_finding")
    assert begun + b"".join(blocks) == before, form
    assert client.get(f"/decisions/export.{form}").getvalue() != before, form
writer.close()
print("one state")
"""


def test_a_download_tells_one_state_and_holds_no_writer_up(tmp_path):
    ran = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ONE_STATE],
        cwd=FIXTURES.parent,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.stdout.splitlines()[-1:] == ["one state"], ran.stderr


def test_a_download_given_up_leaves_no_transaction_behind(client, live_archive):
    answer = client.get("/decisions/export.jsonl")
    next(iter(answer.streaming_content))
    answer.close()
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="staff", facts={"outcome": "Upheld"})
    assert client.get("/decisions/22-015-753/").status_code == 200
