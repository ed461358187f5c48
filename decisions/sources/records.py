"""From a line of JSON to a source: a text or a page, and the facts that the record states."""

import json
import re
from typing import Any

from decisions.parsing import Known
from decisions.parsing.document import KNOWABLE
from decisions.sources.encodings import BYTE_ORDER_MARK, ENCODINGS
from decisions.sources.page import plain_text
from decisions.sources.source import HTML, TEXT, Source, SourceError

_KEYS = {
    **{name: (name,) for name in KNOWABLE},
    "reference": ("reference", "case_id"),
    "council": ("council_printed", "council"),
    "decision_date": ("decision_date", "date"),
}
_CREDENTIALS = re.compile(
    r"^([a-z][a-z0-9+.-]*:[/\\]+|[/\\]+)?(?:[^/?#\\]*|[^/?#@:[]*:(?!\d*(?:[/?#]|$)).*)@", re.IGNORECASE
)
"""User and password in a URL, which are never stored, and what is before them; also with signs left unescaped."""
_INNER_CREDENTIALS = re.compile(r"(//|%2F%2F)(?:(?!%2F)[^/?#&\s])+(?:@|%40)", re.IGNORECASE)
"""The same in a URL within another, such as that of a web archive."""
_SECRETS = re.compile(
    r"""([?&;#])(?:(?:sig | auth | [\w.-]{0,40}
        (?:passw(?:or)?d | pwd | token | secret | signature | credential | api[_-]?key | sess(?:ion)?[_-]?id)
        [\w.-]{0,40})=[^&;\#?]*(?:&|(?=[;\#?]|$)))+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Parameters of a URL that let others in, and what is before them."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_record(line: bytes, place: str) -> Source:
    """Return the source in one line of a `.jsonl` file.

    Raises SourceError for a line that is not a JSON object, is not Unicode, or has neither `text` nor `html`.
    """
    record = _object(line)
    known = Known(**{name: _first(record, keys) for name, keys in _KEYS.items()})
    address = _without_credentials(_first(record, ("url",)) or "") or place
    encoding = _first(record, ("source_encoding",)) or "utf-8"
    for key, form in (("text", TEXT), ("html", HTML)):
        if written := _first(record, (key,)):
            text = plain_text(written.removeprefix(BYTE_ORDER_MARK), form)
            return Source(address, place, _bytes(written, encoding), form, encoding, text, known)
    raise SourceError("expected a record with “text” or “html”, found neither")


def _without_credentials(url: str) -> str:
    url = _INNER_CREDENTIALS.sub(r"\1", _CREDENTIALS.sub(r"\1", url))
    return _SECRETS.sub(lambda match: match[1] if match[0].endswith("&") else "", url)


def _bytes(text: str, encoding: str) -> bytes:
    """Return the bytes of a source as they were before a dump of the archive put their text in a record."""
    if encoding not in ENCODINGS:
        found = f"“source_encoding”, found “{encoding[:40]}”"
        raise SourceError(f"expected utf-8 or windows-1252, or another encoding of pages, as {found}")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise SourceError(f"found a character that {encoding} does not have") from error


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise SourceError(f"expected a JSON object, found text that is not JSON: {error}") from error
    except RecursionError as error:
        raise SourceError("expected a JSON object, found one nested too deeply") from error
    if not isinstance(record, dict):
        raise SourceError(f"expected a JSON object, found {type(record).__name__}")
    return record


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the value of the first of the keys that the record has; it must be a string or null."""
    for key in keys:
        value = record.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            raise SourceError(f"expected a string as “{key}”, found {type(value).__name__}")
        if _SURROGATE.search(value):
            raise SourceError(f"found half a character in “{key}” (a lone surrogate)")
        if "\0" in value and key not in ("text", "html"):
            raise SourceError(f"found a NUL character in “{key}”")
        if value.strip():
            return value if key in ("text", "html") else value.strip()
    return None
