"""The URLs of the public site and of the API."""

from django.urls import path, re_path

from decisions.api import views as api
from decisions.data import views as data
from decisions.detail import views as detail
from decisions.listing import views as listing
from decisions.overviews import views as overviews
from decisions.similar import views as similar
from decisions.site import views as site

urlpatterns = [
    path("", site.front, name="front"),
    path("decisions/", listing.decisions, name="decisions"),
    path("decisions/export.csv", data.export, {"form": "csv"}, name="csv"),
    path("decisions/export.jsonl", data.export, {"form": "jsonl"}, name="jsonl"),
    path("decisions/trends/", overviews.trends, name="trends"),
    path("decisions/trends.csv", overviews.trends_as_csv, name="trends_as_csv"),
    path("decisions/feed.atom", data.feed, name="feed"),
    path("decisions/suggest/", listing.suggest, name="suggest"),
    path("decisions/facets/<slug:name>/", listing.facet, name="facet"),
    path("decisions/<str:spelling>.txt", detail.source, name="source"),
    path("decisions/<str:spelling>.json", detail.data, name="data"),
    path("decisions/<str:spelling>/", detail.decision, name="decision"),
    path("decisions/<str:spelling>/similar/", similar.similar, name="similar"),
    path("decisions/<str:spelling>/versions/", detail.versions, name="versions"),
    # The paths of the Ombudsman's own site, /decisions/<category>/<subcategory>/22-015-753, also with 22/015/753
    *(
        re_path(rf"^decisions/{path}/?$", detail.official_address, name="official-address")
        for path in (r"(?:[^/]+/)*(?P<spelling>\d\d/\d{3}/\d{3}[A-Za-z]?)", "[^/]+/[^/]+/(?P<spelling>[^/]+)")
    ),
    path("similar/", similar.describe, name="describe"),
    path("about/", site.about, name="about"),
    path("about/<slug:page>/", site.about, name="about"),
    path("report/", site.report, name="report"),
    path("report/thanks/", site.reported, name="reported"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("sitemap-pages.xml", site.sitemap_of_pages, name="sitemap_of_pages"),
    path("sitemap-decisions-<int:number>.xml", site.sitemap_of_decisions, name="sitemap_of_decisions"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("grounds/", overviews.grounds, name="grounds"),
    path("grounds/<slug:slug>/", overviews.ground, name="ground"),
    path("councils/", overviews.councils, name="councils"),
    path("councils/compare/", overviews.comparison, name="compare"),
    path("councils/<str:slug>/", overviews.council, name="council"),
    path("law/", overviews.laws, name="laws"),
    path("law/<slug:act>/", overviews.act, name="act"),
    path("law/<slug:act>/<path:number>/", overviews.provision, name="provision"),
    path("data/", data.data, name="data"),
    path("data/files/<str:name>", data.file, name="data-file"),
    path("api/", api.documentation, name="api"),
    path("api/v1/decisions/", api.decisions, name="api-decisions"),
    path("api/v1/decisions/<str:spelling>/", api.decision, name="api-decision"),
    path("api/v1/councils/", api.councils, name="api-councils"),
    path("api/v1/grounds/", api.grounds, name="api-grounds"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
