"""Standard paragraphs: matching paragraphs with them, and finding them all again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from django.db import connection, transaction

from decisions import search
from decisions.ingest.stored_documents import documents
from decisions.models import Decision, Paragraph, StandardKey, StandardParagraph, in_clause
from decisions.parsing.document import Document
from decisions.standard import ALIKE, KNOWN, Group, Grouping, Sketch, comparable, likeness, sketch, sketches

_MOST_DECISIONS = 200  # in one transaction
_MOST_VALUES = 5000  # in one query; SQLite takes 32,766, PostgreSQL 65,535
_REMEMBERED = 1024  # sketches of standard paragraphs, by wording
_TOGETHER = 100  # texts that are sketched at once

Numbers = dict[int, int]
"""Primary keys of standard paragraphs, by paragraph number of a decision."""


def match_standard_paragraphs(read: Sequence[Document]) -> list[Numbers]:
    """Return the standard paragraphs in each document. Three queries, however many documents."""
    compared = [{each.number: each.whole for each in comparable(document)} for document in read]
    drawn = _sketch_all({text for texts in compared for text in texts.values()})
    candidates = _Candidates(drawn.values())
    found = {text: candidates.best_match(each) for text, each in drawn.items()}
    return [
        {number: standard for number, text in texts.items() if (standard := found[text]) is not None}
        for texts in compared
    ]


def _sketch_all(texts: Iterable[str]) -> dict[str, Sketch]:
    waiting, drawn = iter(texts), {}
    while some := list(islice(waiting, _TOGETHER)):
        drawn.update(zip(some, sketches(some), strict=True))
    return drawn


_sketched = lru_cache(maxsize=_REMEMBERED)(sketch)


class _Candidates:
    """The standard paragraphs that share a key with some sketches, so that only these need comparing."""

    def __init__(self, drawn: Iterable[Sketch]) -> None:
        keys = {key for each in drawn for key in each.keys}
        self._by_key: dict[int, list[int]] = {}
        for key, standard in _rows_with_keys(keys):
            self._by_key.setdefault(key, []).append(standard)
        ids = {standard for each in self._by_key.values() for standard in each}
        wordings = _select_in("SELECT id, wording FROM decisions_standardparagraph WHERE", "id", ids)
        self._drawn = {standard: _sketched(wording) for standard, wording in wordings}

    def best_match(self, drawn: Sketch) -> int | None:
        """Return the standard paragraph most similar to a sketch; None if none is similar enough."""
        if self._by_key.keys().isdisjoint(drawn.keys):
            return None
        rated = [
            (likeness(drawn, self._drawn[standard]), self._drawn[standard].fingerprint, standard)
            for standard in {each for key in drawn.keys for each in self._by_key.get(key, ())}
        ]
        best = max(rated, default=(0.0, "", 0))
        return best[2] if best[0] >= ALIKE else None


def _rows_with_keys(keys: set[int]) -> list[tuple]:
    """Return (key, standard paragraph) for these keys.

    With fewer rows than keys, it is faster to fetch them all than to send the keys to the database.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM decisions_standardkey")
        if cursor.fetchone()[0] > len(keys):
            return _select_in("SELECT key, standard_id FROM decisions_standardkey WHERE", "key", keys)
        cursor.execute("SELECT key, standard_id FROM decisions_standardkey")
        return [row for row in cursor.fetchall() if row[0] in keys]


def _select_in(select: str, column: str, values: set[int]) -> list[tuple]:
    """Return the rows that have one of these values in a column."""
    if not values:
        return []
    condition, parameters = in_clause(column, values)
    with connection.cursor() as cursor:
        cursor.execute(f"{select} {condition}", parameters)
        return cursor.fetchall()


