"""The Django project: settings, URLs, the WSGI application and gunicorn's configuration."""
