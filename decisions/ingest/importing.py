"""Import of files in batches, with a report of what was new, changed, unchanged, refused and passed over."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from decisions import search, sources
from decisions.grounds import classify
from decisions.ingest import bulk_rows, rows
from decisions.ingest.carry_over import CarriedOver, carry_over_edits, edited_ids
from decisions.ingest.councils import councils_of
from decisions.ingest.document_rows import grouped
from decisions.ingest.review import reasons, renew
from decisions.models import Decision, Doubt
from decisions.parsing import ParseError, parse
from decisions.parsing.reference import normalise

_MOST_DECISIONS = 500  # in one transaction
_MOST_SECONDS = 1.0  # of work in one transaction
_MANY = 200  # decisions written, after which the statistics of the tables are out of date
_MOST_OBJECTS = 50_000  # created before the garbage collector runs (a decision takes some hundred): none are garbage
_MOST_KEPT = 1000  # entries of a kind in a report

REFUSED, TO_REVIEW, PASSED_OVER = "refused", "to review", "passed over"
Write = Callable[[str, str, int | None, str], None]
"""Takes an entry of a report: its kind, its file, the line if there is one, and the reason."""


@dataclass
class Report:
    """What an import did: numbers of decisions, texts refused, files passed over, and doubts, each with its file.

    Each list has the first thousand. `counts` has how many there are of each kind; `write` gets them all.
    """

    write: Write = lambda *entry: None
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[sources.Unread] = field(default_factory=list)
    passed_over: list[sources.Unread] = field(default_factory=list)
    review: list[tuple[str, Doubt]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def files(self) -> int:
        """Return how many files are done."""
        return self.new + self.changed + self.unchanged + self.counts[REFUSED]

    def enter(self, each: sources.Unread) -> None:
        """Enter a text that is refused, or a file that is passed over."""
        is_refused = isinstance(each, sources.Unreadable)
        kind, kept = (REFUSED, self.refused) if is_refused else (PASSED_OVER, self.passed_over)
        self._enter(kind, kept, each, (each.place, each.line, each.reason))

    def enter_doubt(self, place: str, doubt: Doubt) -> None:
        """Enter a doubt about a decision that was written."""
        self._enter(TO_REVIEW, self.review, (place, doubt), (place, doubt.line, doubt.reason))

    def _enter(self, kind: str, kept: list, each: object, entry: tuple[str, int | None, str]) -> None:
        self.counts[kind] += 1
        if len(kept) < _MOST_KEPT:
            kept.append(each)
        self.write(kind, *entry)


def import_files(
    files: Iterable[Path],
    *,
    passed_over: Iterable[sources.Unread] = (),
    dry_run: bool = False,
    progress: Callable[[Report], None] = lambda report: None,
    write: Write = lambda *entry: None,
) -> Report:
    """Import source texts. `progress` gets the report after each batch; `dry_run` writes nothing.

    `passed_over` are files found beside these; `write` gets each entry of the report at once.

    A decision is never split between transactions, and a refused text does not affect its neighbours. A text whose
    exact bytes are in the archive counts as unchanged and is not parsed.
    """
    run = _Run(dry_run, Report(write))
    stream = chain(passed_over, chain.from_iterable(map(sources.read, files)))
    usual = gc.get_threshold()
    gc.set_threshold(_MOST_OBJECTS, *usual[1:])
    try:
        while batch := list(islice(stream, _MOST_DECISIONS)):
            for readings in run.readings(batch):
                run.store(readings)
                if not dry_run:
                    search.try_to_follow()
                progress(run.report)
    finally:
        gc.set_threshold(*usual)
    if not dry_run and run.report.new + run.report.changed >= _MANY:
        bulk_rows.analyze()
    return run.report


def read(source: sources.Source | sources.Unreadable) -> rows.Reading | sources.Unreadable:
    """Parse and classify a source, or return why it cannot be read."""
    if isinstance(source, sources.Unreadable):
        return source
    try:
        document = sources.with_doubts(source, parse(source.text, source.known))
        findings = classify(document)
    except ParseError as error:
        line = sources.lines_in_file(source, [error.line])[error.line]
        return sources.Unreadable(source.place, f"expected {error.expected}, found {error.found}", line)
    except MemoryError:
        raise
    except Exception as error:  # one text that breaks the parser must not keep out its neighbours
        return sources.Unreadable(source.place, f"cannot be read: {type(error).__name__}: {error}")
    return rows.Reading(source, document, findings, tuple(reasons(document, findings)))


@contextmanager
def _one_import_at_a_time() -> Iterator[None]:
    """Open a transaction that waits for those of other imports, so that no two insert the same decision.

    Only PostgreSQL needs the lock: SQLite has one writer at a time.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext('decisions: import'))")
        yield


