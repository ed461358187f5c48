"""Files → sources: found in folders and archives, read whole or record by record, decoded.

A source keeps the bytes as they came; the text they hold is what the parser reads.
"""

from decisions.sources.files import SUFFIXES, Found, find, read, text_of
from decisions.sources.source import Source, SourceError, Unreadable, digest, printable

__all__ = ["SUFFIXES", "Found", "Source", "SourceError", "Unreadable", "digest", "find", "printable", "read", "text_of"]
