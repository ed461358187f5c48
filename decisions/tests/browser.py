"""The browser of the tests: finding one, and installing one."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dev

SHELL = "chromium-headless-shell"  # Debian's Chromium without windows: the tests take half the time in it
ON_PATH = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
ON_A_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
PLAYWRIGHTS = ("chrome-headless-shell", "headless_shell", "chrome", "Chromium", "Google Chrome for Testing")


def candidates() -> Iterator[str]:
    """Yield paths where a Chromium, Chrome or Edge may be: BROWSER_PATH alone if set, else known places."""
    if given := os.environ.get("BROWSER_PATH"):
        yield given
        return
    yield from filter(None, map(shutil.which, ON_PATH))
    for name in ON_A_MAC:
        yield f"/Applications/{name}.app/Contents/MacOS/{name}"
    caches = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
    own = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or f"{caches}/ms-playwright").expanduser()
    for name in PLAYWRIGHTS:
        yield from map(str, own.glob(f"chromium*/**/{name}"))


def starts(path: str) -> bool:
    """Return whether a program exists and runs: a stub, or one that lacks a library, does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def find_browser() -> str | None:
    """Return the first browser that starts, or None."""
    return next(filter(starts, candidates()), None)


def prepare() -> str:
    """Return a browser for the tests, with Playwright's driver working; install what is missing if we are root.

    A Chromium without windows is installed even where another browser is: it saves more time than it takes.
    Raises dev.SetUpError.
    """
    found, given = find_browser(), os.environ.get("BROWSER_PATH")
    if given and not found:
        message = f"BROWSER_PATH: {given} does not start. Set it to a Chromium, Chrome or Edge, or unset it."
        raise dev.SetUpError(message)
    driver = all(starts(str(node)) for node in _drivers())
    if not found and driver:
        dev.say("No browser found: asking Playwright for one")
        dev.run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"])
        found = find_browser()
    if not driver:
        dev.install_from_debian(["libatomic1"], "The browser tests need Playwright's driver, which lacks a library.")
    if not (given or (found and "headless" in found)):
        found = _install_from_debian()
    if not found:
        raise dev.SetUpError("No Chromium, Chrome or Edge was found that starts. Set BROWSER_PATH to one.")
    return found


def _install_from_debian() -> str | None:
    """Install the browser without windows, else the one with them; return what was found then.

    Raises dev.SetUpError if there was no browser and none can be installed.
    """
    reason = "The browser tests need a Chromium, Chrome or Edge; BROWSER_PATH can name one."
    try:
        dev.install_from_debian([SHELL], reason)
    except dev.SetUpError:
        if not find_browser():
            dev.install_from_debian(["chromium"], reason)  # a Debian or Ubuntu that has no such package
    return find_browser()


def _drivers() -> Iterator[Path]:
    """Yield the Node program in the playwright package, which drives browsers."""
    package = importlib.util.find_spec("playwright")
    for place in (package and package.submodule_search_locations) or ():
        yield from Path(place).glob("driver/node")
