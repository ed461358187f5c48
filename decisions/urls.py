"""The public addresses."""

from django.urls import path
from django.views.generic import RedirectView

from decisions import exports, views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="decisions"), name="front"),
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/export.csv", exports.export, {"form": "csv"}, name="csv"),
    path("decisions/export.jsonl", exports.export, {"form": "jsonl"}, name="jsonl"),
    path("decisions/suggest/", views.suggest, name="suggest"),
    path("decisions/facets/<slug:name>/", views.facet, name="facet"),
    path("decisions/<str:spelling>/", views.decision, name="decision"),
    path("decisions/<str:spelling>/similar/", views.similar, name="similar"),
    path("decisions/<str:spelling>/versions/", views.versions, name="versions"),
    path("similar/", views.describe, name="describe"),
]
