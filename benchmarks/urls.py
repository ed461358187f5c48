"""The archive's URLs, and those of the yardsticks that are Django views."""

from django.urls import include, path

from benchmarks.yardsticks import plain, trivial

urlpatterns = [
    path(trivial.ADDRESS[1:], trivial.ok),
    path(plain.ADDRESS[1:], plain.plain),
    path("", include("ombudsman.urls")),
]

handler404 = "decisions.site.views.not_found"
