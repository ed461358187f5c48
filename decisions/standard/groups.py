"""Groups of near-identical paragraphs, found in two passes over any number of decisions, in any order.

The first pass counts keys, the second takes in the paragraphs that have a key in common with others. Then the wording
that stands in most papers leads the first group, and each wording joins the leader that it is most alike, if any.
What must be kept lies in a file that is gone afterwards; in memory stand one byte a slot, and little else.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from decisions.parsing.document import Document
from decisions.standard.known_paragraphs import KNOWN
from decisions.standard.paragraphs import comparable, is_long_enough, paper
from decisions.standard.sketches import ALIKE, Sketch, likeness, sketch

FEWEST_PAPERS = 3
"""In how many papers standard wording stands, at the least: two may be two complaints of one case."""
FEWEST_BODIES = 2
"""About how many bodies these are, at the least: those about one council may all tell of one case."""
_SLOTS = 1 << 27
_COMPARED = 200
"""With how many of the leaders that share a key, those in most papers first, a wording is compared."""

_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = FILE;
    CREATE TABLE wording (fingerprint TEXT PRIMARY KEY, text TEXT, leader TEXT, known INTEGER) WITHOUT ROWID;
    CREATE TABLE place (fingerprint TEXT, paper TEXT, body TEXT, PRIMARY KEY (fingerprint, paper, body)) WITHOUT ROWID;
    CREATE TABLE leader (key INTEGER, rank INTEGER, fingerprint TEXT, words INTEGER, PRIMARY KEY (key, rank))
        WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Near-identical wording: as it stands in most papers (of those printed alike here, the first by its letters).

    papers, bodies: in how many different papers it stands, and about how many bodies; known: whether `KNOWN` has it.
    """

    wording: str
    papers: int
    bodies: int
    known: bool


class Grouping:
    """Call `count` with every document, then `take` with every one again, then `groups` once."""

    def __init__(self, slots: int = _SLOTS) -> None:
        """`slots` is a power of two: bytes of memory; with fewer, more paragraphs are taken in that stand alone."""
        self._slots = bytearray(slots)
        self._mask = slots - 1
        self._kept = sqlite3.connect("")  # a file of its own, gone when it is closed
        self._kept.executescript(_TABLES)
        self._sketched = lru_cache(maxsize=4096)(self._sketch_of)

    def count(self, document: Document) -> None:
        """Count the keys of a document's paragraphs, each once."""
        keys = {key & self._mask for each in _long(document) for key in sketch(each).keys}
        for slot in keys:
            if self._slots[slot] < 2:
                self._slots[slot] += 1

    def take(self, document: Document) -> None:
        """Take in those of its paragraphs that have a key in common with another document's."""
        own, body = paper(document), (document.council or "").casefold()
        for text in _long(document):
            drawn = sketch(text)
            if any(self._slots[key & self._mask] > 1 for key in drawn.keys):
                self._keep(drawn.fingerprint, text)
                self._kept.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?)", (drawn.fingerprint, own, body))

    def groups(self) -> Iterator[Group]:
        """The groups of standard wording: the known ones first, then those in most papers."""
        known = [sketch(text).fingerprint for text in KNOWN]
        for fingerprint, text in zip(known, KNOWN, strict=True):
            self._keep(fingerprint, text)
            self._kept.execute("UPDATE wording SET known = 1 WHERE fingerprint = ?", (fingerprint,))
        self._lead()
        rows = self._kept.execute(
            """SELECT led.leader, leading.text, count(DISTINCT paper) AS papers, count(DISTINCT body)
                      AS bodies
               FROM wording AS led JOIN wording AS leading ON leading.fingerprint = led.leader
               LEFT JOIN place ON place.fingerprint = led.fingerprint
               GROUP BY led.leader HAVING (papers >= ? AND bodies >= ?) OR leading.known
               ORDER BY leading.known DESC, papers DESC, led.leader""",
            (FEWEST_PAPERS, FEWEST_BODIES),
        )
        own = dict(zip(known, KNOWN, strict=True))
        for leader, text, papers, bodies in rows:
            yield Group(own.get(leader, text), papers, bodies, leader in own)
        self._kept.close()

    def _keep(self, fingerprint: str, text: str) -> None:
        self._kept.execute(
            "INSERT INTO wording VALUES (?, ?, NULL, 0) ON CONFLICT DO UPDATE SET text = min(text, excluded.text)",
            (fingerprint, text),
        )

    def _lead(self) -> None:
        """Give each wording its leader: those in most papers choose first, and the known ones lead before them."""
        self._kept.execute(
            """CREATE TABLE ranked AS SELECT fingerprint, known FROM wording LEFT JOIN place USING (fingerprint)
               GROUP BY fingerprint ORDER BY known DESC, count(DISTINCT paper) DESC, fingerprint"""
        )
        ranked = self._kept.execute("SELECT rowid, fingerprint, known FROM ranked ORDER BY rowid")
        for rank, fingerprint, known in ranked:
            drawn = self._sketched(fingerprint)
            leader = fingerprint if known else self._most_alike(drawn) or fingerprint
            self._kept.execute("UPDATE wording SET leader = ? WHERE fingerprint = ?", (leader, fingerprint))
            if leader == fingerprint:
                self._kept.executemany(
                    "INSERT INTO leader VALUES (?, ?, ?, ?)",
                    [(key, rank, fingerprint, len(drawn.words)) for key in drawn.keys],
                )

    def _most_alike(self, drawn: Sketch) -> str | None:
        """The leader that a wording is most alike; of equals, the one in most papers. None if it is like none."""
        words = len(drawn.words)
        met: dict[str, int] = {}
        for key in drawn.keys:
            met |= self._kept.execute(
                "SELECT fingerprint, rank FROM leader WHERE key = ? AND words BETWEEN ? AND ? ORDER BY rank LIMIT ?",
                (key, int(ALIKE * words), int(words / ALIKE) + 1, _COMPARED),
            ).fetchall()
        best = max(
            ((likeness(self._sketched(each), drawn), -rank, each) for each, rank in met.items()), default=(0.0, 0, "")
        )
        return best[2] if best[0] >= ALIKE else None

    def _sketch_of(self, fingerprint: str) -> Sketch:
        (text,) = self._kept.execute("SELECT text FROM wording WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return sketch(text)


def _long(document: Document) -> Iterator[str]:
    return (each.whole for each in comparable(document) if is_long_enough(each.whole))
