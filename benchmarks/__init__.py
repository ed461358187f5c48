"""How fast the archive is, measured against what people would pick instead. `python3 dev.py bench` runs it."""
