"""The pages of a list: the rows of the one shown, and the addresses of those beside it."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404


class NoSuchPage(Http404):
    """Raised for what is not the number of a page of the list. Answered with 404."""

    def __init__(self, value: str) -> None:
        super().__init__(f"The list has no page {value[:80]}.")


class Pages:
    """The pages of a list, at least one, and the page shown: its number, from 1, and its rows.

    `previous` and `next` are the query strings of the pages beside it, None where there is none.
    """

    def __init__(self, rows: Sequence[Any], size: int, value: str, address: Callable[[int], str]) -> None:
        """Take all rows, the parameter `page` ("" for the first), and what makes a query string from a number.

        Raises NoSuchPage.
        """
        if value and not is_number(value):
            raise NoSuchPage(value)
        try:
            page = Paginator(rows, size).page(value or 1)
        except InvalidPage:
            raise NoSuchPage(value) from None
        self.number, self.count, self.rows = page.number, page.paginator.num_pages, page.object_list
        self.previous = address(page.previous_page_number()) if page.has_previous() else None
        self.next = address(page.next_page_number()) if page.has_next() else None


def is_number(value: str) -> bool:
    """Return whether a parameter is a number in plain digits: `int` would also take `+2`, ` 2` and `1_0`."""
    return value.isascii() and value.isdigit()


def number_of(place: int, size: int) -> int:
    """Return the number of the page with the row at a place, from 1; 1 for place 0."""
    return max(1, -(-place // size))
