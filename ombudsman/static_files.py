"""Static files below the path that the site is served under, which Django learns only with a request."""

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.urls import get_script_prefix
from whitenoise.storage import CompressedManifestStaticFilesStorage


class _BelowPrefix:
    def url(self, *args: object, **kwargs: object) -> str:
        return get_script_prefix() + super().url(*args, **kwargs).removeprefix("/")


class Plain(_BelowPrefix, StaticFilesStorage):
    """The files as they are, for development."""


class Hashed(_BelowPrefix, CompressedManifestStaticFilesStorage):
    """The files that `collectstatic` has named by their content."""
