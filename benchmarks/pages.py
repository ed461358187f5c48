"""Measurements of other pages than lists: a decision's page, its 304, the exports, and the memory of a worker."""

import csv
import io
import json
import sqlite3
from pathlib import Path

from django.core.cache import cache

from benchmarks.goals import NOT_BUILT
from benchmarks.measure import Run, interleave, median, ratio, timed
from benchmarks.queries import QUERIES
from benchmarks.worker import Worker
from benchmarks.yardsticks import trivial
from benchmarks.yardsticks.site import Site

_DECISIONS = 9
EXPORTS = {"csv": "/decisions/export.csv", "jsonl": "/decisions/export.jsonl"}


def decision_pages(site: Site, flat: Path, seconds: float) -> dict[str, float | str]:
    """Compare a decision's page, cached and not, and its 304 with the trivial page: medians over typical decisions."""
    with sqlite3.connect(flat) as database:
        count = database.execute("SELECT count(*) FROM decisions").fetchone()[0]
        usual = database.execute(
            "SELECT reference FROM decisions ORDER BY length(body), id LIMIT ? OFFSET ?",
            [_DECISIONS, max(0, (count - _DECISIONS) // 2)],
        ).fetchall()
    pages, first, unchanged = [], [], []
    for (reference,) in usual:
        address = f"/decisions/{reference.replace(' ', '-')}/"
        runs = {
            "page": timed(lambda address=address: site.must_get(address)),
            "ok": timed(lambda: site.must_get(trivial.ADDRESS)),
            "first": _uncached(timed(lambda address=address: site.must_get(address))),
        }
        headers = {"HTTP_IF_NONE_MATCH": site.get(address)[1].get("ETag", "")}
        if site.get(address, **headers)[0] == 304:
            runs["304"] = timed(lambda address=address, headers=headers: site.get(address, **headers))
        taken = interleave(runs, seconds=seconds, most=40)
        pages.append(ratio(taken, "page", "ok"))
        first.append(ratio(taken, "first", "ok"))
        if "304" in taken:
            unchanged.append(ratio(taken, "304", "ok"))
    found = {"decision/ok": pages, "decision/ok first": first, "304/ok": unchanged}
    return {name: median(ratios) or NOT_BUILT for name, ratios in found.items()}


def _uncached(run: Run) -> Run:
    """Return the run with the page cache cleared before it, untimed."""

    def uncached() -> float:
        cache.clear()
        return run()

    return uncached


def exports(site: Site, archive: Path, seconds: float) -> dict[str, float | str]:
    """Compare each export with a raw cursor that writes the same decisions."""
    found: dict[str, float | str] = {}
    cursors = {"csv": _raw_csv, "jsonl": _raw_jsonl}
    for name, address in EXPORTS.items():
        if site.get(address)[0] != 200:
            found[f"{name}/raw"] = NOT_BUILT
            continue
        runs = {
            "ours": timed(lambda address=address: site.must_get(address)),
            "raw": timed(lambda write=cursors[name]: write(archive)),
        }
        found[f"{name}/raw"] = ratio(interleave(runs, seconds=seconds, warm=False), "ours", "raw")
    return found


def export_memory(small: str, large: str) -> float | str:
    """Return how a worker's peak memory while exporting grows from one archive to a larger one; of two, the worse."""
    peaks = []
    for address in EXPORTS.values():
        with Worker(small) as first, Worker(large) as second:
            if any(worker.ask(do="get", address=address)["status"] != 200 for worker in (first, second)):
                return NOT_BUILT
            peaks.append(second.memory()["peak"] / first.memory()["peak"])
    return max(peaks)


def worker_memory(url: str) -> float:
    """Return the memory of a worker that has answered every query, as a multiple of a plain Django worker's."""
    with Worker(url, alone=True) as ours, Worker() as plain:
        plain.page(trivial.ADDRESS)()
        for query in QUERIES:
            ours.page(f"/decisions/{query.address()}")()
        return ours.memory()["pss"] / plain.memory()["pss"]


def _raw_csv(archive: Path) -> int:
    """Write a line for each decision: its facts and its summary. Returns the characters written."""
    out = io.StringIO()
    write = csv.writer(out)
    with sqlite3.connect(archive) as database:
        rows = database.execute(
            """SELECT reference, council.name, document_type, category, subcategory, outcome, decision_date, summary,
               (SELECT group_concat(DISTINCT ground.slug) FROM decisions_finding AS finding
                JOIN decisions_ground AS ground ON ground.id = finding.ground_id
                WHERE finding.decision_id = decision.id)
               FROM decisions_decision AS decision LEFT JOIN decisions_council AS council ON council.id = council_id
               WHERE removed_at IS NULL ORDER BY decision_date DESC, decision.id DESC"""
        )
        return _written(out, (write.writerow(row) for row in rows))


def _raw_jsonl(archive: Path) -> int:
    """Write a line for each decision: facts, summary and every paragraph. Returns the characters written."""
    out = io.StringIO()
    with sqlite3.connect(archive) as database:
        facts = database.execute(
            """SELECT decision.id, reference, council.name, category, subcategory, outcome, decision_date, summary
               FROM decisions_decision AS decision LEFT JOIN decisions_council AS council ON council.id = council_id
               WHERE removed_at IS NULL ORDER BY decision_date DESC, decision.id DESC"""
        )
        body = "SELECT number, label, depth, text FROM decisions_paragraph WHERE decision_id = ? ORDER BY position"
        lines = (
            out.write(json.dumps([*row[1:], database.execute(body, row[:1]).fetchall()], ensure_ascii=False) + "\n")
            for row in facts
        )
        return _written(out, lines)


def _written(out: io.StringIO, lines) -> int:
    """Return the number of characters of the lines, keeping one line at a time in memory."""
    length = 0
    for _ in lines:
        length += out.tell()
        out.seek(0)
        out.truncate()
    return length
