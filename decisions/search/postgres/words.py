"""Encoding words for PostgreSQL, and their stems in its index.

Words as `search.words.spans` finds them are written in lower-case letters and digits, so that PostgreSQL's parser takes
each for one word. Its text search configuration then stems them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import connection

from decisions.search.words import folded, spans

CONFIGURATION = "decisions_english"
_LONGEST = 2000  # characters of an encoded word; PostgreSQL drops one of 2,047
_AT_ONCE = 10_000  # words, within the 16,383 positions of a tsvector
_KNOWN: dict[str, str] = {}
_MOST_KNOWN = 100_000  # words with their stems: about ten megabytes
_MARK = "x00000"  # a character that no text has, encoded
_UNSTEMMED, _LONGEST_STEMMED = 2, 64  # bytes of a word
_MEASURE = "[a-z]*(?:[aeiou]|[^aeiou]y)[a-z]*[^aeiou][a-z]*"  # a vowel and a consonant after it
_LATER = re.compile(rf"(?P<bl>{_MEASURE}bl)y|(?P<log>{_MEASURE}log)(?:y|ies)")
_LEXEMES = "SELECT lexeme, positions FROM unnest(to_tsvector(%s::regconfig, %s))"


@lru_cache(maxsize=100_000)
def encode_word(word: str) -> str:
    """Encode a word like `encode_prefix`, but so that PostgreSQL's stem is the one that FTS5 has.

    FTS5 does not stem words of two bytes (*us* stays, and is the stem of *using*). It turns *-bly* into *-ble* and
    *-logy* into *-log*, as Porter's later version does.
    """
    encoded, plain = encode_prefix(word), folded(word)
    if len(plain.encode()) <= _UNSTEMMED:
        return f"{encoded}{_ending(plain)}"
    is_later = plain.endswith(("bly", "logy", "logies")) and len(plain) <= _LONGEST_STEMMED
    if is_later and (found := _LATER.fullmatch(encoded)):
        return f"{found['bl']}e" if found["bl"] else found["log"]
    return encoded


def _ending(plain: str) -> str:
    """Return what to append to a word of two bytes so that its stem is the word itself."""
    if plain[-1] not in "sy" or (plain[-1] == "y" and plain[0] not in "aeiou"):
        return ""
    return "e" if plain[0] in "aeiou" else _MARK  # *use*, whose stem is *us*


def encode_prefix(letters: str) -> str:
    """Encode the start of a word: lower-case letters without accents; any other character by its code point.

    A word that starts with a digit gets a prefix: PostgreSQL would take the start of `1e5a` for a number.
    """
    plain = "".join(map(_plain, letters.lower()))
    return (plain if plain[:1].isalpha() else f"{_MARK}{plain}")[:_LONGEST]


def encode_text(text: str) -> str:
    """Encode the words of a text, joined by spaces."""
    return " ".join(encode_word(text[start:end]) for start, end in spans(text))


def stems(words: Sequence[str]) -> list[str]:
    """Return the stem of each word in the index. One query for each 10,000 words not cached in this process."""
    wanted = [encode_word(word) for word in words]
    known = {word: _KNOWN[word] for word in wanted if word in _KNOWN}
    fresh = _stems({word for word in wanted if word not in known})
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN.update(fresh)
    known |= fresh
    return [known[word] for word in wanted]


def stem_prefix(word: str) -> str:
    """Return letters that every form of a folded word starts with.

    Of what it leaves, stemming changes at most the last letter: happy, happi.
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
