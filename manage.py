#!/usr/bin/env python
"""Django's command line for the archive: `python manage.py help` lists what it can do."""

import os
import sys


def main() -> None:
    """Run the command that the arguments name, under the archive's settings.

    It prints UTF-8 whatever the locale, so that no text makes printing fail.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombudsman.settings")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415
    except ImportError as error:
        sys.exit(
            f"Django is not installed for {sys.executable} ({error}).\n"
            "Run `python3 dev.py manage ...`, which sets everything up, or `pip install -r requirements.txt` first."
        )
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
