"""The only writer of decisions: documents and findings become rows."""

from decisions.ingest.alignment import Pairing
from decisions.ingest.correction_log import CorrectionError
from decisions.ingest.corrections import FACTS, REMOVAL, check, correct, correct_council, version
from decisions.ingest.council_match import add_council, change_aliases, refresh_keys
from decisions.ingest.council_merge import merge_councils
from decisions.ingest.derived_data import read_mentions, refresh_derived_data
from decisions.ingest.findings import add_finding, locate, remove_finding
from decisions.ingest.grounds import refresh_grounds
from decisions.ingest.importing import RefusedFile, Report, import_files
from decisions.ingest.reclassification import GAINED, LOST, MOVED, Changed, Shift, reclassify
from decisions.ingest.review import settle
from decisions.ingest.standard_paragraphs import find_standard_paragraphs, refresh_known_standards
from decisions.ingest.stored_documents import documents, read_again

SHIFTS = (GAINED, LOST, MOVED)
"""What can happen to a ground when decisions are classified again."""

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
    "merge_councils",
    "read_again",
    "read_mentions",
    "reclassify",
    "refresh_derived_data",
    "refresh_grounds",
    "refresh_keys",
    "refresh_known_standards",
    "remove_finding",
    "settle",
    "version",
]
