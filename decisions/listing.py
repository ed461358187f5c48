"""Query string → the list of decisions: what was asked, what matches, how it counts. Every list starts here."""

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import EmptyPage
from django.db import InternalError, OperationalError
from django.http import QueryDict

from decisions import facets, ingest, search
from decisions.filters import DecisionFilter, Rejected, words_of
from decisions.hits import Hit, marks
from decisions.marking import Segment
from decisions.models import Decision, Finding, snapshot
from decisions.nothing import Nothing
from decisions.parsing import reference

PAGE_SIZE = 25
MOST_PARAMETERS = 1000  # in an address; the form has a tenth of them
SORTS = {"relevance": "Most relevant", "newest": "Newest first", "oldest": "Oldest first"}
_MOST_ENTERED = 50  # decisions changed past `ingest` that one search enters in the index; the next takes more


class NoSuchPage(EmptyPage):
    """A page number past the last page, or below the first."""


class Moved(Exception):  # noqa: N818 - as NoSuchPage
    """The list of a council that was merged into another. Its text is the query string to ask instead, with its "?"."""


@dataclass(slots=True)
class Row:
    """A decision of the list."""

    decision: Decision
    grounds: list[str] = field(default_factory=list)
    summary: list[Segment] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chip:
    """An applied filter, and the query string without it."""

    label: str
    without: str


def reference_in(asked: QueryDict) -> str | None:
    """The reference that a query string has in the search box, in printed form, if it is one."""
    return reference.normalise(words_of(asked))


class Listing:
    """The list that a query string asks for.

    Raises NoSuchPage for a page that it does not have, and Moved where it names a council by a former address.

    `too_many` says that the query string had more parameters than anyone asks for, and was not read.
    """

    most_ranked = facets.MOST_RANKED

    def __init__(self, asked: QueryDict, *, too_many: bool = False) -> None:
        self.too_many = too_many
        if search.parse(words_of(asked)):
            with suppress(OperationalError, InternalError):  # it may be read only, or a long import under way
                ingest.refresh_search(_MOST_ENTERED)
        with snapshot():
            self._read(asked)

    def _read(self, asked: QueryDict) -> None:
        archive = facets.columns()
        labels = None if archive is None else archive.labels
        self.filters = DecisionFilter(asked, Decision.objects.published(), labels)
        if self.filters.moved:
            raise Moved(_with(asked, council=self.filters.moved))
        self.words = self.filters.words
        self._query = search.parse(self.words)
        self.rejected = list(self.filters.rejected)
        self.sort_asked = self._choose("sort", asked, SORTS)
        self.sort = self.sort_asked or ("relevance" if self._query.groups else "newest")
        self._counted = facets.count(self.filters, archive)
        self.total, self.facets = self._counted.total, self._counted.facets
        self.page = self._page(asked.get("page", ""))
        self.rows = self._rows()

    @property
    def reference(self) -> str | None:
        """The reference that was typed into the search box, in printed form, if it was one."""
        return reference.normalise(self.words)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was typed into the search box and had no meaning, or an unexpected one, in sentences."""
        return self._query.notes

    @property
    def meaning(self) -> list[Segment]:
        """What was typed, said in words, where it is more than words."""
        return [] if self._query.is_plain else search.meaning(self._query)

    @cached_property
    def nothing(self) -> Nothing:
        """What to say where nothing is found. At most four queries."""
        return Nothing(self.filters, self.address)

    @property
    def carried(self) -> str:
        """What a link to a decision carries along, so that its page marks the words too."""
        query = QueryDict(mutable=True)
        query["q"] = self.words
        return f"?{query.urlencode()}" if self._query.atoms else ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.words or any(self.filters.asked.values()))

    @property
    def applied(self) -> int:
        """How many facet values are on."""
        return sum(map(len, self.filters.asked.values()))

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def first(self) -> int:
        """The place of this page's first decision, from 1."""
        return (self.page - 1) * PAGE_SIZE + 1

    @cached_property
    def chips(self) -> list[Chip]:
        """The applied filters, the search first."""
        chips = [Chip(f"“{self.words}”", self.address(q=""))] if self.words else []
        for name, values in self.filters.asked.items():
            for value, text in values.items():
                rest = [other for other in values if other != value]
                chips.append(Chip(text, self.address(**{name: rest})))
        return chips

    @property
    def is_unranked(self) -> bool:
        """Whether so many decisions have the words that the newest come first, not the most relevant."""
        return bool(self._query.groups and self.sort == "relevance" and self.total and not self._counted.can_rank)

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Each order: its label, the query string that asks for it, whether it is the one."""
        offered = SORTS if self._query.groups else {name: label for name, label in SORTS.items() if name != "relevance"}
        return [(label, self.address(sort=name), name == self.sort) for name, label in offered.items()]

    @property
    def previous(self) -> str | None:
        """The query string of the page before, if there is one."""
        return self.address(page=self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        """The query string of the page after, if there is one."""
        return self.address(page=self.page + 1) if self.page < self.pages else None

    def address(self, **changes: str | int | list[str]) -> str:
        """The query string of this list with some parameters changed, beginning with "?"; back to page 1."""
        values = {"q": self.words} | {name: list(found) for name, found in self.filters.asked.items()}
        values |= {"sort": self.sort_asked} | changes
        if values.get("page") == 1:
            del values["page"]
        query = QueryDict(mutable=True)
        for name, value in values.items():
            if value:
                query.setlist(name, value if isinstance(value, list) else [value])
        return f"?{query.urlencode(safe='/')}"

    def _choose(self, name: str, asked: QueryDict, choices: dict[str, str]) -> str:
        value = asked.get(name, "")
        if value and value not in choices:
            self.rejected.append(Rejected(name, value))
        return value if value in choices else ""

    def _page(self, value: str) -> int:
        if value and not (value.isascii() and value.isdigit()):
            self.rejected.append(Rejected("page", value))
            return 1
        if len(value) > 9:
            raise NoSuchPage(value)
        page = int(value or 1)
        if not 1 <= page <= self.pages:
            raise NoSuchPage(value)
        return page

    def _rows(self) -> list[Row]:
        decisions = {decision.pk: decision for decision in self._decisions()}
        rows = {pk: Row(decision, summary=[Segment(decision.summary, False)]) for pk, decision in decisions.items()}
        findings = Finding.objects.counting().filter(decision__in=rows).order_by("decision", "position")
        for pk, title in findings.values_list("decision", "ground__title"):
            if title not in rows[pk].grounds:
                rows[pk].grounds.append(title)
        if self._query.atoms:
            found = marks(self._query, {pk: row.decision.summary for pk, row in rows.items()})
            for pk, (summary, best) in found.items():
                rows[pk].summary, rows[pk].hits = summary, best
        return list(rows.values())

    def _decisions(self) -> list[Decision]:
        if not self.total:
            return []
        start = self.first - 1
        ids = self._counted.page(self.sort, start, start + PAGE_SIZE)
        found = Decision.objects.published().without_source().select_related("council").in_bulk(ids)
        return [found[pk] for pk in ids]


def _with(asked: QueryDict, **changes: list[str]) -> str:
    """The query string with some parameters changed, and all else as it was."""
    query = asked.copy()
    for name, values in changes.items():
        query.setlist(name, values)
    return f"?{query.urlencode(safe='/')}"
