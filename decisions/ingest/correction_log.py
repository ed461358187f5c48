"""The log of staff changes: which field, its old and new value, who changed it, and when."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from decisions import search
from decisions.ingest.document_rows import as_text
from decisions.models import Correction, Decision

_AT_ONCE = 200  # corrections in one statement


class CorrectionError(ValidationError):
    """A correction that cannot be made; the message says why, and what to do."""


class Record:
    """The corrections made to a decision in one go."""

    def __init__(self, decision: Decision, by: str) -> None:
        self._decision, self._by, self._at = decision, by, timezone.now()
        self._corrections: list[Correction] = []

    def note(self, field: str, old: Any, new: Any) -> None:
        """Note that a field, named in words, was `old` and is `new`."""
        self._corrections.append(
            Correction(
                decision=self._decision, field=field, old=as_text(old), new=as_text(new), by=self._by, at=self._at
            )
        )

    def close(self) -> list[Correction]:
        """Save what was noted, and return the corrections."""
        if self._corrections:
            Correction.objects.bulk_create(self._corrections)
        return self._corrections


def record_on_all(decisions: Sequence[int], field: str, old: str, new: str, *, by: str) -> None:
    """Record one change on many decisions (primary keys). The search index follows once it is committed."""
    at = timezone.now()
    recorded = (Correction(decision_id=pk, field=field, old=old, new=new, by=by, at=at) for pk in decisions)
    Correction.objects.bulk_create(recorded, batch_size=_AT_ONCE)
    transaction.on_commit(search.try_to_follow)  # or readers would, some at a time


def unix(value: Any) -> Any:
    """Return a value from a form with Unix line ends, as the archive stores them."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
