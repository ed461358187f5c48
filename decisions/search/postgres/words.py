"""Words as PostgreSQL is encoded them, and what its index keeps of each.

PostgreSQL is encoded words as `words.spans` finds them, spelt in small letters and digits, so that its parser takes
each for one word; its configuration brings the endings of a word together.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import connection

from decisions.search.words import folded, spans

CONFIGURATION = "decisions_english"
_LONGEST = 2000  # characters of a word as spelt; PostgreSQL drops one of 2,047
_AT_ONCE = 10_000  # words, to keep within the 16,383 places of a vector
_KNOWN: dict[str, str] = {}
_MOST_KNOWN = 100_000  # words with their stems: some ten megabytes
_MARK = "x00000"  # a sign that no text has, by its number
_UNSTEMMED, _LONGEST_STEMMED = 2, 64  # bytes of a word
_MEASURE = "[a-z]*(?:[aeiou]|[^aeiou]y)[a-z]*[^aeiou][a-z]*"  # a vowel and a consonant after it
_LATER = re.compile(rf"(?P<bl>{_MEASURE}bl)y|(?P<log>{_MEASURE}log)(?:y|ies)")
_LEXEMES = "SELECT lexeme, positions FROM unnest(to_tsvector(%s::regconfig, %s))"


@lru_cache(maxsize=100_000)
def encode_word(word: str) -> str:
    """A word as PostgreSQL is encoded it: as `encode_prefix` has it, but so that its stem is what FTS5 has for one.

    FTS5 stems no word of two bytes (*us* stays, and is the stem of *using*), and takes *-bly* for *-ble* and *-logy*
    for *-log*, as Porter did later.
    """
    encoded, plain = encode_prefix(word), folded(word)
    if len(plain.encode()) <= _UNSTEMMED:
        return f"{encoded}{_ending(plain)}"
    is_later = plain.endswith(("bly", "logy", "logies")) and len(plain) <= _LONGEST_STEMMED
    if is_later and (found := _LATER.fullmatch(encoded)):
        return f"{found['bl']}e" if found["bl"] else found["log"]
    return encoded


def _ending(plain: str) -> str:
    """What a word of two bytes needs behind it to be stemmed to itself."""
    if plain[-1] not in "sy" or (plain[-1] == "y" and plain[0] not in "aeiou"):
        return ""
    return "e" if plain[0] in "aeiou" else _MARK  # *use*, whose stem is *us*


def encode_prefix(letters: str) -> str:
    """How the words that begin so begin as spelt: small letters without accents; any other sign by its number.

    No word begins with a digit: PostgreSQL parts `1e5a`, which it takes for a number, from no letter on.
    """
    plain = "".join(map(_plain, letters.lower()))
    return (plain if plain[:1].isalpha() else f"{_MARK}{plain}")[:_LONGEST]


def encode_text(text: str) -> str:
    """The words of a text as PostgreSQL is encoded them."""
    return " ".join(encode_word(text[start:end]) for start, end in spans(text))


def stems(words: Sequence[str]) -> list[str]:
    """What the index keeps of each word. One query for each ten thousand that this process has not asked for yet."""
    wanted = [encode_word(word) for word in words]
    known = {word: _KNOWN[word] for word in wanted if word in _KNOWN}
    fresh = _stems({word for word in wanted if word not in known})
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN.update(fresh)
    known |= fresh
    return [known[word] for word in wanted]


def stem_prefix(word: str) -> str:
    """Letters that every form of a folded word begins with.

    Stemming changes the last letter at most of what it leaves: happy, happi.
    """
    (stem,), encoded = stems([word]), encode_word(word)
    if encoded == word:
        return stem[:-1]
    same = next((place for place, pair in enumerate(zip(stem, encoded, strict=False)) if pair[0] != pair[1]), len(stem))
    return word[: max(1, len(word) - (len(encoded) - same) - 1)]


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii():
        return base
    return "" if unicodedata.category(character)[0] == "M" else f"x{ord(character):05}"


def _stems(words: Iterable[str]) -> dict[str, str]:
    every = sorted(words)
    found = {}
    with connection.cursor() as cursor:
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            cursor.execute(_LEXEMES, [CONFIGURATION, " ".join(some)])
            found |= {some[place - 1]: lexeme for lexeme, places in cursor.fetchall() for place in places}
    return found
