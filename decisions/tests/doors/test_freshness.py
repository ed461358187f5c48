"""A page that has not changed is not sent again; one that has is, on the next request."""

import pytest

from decisions import ingest
from decisions.models import Council, Decision

pytestmark = pytest.mark.django_db
PAGES = ["/decisions/", "/decisions/?q=fault&year=2023", "/decisions/22-015-753/"]


@pytest.mark.parametrize("page", PAGES)
def test_what_has_not_changed_is_not_sent_again(client, archive, page, django_assert_num_queries):
    first = client.get(page)
    assert first.headers["Cache-Control"] == "no-cache"
    with django_assert_num_queries(1):
        again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "change",
    [
        lambda: ingest.correct(Decision.objects.get(reference="22 015 753"), by="staff", facts={"outcome": "Upheld"}),
        lambda: Council.objects.update(name="Another Council"),
        lambda: Decision.objects.get(reference="22 015 753").findings.all().delete(),
        lambda: Decision.objects.get(reference="20 010 135").paragraphs.update(text="Other words."),
    ],
)
def test_what_has_changed_is_sent_again(client, archive, page, change):
    first = client.get(page)
    change()
    again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.headers["ETag"] != first.headers["ETag"]


def test_a_removed_decision_is_gone_for_those_who_have_its_page(client, archive):
    etag = client.get("/decisions/22-015-753/").headers["ETag"]
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="staff", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert client.get("/decisions/22-015-753/", headers={"If-None-Match": etag}).status_code == 410
