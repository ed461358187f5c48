"""Groups of near-identical paragraphs, found in two passes over any number of decisions, in any order.

The first pass counts the keys of paragraphs, the second stores the paragraphs that share a key with others. Then the
wording that is in the most documents leads the first group, and each further wording joins the leader that it is most
like, if any. The wordings are stored in a temporary file; memory holds one byte for each slot, and little else.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from decisions.parsing.document import Document
from decisions.standard.paragraphs import comparable, document_key, is_long_enough
from decisions.standard.sketches import ALIKE, Sketch, likeness, sketch

_KNOWN = Path(__file__).with_name("known_paragraphs.txt").read_text(encoding="utf-8")
KNOWN = tuple(" ".join(paragraph.split()) for paragraph in _KNOWN.split("\n\n"))
"""Wording that the Ombudsman recites in thousands of decisions, as they print it.

An archive of few decisions knows it from the start; all other standard wording is found by comparing.
"""
MIN_DOCUMENTS = 3
"""The fewest documents that standard wording is in: two can be two complaints of one case."""
MIN_BODIES = 2
"""The fewest bodies that these documents are about: those about one council can all be about one case."""
_SLOTS = 1 << 27  # 128 MB
_MOST_COMPARED = 200
"""The most leaders sharing a key that a wording is compared with, those in the most documents first."""

_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = FILE;
    CREATE TABLE wording (fingerprint TEXT PRIMARY KEY, text TEXT, leader TEXT, known INTEGER) WITHOUT ROWID;
    CREATE TABLE occurrence (fingerprint TEXT, document TEXT, body TEXT, PRIMARY KEY (fingerprint, document, body))
        WITHOUT ROWID;
    CREATE TABLE leader (key INTEGER, rank INTEGER, fingerprint TEXT, words INTEGER, PRIMARY KEY (key, rank))
        WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Near-identical wordings.

    wording: the one in the most documents (of spellings that count as the same, the first in alphabetical order).
    documents, bodies: in how many different documents the wordings are, and about how many bodies.
    known: whether `KNOWN` has the wording.
    """

    wording: str
    documents: int
    bodies: int
    known: bool


class Grouping:
    """Finds the groups: call `count` with every document, then `take` with every one again, then `groups` once."""

    def __init__(self, slots: int = _SLOTS) -> None:
        """`slots` is a power of two, and the bytes of memory used; with fewer, more unique paragraphs are stored."""
        self._slots = bytearray(slots)
        self._mask = slots - 1
        self._store = sqlite3.connect("")  # a temporary file, which SQLite deletes when it is closed
        self._store.executescript(_TABLES)
        self._sketch_of = lru_cache(maxsize=4096)(self._read_sketch)

    def count(self, document: Document) -> None:
        """Count the keys of a document's paragraphs, each once a document."""
        keys = {key & self._mask for each in _long_texts(document) for key in sketch(each).keys}
        for slot in keys:
            if self._slots[slot] < 2:  # all that `take` asks is whether there is more than one
                self._slots[slot] += 1

    def take(self, document: Document) -> None:
        """Store those paragraphs of a document that share a key with those of another."""
        key_of_document, body = document_key(document), (document.council or "").casefold()
        for text in _long_texts(document):
            wording = sketch(text)
            if any(self._slots[key & self._mask] > 1 for key in wording.keys):
                self._add_wording(wording.fingerprint, text)
                occurrence = (wording.fingerprint, key_of_document, body)
                self._store.execute("INSERT OR IGNORE INTO occurrence VALUES (?, ?, ?)", occurrence)

    def groups(self) -> Iterator[Group]:
        """Yield the groups of standard wording: the known ones first, then those in the most documents."""
        known = [sketch(text).fingerprint for text in KNOWN]
        for fingerprint, text in zip(known, KNOWN, strict=True):
            self._add_wording(fingerprint, text)
            self._store.execute("UPDATE wording SET known = 1 WHERE fingerprint = ?", (fingerprint,))
        self._choose_leaders()
        rows = self._store.execute(
            """SELECT member.leader, leader.text, count(DISTINCT document) AS documents, count(DISTINCT body) AS bodies
               FROM wording AS member JOIN wording AS leader ON leader.fingerprint = member.leader
               LEFT JOIN occurrence ON occurrence.fingerprint = member.fingerprint
               GROUP BY member.leader HAVING (documents >= ? AND bodies >= ?) OR leader.known
               ORDER BY leader.known DESC, documents DESC, member.leader""",
            (MIN_DOCUMENTS, MIN_BODIES),
        )
        known_text = dict(zip(known, KNOWN, strict=True))
        for leader, text, documents, bodies in rows:
            yield Group(known_text.get(leader, text), documents, bodies, leader in known_text)
        self._store.close()

    def _add_wording(self, fingerprint: str, text: str) -> None:
        self._store.execute(
            "INSERT INTO wording VALUES (?, ?, NULL, 0) ON CONFLICT DO UPDATE SET text = min(text, excluded.text)",
            (fingerprint, text),
        )

    def _choose_leaders(self) -> None:
        """Set the leader of each wording: the known ones lead first, then those in the most documents."""
        self._store.execute(
            """CREATE TABLE ranked AS SELECT fingerprint, known FROM wording LEFT JOIN occurrence USING (fingerprint)
               GROUP BY fingerprint ORDER BY known DESC, count(DISTINCT document) DESC, fingerprint"""
        )
        ranked = self._store.execute("SELECT rowid, fingerprint, known FROM ranked ORDER BY rowid")
        for rank, fingerprint, known in ranked:
            member = self._sketch_of(fingerprint)
            leader = fingerprint if known else self._most_alike(member) or fingerprint
            self._store.execute("UPDATE wording SET leader = ? WHERE fingerprint = ?", (leader, fingerprint))
            if leader == fingerprint:
                self._store.executemany(
                    "INSERT INTO leader VALUES (?, ?, ?, ?)",
                    [(key, rank, fingerprint, len(member.words)) for key in member.keys],
                )

    def _most_alike(self, member: Sketch) -> str | None:
        """Return the leader that a wording is most like; of equals, the one in the most documents. None if none is."""
        words = len(member.words)
        rank_of: dict[str, int] = {}
        for key in member.keys:
            rank_of |= self._store.execute(
                "SELECT fingerprint, rank FROM leader WHERE key = ? AND words BETWEEN ? AND ? ORDER BY rank LIMIT ?",
                (key, int(ALIKE * words), int(words / ALIKE) + 1, _MOST_COMPARED),
            ).fetchall()
        best = max(
            ((likeness(self._sketch_of(each), member), -rank, each) for each, rank in rank_of.items()),
            default=(0.0, 0, ""),
        )
        return best[2] if best[0] >= ALIKE else None

    def _read_sketch(self, fingerprint: str) -> Sketch:
        (text,) = self._store.execute("SELECT text FROM wording WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return sketch(text)


def _long_texts(document: Document) -> Iterator[str]:
    return (each.whole for each in comparable(document) if is_long_enough(each.whole))
