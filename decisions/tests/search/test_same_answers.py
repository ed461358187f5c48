"""Every query finds the same decisions in the same order on SQLite and on PostgreSQL, and no page fails.

The archive of this process is on PostgreSQL, the other, of the same files, on SQLite in a process of its own.
"""

import tempfile
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from decisions import ingest
from decisions.search.words import folded, spans
from decisions.tests.scale import LONG, SEED
from decisions.tests.search import factories
from decisions.tests.search.search_answers import Answering, answer
from decisions.tests.search.test_either_database import FOUND, TEXT
from decisions.tests.search.test_query import PIECES
from decisions.tests.texts import TEXTS
from decisions.tests.views.odd_values import ODD

pytestmark = pytest.mark.postgresql
_QUERIES = 10_000 if LONG else 300

_TRICKY = """
possible possibly responsible responsibly noble nobly able ably feeble feebly assembly humbly probable probably
psychology psychological psychologies apology apologies apologise biology biological eulogy
use used using us as is has his was yes bus buses gas by my may say day days key keys buy the be being do doing go
going on one ones proper properly news new dying die lying skies sky ties tie generous generously generate university
universal care careful carefully add added adding wrong wrongly early only ugly idly singly succeed proceed
inning outing 1990s 1990 24as 24a 2s 2 0o600 0o600ed i e eed ie ied ies street ſtreet
"""

_LONG_REPORT = " ".join(
    ["the fault of it"] * 6000 + ["halfway house"] + ["an injustice to me"] * 6000 + ["the very end"]
)
_TEXTS = {
    "24 000 001": ("Kent County Council", "Zebra crossing.", "of it", "Law.", TEXT, "The end."),
    "24 000 002": ("Ashby Council", "Words.", "of words", "Law.", " ".join(_TRICKY.split()), "No more words."),
    "24 000 003": ("Borset Council", "Length.", "of length", "Law.", _LONG_REPORT, "The end of it."),
}


def write(folder: Path) -> list[Path]:
    """Return the files of the archive: the five texts, those of known words, and odd ones."""
    files = []
    for reference, paper in {**factories.PAPERS, **_TEXTS}.items():
        files.append(folder / f"{reference}.txt")
        files[-1].write_text(factories.text(reference, paper), encoding="utf-8")
    return [*TEXTS, *files]


def words(*texts):
    return {folded(text[start:end]) for text in texts for start, end in spans(text)}


_SYNTAX = [
    *["' OR 1=1 --", "'; DROP TABLE decisions_decision; --", "%s", "%(x)s", "%%", "$1", "$$", "E'\\x00'", "\\", "\\'"],
    *["a & b", "a <-> b", "fault <2> injustice", "!fault", "fault:*", "fault:A", "fault:*AB", "(fault | noise)", "&&"],
    *["NEAR(fault noise, 5)", "^fault", "{summary}: noise", "summary : noise", "fault NOT noise", "fault + noise"],
    *["rank:x", "-", "--noise", '-"social worker"', "summary:", 'final:"no fault"', "law:24A(6)", "law:34", "law:x"],
    *["-law:24A", "and/or", "he/she", "Benefit/Council", "O’Brien-Smith", "o'brien", "well–known", "“social worker”"],
    *["«zebra»", "it’s", "שלום", "العربية", "\u202efault\u202c", "👩\u200d👩\u200d👧", "e\u0301", "cafe\u0301", "ﬁle"],
    *["ﬀ", "İstanbul", "ſtreet", "Ω", "東京", "हिन्दी", "\x00", "fa\x00ult", "fault\x00", "\ud800", "\ufeff", "\u200d"],
    *["\U000e0041", "ǅ", "ß", "ẞ", "ŉ", "½", "²", "٣", "Ⅷ", "ª", "<->"],
]  # fmt: skip
_WORDS = sorted(words(TEXT, _TRICKY, *(each for paper in factories.PAPERS.values() for each in paper)))
_RUNS = [" ".join(TEXT.split()[at : at + 3]) for at in range(0, len(TEXT.split()) - 3, 2)]
_BEGINNINGS = [f"{word[:length]}*" for word in _WORDS for length in (2, 3, 5) if len(word) > length]
_TYPED = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS).map(str.upper), st.sampled_from(_RUNS),
                   st.sampled_from(_RUNS).map('"{}"'.format), st.sampled_from(_BEGINNINGS), st.sampled_from(FOUND),
                   st.sampled_from(_SYNTAX), st.sampled_from(ODD), st.sampled_from(PIECES),
                   st.lists(st.sampled_from(_WORDS), min_size=2, max_size=3).map(" ".join).map('"{}"'.format),
                   st.text(max_size=12))  # fmt: skip
_JOINTS = st.sampled_from(
    [" ", " ", " ", "", "-", "/", "'", "’", " OR ", " | ", " -", '"', "\u00a0", "\u200b", "\x00", "."]
)
HOSTILE = st.one_of(
    st.text(max_size=60),
    _TYPED,
    st.lists(st.tuples(_TYPED, _JOINTS), max_size=6).map(lambda pairs: "".join(f"{a}{b}" for a, b in pairs)),
)


class SameAnswers(TestCase):
    """Return the queries: three thousand in a full run."""

    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.files = write(folder)
        cls.other = Answering(cls.files, folder)
        cls.addClassCleanup(cls.other.close)
        assert cls.other.ask("zebra")[1]  # it has read the files
        super().setUpClass()

    @classmethod
    def setUpTestData(cls):
        report = ingest.import_files(cls.files)
        assert (report.new, report.refused) == (len(cls.files), [])

    @pytest.mark.long("queries")
    @seed(SEED)
    @settings(max_examples=_QUERIES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(HOSTILE)
    def test_whatever_is_typed_finds_the_same_on_both_and_no_page_fails(self, typed):
        ours, theirs = answer(Client(raise_request_exception=False), typed), self.other.ask(typed)
        assert {ours[0], theirs[0]} <= {200, 302}, typed
        assert ours == tuple(theirs), typed
