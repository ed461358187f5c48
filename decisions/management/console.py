"""Output of the commands."""


def in_utf_8(*streams):
    """Make streams write UTF-8 whatever the locale, so that no text makes printing fail."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
