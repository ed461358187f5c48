"""Where an Act's own text is published: only for Acts, and pieces of them, of which the address is sure.

Source: https://www.legislation.gov.uk/, where a public general Act stands under its year and chapter.
"""

import re

_SITE = "https://www.legislation.gov.uk/ukpga"
_CHAPTERS = {
    "anti-social-behaviour-crime-and-policing-act-2014": 12,
    "care-act-2014": 23,
    "children-act-1989": 41,
    "children-act-2004": 31,
    "children-and-families-act-2014": 6,
    "chronically-sick-and-disabled-persons-act-1970": 44,
    "data-protection-act-1998": 29,
    "data-protection-act-2018": 12,
    "education-act-1996": 56,
    "environmental-protection-act-1990": 43,
    "equality-act-2010": 15,
    "freedom-of-information-act-2000": 36,
    "health-and-social-care-act-2008": 14,
    "highways-act-1980": 66,
    "homelessness-reduction-act-2017": 13,
    "housing-act-1985": 68,
    "housing-act-1988": 50,
    "housing-act-1996": 52,
    "housing-act-2004": 34,
    "human-rights-act-1998": 42,
    "local-government-act-1972": 70,
    "local-government-act-1974": 7,
    "local-government-act-2000": 22,
    "local-government-finance-act-1992": 14,
    "localism-act-2011": 20,
    "mental-capacity-act-2005": 9,
    "mental-health-act-1983": 20,
    "road-traffic-regulation-act-1984": 27,
    "school-standards-and-framework-act-1998": 31,
    "town-and-country-planning-act-1990": 8,
    "traffic-management-act-2004": 18,
}
"""The chapter of each Act we are sure of, by its address here, which ends with its year."""
_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,2}")


def published_at(act: str, kind: str = "", section: str = "") -> str:
    """Where an Act, given by its address here, or a section or schedule of it is published; "" where that is not sure.

    A part of a section leads to the section.
    """
    chapter = _CHAPTERS.get(act)
    if chapter is None:
        return ""
    whole = f"{_SITE}/{act[-4:]}/{chapter}"
    if not section:
        return whole
    is_sure = kind in ("section", "schedule") and _NUMBER.fullmatch(section)
    return f"{whole}/{kind}/{section}" if is_sure else ""
