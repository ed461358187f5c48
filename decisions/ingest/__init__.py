"""The only writer of text: documents and findings → rows and search index, each decision in one transaction."""

from decisions.ingest.correcting import FACTS, REMOVAL, check, correct, correct_council, version
from decisions.ingest.findings import add_finding, locate, remove_finding
from decisions.ingest.grounds import refresh_grounds
from decisions.ingest.importing import RefusedFile, Report, import_files
from decisions.ingest.naming import add_council, change_aliases, refresh_keys
from decisions.ingest.pairing import Pairing
from decisions.ingest.reclassifying import GAINED, LOST, MOVED, Changed, Shift, reclassify
from decisions.ingest.recording import CorrectionError
from decisions.ingest.reviewing import settle
from decisions.ingest.searching import mend_search, refresh_search
from decisions.ingest.standards import find_standard_paragraphs, refresh_known_standards
from decisions.ingest.stored import documents, read_again
from decisions.ingest.told import read_mentions, refresh_told
from decisions.ingest.uniting import merge_councils

SHIFTS = (GAINED, LOST, MOVED)
"""What can become of a ground when decisions are classified anew."""

__all__ = [
    "FACTS",
    "REMOVAL",
    "SHIFTS",
    "Changed",
    "CorrectionError",
    "Pairing",
    "RefusedFile",
    "Report",
    "Shift",
    "add_council",
    "add_finding",
    "change_aliases",
    "check",
    "correct",
    "correct_council",
    "documents",
    "find_standard_paragraphs",
    "import_files",
    "locate",
    "mend_search",
    "merge_councils",
    "read_again",
    "read_mentions",
    "reclassify",
    "refresh_grounds",
    "refresh_keys",
    "refresh_known_standards",
    "refresh_search",
    "refresh_told",
    "remove_finding",
    "settle",
    "version",
]
