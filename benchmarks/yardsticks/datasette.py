"""Datasette over the flat copy, in this process: its table page with full-text search and six facets.

It is set up as well as its manual allows: indexes on the facets' columns, 25 rows a page, no suggested facets, facets
never cut short, no column of full text on the page, deep pages by its own key. Its facets count under all filters,
their own included, and on deep pages the rest of the list only; those counts are not compared.
"""

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette as Application

from benchmarks.queries import FACETS, PAGE_SIZE, Query
from benchmarks.yardsticks.answer import Answer
from benchmarks.yardsticks.floor import Floor

TITLE = "Datasette"
_SECONDS = 20
_SETTINGS = {
    "default_page_size": PAGE_SIZE,
    "facet_time_limit_ms": _SECONDS * 1000,
    "sql_time_limit_ms": _SECONDS * 1000,
    "suggest_facets": False,
    "default_facet_size": 30,
    "max_returned_rows": 1000,
}
_COUNTED = (("_facet", "council"), ("_facet", "year"), ("_facet", "category"), ("_facet", "subcategory"),
            ("_facet", "outcome"), ("_facet_array", "grounds"))  # fmt: skip


class Datasette:
    """Datasette's application, asked through ASGI as a server would."""

    def __init__(self, file: Path, floor: Floor) -> None:
        self._floor = floor
        self._loop = asyncio.new_event_loop()
        datasette = Application([str(file)], settings=_SETTINGS)
        self._loop.run_until_complete(datasette.invoke_startup())
        self._application = datasette.app()
        self._table = f"/{file.stem}/decisions"

    def answer(self, query: Query, total: int = 0) -> Answer:
        """Return the answer of the table page."""
        found = json.loads(self._get(f"{self._table}.json", self._query_string(query, total)))
        counts = {}
        for name, facet in found["facet_results"].items():
            ours = "ground" if name == "grounds" else name
            if ours in FACETS and ours not in query.selected and not facet["truncated"]:
                counts[ours] = {str(each["value"]): each["count"] for each in facet["results"]}
        if query.page(total) > 1:
            counts = {}  # behind its key, it counts the rest of the list only
        return Answer(found["filtered_table_rows_count"], counts)

    def page(self, query: Query, total: int = 0) -> int:
        """Request the page; returns its bytes."""
        return len(self._get(self._table, self._query_string(query, total)))

    def close(self) -> None:
        """Close the event loop."""
        self._loop.close()

    def _query_string(self, query: Query, total: int) -> str:
        """Return the query string in Datasette's parameters."""
        pairs: list[tuple[str, Any]] = [("_search", query.words)] if query.words else []
        for name, values in query.selected.items():
            if name == "ground":
                pairs += [("grounds__arraycontains", value) for value in values]
            else:
                pairs.append((f"{name}__in" if len(values) > 1 else name, ",".join(values)))
        pairs.append(("_sort" if query.sort == "oldest" else "_sort_desc", "decision_date"))
        if query.depth and (key := self._floor.keyset(query, total)):
            pairs.append(("_next", f"{key[0]},{key[1]}"))
        return urlencode([*pairs, *_COUNTED, ("_nocol", "body"), ("_nocol", "title")])

    def _get(self, path: str, query: str) -> bytes:
        return self._loop.run_until_complete(self._ask(path, query))

    async def _ask(self, path: str, query: str) -> bytes:
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost")],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
        }
        status, body = 0, bytearray()

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)
            body.extend(message.get("body", b""))

        await self._application(scope, receive, send)
        if status != 200:
            raise RuntimeError(f"Datasette answered {status} to {path}?{query}")
        return bytes(body)
