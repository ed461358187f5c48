"""The budget of a search: how much work it is for the index, estimated before the work is done.

A step is about 50 nanoseconds. What takes how many was fitted to FTS5 over 100,000 decisions: phrases, whose words'
places are compared; beginnings of words, of which every place is read; and scores, which see every word of a match.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from decisions.search import index_file
from decisions.search.in_memory_fts import stems
from decisions.search.query import Query, Term
from decisions.search.words import folded

MOST_STEPS = 10_000_000
"""The steps that finding the matches may take, and scoring them: half a second each."""
_PHRASE, _SCORED_WORD, _SCORED_ATOM = 4, 10, 2  # steps for a decision that has it
_LAST = "\U0010ffff"


class SearchTooBroadError(Exception):
    """A search would take more than the budget; none of it was done. The message tells readers how to narrow it."""


@dataclass(frozen=True, slots=True)
class Work:
    """The steps that a query takes."""

    finding: int
    scoring: int


def check(query: Query, work: Work | None = None) -> None:
    """Raise SearchTooBroadError if finding the decisions that match would take too long.

    `work` is what `estimate_work` returned; without it, the work is estimated.
    """
    if (work or estimate_work(query)).finding > MOST_STEPS:
        remedy = "Write more letters before each *" if query.has_prefixes else "Leave out the most common words"
        raise SearchTooBroadError(f"This search is too broad to be carried out. {remedy}, or search for fewer words.")


def estimate_work(query: Query) -> Work:
    """Return at least the steps that a query takes, or more than the budget as soon as it is spent.

    Where the number of decisions alone shows that the words fit the budget, they are not looked up.
    """
    beginnings = cache(_places_of_beginning)
    ((size,),) = index_file.rows("SELECT count(*) FROM decisions_search_docsize")
    most = _work(query, size, lambda word: size, beginnings)
    return most if most.scoring <= MOST_STEPS else _work(query, size, cache(_decisions_with), beginnings)


def _work(query: Query, size: int, decisions_with: Callable[[str], int], places: Callable[[str], int]) -> Work:
    finding, matches, scored = 0, [size], []
    for group in (*query.groups, query.without):
        having = 0
        for atom in group:
            if not isinstance(atom, Term):  # provisions are found in the database
                continue
            steps, found = _of_term(atom, decisions_with, places)
            finding += steps
            having += found
            scored += [found] if group is not query.without else []
            if finding > MOST_STEPS:
                return Work(finding, finding)
        matches += [having] if group is not query.without else []
    most = min(matches)
    return Work(finding, 2 * finding + sum(_SCORED_ATOM * most + _SCORED_WORD * min(each, most) for each in scored))


def _of_term(term: Term, decisions_with: Callable[[str], int], places: Callable[[str], int]) -> tuple[int, int]:
    """Return the steps of finding a term, and the most decisions that have it."""
    *words, last = (folded(word) for word in term.words)
    counts = [decisions_with(word) for word in _stems([*words] if term.prefix else [*words, last])]
    beginning = [places(last)] if term.prefix else []
    fewest = min([*counts, *beginning])
    # The decisions with the rarest word of a phrase are looked up among those with the others.
    return sum([*counts, *beginning]) + (_PHRASE * len(counts) * fewest if term.is_phrase else 0), fewest


def _stems(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(stems(list(words))))


def _decisions_with(stem: str) -> int:
    ((count,),) = index_file.rows("SELECT coalesce(sum(doc), 0) FROM decisions_searchterm WHERE term = ?", [stem])
    return count


def _places_of_beginning(letters: str) -> int:
    """Return the number of places of the words whose stem begins like this."""
    ((count,),) = index_file.rows(
        "SELECT coalesce(sum(cnt), 0) FROM decisions_searchterm WHERE term >= ? AND term < ?",
        [letters, letters + _LAST],
    )
    return count
