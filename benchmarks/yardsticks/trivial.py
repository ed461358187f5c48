"""The least that Django can answer: `ok`, through the same middleware as every page."""

from django.http import HttpResponse
from django.urls import path

TITLE = "HttpResponse('ok')"
ADDRESS = "/yardsticks/ok"


def ok(request):
    """Say ok."""
    return HttpResponse("ok")


urlpatterns = [path(ADDRESS[1:], ok)]  # of a site that has nothing else
