"""How long a long check takes: in full under `python3 dev.py test --long`, else a twentieth with a fixed seed."""

import os

LONG = bool(os.environ.get("LONG"))
SEED = 1974


def scaled(full: int) -> int:
    """How many cases to run of a check that has so many in full."""
    return full if LONG else max(1, full // 20)
