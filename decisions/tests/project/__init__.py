"""The house itself: its settings, its commands and how it is put on a server."""
