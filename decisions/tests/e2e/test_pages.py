"""No kind of page is forgotten: the tests of all pages cover every address of the URLconf."""

import pytest
from django.urls import resolve

from decisions import urls
from decisions.data import dump
from decisions.tests.e2e.pages import ALL, FOR_PROGRAMS, LEADING_ON, NOT_THERE, PAGES

pytestmark = pytest.mark.django_db


def test_every_address_of_the_urlconf_is_told_of_once_and_is_what_it_is_said_to_be(client, archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    dump.dump(tmp_path / "dumps")
    addresses = [*PAGES, *FOR_PROGRAMS, *LEADING_ON]
    remedy = "say in decisions/tests/e2e/pages.py what each address of decisions/urls.py is, with an example"
    assert sorted(addresses) == sorted(str(each.pattern) for each in urls.urlpatterns), remedy
    for route, addresses in PAGES.items():
        for address in addresses:
            assert (_route(address), *_answer(client, address)) == (route, 200, "text/html"), address
    for route, address in FOR_PROGRAMS.items():
        status, kind = _answer(client, address)
        assert (_route(address), status) == (route, 200)
        assert kind not in ("text/html", ""), address
    for route, address in LEADING_ON.items():
        assert _route(address) == route
        assert _answer(client, address)[0] in (301, 302)
    for address in NOT_THERE:
        assert _answer(client, address) == (404, "text/html")
    assert len(ALL) == len(set(ALL))


def _route(address):
    return resolve(address.partition("?")[0].partition("#")[0]).route


def _answer(client, address):
    """The status, and the kind of what comes."""
    answer = client.get(address.partition("#")[0])
    answer.close()
    return answer.status_code, answer.headers.get("Content-Type", "").partition(";")[0]
