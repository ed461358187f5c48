"""The register of principal councils: what `councils.toml` says, checked and with folded names."""

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "councils.toml"
COUNTY, BOROUGH, DISTRICT = "county", "borough", "district"
RANKS = ("london", "royal", "metropolitan", COUNTY, "city", BOROUGH, DISTRICT)
_FIELDS: dict[str, dict[str, type]] = {
    "councils": {"tier": str, "ranks": list, "names": list},
    "reorganised": {"year": int, "order": str, "successor": str, "former": list},
    "short_form": {"short": str, "name": str, "ranks": list},
}
_QUOTES = re.compile("['‘’ʼ`´\"“”]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(printed: str) -> str:
    """Return the words of a name as they are compared: `King’s Lynn & West Norfolk` → `kings lynn and west norfolk`.

    A name without letters and digits is returned as it is, so that two such names stay different.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", printed) if not unicodedata.combining(c)).casefold()
    words = _NOT_A_WORD.sub(" ", _QUOTES.sub("", plain.replace("&", " and "))).strip()
    return words or printed.strip()


@dataclass(frozen=True, slots=True)
class PrincipalCouncil:
    """A principal council: its folded name without its rank, and the words of rank that may be printed around it."""

    stem: str
    ranks: frozenset[str]

    @property
    def key(self) -> str:
        """A key that no other body has."""
        return f"council: {self.stem} {COUNTY}" if self.ranks == {COUNTY} else f"council: {self.stem}"


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """Councils that a single one replaced: the year, the order, the successor, and the former councils."""

    year: int
    order: str
    successor: str
    former: tuple[str, ...]


def read(text: str) -> dict[str, Any]:
    """Return the tables of a register, checked. Raises ValueError, which names the line and the mistake."""
    tables = parse(FILE, text)
    for table, fields in _FIELDS.items():
        for number, entry in enumerate(tables[table]):
            if {name: type(value) for name, value in entry.items()} != fields:
                wanted = ", ".join(f"{name} ({kind.__name__})" for name, kind in fields.items())
                raise mistake(FILE, text, f"[[{table}]]", number, f"this entry must have {wanted}, and nothing else")
            for rank in set(entry.get("ranks", [])).difference(RANKS):
                raise mistake(FILE, text, f'"{rank}"', 0, f"“{rank}” is not a rank: choose from {', '.join(RANKS)}")
    former = [*(name for each in tables["reorganised"] for name in each["former"]), *tables["split"]]
    for names in ([name for each in tables["councils"] for name in each["names"]], former):
        name, times = Counter(names).most_common(1)[0]
        if times > 1:
            raise mistake(FILE, text, f'"{name}"', -1, f"“{name}” is in the register twice: remove one")
    for name in former:
        if name.rpartition(" ")[2].lower() not in RANKS:
            raise mistake(FILE, text, f'"{name}"', 0, f"write “{name}” with its rank, such as “{name} District”")
    return tables


def parse(file: str, text: str) -> dict[str, Any]:
    """Return the tables of a data file in TOML. Raises ValueError, which names file and line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:  # it names the line
        raise ValueError(f"{file}: {error}") from None


def mistake(file: str, text: str, words: str, which: int, fault: str) -> ValueError:
    """Return the error for a fault in a data file, in one of the lines that have these words."""
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    return ValueError(f"{file}, line {lines[which]}: {fault}.")


_TABLES = read(Path(__file__).with_name(FILE).read_text(encoding="utf-8"))
TIERS: dict[str, list[PrincipalCouncil]] = {}
for _each in _TABLES["councils"]:
    TIERS.setdefault(_each["tier"], []).extend(
        PrincipalCouncil(fold(name), frozenset(_each["ranks"])) for name in _each["names"]
    )
LIVE = [council for tier in TIERS.values() for council in tier]
REORGANISED = [Reorganisation(**{**each, "former": tuple(each["former"])}) for each in _TABLES["reorganised"]]
SPLIT: list[str] = _TABLES["split"]
SHORT_FORMS = {fold(each["short"]): (fold(each["name"]), frozenset(each["ranks"])) for each in _TABLES["short_form"]}
"""Full names by short form, and the ranks one of which has to be printed with it (none: it is certain alone)."""
NEEDS_A_RANK = {fold(name) for name in _TABLES["needs_a_rank"]}
"""Names that a parish council or another body has too."""
