"""The words of a printed name as they are compared: without case, quotes, accents and punctuation."""

import re
import unicodedata

_QUOTES = re.compile("['‘’ʼ`´\"“”]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_LIMITED = re.compile(r"\blimited\b")


def fold(printed: str) -> str:
    """Return the words of a name: `King’s Lynn & West Norfolk` → `kings lynn and west norfolk`.

    A name without letters and digits is returned as it is, so that two such names stay different.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", printed) if not unicodedata.combining(c)).casefold()
    words = _NOT_A_WORD.sub(" ", _QUOTES.sub("", plain.replace("&", " and "))).strip()
    return words or printed.strip()


def fold_company(printed: str) -> str:
    """Return the same for a body that is not a council, with `Limited` as `ltd`."""
    return _LIMITED.sub("ltd", fold(printed))
