"""Overviews by ground, by council, by law and over the years, counted in the worker's columns.

Every number is of published decisions, and is shown with the total it is a part of.
"""

from decisions.overviews.comparison import Comparison
from decisions.overviews.councils import CouncilPage, Councils, council_pages
from decisions.overviews.grounds import GroundPage, Grounds
from decisions.overviews.laws import ActPage, Laws, ProvisionPage, law_pages
from decisions.overviews.trends import Trends

__all__ = [
    "ActPage",
    "Comparison",
    "CouncilPage",
    "Councils",
    "GroundPage",
    "Grounds",
    "Laws",
    "ProvisionPage",
    "Trends",
    "council_pages",
    "law_pages",
]
