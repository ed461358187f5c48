"""Measure the archive and what people would use instead, side by side in one run.

    python3 dev.py bench [--size 1k|10k|100k|NUMBER] [--output FOLDER] [--postgresql [URL]] [--brief]

prints the goals as a table and writes it, the table of all queries and a plot into FOLDER (`benchmarks/` unless said
otherwise). The databases are made in the first run and used again; see benchmarks/README.md.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import corpus, database, report
from benchmarks.goals import GOALS, NOT_MEASURED
from benchmarks.measure import median

Figures = dict[str, float | str]
_SECONDS = {1_000: 0.5, 10_000: 2.0, 100_000: 8.0}  # of rounds for each query, by the most decisions
_LONGEST = 8.0


def main() -> int:
    """Fill the databases, compare answers, measure and write. Returns 1 if answers differ."""
    args = _arguments()
    seconds = 0.0 if args.brief else next((few for most, few in _SECONDS.items() if args.size <= most), _LONGEST)
    smaller = args.size // 10 if args.size >= 1_000 else None
    for size in filter(None, (smaller, args.size)):
        _have(size)
    database.use(_url(args.size))
    from benchmarks.lists import Lists  # Django must have started
    from benchmarks.queries import QUERIES
    from benchmarks.yardsticks.site import Site

    site = Site()
    lists = Lists(site, database.flat(args.size), QUERIES[::4] if args.brief else QUERIES)
    try:
        _say("comparing answers")
        differing = lists.check()
        for each in differing:
            print(f"differs: {each}")
        run = _measure(lists, site, args, smaller, seconds)
    finally:
        lists.close()
    run.figures["differences"] = float(len(differing))
    print(report.goals_table(run))
    _keep(run)
    for file in report.write(run, args.output):
        _say(f"written: {file}")
    return int(bool(differing))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--size", type=corpus.size, default=10_000, help="1k, 10k, 100k or a number; 10k unless you say"
    )
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="where RESULTS.md goes")
    parser.add_argument("--brief", action="store_true", help="every fourth query, once: only to see that it runs")
    parser.add_argument(
        "--postgresql",
        metavar="URL",
        nargs="?",
        const="",
        help="an empty database there, or one of an earlier run; without URL, a server of its own",
    )
    return parser.parse_args()


def _keep(run: report.Run) -> None:
    """Write every timing to a file beside the databases, for closer study."""
    lines = [{"query": str(line.query), "total": line.total, "seconds": line.taken} for line in run.lines]
    file = database.folder(run.size) / "results.json"
    file.write_text(json.dumps({"figures": run.figures, "lines": lines}, indent=1), encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _url(size: int) -> str:
    return f"sqlite:///{database.archive(size)}"


def _have(size: int) -> None:
    """Make the databases of this size if missing, in another process, since Django here is set up for one."""
    if not database.flat(size).exists():
        _say(f"making the databases of {size:,} decisions in {database.folder(size)} (once)")
        subprocess.run([sys.executable, "-m", "benchmarks.database", str(size)], check=True, cwd=database.ROOT)


def _measure(lists, site, args: argparse.Namespace, smaller: int | None, seconds: float) -> report.Run:
    """Take every figure in turn. One that cannot be measured is text that says why."""
    from benchmarks import lists as of_lists
    from benchmarks import pages

    figures: Figures = {}
    small, large = _url(smaller) if smaller else "", _url(args.size)

    def take(what: str, work: Callable[[], Any]) -> None:
        _say(f"measuring {what}")
        began = time.monotonic()
        found = work()
        figures.update(found if isinstance(found, dict) else {what: NOT_MEASURED if found is None else found})
        _say(f"  {time.monotonic() - began:.0f} s")

    take("clicked/first", lists.clicking)  # first, before any other search for those words
    lines = []
    take("lists", lambda: lines.extend(lists.line(query, seconds) for query in lists.queries) or _of_lines(lines))
    take("counts/total", lambda: lists.counting(args.size, seconds / 2))
    take("decision pages", lambda: pages.decision_pages(site, database.flat(args.size), seconds / 8))
    take("exports", lambda: pages.exports(site, database.archive(args.size), seconds))
    take("memory", lambda: pages.worker_memory(large))
    take("import", lambda: _importing(args.size))
    if smaller:
        take("growth", lambda: of_lists.growth(small, large, seconds / 2))
        take("export memory", lambda: pages.export_memory(small, large))
    if args.postgresql is not None:
        take("postgresql", lambda: _on_postgresql(args.postgresql, args.size, seconds))
    for goal in GOALS:
        if isinstance(figures.get(goal.figure), str):
            _say(f"{goal.title}: {figures[goal.figure]}")
    return report.Run(args.size, lines, figures)


def _on_postgresql(url: str, size: int, seconds: float) -> Figures | str:
    """The figures from the server at a URL; without one, from one that is started for it and whose data are kept."""
    from benchmarks import hostile
    from benchmarks.lists import on_postgresql
    from decisions.tests import postgresql

    if url:
        found = on_postgresql(_url(size), url, size, seconds)
        return found | hostile.figures(_url(size), url)
    try:
        with postgresql.running(database.folder(size) / "postgresql") as own:
            return _on_postgresql(own, size, seconds)
    except postgresql.NoPostgreSQLError as error:
        _say(str(error))
        return NOT_MEASURED


def _of_lines(lines) -> Figures:
    """Return the ratios of the list page to each yardstick: medians over the queries."""
    from benchmarks.lists import AGAIN, DATASETTE, FLOOR, PLAIN

    found: Figures = {}
    for name, to in (("datasette", DATASETTE), ("plain", PLAIN), ("floor", FLOOR), ("again", AGAIN)):
        ratios = [line.ratio(to) for line in lines]
        found |= {f"list/{name}": median(ratios) or NOT_MEASURED, f"list/{name} worst": max(ratios)}
        found[f"list/{name} best"] = min(ratios)
    return found


def _importing(size: int) -> Figures:
    """Return the ratio of importing unchanged files to parsing them: the median over the chunks."""
    home = database.folder(size) / "loading"
    command = [sys.executable, "-m", "benchmarks.yardsticks.loading", str(home), str(size)]
    done = subprocess.run(command, check=True, cwd=database.ROOT, stdout=subprocess.PIPE, text=True)
    taken = json.loads(done.stdout)["seconds"]
    return {"again/parse": median(a / b for a, b in zip(taken["again"], taken["parse"], strict=True)) or NOT_MEASURED}


if __name__ == "__main__":
    sys.exit(main())
