"""Grounds: the list of all with their frequency, and the page of one with meaning, sentences, counts and accuracy."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from django.http import Http404

from decisions import facets
from decisions.facets import NEWEST, Archive
from decisions.filters import NO_GROUND
from decisions.grounds import CATALOGUE, FAMILIES, STATED
from decisions.grounds.published_scores import DECISIONS, measure_of
from decisions.mentions import PLACES
from decisions.models import Provision, Signpost, snapshot
from decisions.overviews.counts import Tally, counted, places_by, tallies
from decisions.overviews.sentences import LOOKED_AT, sentences
from decisions.overviews.years import outcomes_by_year
from decisions.percentages import Share
from decisions.web.paths import law_page, list_page

_SHOWN = 10  # councils, categories and signposts on a ground's page
_ACT = "local-government-act-1974"
"""The Act that the sections in the catalogue are of."""
_SECTION = re.compile(r"s(?P<section>\d+[A-Z]*)(?P<rest>(?:\(\w+\))*)")


class Grounds:
    """Every ground of the catalogue, with its share of decisions. One query at most.

    `families`: the title of each family, and its grounds with their explanations, the most frequent first.
    """

    def __init__(self) -> None:
        with snapshot():
            archive = facets.columns()
            selection = counted(archive)
        self.total = selection.total
        numbers = Counter({each.value: each.count for each in selection.facets["ground"].values})
        self.without = Share(numbers[NO_GROUND], self.total)
        self.address_without = list_page(ground=NO_GROUND)
        highest = max(numbers[slug] for slug in CATALOGUE) or 1
        tallied = [
            Tally(slug, known.title, Share(numbers[slug], self.total), "", round(100 * numbers[slug] / highest, 1))
            for slug, known in sorted(CATALOGUE.items(), key=lambda row: -numbers[row[0]])
        ]
        rows = [(CATALOGUE[tally.value], tally) for tally in tallied]
        self.families = [
            (title, [(tally, known.explanation) for known, tally in rows if known.family == family])
            for family, title in FAMILIES.items()
        ]


class GroundPage:
    """The page of one ground. Raises Http404 for an unknown slug. Nine queries at most.

    `known`: the ground in the catalogue. `measure`: the published score of its rules, on the number of texts in
    `labelled`; None where they have not been measured yet.
    """

    labelled = DECISIONS

    def __init__(self, slug: str) -> None:
        if slug not in CATALOGUE:
            raise Http404(f"This archive has no reason “{slug[:80]}”.")
        self.slug, self.known = slug, CATALOGUE[slug]
        self.family = FAMILIES[self.known.family]
        self.address = list_page(ground=slug)
        self.measure = measure_of(slug)
        with snapshot():
            self._read(facets.columns())

    def _read(self, archive: Archive) -> None:
        selection, everything = counted(archive, ground=[self.slug]), counted(archive)
        found = selection.facets
        self.share = Share(selection.total, everything.total)
        self.stated = selection.total and counted(archive, ground=[f"{self.slug}/{STATED}"]).total
        self.span = selection.span
        wholes = {each.value: each.count for each in everything.facets["year"].values}
        cells = selection.cross_tabulate("year", "outcome")
        self.years = outcomes_by_year("Decisions by year and outcome", cells, wholes=wholes, ground=self.slug)
        self.categories, self.councils = (
            tallies(found[name], everything.facets[name], _SHOWN, ground=self.slug) for name in ("category", "council")
        )
        self.number_of_councils = found["council"].number
        newest = counted(archive, ground=[f"{self.slug}/{STATED}"] if self.stated else [self.slug])
        self.sentences = sentences(self.slug, newest.page(NEWEST, 0, LOOKED_AT))
        self.signposts = _signposts(archive, selection.page(NEWEST, 0, selection.total))
        self.law = _law(self.known.law)


def _signposts(archive: Archive, shown: Sequence[int]) -> list[tuple[str, Share]]:
    """Return where these decisions send people most often: the title of the place, and the share. One query."""
    is_shown = np.zeros(len(archive), bool)
    is_shown[archive.places(np.array(shown, np.int64))] = True
    sent = {
        place: np.count_nonzero(is_shown[places])
        for (place,), places in places_by(archive, Signpost.objects, "place").items()
        if place in PLACES
    }
    ranked = sorted(((place, number) for place, number in sent.items() if number), key=lambda row: (-row[1], row[0]))
    return [(PLACES[place].title, Share(number, len(shown))) for place, number in ranked[:_SHOWN]]


def _law(printed: str) -> list[tuple[str, str]]:
    """Return the catalogue's law in pieces, each with the path of its page or "". One query for each section."""
    return [(piece, _page(piece)) for piece in re.split(r"([,;] )", printed)]


def _page(piece: str) -> str:
    """Return the path of the page of a section; "" for other words, and where no decision cites it."""
    match = _SECTION.fullmatch(piece)
    if not match:
        return ""
    section, rest = match["section"], match["rest"].replace(")(", "/").strip("()")
    is_cited = Provision.objects.published().of_act(_ACT).at(section, rest).exists()
    return law_page(_ACT, section, rest) if is_cited else ""
