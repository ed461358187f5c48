"""The report of an import as a file, written entry by entry."""

import csv
import json
from contextlib import contextmanager
from itertools import chain, repeat

from decisions.data.exports import BYTE_ORDER_MARK

_COLUMNS = ("kind", "file", "line", "reason")


@contextmanager
def writer(path):
    """Yield a function that writes an entry, its values in the order of the columns, as CSV or JSON."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        if path.suffix != ".json":
            stream.write(BYTE_ORDER_MARK)
            rows = csv.writer(stream)
            rows.writerow(_COLUMNS)
            yield lambda *entry: rows.writerow(entry)
            return
        before = chain("[", repeat(",\n"))
        try:
            yield lambda *entry: stream.write(
                next(before) + json.dumps(dict(zip(_COLUMNS, entry, strict=True)), ensure_ascii=False)
            )
        finally:
            stream.write("[]\n" if next(before) == "[" else "]\n")
