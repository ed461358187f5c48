"""The door a web server knocks on: `gunicorn ombudsman.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombudsman.settings")

application = get_wsgi_application()
