"""Two hundred queries that are meant to be slow, asked on both databases."""

import random

from benchmarks.measure import median
from benchmarks.words import word
from benchmarks.worker import Worker

SEED, COUNT = 1974, 200
_COMMON = ("council", "the", "of", "and", "complaint", "fault", "ombudsman", "investigate", "injustice", "decision")
_PARTS = ("summary", "complaint", "assessment", "final", "council")
_SIGNS = ("ﬁ", "½", "²", "\u0301", "‘", "((", "*", "-", "OR", "law:", "NEAR(", "🙂", "\u200b", "ß", "İ")


def queries() -> list[str]:
    """Return what is typed, the same every time: prefixes, long ORs, phrases, exclusions, sections and signs."""
    rng = random.Random(SEED)
    kinds = (_prefixes, _either, _phrase, _words, _without, _in_parts, _sections, _signs)
    return [kinds[place % len(kinds)](rng) for place in range(COUNT)]


def figures(sqlite: str, postgresql: str) -> dict[str, float]:
    """Return the median and the worst time of the list page, in milliseconds, over the queries and both databases.

    Also the number of queries that the databases, given by URL, answer differently.
    """
    taken, differing = [], 0
    with Worker(sqlite) as first, Worker(postgresql) as second:
        for worker in (first, second):
            worker.page("/decisions/?q=ombudsman")()  # reads the archive's columns
        for typed in queries():
            answers = [worker.list_page(typed) for worker in (first, second)]
            differing += answers[0]["digest"] != answers[1]["digest"]
            taken += [1000 * answer["wall"] for answer in answers]
    return {"hostile": median(taken) or 0.0, "hostile worst": max(taken), "hostile differences": float(differing)}


def _any_word(rng: random.Random) -> str:
    return rng.choice(_COMMON) if rng.random() < 0.5 else word(int(70_000 ** rng.random()))


def _start(rng: random.Random) -> str:
    return _any_word(rng)[: rng.choice((2, 2, 2, 3, 4))] + "*"


def _prefixes(rng: random.Random) -> str:
    return " ".join(_start(rng) for _ in range(rng.choice((1, 2, 4, 8, 60))))


def _either(rng: random.Random) -> str:
    ends = (_any_word, _start)
    return " OR ".join(rng.choice(ends)(rng) for _ in range(rng.choice((3, 8, 20, 40))))


def _phrase(rng: random.Random) -> str:
    words = [_any_word(rng) for _ in range(rng.choice((2, 3, 5, 40)))]
    return f'"{" ".join(words)}{rng.choice(("", "", "*"))}"'


def _words(rng: random.Random) -> str:
    return " ".join(_any_word(rng) for _ in range(rng.choice((2, 5, 10, 60))))


def _without(rng: random.Random) -> str:
    return " ".join(rng.choice(("-", "-", "")) + rng.choice((_any_word, _start, _phrase))(rng) for _ in range(4))


def _in_parts(rng: random.Random) -> str:
    return " ".join(f"{rng.choice(_PARTS)}:{rng.choice((_any_word, _start, _phrase))(rng)}" for _ in range(4))


def _sections(rng: random.Random) -> str:
    return f"law:{rng.choice(('24A', '26', '24A(6)', '34B', '9'))} {_words(rng)} {rng.choice(('', 'OR law:26'))}"


def _signs(rng: random.Random) -> str:
    return " ".join(rng.choice((_any_word, _start))(rng) + rng.choice(_SIGNS) for _ in range(12))
