"""Addresses of provisions on legislation.gov.uk, for the Acts of `acts.toml`. No link is better than a wrong one."""

import re
from dataclasses import dataclass

from decisions.mentions.acts import slug_of
from decisions.mentions.data_file import DataFile

_NAME = re.compile(r".+ Act (?P<year>19(?:6[3-9]|[7-9]\d)|20\d\d)")
_WITHOUT_YEAR = "certain_without_year"
_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,2}")


@dataclass(frozen=True, slots=True)
class Act:
    """A public general Act: its short title, its year, and its chapter in that year."""

    name: str
    year: int
    chapter: int

    @property
    def address(self) -> str:
        """The address of the Act."""
        return f"https://www.legislation.gov.uk/ukpga/{self.year}/{self.chapter}"


def read(file: DataFile) -> tuple[dict[str, Act], dict[str, str]]:
    """Return the Acts of a file by slug, `local-government-act-1974`, and the slugs of those certain without a year.

    The latter by the slug without it: `care-act`.
    """
    acts = {}
    chapters = dict(file.tables)
    without_year = chapters.pop(_WITHOUT_YEAR, [])
    for name, chapter in chapters.items():
        match = _NAME.fullmatch(name)
        if match is None or not isinstance(chapter, int) or chapter < 1:
            raise file.fault(name, 'write an Act of 1963 or later and its chapter, as "Housing Act 1996" = 52')
        acts[slug_of(name)] = Act(name, int(match["year"]), chapter)
    for name in without_year:
        if slug_of(name) not in acts:
            raise file.fault(name, f"{_WITHOUT_YEAR} may list only Acts of this file")
    return acts, {slug.rpartition("-")[0]: slug for slug in map(slug_of, without_year)}


ACTS, ACTS_WITHOUT_YEAR = read(DataFile("acts.toml"))
"""What `acts.toml` says: see `read`."""


def official_address(act_slug: str, kind: str, section: str) -> str:
    """Return the address of a section, a schedule, or an Act cited as a whole; "" where it is not certain."""
    act = ACTS.get(act_slug)
    if act is None:
        return ""
    if kind in ("section", "schedule") and _NUMBER.fullmatch(section):
        return f"{act.address}/{kind}/{section}"
    return act.address if kind == "act" else ""
