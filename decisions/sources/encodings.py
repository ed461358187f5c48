"""From bytes to text: by byte order mark, then as a page states, then UTF-8, then Windows-1252, which is in doubt.

Nothing is guessed from the letters. Bytes that have any multi-byte character of UTF-8 are not taken for Windows-1252: a
UTF-8 text with one bad byte is refused, since as Windows-1252 each of its curly quotation marks would become three
wrong letters.
"""

import codecs
import re
from contextlib import suppress

from decisions.parsing.document import Doubt
from decisions.parsing.lines import split_lines
from decisions.sources.source import HTML, SourceError

UTF_8, WINDOWS_1252 = "utf-8", "windows-1252"
_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
BYTE_ORDER_MARK = "\ufeff"
ENCODINGS = frozenset({*(name for _, name in _MARKS), "macintosh", "koi8-r", "koi8-u"}).union(
    (f"windows-{number}" for number in range(1250, 1259)),
    (f"iso-8859-{number}" for number in range(2, 17) if number != 12),
)
"""The encodings that a source can be in, by the names that browsers know."""
_AS_BROWSERS_READ = {
    "ascii": WINDOWS_1252,
    "iso-8859-1": WINDOWS_1252,
    "iso-8859-9": "windows-1254",
    "mac-roman": "macintosh",
    "utf-16": UTF_8,
    "utf-16-be": UTF_8,
    "utf-16-le": UTF_8,
}
"""What browsers read where a page states one of these; a page that could state UTF-16 in its bytes is not in it."""
_BODY = re.compile(rb"<body\b", re.IGNORECASE)
_LONGEST_HEAD = 64 * 1024  # bytes
_IN_HTTP = re.compile(r"HTTP/\S+ \d.*\n(?:.+\n)*?content-type:.*?\bcharset=\"?([^\s\";,]+)", re.IGNORECASE)
_IN_XML = re.compile(r"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'>]+)", re.IGNORECASE)
_IN_CONTENT = re.compile(r"\bcharset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)


def decode(data: bytes, form: str) -> tuple[str, str]:
    """Return the encoding of the bytes of a source in a format, and their text.

    Raises SourceError where they are in none that is stated, nor in UTF-8 or Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding != UTF_8:
            return encoding, _decode_marked(data, encoding)
    if (stated := stated_encoding(data, form)) and stated != UTF_8 and not data.startswith(codecs.BOM_UTF8):
        with suppress(UnicodeDecodeError):
            return stated, text_in(data, stated)
    try:
        return UTF_8, text_in(data, UTF_8)
    except UnicodeDecodeError as error:
        if not data.decode(UTF_8, "ignore").isascii():
            raise _bad_byte(error, UTF_8, "is not UTF-8, although the rest is; correct it") from error
    try:
        return WINDOWS_1252, text_in(data, WINDOWS_1252)
    except UnicodeDecodeError as error:
        raise _bad_byte(error, WINDOWS_1252, "is neither UTF-8 nor Windows-1252; save it as UTF-8") from error


def text_in(data: bytes, encoding: str) -> str:
    """Return bytes of a known encoding as text, without a byte order mark. Raises UnicodeDecodeError."""
    return data.decode(encoding).removeprefix(BYTE_ORDER_MARK)


def stated_encoding(data: bytes, form: str) -> str | None:
    """Return the encoding that a page states, in HTTP headers saved with it, else in its head.

    None for a text, or where it states none that we know.
    """
    if form != HTML or data.isascii():
        return None
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - as in page.py

    body = _BODY.search(data, 0, _LONGEST_HEAD)
    head = data[: body.start() if body else _LONGEST_HEAD].decode("latin-1")
    before = _IN_HTTP.match(head) or _IN_XML.match(head)
    labels = [before[1] if before else None]
    for meta in LexborHTMLParser(head).css("meta"):
        labels.append(meta.attributes.get("charset"))
        if (meta.attributes.get("http-equiv") or "").lower() == "content-type":
            in_content = _IN_CONTENT.search(meta.attributes.get("content") or "")
            labels.append(in_content[1] if in_content else None)
    return next(filter(None, map(_named, filter(None, labels))), None)


def doubt_about_encoding(data: bytes, form: str, encoding: str) -> Doubt | None:
    """Return the doubt about bytes that were read as Windows-1252 though nothing says so, at their first such line."""
    if encoding != WINDOWS_1252 or stated_encoding(data, form) == encoding:
        return None
    first = next((at for at, byte in enumerate(data) if byte > 127), 0)
    line = len(split_lines(data[:first].decode(WINDOWS_1252)))
    return Doubt(line, "is not in UTF-8, and no other encoding is stated; it was read as Windows-1252")


def _named(label: str) -> str | None:
    """Return the encoding that browsers read under a label; None for one that we do not know."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    name = re.sub(r"^cp(?=125\d$)", "windows-", name.replace("iso8859", "iso-8859"))
    name = _AS_BROWSERS_READ.get(name, name)
    return name if name in ENCODINGS else None


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return text_in(data, encoding)
    except UnicodeDecodeError as error:
        raise SourceError("begins as UTF-16, but is not in it; save it as UTF-8") from error


def _bad_byte(error: UnicodeDecodeError, encoding: str, why: str) -> SourceError:
    before = error.object[: error.start].decode(encoding, "replace")
    return SourceError(f"the byte 0x{error.object[error.start]:02x} {why}", len(split_lines(before)))
