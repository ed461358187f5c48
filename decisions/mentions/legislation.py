"""Addresses of provisions on legislation.gov.uk, for the Acts whose year and chapter are certain.

No link is better than a wrong one. The site files an Act by the year and the chapter printed at its head (“1974
CHAPTER 7”), and a section of it under its number. Left out are Acts before 1963, which are filed by the reign, and the
GDPR, which is two laws.
"""

import re
from dataclasses import dataclass

from decisions.mentions.law_slugs import slug_of

_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,2}")
SOURCE = "https://www.legislation.gov.uk/ukpga"
"""The address of the public general Acts of the United Kingdom."""


@dataclass(frozen=True, slots=True)
class Act:
    """A public general Act: its short title without the year, its year, and its chapter in that year."""

    title: str
    year: int
    chapter: int

    @property
    def name(self) -> str:
        """The short title: Local Government Act 1974."""
        return f"{self.title} {self.year}"

    @property
    def address(self) -> str:
        """The address of the Act."""
        return f"{SOURCE}/{self.year}/{self.chapter}"


_ACTS = (
    Act("Chronically Sick and Disabled Persons Act", 1970, 44),
    Act("Local Government Act", 1972, 70),
    Act("Control of Pollution Act", 1974, 40),
    Act("Local Government Act", 1974, 7),
    Act("Local Government (Miscellaneous Provisions) Act", 1976, 57),
    Act("Protection from Eviction Act", 1977, 43),
    Act("Highways Act", 1980, 66),
    Act("Limitation Act", 1980, 58),
    Act("Wildlife and Countryside Act", 1981, 69),
    Act("Local Government (Miscellaneous Provisions) Act", 1982, 30),
    Act("Mental Health Act", 1983, 20),
    Act("Building Act", 1984, 55),
    Act("Road Traffic Regulation Act", 1984, 27),
    Act("Housing Act", 1985, 68),
    Act("Landlord and Tenant Act", 1985, 70),
    Act("Housing Act", 1988, 50),
    Act("Local Government Finance Act", 1988, 41),
    Act("Road Traffic Act", 1988, 52),
    Act("Children Act", 1989, 41),
    Act("Local Government and Housing Act", 1989, 42),
    Act("Environmental Protection Act", 1990, 43),
    Act("National Health Service and Community Care Act", 1990, 19),
    Act("Planning (Listed Buildings and Conservation Areas) Act", 1990, 9),
    Act("Town and Country Planning Act", 1990, 8),
    Act("Land Drainage Act", 1991, 59),
    Act("New Roads and Street Works Act", 1991, 22),
    Act("Road Traffic Act", 1991, 40),
    Act("Local Government Finance Act", 1992, 14),
    Act("Health Service Commissioners Act", 1993, 46),
    Act("Environment Act", 1995, 25),
    Act("Education Act", 1996, 56),
    Act("Housing Act", 1996, 52),
    Act("Noise Act", 1996, 37),
    Act("Protection from Harassment Act", 1997, 40),
    Act("Data Protection Act", 1998, 29),
    Act("Human Rights Act", 1998, 42),
    Act("School Standards and Framework Act", 1998, 31),
    Act("Care Standards Act", 2000, 14),
    Act("Countryside and Rights of Way Act", 2000, 37),
    Act("Freedom of Information Act", 2000, 36),
    Act("Local Government Act", 2000, 22),
    Act("Adoption and Children Act", 2002, 38),
    Act("Education Act", 2002, 32),
    Act("Homelessness Act", 2002, 7),
    Act("Anti-social Behaviour Act", 2003, 38),
    Act("Licensing Act", 2003, 17),
    Act("Local Government Act", 2003, 26),
    Act("Children Act", 2004, 31),
    Act("Housing Act", 2004, 34),
    Act("Planning and Compulsory Purchase Act", 2004, 5),
    Act("Traffic Management Act", 2004, 18),
    Act("Clean Neighbourhoods and Environment Act", 2005, 16),
    Act("Mental Capacity Act", 2005, 9),
    Act("Commons Act", 2006, 26),
    Act("Education and Inspections Act", 2006, 40),
    Act("National Health Service Act", 2006, 41),
    Act("Local Government and Public Involvement in Health Act", 2007, 28),
    Act("Tribunals, Courts and Enforcement Act", 2007, 15),
    Act("Health and Social Care Act", 2008, 14),
    Act("Academies Act", 2010, 32),
    Act("Equality Act", 2010, 15),
    Act("Flood and Water Management Act", 2010, 29),
    Act("Localism Act", 2011, 20),
    Act("Health and Social Care Act", 2012, 7),
    Act("Welfare Reform Act", 2012, 5),
    Act("Anti-social Behaviour, Crime and Policing Act", 2014, 12),
    Act("Care Act", 2014, 23),
    Act("Children and Families Act", 2014, 6),
    Act("Homelessness Reduction Act", 2017, 13),
    Act("Data Protection Act", 2018, 12),
    Act("Domestic Abuse Act", 2021, 17),
    Act("Environment Act", 2021, 30),
)


ACTS: dict[str, Act] = {slug_of(act.name): act for act in _ACTS}
"""The Acts by slug: `local-government-act-1974`."""


def official_address(act_slug: str, kind: str, section: str) -> str:
    """Return the address of a section, a schedule, or an Act cited as a whole; "" where it is not certain."""
    act = ACTS.get(act_slug)
    if act is None:
        return ""
    if kind in ("section", "schedule") and _NUMBER.fullmatch(section):
        return f"{act.address}/{kind}/{section}"
    return act.address if kind == "act" else ""
