"""Every kind of page of the archive with the five decisions, by its address in the URLconf.

A test compares both with the URLconf: whoever adds an address says here what it is, and all that is asked of a page is
asked of it too.
"""

from decisions.parsing.reference import address
from decisions.tests.texts import COUNTS

KIRKLEES, STAFFORDSHIRE = "kirklees-metropolitan-borough-council", "staffordshire-county-council"

PAGES = {
    "": ["/"],
    "decisions/": [
        "/decisions/",
        "/decisions/?q=council&ground=no-different-outcome&year=2025&council=nowhere",
        "/decisions/?q=xylophone&year=2021",
        "/decisions/?q=rectifcation+-zebra+summary:&year=2021",
        "/decisions/?q=" + 120 * "w",
    ],
    "decisions/trends/": ["/decisions/trends/", "/decisions/trends/?q=council&year=2021&sort=x"],
    "decisions/facets/<slug:name>/": [
        "/decisions/facets/council/?year=2025&year=2023&find=council",
        "/decisions/facets/ground/?find=xylophone",
    ],
    "decisions/<str:spelling>/": [
        *(f"/decisions/{address(reference)}/" for reference in COUNTS),
        "/decisions/22-015-753/?q=achieve+“social+worker”",
        "/decisions/21-018-159/?category=childrens-care-services&sort=oldest#p2",
    ],
    "decisions/<str:spelling>/similar/": ["/decisions/22-015-753/similar/"],
    "decisions/<str:spelling>/versions/": ["/decisions/22-015-753/versions/"],
    "similar/": ["/similar/"],
    "about/": ["/about/"],
    "about/<slug:page>/": ["/about/statistics/", "/about/accessibility/", "/about/privacy/"],
    "report/": ["/report/", "/report/?about=22-015-753"],
    "report/thanks/": ["/report/thanks/"],
    "grounds/": ["/grounds/"],
    "grounds/<slug:slug>/": ["/grounds/no-different-outcome/", "/grounds/withdrawn/"],
    "councils/": ["/councils/", "/councils/?find=atlantis&kind=unicorn"],
    "councils/compare/": [
        "/councils/compare/",
        f"/councils/compare/?council={KIRKLEES}&council={STAFFORDSHIRE}&find=county&year=2021&year=2023",
    ],
    "councils/<str:slug>/": [f"/councils/{KIRKLEES}/"],
    "law/": ["/law/"],
    "law/<slug:act>/": ["/law/local-government-act-1974/"],
    "law/<slug:act>/<path:number>/": ["/law/local-government-act-1974/24A/6/"],
    "data/": ["/data/"],
    "api/": ["/api/"],
}
"""The pages, each kind with addresses that show it: as it is, and where there is nothing or too much to show."""

FOR_PROGRAMS = {
    "decisions/export.csv": "/decisions/export.csv?year=2021",
    "decisions/export.jsonl": "/decisions/export.jsonl?year=2021",
    "decisions/trends.csv": "/decisions/trends.csv",
    "decisions/feed.atom": "/decisions/feed.atom",
    "decisions/suggest/": "/decisions/suggest/?q=coun",
    "decisions/<str:spelling>.txt": "/decisions/22-015-753.txt",
    "decisions/<str:spelling>.json": "/decisions/22-015-753.json",
    "robots.txt": "/robots.txt",
    "sitemap.xml": "/sitemap.xml",
    "sitemap-pages.xml": "/sitemap-pages.xml",
    "sitemap-decisions-<int:number>.xml": "/sitemap-decisions-0.xml",
    "data/files/<str:name>": "/data/files/decisions.csv.gz",
    "api/v1/decisions/": "/api/v1/decisions/",
    "api/v1/decisions/<str:spelling>/": "/api/v1/decisions/22-015-753/",
    "api/v1/councils/": "/api/v1/councils/",
    "api/v1/grounds/": "/api/v1/grounds/",
    "api/v1/openapi.json": "/api/v1/openapi.json",
}
"""Addresses that answer with no page, each with an example."""

LEADING_ON = {
    r"^decisions/(?:[^/]+/)*(?P<spelling>\d\d/\d{3}/\d{3}[A-Za-z]?)/?$": "/decisions/22/015/753",
    r"^decisions/[^/]+/[^/]+/(?P<spelling>[^/]+)/?$": "/decisions/education/school-transport/22-015-753",
    "favicon.ico": "/favicon.ico",
}
"""Addresses that lead to another, each with an example."""

NOT_THERE = [
    "/nowhere/",
    "/decisions/99-999-999/",
    "/decisions/?page=99",
    "/grounds/no-such-ground/",
    "/councils/atlantis/",
    "/law/no-such-act/",
]
"""Addresses at which there is nothing."""

ALL = [each for addresses in PAGES.values() for each in addresses] + NOT_THERE
