"""Indexing for search: with the writes of `ingest` where the index is in the database, and for changes made elsewhere.

An index in a file of this host follows by itself (`search.index_file`).
"""

from collections.abc import Callable, Iterable
from contextlib import suppress

from django.db import transaction
from django.db.models import F

from decisions.models import Decision, Revision
from decisions.search import Entry, IndexUnavailableError, index_file
from decisions.search.entries import entries
from decisions.search.sqlite import indexing
from decisions.search.statements import is_in_database

_BATCH = 200  # decisions indexed in one transaction


def index_entries(given: Iterable[Entry]) -> None:
    """Write entries in the transaction of the rows that they are made from."""
    if is_in_database():
        indexing.index(given)


def index_decisions(decisions: Iterable[Decision]) -> None:
    """Index decisions from their rows. Two queries, and those of the index."""
    if is_in_database():
        indexing.index(entries(decisions))


def index_pending(most: int | None = None, progress: Callable[[int], None] = lambda count: None) -> int:
    """Index decisions that changed without the index, at most `most` of them; return how many.

    Each batch is a transaction: it can be stopped at any moment, and continues from there when called again. Where
    nothing was changed it takes one query. In a file it takes the decisions in batches of `index_file.MOST_AT_ONCE`.
    `progress` gets the number of decisions done so far. Raises IndexUnavailableError.
    """
    entered = 0
    batch = _index_batch if is_in_database() else index_file.follow
    while most is None or entered < most:
        wanted = _BATCH if most is None else min(_BATCH, most - entered)
        if not (done := batch(wanted)):
            break
        entered += done
        progress(entered)
    return entered


def _index_batch(most: int) -> int:
    """Index at most so many pending decisions in one transaction; return how many."""
    if not indexing.pending(most):
        return 0
    with transaction.atomic():
        Revision.objects.update(value=F("value") + 1)  # invalidates cached pages
        ids = indexing.pending(most)
        index_decisions(Decision.objects.without_source().select_related("council").filter(pk__in=ids))
        indexing.mark_indexed(ids)  # deleted decisions too: they have nothing to index
    return len(ids)


def rebuild_search(progress: Callable[[int], None] = lambda count: None) -> int:
    """Make the whole index again; return the number of decisions. Raises IndexUnavailableError."""
    if is_in_database():
        indexing.list_all()
    else:
        index_file.rebuild()
    return index_pending(progress=progress)


def repair_search_index() -> None:
    """Restore the triggers and the missing entries of an index in the database after a migration, if it exists."""
    if is_in_database() and indexing.is_installed():
        indexing.repair()
        index_pending()


def follow_changes() -> None:
    """Bring an index in a file up to date after writing, where that can be done; else the log says why."""
    if not is_in_database():
        with suppress(IndexUnavailableError):
            index_pending()
