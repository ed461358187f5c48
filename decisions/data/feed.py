"""The Atom feed of a list, newest decisions first."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.http import QueryDict

from decisions import facets
from decisions.data import facts
from decisions.data.shape import Shape
from decisions.facets import Archive
from decisions.filters import DecisionFilter, Rejected
from decisions.grounds import CATALOGUE
from decisions.listing.parameters import ListQuery, query_pairs

SIZE = 25
SINCE = 2026
"""The year in the `tag:` identifiers of feeds and entries. Never change it: readers would see every entry as new."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A decision in a feed. `reasons`: the title of each ground it counts by, with the words that show it best."""

    path: str
    title: str
    updated: str
    summary: str
    reasons: list[tuple[str, str]]


class Feed(ListQuery):
    """A page of the feed that a query string asks for: make it with `read`. `exists`: the feed has such a page."""

    def __init__(self, params: QueryDict, filters: DecisionFilter, archive: Archive | None) -> None:
        super().__init__(params, filters)
        self._counted = facets.count(filters, archive)
        self.total = self._counted.total
        self.pages = max(1, -(-self.total // SIZE))
        self.page = self._page(params.get("page", "1"))
        self.exists = 1 <= self.page <= self.pages
        self.entries = self._entries() if self.exists and not self.rejected else []

    @property
    def heading(self) -> str:
        """The title of the list, without characters that XML forbids."""
        return _clean(self.title)

    @property
    def updated(self) -> str:
        """The time of the latest change to an entry; without entries the beginning of the year `SINCE`."""
        return max((each.updated for each in self.entries), default=f"{SINCE}-01-01T00:00:00Z")

    @property
    def this(self) -> str:
        """The query string of this page."""
        return self._address(self.page)

    @property
    def first(self) -> str:
        """The query string of the first page, which is also that of the list."""
        return self._address(1)

    @property
    def last(self) -> str:
        """The query string of the last page."""
        return self._address(self.pages)

    @property
    def previous(self) -> str | None:
        """The query string of the page with newer decisions; None on the first page."""
        return self._address(self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        """The query string of the page with older decisions; None on the last page."""
        return self._address(self.page + 1) if self.page < self.pages else None

    def _address(self, page: int) -> str:
        filters = {name: list(values) for name, values in self.filters.selected.items()}
        pairs = query_pairs({"q": self.words} | filters | {"page": page if page > 1 else ""})
        return f"?{urlencode(pairs, safe='/', quote_via=quote)}" if pairs else ""

    def _page(self, value: str) -> int:
        if value.isascii() and value.isdigit() and len(value) < 9:
            return int(value)
        self.rejected.append(Rejected("page", value))
        return 1

    def _entries(self) -> list[FeedEntry]:
        start = (self.page - 1) * SIZE
        return [_entry(shape) for shape in facts(self._counted.page(facets.NEWEST, start, start + SIZE))]


def _entry(shape: Shape) -> FeedEntry:
    stated = [each for each in shape["grounds"] if each["strength"] == shape["grounds"][0]["strength"]]
    reasons: dict[str, str] = {}
    for each in stated:
        known = CATALOGUE.get(each["ground"])
        reasons.setdefault(known.title if known else each["ground"], _clean(each["quote"]))
    stated_facts = (shape["council"] or "Council not stated", shape["outcome"], shape["decision_date"])
    title = f"{', '.join(filter(None, stated_facts))} ({shape['reference']})"
    updated = max(filter(None, (shape["imported_at"], shape["corrected_at"])))
    return FeedEntry(shape["address"], _clean(title), updated, _clean(shape["summary"] or ""), list(reasons.items()))


def _clean(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return _NO_XML.sub("", text)