class _Run:
    """One import: its report, and which text gave which reference."""

    def __init__(self, dry_run: bool, report: Report) -> None:
        self.report = report
        self._dry_run = dry_run
        self._taken: dict[str, tuple[str, str]] = {}  # by reference: the hash of its text, and the file

    def readings(self, batch: list[sources.Source | sources.Unread]) -> Iterator[list[rows.Reading]]:
        """Yield what to store of these sources, in lists that took about a second to read."""
        readings: list[rows.Reading] = []
        started = time.monotonic()
        for source in self._not_in_the_archive(batch):
            if reading := self._read(source):
                readings.append(reading)
            if time.monotonic() - started > _MOST_SECONDS:
                yield readings
                readings, started = [], time.monotonic()
        yield readings

    def _not_in_the_archive(self, batch: list[sources.Source | sources.Unread]) -> list[sources.Source]:
        """Return the sources whose bytes are new here.

        The others are unchanged, and claim their references before any text is read, so that it does not depend on
        the order of the files which of two texts with one reference is refused.
        """
        for each in batch:
            if isinstance(each, sources.Unread):
                self.report.enter(each)
        texts = [source for source in batch if isinstance(source, sources.Source)]
        stored = Decision.objects.filter(source_sha256__in={text.sha256 for text in texts})
        known = grouped(stored.only("source_sha256", "reference"), "source_sha256")
        new = []
        for source in texts:
            references = [decision.reference for decision in known.get(source.sha256, [])]
            reference = normalise(source.known.reference or "")
            if references and (reference is None or reference in references):
                self._taken.setdefault(reference or min(references), (source.sha256, source.place))
                self.report.unchanged += 1
            else:
                new.append(source)
        return new

    def _read(self, source: sources.Source) -> rows.Reading | None:
        reading = read(source)
        if isinstance(reading, sources.Unreadable):
            self.report.enter(reading)
            return None
        if reason := rows.too_long(reading.document, source):
            return self._refuse(source, reason)
        reference = reading.document.reference
        if reference not in self._taken:
            self._taken[reference] = source.sha256, source.place
            return reading
        sha256, file = self._taken[reference]
        if source.sha256 != sha256:
            return self._refuse(source, f"{reference} is also in {file}, with another text; keep one")
        self.report.unchanged += 1
        return None

    def _refuse(self, source: sources.Source, reason: str) -> None:
        self.report.enter(sources.Unreadable(source.place, reason))

    def store(self, readings: list[rows.Reading]) -> None:
        """Write readings in one transaction."""
        if not readings:
            return
        with _one_import_at_a_time():
            references = [reading.document.reference for reading in readings]
            stored = Decision.objects.select_for_update().filter(reference__in=references)  # staff wait for a moment
            existing = {decision.reference: decision for decision in stored}
            new = [reading for reading in readings if reading.document.reference not in existing]
            edited = edited_ids(existing.values())
            changed = [
                (decision, carried)
                for reading in readings
                if (decision := existing.get(reading.document.reference))
                and (carried := self._carry_over(decision, reading) if decision.pk in edited else CarriedOver(reading))
            ]
            if not self._dry_run:
                self._write(new, changed)
        self.report.new += len(new)
        self.report.changed += len(changed)
        for reading in (*new, *(carried.reading for _, carried in changed)):
            for doubt in reading.review:
                self.report.enter_doubt(reading.source.place, doubt)

    def _carry_over(self, decision: Decision, reading: rows.Reading) -> CarriedOver | None:
        """Merge staff edits into a new reading; refuse the reading, and return None, where that fails."""
        try:
            return carry_over_edits(decision, reading)
        except MemoryError:
            raise
        except Exception as error:  # as in reading: one decision must not keep out its neighbours
            reason = f"cannot be merged with staff changes to {decision.reference}: {type(error).__name__}: {error}"
            return self._refuse(reading.source, reason)

    def _write(self, new: list[rows.Reading], changed: list[tuple[Decision, CarriedOver]]) -> None:
        now = timezone.now()
        read = [*new, *(carried.reading for _, carried in changed if not carried.keeps_council)]
        councils = councils_of(reading.document.council for reading in read)
        rows.create(new, councils, now)
        for decision, carried in changed:
            rows.replace(decision, carried.reading, councils, now, keeps_council=carried.keeps_council)
            renew(decision, carried.reading.review)
            carried.store(decision)
