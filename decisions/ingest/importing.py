"""Import of files in batches, with a report of what was new, changed, unchanged and refused."""

import gc
import time
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
from decisions.ingest.council_match import councils_of
from decisions.ingest.review import Reason, reasons, renew
from decisions.models import Decision
from decisions.parsing import ParseError, parse
from decisions.parsing.reference import normalise

_MOST_DECISIONS = 500  # in one transaction
_MOST_SECONDS = 1.0  # of work in one transaction
_MANY = 200  # decisions written, after which the statistics of the tables are out of date
_MOST_OBJECTS = 50_000  # created before the garbage collector runs; a decision takes some hundred


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not imported, and why. `line` is None where the reason is not in a single line."""

    path: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.path}{f', line {self.line}' if self.line else ''}: {self.reason}"


@dataclass
class Report:
    """What an import did: numbers of decisions, refused files, and reasons to review, each with its file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[RefusedFile] = field(default_factory=list)
    review: list[tuple[str, Reason]] = field(default_factory=list)

    @property
    def files(self) -> int:
        """Return how many files are done."""
        return self.new + self.changed + self.unchanged + len(self.refused)


def import_files(
    files: Iterable[Path], *, dry_run: bool = False, progress: Callable[[Report], None] = lambda report: None
) -> Report:
    """Import source texts; `progress` gets the report after each batch, `dry_run` writes nothing.

    A decision is never split between transactions, and a refused text does not affect its neighbours. A text whose
    exact bytes are in the archive counts as unchanged and is not parsed.
    """
    run = _Run(dry_run)
    stream = chain.from_iterable(map(sources.read, files))
    with _infrequent_collection():
        while batch := list(islice(stream, _MOST_DECISIONS)):
            for readings in run.readings(batch):
                run.store(readings)
                if not dry_run:
                    search.try_to_follow()
                progress(run.report)
    if not dry_run and run.report.new + run.report.changed >= _MANY:
        bulk_rows.analyze()
    return run.report


@contextmanager
def _infrequent_collection() -> Iterator[None]:
    """Let the garbage collector look through a batch a few times, not hundreds of times: none of it is garbage."""
    usual = gc.get_threshold()
    gc.set_threshold(_MOST_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


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


def _known_by_hash(texts: list[sources.Source]) -> dict[str, set[str]]:
    """Return the references of the decisions that have exactly these bytes, by hash."""
    known: dict[str, set[str]] = {}
    stored = Decision.objects.filter(source_sha256__in={text.sha256 for text in texts})
    for sha256, reference in stored.values_list("source_sha256", "reference"):
        known.setdefault(sha256, set()).add(reference)
    return known


class _Run:
    """One import: its report, and which text gave which reference."""

    def __init__(self, dry_run: bool) -> None:
        self.report = Report()
        self._dry_run = dry_run
        self._taken: dict[str, tuple[str, str]] = {}  # by reference: the hash of its text, and the file

    def readings(self, batch: list[sources.Source | sources.Unreadable]) -> Iterator[list[rows.Reading]]:
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

    def _not_in_the_archive(self, batch: list[sources.Source | sources.Unreadable]) -> list[sources.Source]:
        """Return the sources whose bytes are new here.

        The others are unchanged, and claim their references before any text is read, so that it does not depend on
        the order of the files which of two texts with one reference is refused.
        """
        self.report.refused += [
            RefusedFile(each.place, each.line, each.reason) for each in batch if isinstance(each, sources.Unreadable)
        ]
        texts = [source for source in batch if isinstance(source, sources.Source)]
        known = _known_by_hash(texts)
        new = []
        for source in texts:
            references = known.get(source.sha256, set())
            reference = normalise(source.known.reference or "")
            if references and (reference is None or reference in references):
                self._taken.setdefault(reference or min(references), (source.sha256, source.place))
                self.report.unchanged += 1
            else:
                new.append(source)
        return new

    def _read(self, source: sources.Source) -> rows.Reading | None:
        try:
            document = parse(source.text, source.known)
            findings = classify(document)
        except ParseError as error:
            return self._refuse(source, f"expected {error.expected}, found {error.found}", error.line)
        except MemoryError:
            raise
        except Exception as error:  # one text that breaks the parser must not keep out its neighbours
            return self._refuse(source, f"cannot be read: {type(error).__name__}: {error}")
        if reason := rows.too_long(document):
            return self._refuse(source, reason)
        if document.reference in self._taken:
            sha256, file = self._taken[document.reference]
            if source.sha256 != sha256:
                return self._refuse(source, f"{document.reference} is also in {file}, with another text; keep one")
            self.report.unchanged += 1
            return None
        self._taken[document.reference] = source.sha256, source.place
        return rows.Reading(source, document, findings, tuple(reasons(document, findings)))

    def _refuse(self, source: sources.Source, reason: str, line: int | None = None) -> None:
        self.report.refused.append(RefusedFile(source.place, line, reason))

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
        for reading in new:
            self._review(reading.source, reading.review)
        for _, carried in changed:
            self._review(carried.reading.source, (*carried.reading.review, *carried.raised))

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
            renew(decision, carried.reading.review, carried.raised)
            carried.store(decision)

    def _review(self, source: sources.Source, review: Iterable[Reason]) -> None:
        self.report.review += [(source.place, reason) for reason in review]
