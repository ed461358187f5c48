"""The only writer of decisions: documents and findings become rows."""

from decisions.ingest.alignment import Pairing
from decisions.ingest.correction_log import CorrectionError
from decisions.ingest.corrections import FACTS, REMOVAL, check, correct, version
from decisions.ingest.councils import add_council, change_aliases, correct_council, merge_councils, refresh_keys
from decisions.ingest.derived_data import read_mentions
from decisions.ingest.document_rows import read_again
from decisions.ingest.findings import add_finding, locate, remove_finding
from decisions.ingest.grounds import refresh_grounds
from decisions.ingest.importing import import_files, read
from decisions.ingest.reclassification import SHIFTS, reclassify
from decisions.ingest.review import settle
from decisions.ingest.standard_paragraphs import find_standard_paragraphs, refresh_known_standards

__all__ = [
    "FACTS",
    "REMOVAL",
    "SHIFTS",
    "CorrectionError",
    "Pairing",
    "add_council",
    "add_finding",
    "change_aliases",
    "check",
    "correct",
    "correct_council",
    "find_standard_paragraphs",
    "import_files",
    "locate",
    "merge_councils",
    "read",
    "read_again",
    "read_mentions",
    "reclassify",
    "refresh_grounds",
    "refresh_keys",
    "refresh_known_standards",
    "remove_finding",
    "settle",
    "version",
]
