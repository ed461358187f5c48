"""What a first visit costs: bytes over the wire from the real server, and nothing that moves while a page comes in."""

import subprocess
import sys

import pytest
from django.conf import settings

from decisions.tests import processes, worst_case
from decisions.tests.e2e.conftest import NARROW, WIDE
from decisions.tests.project.servers import SERVING, environment, free_port, started
from decisions.tests.texts import FIXTURES

pytestmark = pytest.mark.only_long("first-visits")
PAGES = [
    "/",
    "/decisions/",
    "/decisions/?q=council",
    "/decisions/?year=2023&category=childrens-care-services",
    "/decisions/21-018-159/",
    "/decisions/21-018-159/?q=council#p7",
    "/decisions/21-018-159/#p3",
    "/decisions/24-000-001/",
    "/decisions/21-018-159/similar/",
    "/decisions/99-999-999/",
    "/decisions/facets/council/",
    "/decisions/trends/",
    "/similar/",
    "/grounds/",
    "/grounds/no-different-outcome/",
    "/councils/",
    "/councils/staffordshire-county-council/",
    "/councils/compare/?council=staffordshire-county-council&council=worcestershire-county-council",
    "/law/",
    "/law/local-government-act-1974/",
    "/about/",
    "/about/statistics/",
    "/data/",
    "/api/",
    "/report/",
]
SHIFTED = """
    window.shifted = 0;
    new PerformanceObserver((seen) => {
      for (const each of seen.getEntries()) window.shifted += each.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
LATE = 200  # milliseconds


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The archive with the five decisions and heavy ones, served as `dev.py serve` does; its address."""
    data = tmp_path_factory.mktemp("served")
    texts = tmp_path_factory.mktemp("texts")
    worst_case.write(texts, 60)
    processes.migrate(data)
    load = [sys.executable, "manage.py", "import_decisions", str(FIXTURES / "texts"), str(texts)]
    subprocess.run(load, cwd=settings.BASE_DIR, env=environment(data), check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    arguments = ["gunicorn", "-c", "python:ombudsman.server", "-b", f"127.0.0.1:{port}"]
    serve = f"import sys; sys.argv = {arguments}; from gunicorn.app.wsgiapp import run; run()"
    with started(serve, environment(data, WEB_CONCURRENCY="1"), port) as server:
        server.wait_until_it_says(SERVING)
        yield f"http://127.0.0.1:{port}"


def test_a_first_visit_to_any_kind_of_page_takes_no_more_than_100_kb_over_the_wire(new_context, served):
    taken = {}
    for path in PAGES:
        context = new_context(base_url=served)
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        sizes = []
        wire.on("Network.loadingFinished", lambda done, sizes=sizes: sizes.append(done["encodedDataLength"]))
        page.goto(path)
        page.wait_for_load_state("networkidle")
        taken[path] = sum(sizes)
        assert len(sizes) >= 2, path  # the page and its style
        context.close()
    assert {path: size for path, size in taken.items() if size > 100_000} == {}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["320", "1280"])
def test_nothing_moves_while_a_page_comes_in_though_its_scripts_come_late(new_context, served, size):
    context = new_context(base_url=served, viewport=size)
    context.add_init_script(SHIFTED)
    page = context.new_page()
    page.route("**/*.js", lambda route: (page.wait_for_timeout(LATE), route.continue_()))
    moved = {}
    for path in PAGES:
        page.goto(path)
        page.wait_for_timeout(LATE)
        moved[path] = page.evaluate("window.shifted")
    context.close()
    assert {path: shift for path, shift in moved.items() if shift} == {}
