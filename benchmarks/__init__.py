"""How fast the archive is, compared with what people would use instead. `python3 dev.py bench` runs it."""
