"""The only writer of text: documents and findings → rows and search index, each decision in one transaction."""

from decisions.ingest.correcting import FACTS, REMOVAL, check, correct, correct_council, version
from decisions.ingest.findings import add_finding, locate, remove_finding
from decisions.ingest.grounds import refresh_grounds
from decisions.ingest.importing import Refusal, Report, import_files
from decisions.ingest.recording import CorrectionError
from decisions.ingest.reviewing import settle

__all__ = [
    "FACTS",
    "REMOVAL",
    "CorrectionError",
    "Refusal",
    "Report",
    "add_finding",
    "check",
    "correct",
    "correct_council",
    "import_files",
    "locate",
    "refresh_grounds",
    "remove_finding",
    "settle",
    "version",
]
