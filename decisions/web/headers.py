"""Middleware for headers that neither Django nor django-csp sends."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]
POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def permissions_policy_middleware(get_response: View) -> View:
    """Tell browsers that no page here asks for a camera, a place or a payment."""
    return _with_header(get_response, "Permissions-Policy", POLICY)


def noindex_middleware(get_response: View) -> View:
    """Ask search engines to index no response, whether a page, a file or an error."""
    return _with_header(get_response, "X-Robots-Tag", "noindex")


def _with_header(get_response: View, name: str, value: str) -> View:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers[name] = value
        return response

    return middleware
