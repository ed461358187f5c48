"""A visitor who uses only the keyboard: Tab, Enter, Space, arrows and letters, and always sees the focus."""

from contextlib import suppress
from typing import NamedTuple

from playwright.sync_api import TimeoutError as TakesTooLong

MOST = 30
"""The most presses of Tab to reach the next thing that a visitor needs."""
_STOP = """() => {
    const at = document.activeElement
    // A box that is drawn by its label shows there that it has the focus.
    const shown = at.checkVisibility({opacityProperty: true}) ? at : at.closest("label") ?? at
    const style = getComputedStyle(shown), box = shown.getBoundingClientRect()
    const stops = window.stops ??= []
    if (at !== document.body && !stops.includes(at)) stops.push(at)
    return {
        place: at === document.body ? -1 : stops.indexOf(at),
        name: (at.getAttribute("aria-label") || at.textContent.trim() || at.id || at.tagName).slice(0, 60),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        isInSight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth && shown.checkVisibility({opacityProperty: true}),
    }
}"""


class Stop(NamedTuple):
    """What has the focus: which stop of the page it is, counted as they are met (-1: none has it), and its name."""

    place: int
    name: str


class Keyboard:
    """The keyboard in front of a page."""

    def __init__(self, page):
        self._page = page

    def tab(self):
        """Press Tab, and see where that leads."""
        self._page.keyboard.press("Tab")
        at = self._page.evaluate(_STOP)
        if at["place"] >= 0:
            assert at["ring"] >= 3, f"{at['name']} has no ring of three pixels"
            assert at["isInSight"] or self._comes_into_sight(), f"{at['name']} has the focus and is out of sight"
        return Stop(at["place"], at["name"])

    def _comes_into_sight(self):
        """Whether what has the focus is in sight a second later: on a busy machine scrolling takes its time."""
        with suppress(TakesTooLong):
            self._page.wait_for_function(f"({_STOP})().isInSight", timeout=1_000)
            return True
        return False

    def reach(self, wanted, most=MOST):
        """Press Tab until this has the focus, so many times at most."""
        passed = []
        for _ in range(most):
            passed.append(self.tab().name)
            if wanted.count() and wanted.first.evaluate("(each) => each === document.activeElement"):
                return
        raise AssertionError(
            f"{wanted} is not among the next {most} stops: {passed}. If the page has rightly become longer, follow a"
            " skip link first, as people do, instead of raising the limit"
        )

    def follow(self, wanted, most=MOST):
        """Reach what leads somewhere, and press Enter."""
        self.reach(wanted, most)
        with self._page.expect_navigation():
            self._page.keyboard.press("Enter")

    def press(self, wanted, most=MOST):
        """Reach what does something on the page, and press Enter."""
        self.reach(wanted, most)
        self._page.keyboard.press("Enter")

    def search(self, wanted, words, most=MOST):
        """Reach a field, write into it, and press Enter."""
        self.reach(wanted, most)
        self._page.keyboard.type(words)
        with self._page.expect_navigation():
            self._page.keyboard.press("Enter")
