"""The report of an import as a file, written entry by entry."""

import csv
import json

from decisions.data.exports import BYTE_ORDER_MARK

_COLUMNS = ("kind", "file", "line", "reason")


class ReportFile:
    """A report as CSV, or as JSON where the name of the file ends so. Raises `Error` where it cannot be written."""

    class Error(Exception):
        """Says why the file cannot be written."""

    def __init__(self, path):
        self._path = path
        self._is_json = path.suffix == ".json"
        self._count = 0

    def __enter__(self):
        try:
            self._stream = self._path.open("w", encoding="utf-8", newline="")
        except OSError as error:
            raise self.Error(error.strerror) from error
        if not self._is_json:
            self._stream.write(BYTE_ORDER_MARK)
            self._rows = csv.writer(self._stream)
            self._rows.writerow(_COLUMNS)
        return self

    def write(self, *entry):
        """Write an entry: its kind, its file, the line if there is one, and the reason."""
        try:
            if self._is_json:
                self._stream.write(",\n" if self._count else "[\n")
                json.dump(dict(zip(_COLUMNS, entry, strict=True)), self._stream, ensure_ascii=False)
            else:
                self._rows.writerow(entry)
        except OSError as error:
            raise self.Error(error.strerror) from error
        self._count += 1

    def __exit__(self, *raised):
        try:
            with self._stream:
                if self._is_json:
                    self._stream.write("\n]\n" if self._count else "[]\n")
        except OSError as error:
            raise self.Error(error.strerror) from error
