"""The URLs of the project: the admin, the health check and the archive."""

from django.contrib import admin
from django.urls import include, path

from decisions.operations.health import health

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", health),
    path("", include("decisions.urls")),
]

handler404 = "decisions.site.views.not_found"
