"""The models and the row queries of the archive. Every public page starts from `Decision.objects.published()`."""

# ruff: noqa: F401 - all of these are imported from here

from decisions.models.correction import Correction, changed_at
from decisions.models.council import NOT_STATED, Council, CouncilAlias, FormerSlug, slug_of
from decisions.models.decision import Decision, EarlierSource, path_maker, path_of
from decisions.models.ground import Finding, Ground, RejectedFinding
from decisions.models.mentions import Provision, Reference, Signpost
from decisions.models.queries import (
    MOST_REFERRING,
    CompiledQuery,
    FindingRow,
    GroupConcat,
    ParagraphRow,
    ProvisionRow,
    ReferenceRow,
    ReferringRow,
    SectionRow,
    any_of,
    findings_of,
    paragraphs_of,
    provisions_of,
    references_of,
    referring_to,
    sections_of,
    signposts_of,
)
from decisions.models.review import Doubt, Notice
from decisions.models.revision import Change, Revision, open_snapshot, snapshot
from decisions.models.standard_paragraph import StandardKey, StandardParagraph
from decisions.models.text import Paragraph, Section, wholes
from decisions.models.time_limit import (
    StatementTimeoutError,
    is_time_limited,
    sqlite_time_limit,
    without_time_limit,
)
