"""Lighthouse on every kind of page, a maintainers' check: `python -m decisions.tests.lighthouse http://127.0.0.1:8000`.

Asks an archive that is being served, so it needs one (`python3 dev.py serve`), the program `lighthouse` and a browser.
docs/LOOKS.md says how to get it, and what it found last.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

from decisions.tests.browser import find_browser

ENOUGH = 99
_LONGEST = 180  # seconds; sometimes a browser never answers
_TRIES = 4
"""How often a page with too low a score is measured: other work on the machine can only lower a score."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SCREENS = {"phone": (), "desktop": ("--preset=desktop",)}
PLAIN = ("/", "/decisions/", "/decisions/?q=council", "/decisions/trends/", "/grounds/", "/councils/", "/law/")
PLAIN += ("/similar/", "/data/", "/api/", "/report/")
PLAIN += ("/about/", "/about/statistics/", "/about/accessibility/", "/about/privacy/")
CLOSED_ON_PURPOSE = re.compile(r"\?|^/decisions/(trends|.+/similar)/|^/(api|report)/")
"""Addresses that search engines are asked not to index: the audit of that is skipped."""


def pages(archive: str) -> Iterator[str]:
    """Yield the addresses to measure: those that every archive has, and one of each kind that decisions fill."""
    yield from PLAIN
    decision = fetch(archive, "/api/v1/decisions/")["decisions"][0]["address"]
    yield from (decision, f"{decision}similar/")
    busiest = sorted(fetch(archive, "/api/v1/councils/")["councils"], key=lambda each: -each["decisions"])[:4]
    yield f"/councils/{busiest[0]['slug']}/"
    yield "/councils/compare/?" + "&".join(f"council={each['slug']}" for each in busiest)
    ground = max(fetch(archive, "/api/v1/grounds/")["grounds"], key=lambda each: each["decisions"])
    yield f"/grounds/{ground['slug']}/"


def fetch(archive: str, path: str) -> dict:
    """Return the JSON of an address of the API. Raises OSError."""
    with urllib.request.urlopen(archive + path, timeout=60) as answer:
        return json.load(answer)


def measured(lighthouse: str, archive: str, path: str, screen: str) -> dict:
    """Return Lighthouse's report of a page. Raises subprocess.SubprocessError."""
    as_root = " --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    command = [lighthouse, archive + path, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    command += [f"--chrome-flags=--headless --disable-gpu{as_root}", *SCREENS[screen]]
    command += ["--skip-audits=is-crawlable"] if CLOSED_ON_PURPOSE.search(path) else []
    env = os.environ | {"CHROME_PATH": find_browser()}
    done = subprocess.run(command, env=env, capture_output=True, check=True, timeout=_LONGEST)
    return json.loads(done.stdout)


def best(lighthouse: str, archive: str, path: str, screen: str) -> tuple[list[int], str]:
    """Return the scores and the line of the best of a few tries. Raises subprocess.SubprocessError if none ran."""
    tries = []
    for number in range(1, _TRIES + 1):
        try:
            tries.append(summarise(measured(lighthouse, archive, path, screen)))
        except subprocess.SubprocessError as error:
            said = (error.stderr or b"").decode(errors="replace")[-300:]
            sys.stderr.write(f"{path} ({screen}), try {number} failed: {said or error}\n")
            if number == _TRIES and not tries:
                raise
        if tries and min(tries[-1][0]) >= ENOUGH:
            return tries[-1]
    return max(tries)


def summarise(report: dict) -> tuple[list[int], str]:
    """Return the four scores of a report, and a line of them with the bytes, the layout shift and what cost points."""
    audits, categories = report["audits"], report["categories"]
    scores = [round(100 * (categories[each]["score"] or 0)) for each in CATEGORIES]
    sent = audits["total-byte-weight"]["numericValue"] / 1000
    shift = audits["cumulative-layout-shift"]["numericValue"]
    weighing = {each["id"] for name in CATEGORIES for each in categories[name]["auditRefs"] if each["weight"]}
    known = {name: audits[name]["score"] for name in weighing if name in audits}
    lost = [name for name, score in known.items() if score is not None and score < 0.9]
    return scores, f"{' '.join(f'{each:3}' for each in scores)}  {sent:5.0f} kB  {shift:.3f}  {' '.join(sorted(lost))}"


def main(archive: str, paths: list[str]) -> int:
    """Measure pages, or one of every kind, on a phone and on a desktop.

    1 where a score is too low, 2 where nothing can be measured.
    """
    lighthouse = shutil.which("lighthouse")
    if not lighthouse:
        sys.stderr.write("The program `lighthouse` is not on the PATH: docs/LOOKS.md says how to get it.\n")
        return 2
    lowest = 100
    for path in paths or pages(archive):
        for screen in SCREENS:
            scores, line = best(lighthouse, archive, path, screen)
            lowest = min(lowest, *scores)
            sys.stdout.write(f"{line}  {screen} {path}\n")
            sys.stdout.flush()
    sys.stdout.write(f"lowest score: {lowest} ({ENOUGH} or more is enough)\n")
    return int(lowest < ENOUGH)


if __name__ == "__main__":
    address, *chosen = sys.argv[1:] or ["http://127.0.0.1:8000"]
    sys.exit(main(address.rstrip("/"), chosen))
