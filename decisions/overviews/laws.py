"""Law that decisions cite: the list of Acts, the page of one Act, and the page of one provision."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from django.db.models import Max, Min, Q
from django.http import Http404
from django.utils.text import slugify

from decisions import facets, search
from decisions.facets import Archive
from decisions.listing.pages import Pages
from decisions.listing.results import PAGE_SIZE, rows_of
from decisions.mentions import ACTS, official_address
from decisions.models import Provision, snapshot
from decisions.overviews.counts import number_in, places_by, places_of
from decisions.percentages import Share
from decisions.web.paths import (
    SECTION,
    has_page,
    law_page,
    law_page_trail,
    list_page,
    nearest_law_page,
    parents_of,
    parts_of,
)

_MOST_ACTS, _MOST_PROVISIONS, _SHOWN_BELOW = 150, 200, 8
_SMALL = frozenset(["and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


@dataclass(frozen=True, slots=True)
class Cited:
    """A law or a provision: its name, the path of its page, and the share of decisions that cite it."""

    name: str
    page: str
    share: Share
    below: tuple["Cited", ...] = ()


class Laws:
    """The Acts and other laws that decisions cite, the most cited first. Three queries at most."""

    def __init__(self) -> None:
        with snapshot():
            archive = facets.columns()
            cited = places_by(archive, Provision.objects.exclude(act_slug=""), "act_slug")
            counts = _most_first((act, len(places)) for (act,), places in cited.items())
            names = _names([act for act, _ in counts[:_MOST_ACTS]])
        self.total, self.number = len(archive), len(counts)
        self.cited = [Cited(names[act], law_page(act), Share(n, self.total)) for act, n in counts[:_MOST_ACTS]]


class ActPage:
    """The page of one Act or other law. Raises Http404 where no decision cites it. Three queries at most.

    `published_at`: where the law itself is published, if that is sure.
    """

    def __init__(self, act: str) -> None:
        self.act = act
        with snapshot():
            archive = facets.columns()
            cited = places_by(archive, Provision.objects.of_act(act), "kind", "section", "rest")
            if not cited:
                raise Http404("No decision in this archive cites a law of this name.")
            self.title = _names([act])[act]
        self.published_at = official_address(act, "act", "")
        self.share = Share(number_in(archive, cited.values()), len(archive))
        self._parts = _most_first((key, len(places)) for key, places in cited.items() if key[1] and key[2])
        sections: dict[tuple[str, str], list[np.ndarray]] = {}
        for (kind, section, _), places in cited.items():
            if section:
                sections.setdefault((kind, section), []).append(places)
        ranked = _most_first((key, number_in(archive, places)) for key, places in sections.items())
        self.number = len(ranked)
        self.cited = [self._cited(kind, section, n) for (kind, section), n in ranked[:_MOST_PROVISIONS]]

    def _cited(self, kind: str, section: str, number: int) -> Cited:
        of = self.share.number
        below = tuple(
            Cited(in_words(kind, section, rest), law_page(self.act, section, rest, kind), Share(n, of))
            for (of_kind, of_section, rest), n in self._parts
            if (of_kind, of_section) == (kind, section) and has_page(section, rest, kind)
        )
        return Cited(
            in_words(kind, section),
            nearest_law_page(self.act, section, "", kind),
            Share(number, of),
            below[:_SHOWN_BELOW],
        )


class ProvisionPage:
    """The page of a provision, with the decisions that cite it or a part of it, the newest first.

    Make it with `read`. Seven queries at most. `parents`: name and path of the provisions that it is a part of, the
    outermost first. `published_at`: where the law itself is published, if that is sure. `list_address`: a search that
    finds the same decisions, or "".
    """

    @classmethod
    def read(cls, act: str, number: str, page: str) -> Self | str:
        """Return the page of a provision, or its canonical address (24A for 24a, no `section-`).

        `page` is the value of the parameter `page`. Raises Http404 where no decision cites the provision, and
        NoSuchPage.
        """
        kind, section, rest = parts_of(number)
        if not has_page(section, rest, kind):
            raise Http404("This is not the number of a section or other provision.")
        if number.startswith(f"{SECTION}-"):
            return law_page(act, section, rest)
        with snapshot():
            archive = facets.columns()
            places = _citing(archive, act, kind, section, rest)
            if len(places):
                return cls(act, (kind, section, rest), page, archive, places)
            capitals = section.upper()
            if capitals != section and len(_citing(archive, act, kind, capitals, rest)):
                return law_page(act, capitals, rest, kind)
        raise Http404("No decision in this archive cites this provision.")

    def __init__(
        self, act: str, provision: tuple[str, str, str], page: str, archive: Archive, places: np.ndarray
    ) -> None:
        self.kind, self.section, self.rest = provision
        self.title, self.act_page = in_words(*provision), law_page(act)
        self.published_at = official_address(act, self.kind, self.section)
        self.parents = [
            (in_words(self.kind, self.section, each), law_page(act, self.section, each, self.kind))
            for each in parents_of(self.rest)
        ]
        self.total, self.share = len(places), Share(len(places), len(archive))
        self.pages = Pages(places, PAGE_SIZE, page, lambda number: f"?page={number}")
        ids = archive.ids[self.pages.rows].tolist()
        self.rows = rows_of(ids, archive.printed("ground", ids))
        self.act_title = _names([act])[act]
        self.list_address = self._list_of_the_same(archive, places)

    def _list_of_the_same(self, archive: Archive, places: np.ndarray) -> str:
        """Return the address of the list of the same decisions; "" where a search for the provision finds others too.

        A search has no Act: it also finds decisions that cite section 24A of another Act, or without naming an Act.
        """
        typed = f"law:{_bracketed(self.section, self.rest)}"
        query = search.parse(typed)
        if self.kind != SECTION or query.notes or not query.groups:
            return ""
        found = archive.places(search.ids(query))
        return list_page(q=typed) if np.array_equal(found, places) else ""


def law_pages() -> list[str]:
    """Return the paths of the pages of all law that decisions cite: Acts, provisions and their parents, sorted.

    One query.
    """
    with snapshot():
        named = Provision.objects.exclude(act_slug="")
        cited = places_by(facets.columns(), named, "act_slug", "kind", "section", "rest")
    return sorted({page for act, kind, section, rest in cited for page in law_page_trail(act, section, rest, kind)})


def _citing(archive: Archive, act: str, kind: str, section: str, rest: str) -> np.ndarray:
    """Return the places of the decisions that cite a provision or a part of it, newest first. One query."""
    cited = Provision.objects.of_act(act).at(section, kind=kind).order_by()
    if rest:
        cited = cited.filter(Q(rest=rest) | Q(rest__range=(f"{rest}/", f"{rest}/\U0010ffff")))
    return places_of(archive, cited)


def in_words(kind: str, section: str, rest: str = "") -> str:
    """Return the name of a provision: `section 24A(6)`, `schedule 5, paragraph 4`."""
    if not rest:
        return f"{kind} {section}"
    return f"schedule {section}, paragraph {rest}" if kind == "schedule" else f"{kind} {_bracketed(section, rest)}"


def _bracketed(section: str, rest: str) -> str:
    return section + "".join(f"({part})" for part in rest.split("/") if part)


def _most_first(counts: Iterable[tuple[Any, int]]) -> list[tuple[Any, int]]:
    """Return keys and counts, the highest count first."""
    return sorted(counts, key=lambda row: (-row[1], row[0]))


def _names(acts: list[str]) -> dict[str, str]:
    """Return the name of each Act: its short title where known, else as decisions print it, else made from its slug.

    No query where all are known, else two. Only the first and the last mention of each other Act are looked at.
    """
    names = {act: ACTS[act].name for act in acts if act in ACTS}
    if unknown := [act for act in acts if act not in ACTS]:
        ends = Provision.objects.filter(act_slug__in=unknown).order_by().values_list("act_slug")
        keys = {key for _, *both in ends.annotate(first=Min("pk"), last=Max("pk")) for key in both}
        printed = Provision.objects.published().filter(pk__in=keys).order_by("pk").values_list("act_slug", "act")
        for act, name in printed:
            if slugify(name.replace("’", "")) == act:
                names.setdefault(act, name)
    return {act: names.get(act) or _by_its_address(act) for act in acts}


def _by_its_address(act: str) -> str:
    """Return a name from a slug: `care-and-support-regulations-2014` → Care and Support Regulations 2014."""
    return " ".join(word if word in _SMALL else word.capitalize() for word in act.split("-"))
