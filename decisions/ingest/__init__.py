"""The only writer of text: documents and findings → rows and search index, each decision in one transaction."""

from decisions.ingest.correcting import (
    FACTS,
    REMOVAL,
    CorrectionError,
    add_finding,
    check_findings,
    correct,
    correct_council,
    locate,
    remove_finding,
)
from decisions.ingest.grounds import refresh_grounds
from decisions.ingest.importing import Refusal, Report, import_files

__all__ = [
    "FACTS",
    "REMOVAL",
    "CorrectionError",
    "Refusal",
    "Report",
    "add_finding",
    "check_findings",
    "correct",
    "correct_council",
    "import_files",
    "locate",
    "refresh_grounds",
    "remove_finding",
]
