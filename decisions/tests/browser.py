"""Where the browser of the tests is: `python -m decisions.tests.browser` prints it. Standard library only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
ON_A_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
PLAYWRIGHTS = ("chrome-headless-shell", "headless_shell", "chrome", "Chromium", "Google Chrome for Testing")


def candidates() -> Iterator[str]:
    """Yield where a Chromium, Chrome or Edge may be: what BROWSER_PATH names, the system's, Playwright's own."""
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
    """Tell whether a program is there and runs: a stub, or one that lacks a library, does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def find_browser() -> str | None:
    """Return the first browser that starts, or None."""
    return next(filter(starts, candidates()), None)


if __name__ == "__main__":
    sys.stdout.write(find_browser() or "")
