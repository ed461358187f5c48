"""The public addresses."""

from django.urls import path, re_path

from decisions import browsing, data, exports, feeds, site, views
from decisions.api import views as api

urlpatterns = [
    path("", site.front, name="front"),
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/export.csv", exports.export, {"form": "csv"}, name="csv"),
    path("decisions/export.jsonl", exports.export, {"form": "jsonl"}, name="jsonl"),
    path("decisions/trends/", browsing.trends, name="trends"),
    path("decisions/trends.csv", browsing.trends_as_csv, name="trends_as_csv"),
    path("decisions/feed.atom", feeds.feed, name="feed"),
    path("decisions/suggest/", views.suggest, name="suggest"),
    path("decisions/facets/<slug:name>/", views.facet, name="facet"),
    path("decisions/<str:spelling>.txt", views.source, name="source"),
    path("decisions/<str:spelling>.json", views.data, name="data"),
    path("decisions/<str:spelling>/", views.decision, name="decision"),
    path("decisions/<str:spelling>/similar/", views.similar, name="similar"),
    path("decisions/<str:spelling>/versions/", views.versions, name="versions"),
    # As on the Ombudsman's own site: /decisions/<category>/<subcategory>/22-015-753
    re_path(r"^decisions/[^/]+/[^/]+/(?P<spelling>[^/]+)/?$", views.official_address, name="official-address"),
    path("similar/", views.describe, name="describe"),
    path("about/", site.about, name="about"),
    path("about/<slug:page>/", site.about, name="about"),
    path("report/", site.report, name="report"),
    path("report/thanks/", site.reported, name="reported"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("sitemap-pages.xml", site.sitemap_of_pages, name="sitemap_of_pages"),
    path("sitemap-decisions-<int:number>.xml", site.sitemap_of_decisions, name="sitemap_of_decisions"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("grounds/", browsing.grounds, name="grounds"),
    path("grounds/<slug:slug>/", browsing.ground, name="ground"),
    path("councils/", browsing.councils, name="councils"),
    path("councils/compare/", browsing.compare, name="compare"),
    path("councils/<str:slug>/", browsing.council, name="council"),
    path("law/", browsing.laws, name="laws"),
    path("law/<slug:act>/", browsing.act, name="act"),
    path("law/<slug:act>/<path:number>/", browsing.provision, name="provision"),
    path("data/", data.data, name="data"),
    path("data/files/<str:name>", data.file, name="data-file"),
    path("api/", api.documentation, name="api"),
    path("api/v1/decisions/", api.decisions, name="api-decisions"),
    path("api/v1/decisions/<str:spelling>/", api.decision, name="api-decision"),
    path("api/v1/councils/", api.councils, name="api-councils"),
    path("api/v1/grounds/", api.grounds, name="api-grounds"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
