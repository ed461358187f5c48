"""The Atom feed of a list: the decisions that the archive took in or changed last come first."""

import re
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.defaultfilters import pluralize
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from decisions.data import facts
from decisions.data.shape import Shape
from decisions.filters import Rejected
from decisions.grounds import CATALOGUE
from decisions.listing.parameters import ListQuery

SIZE = 25
SINCE = 2026
"""The year in the `tag:` identifiers of feeds and entries. Never change it: readers would see every entry as new."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed:
    """A page of the feed that a query asks for: make it in the query's snapshot. `exists`: there is such a page."""

    def __init__(self, query: ListQuery) -> None:
        self._query, results = query, query.results
        self.total = results.total
        self.pages = max(1, -(-self.total // SIZE))
        self.page = self._page(query.params.get("page", "1"))
        self.exists = 1 <= self.page <= self.pages
        start = (self.page - 1) * SIZE
        latest = dict(results.latest(start, start + SIZE)) if self.exists and not query.rejected else {}
        self.entries = list(zip(facts(list(latest)), latest.values(), strict=True))

    def atom(self, site: str) -> Atom1Feed:
        """Return this page as Atom. `site`: the scheme and host that it is read under."""
        tag, path = _tag(site), reverse("feed")
        feed = _PagedAtom(
            title=_clean(self._query.title),
            link=f"{site}{reverse('decisions')}{self._address(1)}",
            description=None,
            subtitle=f"Reasons Given: {self.total} decision{pluralize(self.total)} of the Local Government and Social "
            "Care Ombudsman, the last added or changed first. Not the Ombudsman’s site.",
            language="en-GB",
            author_name="Local Government and Social Care Ombudsman",
            feed_copyright="The words of the decisions are the Ombudsman’s, re-used with acknowledgement under its "
            "terms.",
            feed_url=f"{site}{path}{self._address(self.page)}",
            feed_guid=f"{tag}{_local(path)}{self._address(1)}",
            pages={rel: f"{site}{path}{self._address(page)}" for rel, page in self._other_pages().items()},
        )
        for shape, changed in self.entries:
            address = shape["address"]
            entry = _entry(shape) | {"link": f"{site}{address}", "unique_id": f"{tag}{_local(address)}"}
            feed.add_item(updateddate=changed.replace(microsecond=0), **entry)
        return feed

    def _other_pages(self) -> dict[str, int]:
        """Return the number of each page that this one links to, by its relation (RFC 5005)."""
        pages = {"first": 1, "last": self.pages, "previous": self.page - 1, "next": self.page + 1}
        return {rel: page for rel, page in pages.items() if 1 <= page <= self.pages}

    def _address(self, page: int) -> str:
        return self._query.address(sort="", page=page).removesuffix("?")

    def _page(self, value: str) -> int:
        if value.isascii() and value.isdigit() and len(value) < 9:
            return int(value)
        self._query.rejected.append(Rejected("page", value))
        return 1


class _PagedAtom(Atom1Feed):
    """Atom with links to other pages; an entry has a summary in plain text, and content in HTML."""

    def latest_post_date(self) -> datetime:
        """Return when an entry was last changed; without entries, the beginning of the year `SINCE`."""
        return super().latest_post_date() if self.items else datetime(SINCE, 1, 1, tzinfo=UTC)

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel, address in self.feed["pages"].items():
            handler.addQuickElement("link", "", {"rel": rel, "href": address})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"])
        handler.addQuickElement("content", item["content"], {"type": "html"})


def _entry(shape: Shape) -> dict[str, Any]:
    """Return what an entry says: facts, the summary, and the title of each ground with the words that show it best."""
    stated = [each for each in shape["grounds"] if each["strength"] == shape["grounds"][0]["strength"]]
    reasons: dict[str, str] = {}
    for each in stated:
        known = CATALOGUE.get(each["ground"])
        reasons.setdefault(known.title if known else each["ground"], _clean(each["quote"]))
    stated_facts = (shape["council"] or "Council not stated", shape["outcome"], shape["decision_date"])
    title = f"{', '.join(filter(None, stated_facts))} ({shape['reference']})"
    summary = _clean(shape["summary"] or "")
    return {
        "title": _clean(title),
        "description": None,
        "summary": summary or "The decision has no summary.",
        "content": render_to_string("data/_entry.html", {"summary": summary, "reasons": reasons}),
        "categories": list(reasons),
    }


def _tag(site: str) -> str:
    """Return the beginning of all identifiers, made from the setting ARCHIVE_SITE_URL or else from the address read."""
    home = urlsplit(settings.ARCHIVE_SITE_URL or f"{site}{get_script_prefix()}")
    host = (home.hostname or "").rstrip(".")
    if ":" in host:  # RFC 4151 takes names and IPv4 addresses, so an IPv6 address is given as its name in the DNS
        host = ip_address(host).reverse_pointer
    return f"tag:{host},{SINCE}:{home.path.rstrip('/')}"


def _local(path: str) -> str:
    """Return a path without the prefix that the site is served under."""
    return path[len(get_script_prefix()) - 1 :]


def _clean(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return _NO_XML.sub("", text)
