"""How the commands print."""


def in_utf_8(*streams):
    """Make streams print in UTF-8 whatever the locale, and never fail: the texts hold more than ASCII."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