def link(decisions: Sequence[Decision], stored: Sequence[Document]) -> None:
    """Link the paragraphs of these decisions, given as `stored` documents, to standard ones; write only differences."""
    wanted = {
        decision.pk: numbers for decision, numbers in zip(decisions, match_standard_paragraphs(stored), strict=True)
    }
    rows = Paragraph.objects.numbered().filter(decision__in=wanted)
    changed: dict[int | None, list[int]] = {}
    for row, decision, number, linked in rows.values_list("pk", "decision", "number", "standard"):
        if (standard := wanted[decision].get(number)) != linked:
            changed.setdefault(standard, []).append(row)
    for standard, ids in changed.items():
        for some in _chunks(ids, _MOST_VALUES):
            Paragraph.objects.filter(pk__in=some).update(standard=standard)


@transaction.atomic
def refresh_known_standards() -> None:
    """Insert the wordings of KNOWN; one that has left it stays until the next `find_standard_paragraphs`."""
    _enter([Group(wording, 0, 0, known=True) for wording in KNOWN])
    fingerprints = [sketch(wording).fingerprint for wording in KNOWN]
    StandardParagraph.objects.filter(fingerprint__in=fingerprints).update(known=True)
    StandardParagraph.objects.exclude(fingerprint__in=fingerprints).update(known=False)


def find_standard_paragraphs(progress: Callable[[str, int, int], None] = lambda step, count, total: None) -> None:
    """Find all standard paragraphs again, by comparing the paragraphs of all published decisions.

    The result does not depend on the order of imports. `progress` gets the step, the number of decisions done and
    their total. It can be stopped at any moment: the standard paragraphs are then valid but perhaps incomplete, until
    it is called again.
    """
    grouping = Grouping()
    public = Decision.objects.published()
    for step, look in (("counted", grouping.count), ("compared", grouping.take)):
        for batch, done, total in _batches(public):
            for document in documents(batch):
                look(document)
            progress(step, done, total)
    _keep_only(list(grouping.groups()))
    for batch, done, total in _batches(Decision.objects.all()):
        with transaction.atomic():
            link(batch, documents(batch))
        search.try_to_follow()
        progress("linked", done, total)


@transaction.atomic
def _keep_only(groups: list[Group]) -> None:
    """Delete standard paragraphs that are in none of these groups, and enter the groups."""
    wanted = {sketch(group.wording).fingerprint for group in groups}
    stored = StandardParagraph.objects.values_list("pk", "fingerprint")
    gone = [standard for standard, fingerprint in stored if fingerprint not in wanted]
    for some in _chunks(gone, _MOST_VALUES):
        StandardParagraph.objects.filter(pk__in=some).delete()
    _enter(groups)


def _enter(groups: list[Group]) -> None:
    """Insert new groups with the keys that find them; update the wording of the others."""
    stored = dict(StandardParagraph.objects.values_list("fingerprint", "pk"))
    drawn = {sketch(group.wording).fingerprint: group for group in groups}
    StandardParagraph.objects.bulk_create(
        [
            StandardParagraph(fingerprint=fingerprint, wording=group.wording, known=group.known)
            for fingerprint, group in drawn.items()
        ],
        update_conflicts=True,
        unique_fields=["fingerprint"],
        update_fields=["wording", "known"],
    )
    ids = dict(StandardParagraph.objects.values_list("fingerprint", "pk"))
    StandardKey.objects.bulk_create(
        StandardKey(standard_id=ids[fingerprint], key=key)
        for fingerprint, group in drawn.items()
        if fingerprint not in stored
        for key in sorted(sketch(group.wording).keys)
    )


def _batches(decisions) -> Iterator[tuple[list[Decision], int, int]]:
    """Yield the decisions in batches, each with the number so far and the total."""
    total, done, last = decisions.count(), 0, 0
    in_order = decisions.without_source().select_related("council").order_by("pk")
    while batch := list(in_order.filter(pk__gt=last)[:_MOST_DECISIONS]):
        last, done = batch[-1].pk, done + len(batch)
        yield batch, done, total


def _chunks(values: list[int], most: int) -> Iterator[list[int]]:
    return (values[start : start + most] for start in range(0, len(values), most))
