"""The log of staff changes: which field, its old and new value, who changed it, and when."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from decisions.ingest.indexing import index_decisions
from decisions.models import Correction, Decision

_AT_ONCE = 200  # decisions indexed together


class CorrectionError(ValidationError):
    """A correction that cannot be made; the message says why, and what to do."""


class Record:
    """The corrections made to a decision in one go."""

    def __init__(self, decision: Decision, by: str) -> None:
        self._decision, self._by, self._at = decision, by, timezone.now()
        self._corrections: list[Correction] = []

    def note(self, field: str, old: Any, new: Any) -> None:
        """Note that a field, named in words, was `old` and is `new`."""
        texts = {"old": "" if old is None else str(old), "new": "" if new is None else str(new)}
        self._corrections.append(Correction(decision=self._decision, field=field, by=self._by, at=self._at, **texts))

    def close(self) -> list[Correction]:
        """Save what was noted, index the decision again, and return the corrections."""
        if self._corrections:
            Correction.objects.bulk_create(self._corrections)
            index_decisions([self._decision])
        return self._corrections


def record_on_all(decisions: Sequence[int], field: str, old: str, new: str, *, by: str) -> None:
    """Record one change on many decisions (primary keys), and index them again."""
    at = timezone.now()
    for start in range(0, len(decisions), _AT_ONCE):
        some = decisions[start : start + _AT_ONCE]
        Correction.objects.bulk_create(
            Correction(decision_id=pk, field=field, old=old, new=new, by=by, at=at) for pk in some
        )
        found = Decision.objects.without_source().filter(pk__in=some).select_related("council")
        index_decisions(found.prefetch_related("sections", "paragraphs"))


def unix(value: Any) -> Any:
    """Return a value from a form with Unix line ends, as the archive stores them."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
