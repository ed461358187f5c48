"""The places that a decision can send people to, and the phrases that do so, from `signposts.toml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from decisions.mentions.data_file import DataFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that people can be sent to. `signposts.toml` explains its fields."""

    slug: str
    title: str
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    chambers: tuple[str, ...] = ()
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


_REQUIRED = {"title", "examples", "near_misses"}
_FIELDS = _REQUIRED | {"names", "phrases", "chambers"}


def _place(file: DataFile, slug: str, fields: dict[str, Any]) -> Place:
    wrong = sorted(fields.keys() - _FIELDS) + sorted(_REQUIRED - fields.keys())
    wrong += [key for key, value in fields.items() if not isinstance(value, str if key == "title" else list)]
    if wrong:
        remedy = "a place has a title, lists of examples and near_misses, and perhaps of names, phrases and chambers"
        raise file.fault(f"[places.{slug}]", f"mend {', '.join(wrong)}: {remedy}")
    lists = {key: tuple(value) for key, value in fields.items() if key != "title"}
    lists["phrases"] = tuple(_filled(file, f"[places.{slug}]", fields.get("phrases", ())))
    return Place(slug=slug, title=fields["title"], **lists)


def _filled(file: DataFile, key: str, phrases: Iterable[str]) -> Iterator[str]:
    """Yield the phrases under this key with their words filled in, and `{}` where the name of a place goes."""
    words = file.tables["words"]
    for phrase in phrases:
        try:
            yield phrase.format(place="{}", **words)
        except (LookupError, ValueError) as error:
            remedy = f"only {{place}} and {{{'}, {'.join(words)}}} are filled in"
            raise file.fault(key, f"mend {error} in “{phrase}”: {remedy}") from None


def read(file: DataFile) -> tuple[dict[str, Place], tuple[str, ...], tuple[str, ...]]:
    """Return the places by slug, the phrases that end with the name of one, and those that begin with it.

    Raises ValueError for what cannot be right, with its line.
    """
    places = {slug: _place(file, slug, fields) for slug, fields in file.tables["places"].items()}
    before, after = (tuple(_filled(file, key, file.tables[key])) for key in ("before_a_place", "after_a_place"))
    return places, before, after


PLACES, TO_A_PLACE, FROM_A_PLACE = read(DataFile("signposts.toml"))
"""What `signposts.toml` says: see `read`."""
