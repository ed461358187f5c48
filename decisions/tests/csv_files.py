"""CSV as a spreadsheet opens it."""

import csv
import io


def rows_of(data):
    """The rows of a CSV, given as bytes; each begins with a byte order mark, by which a spreadsheet knows UTF-8."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
