"""Standard paragraphs: matching paragraphs with them, and finding them all again."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from django.db import transaction

from decisions import search
from decisions.ingest.document_rows import documents
from decisions.models import Decision, Paragraph, StandardKey, StandardParagraph, any_of
from decisions.parsing.document import Document
from decisions.standard import ALIKE, KNOWN, Grouping, Sketch, comparable, likeness, sketch

_MOST_DECISIONS = 200  # in one transaction

Numbers = dict[int, int]
"""Primary keys of standard paragraphs, by paragraph number of a decision."""


def match_standard_paragraphs(read: Sequence[Document]) -> list[Numbers]:
    """Return the standard paragraphs in each document. Two queries, however many documents."""
    compared = [{each.number: each.whole for each in comparable(document)} for document in read]
    drawn = {text: sketch(text) for text in {text for texts in compared for text in texts.values()}}
    by_key: dict[int, set[int]] = defaultdict(set)
    keys = StandardKey.objects.filter(key__in=any_of({key for each in drawn.values() for key in each.keys}))
    for key, standard in keys.values_list("key", "standard"):
        by_key[key].add(standard)
    wordings = StandardParagraph.objects.filter(pk__in=any_of(set().union(*by_key.values())))
    standards = {standard: sketch(wording) for standard, wording in wordings.values_list("pk", "wording")}

    def best_match(each: Sketch) -> int | None:
        """Return the standard paragraph most similar to a sketch; None if none is similar enough."""
        sharing = set().union(*(by_key[key] for key in each.keys & by_key.keys()))
        rated = [(likeness(each, standards[one]), standards[one].fingerprint, one) for one in sharing]
        best = max(rated, default=(0.0, "", 0))
        return best[2] if best[0] >= ALIKE else None

    found = {text: best_match(each) for text, each in drawn.items()}
    return [
        {number: standard for number, text in texts.items() if (standard := found[text]) is not None}
        for texts in compared
    ]


def link(decisions: Sequence[Decision], stored: Sequence[Document]) -> None:
    """Link the paragraphs of these decisions, given as `stored` documents, to standard ones; write only differences."""
    wanted = {
        decision.pk: numbers for decision, numbers in zip(decisions, match_standard_paragraphs(stored), strict=True)
    }
    rows = Paragraph.objects.numbered().filter(decision__in=wanted)
    changed: dict[int | None, list[int]] = defaultdict(list)
    for row, decision, number, linked in rows.values_list("pk", "decision", "number", "standard"):
        if (standard := wanted[decision].get(number)) != linked:
            changed[standard].append(row)
    for standard, ids in changed.items():
        Paragraph.objects.filter(pk__in=any_of(ids)).update(standard=standard)


@transaction.atomic
def refresh_known_standards() -> None:
    """Insert the wordings of KNOWN; one that has left it stays until the next `find_standard_paragraphs`."""
    fingerprints = _enter(dict.fromkeys(KNOWN, True))
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
    _keep_only({group.wording: group.known for group in grouping.groups()})
    for batch, done, total in _batches(Decision.objects.all()):
        with transaction.atomic():
            link(batch, documents(batch))
        search.try_to_follow()
        progress("linked", done, total)


@transaction.atomic
def _keep_only(wordings: dict[str, bool]) -> None:
    """Delete standard paragraphs that have none of these wordings, and enter the wordings."""
    wanted = _enter(wordings)
    stored = StandardParagraph.objects.values_list("pk", "fingerprint")
    gone = [standard for standard, fingerprint in stored if fingerprint not in wanted]
    StandardParagraph.objects.filter(pk__in=any_of(gone)).delete()


def _enter(wordings: dict[str, bool]) -> Collection[str]:
    """Insert or update wordings, each with whether it is known, and the keys that find them. Return fingerprints."""
    drawn = {each.fingerprint: each for each in map(sketch, wordings)}
    StandardParagraph.objects.bulk_create(
        [
            StandardParagraph(fingerprint=fingerprint, wording=wording, known=known)
            for fingerprint, (wording, known) in zip(drawn, wordings.items(), strict=True)
        ],
        update_conflicts=True,
        unique_fields=["fingerprint"],
        update_fields=["wording", "known"],
    )
    ids = StandardParagraph.objects.in_bulk(field_name="fingerprint")
    StandardKey.objects.bulk_create(
        [
            StandardKey(standard=ids[fingerprint], key=key)
            for fingerprint, each in drawn.items()
            for key in sorted(each.keys)
        ],
        ignore_conflicts=True,
    )
    return drawn.keys()


def _batches(decisions) -> Iterator[tuple[list[Decision], int, int]]:
    """Yield the decisions in batches, each with the number so far and the total."""
    total, done, last = decisions.count(), 0, 0
    in_order = decisions.without_source().select_related("council").order_by("pk")
    while batch := list(in_order.filter(pk__gt=last)[:_MOST_DECISIONS]):
        last, done = batch[-1].pk, done + len(batch)
        yield batch, done, total
