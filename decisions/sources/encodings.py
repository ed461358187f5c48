"""From bytes to text: UTF-8 with or without a byte order mark, else Windows-1252.

Bytes that have any multi-byte character of UTF-8 are not taken for Windows-1252: a UTF-8 text with one bad byte is
refused, since as Windows-1252 each of its curly quotation marks would become three wrong letters.
"""

from decisions.parsing.lines import split_lines
from decisions.sources.source import SourceError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> tuple[str, str]:
    """Return the encoding of some bytes, and their text.

    Raises SourceError where they are neither UTF-8 nor Windows-1252.
    """
    if data.startswith(_UTF16):
        raise SourceError("is in UTF-16; save it as UTF-8")
    try:
        return "utf-8", data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not data.decode("utf-8", "ignore").isascii():
            raise _bad_byte(error, "utf-8", "is not UTF-8, although the rest is; correct it") from error
    try:
        return "windows-1252", data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise _bad_byte(error, "windows-1252", "is neither UTF-8 nor Windows-1252; save it as UTF-8") from error


def _bad_byte(error: UnicodeDecodeError, encoding: str, why: str) -> SourceError:
    before = error.object[: error.start].decode(encoding, "replace")
    return SourceError(f"the byte 0x{error.object[error.start]:02x} {why}", len(split_lines(before)))
