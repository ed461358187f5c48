"""Tables of facts beside the code, in TOML. What is wrong in one is named with its file and line."""

import tomllib
from pathlib import Path
from typing import Any


class DataFile:
    """A TOML file in this folder: its path, and what it says as `tables`."""

    def __init__(self, name: str | Path) -> None:
        """Read the file. Raises ValueError with the line where it is not TOML, or names one thing twice."""
        self.path = Path(__file__).parent / name
        self._text = self.path.read_text(encoding="utf-8")
        try:
            self.tables: dict[str, Any] = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"{self.path}: {error}") from None

    def fault(self, words: str, remedy: str) -> ValueError:
        """Return an error that names the line where the file first has these words, and what to write instead."""
        line = self._text.partition(words)[0].count("\n") + 1
        return ValueError(f"{self.path}, line {line}: {words}: {remedy}")
