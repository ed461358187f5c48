"""From files to sources: found in folders and archives, read whole or record by record, and decoded.

A source has the bytes as they came, and their text, which is what the parser reads.
"""

from decisions.sources.damage import is_damaged
from decisions.sources.doubts import lines_in_file, with_doubts
from decisions.sources.files import SUFFIXES, SourceFiles, find, read, text_of
from decisions.sources.source import PassedOver, Source, SourceError, Unread, Unreadable

__all__ = [
    "SUFFIXES",
    "PassedOver",
    "Source",
    "SourceError",
    "SourceFiles",
    "Unread",
    "Unreadable",
    "find",
    "is_damaged",
    "lines_in_file",
    "read",
    "text_of",
    "with_doubts",
]
