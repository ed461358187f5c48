"""A printed name → the words that count when names are compared: case, quotes, accents and punctuation are gone."""

import re
import unicodedata

_QUOTES = re.compile("['‘’ʼ`´\"“”]")
_NO_WORD = re.compile(r"[\W_]+")
_LIMITED = re.compile(r"\blimited\b")


def fold(printed: str) -> str:
    """The words of a name: `King’s Lynn & West Norfolk` → `kings lynn and west norfolk`.

    A name without a letter or a figure is its own fold, so that two such names stay two.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", printed) if not unicodedata.combining(c)).casefold()
    words = _NO_WORD.sub(" ", _QUOTES.sub("", plain.replace("&", " and "))).strip()
    return words or printed.strip()


def fold_company(printed: str) -> str:
    """The same for a body that is no council: `Limited` counts as `Ltd`."""
    return _LIMITED.sub("ltd", fold(printed))
