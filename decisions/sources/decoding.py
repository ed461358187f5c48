"""Bytes → text: UTF-8 with or without its mark, else Windows-1252."""

from decisions.sources.source import SourceError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> tuple[str, str]:
    """The encoding of some bytes, and their text.

    Raises SourceError where they are neither UTF-8 nor Windows-1252.
    """
    if data.startswith(_UTF16):
        raise SourceError("is in UTF-16; save it as UTF-8")
    try:
        return "utf-8", data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return "windows-1252", data.decode("windows-1252")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(
            f"line {line}: the byte 0x{data[error.start]:02x} is neither UTF-8 nor Windows-1252; save it as UTF-8"
        ) from error
