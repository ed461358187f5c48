"""Django's test client, sending forms url-encoded as our pages do: its default, multipart, is refused here."""

from urllib.parse import urlencode

from django.test import Client

URL_ENCODED = "application/x-www-form-urlencoded"


class FormClient(Client):
    """A client whose `post` sends the names and values of a form url-encoded."""

    def post(self, path, data=None, content_type=URL_ENCODED, **more):
        if content_type == URL_ENCODED and not isinstance(data, str | bytes):
            data = urlencode(data or {}, doseq=True)
        return super().post(path, data, content_type, **more)
