"""An address that was copied with the sign after it leads to the page; so does every kind of page."""

from urllib.parse import quote

import pytest
from django.test.utils import override_script_prefix

pytestmark = pytest.mark.django_db

SIGNS = [*").,;:!?]>\"'”’»…* \u00a0", ").", ".)", "),", ")”", ")..."]
PAGES = [
    "/decisions/22-015-753/",
    "/decisions/22-015-753/similar/",
    "/decisions/22-015-753/versions/",
    "/decisions/22-015-753.json",
    "/decisions/22-015-753.txt",
    "/councils/kirklees-metropolitan-borough-council/",
    "/councils/compare/",
    "/grounds/late-complaint/",
    "/law/local-government-act-1974/",
    "/law/local-government-act-1974/24A/6/",
    "/decisions/",
    "/decisions/trends/",
    "/decisions/export.csv",
    "/decisions/feed.atom",
    "/decisions/facets/council/",
    "/councils/",
    "/grounds/",
    "/about/statistics/",
    "/data/",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_sign_after_an_address_is_left_off(client, archive, page):
    assert client.get(page).status_code == 200
    wrong = {}
    for sign in SIGNS:
        for copied in (f"{page.rstrip('/')}{sign}", f"{page.rstrip('/')}{sign}/", f"{page}{sign}"):
            answer = client.get(quote(copied), follow=True)
            if (answer.status_code, answer.request["PATH_INFO"]) != (200, page):
                wrong[copied] = answer.status_code, answer.request["PATH_INFO"]
            assert all(status == 301 for _, status in answer.redirect_chain)
    assert wrong == {}


@pytest.mark.parametrize(
    "page", ["/councils/no-such-council", "/grounds/no-such-ground", "/no-such-page", "/decisions/x"]
)
@pytest.mark.parametrize("end", ["", ")", ".", "/"])
def test_what_is_not_here_is_still_not_found(client, archive, page, end):
    assert client.get(f"{page}{end}", follow=True).status_code == 404


def test_the_rest_of_the_address_is_kept(client, archive):
    page = "/councils/kirklees-metropolitan-borough-council/"
    assert client.get(f"{page[:-1]})/?page=2&q=a.").headers["Location"] == f"{page}?page=2&q=a."
    with override_script_prefix("/archive/"):
        answer = client.get("/grounds/late-complaint)/", SCRIPT_NAME="/archive")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/archive/grounds/late-complaint/")
    for odd in ("/%2F/example.org./", "/councils/../", "/councils/..%2f/", "/decisions/../"):
        assert client.get(odd).status_code == 404, odd
    assert client.get("/api/v1/grounds).").status_code == 404
