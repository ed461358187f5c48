"""The report of a run: the goals, a table of queries and a plot, in RESULTS.md and results.svg."""

import math
import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.goals import GOALS

OURS, FLOOR, PLAIN, DATASETTE = "archive", "raw SQLite", "plain django-filter", "Datasette"
_WAYS = (OURS, FLOOR, PLAIN, DATASETTE)
_PACKAGES = ("django", "django-filter", "datasette")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the number of decisions, the timed queries, and the figures by name."""

    size: int
    lines: Sequence[Any]
    figures: dict[str, float | str]


def goals_table(run: Run) -> str:
    """Return the goals as a Markdown table: target, measured, met or not."""
    rows = [(goal.title, goal.target, goal.measured(run.figures), goal.verdict(run.figures)) for goal in GOALS]
    return _table(("goal", "target", "measured", ""), rows)


def write(run: Run, folder: Path) -> list[Path]:
    """Write the report into a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    text, plot = folder / "RESULTS.md", folder / "results.svg"
    text.write_text(_text(run), encoding="utf-8")
    plot.write_text(_plot(run), encoding="utf-8")
    return [text, plot]


def _text(run: Run) -> str:
    again, spread = run.figures["list/again"], (run.figures["list/again best"], run.figures["list/again worst"])
    return f"""# How fast the archive is: {run.size:,} decisions

Written by `python3 dev.py bench --size {_short(run.size)}`; [README.md](README.md) explains how, and what each
yardstick does. {_machine()}

The same page measured twice in each round (A/A) gives {again:.3f} as the median over the queries, and from
{spread[0]:.2f} to {spread[1]:.2f} for single ones: smaller differences mean nothing. The targets are for 100,000
decisions.

## Goals

{goals_table(run)}

## The lists, query by query

![CPU time of each query, by kind of list](results.svg)

Milliseconds of CPU, medians. The ratios are medians of interleaved pairs, the archive's page divided by the other.

{_queries(run)}
"""


def _short(size: int) -> str:
    return f"{size // 1000}k" if size % 1000 == 0 else f"{size}"


def _queries(run: Run) -> str:
    rows = []
    for line in run.lines:
        times = [f"{1000 * line.seconds(name):.1f}" for name in _WAYS]
        ratios = [f"{line.ratio(name):.2f}" for name in _WAYS[1:]]
        rows.append((line.query.kind, f"{line.query}", f"{line.total:,}", *times, *ratios))
    heads = ("kind", "query", "decisions", *(f"{name}, ms" for name in _WAYS), *(f"to {name}" for name in _WAYS[1:]))
    return _table(heads, rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---"] + ["--:" if "ms" in head or head.startswith("to ") else "---" for head in heads[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def _machine() -> str:
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}; {platform.system()} on "
        f"{platform.machine()}, {os.cpu_count()} cores."
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


# The plot: a line a query, a mark a list, milliseconds on a logarithmic scale

_LEFT, _TOP, _STEP, _WIDTH, _RIGHT = 310, 86, 20, 900, 40
_LONGEST = 42  # characters of a query
_SHAPES = {
    OURS: '<rect x="{0}" y="{1}" width="9" height="9" transform="translate(-4.5 -4.5)" class="ours"/>',
    FLOOR: '<path d="M{0} {1}m-4.5 4.5h9l-4.5 -9z" class="other"/>',
    PLAIN: '<path d="M{0} {1}m-4.5 0h9m-4.5 -4.5v9" class="other"/>',
    DATASETTE: '<circle cx="{0}" cy="{1}" r="4.2" class="other"/>',
}
_STYLE = """
  svg { background: #fbfaf6; color: #1b1a17; font: 12px system-ui, "Segoe UI", "Noto Sans", sans-serif }
  text { fill: currentColor } .quiet { fill: #5f5a51 } .end { text-anchor: end } .middle { text-anchor: middle }
  .title { font: 18px Charter, "Sitka Text", Cambria, "Noto Serif", Georgia, serif }
  .rule { stroke: #7a1f2b; stroke-width: 4 } .hair { stroke: #d9d4c7 } .ours { fill: #7a1f2b }
  .other { fill: none; stroke: #5f5a51; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    svg { background: #16171a; color: #e9e4d8 } .quiet { fill: #aaa396 } .hair { stroke: #34353a }
    .rule { stroke: #a3606a } .ours { fill: #e79aa2 } .other { stroke: #aaa396 }
  }
"""


def _plot(run: Run) -> str:
    times = [1000 * line.seconds(name) for line in run.lines for name in _WAYS]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    bottom = _TOP + _STEP * len(run.lines)

    def across(milliseconds: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (math.log10(milliseconds) - low) / max(1, high - low)

    title = f"CPU time of a list page, {run.size:,} decisions"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {bottom + 34}" role="img" '
        'aria-labelledby="t d">',
        f'<title id="t">{title}</title><desc id="d">The table in RESULTS.md has the same numbers.</desc>',
        f"<style>{_STYLE}</style>",
        f'<path d="M0 2H{_WIDTH}" class="rule"/><text x="20" y="34" class="title">{title}</text>',
    ]
    for place, name in enumerate(_WAYS):
        x = _LEFT + 150 * place
        parts += [_SHAPES[name].format(x, 58), f'<text x="{x + 12}" y="62">{name}</text>']
    for power in range(low, high + 1):
        x = f"{across(10**power):.1f}"
        parts.append(f'<path d="M{x} {_TOP - 10}V{bottom - 6}" class="hair"/>')
        parts.append(f'<text x="{x}" y="{bottom + 14}" class="quiet middle">{10.0**power:g} ms</text>')
    for place, line in enumerate(run.lines):
        y = _TOP + _STEP * place
        label = str(line.query)
        shown = escape(label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…")
        parts.append(f'<text x="{_LEFT - 14}" y="{y + 4}" class="end">{shown}</text>')
        parts.append(f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" class="hair"/>')
        parts += [_SHAPES[name].format(f"{across(1000 * line.seconds(name)):.1f}", y) for name in reversed(_WAYS)]
    return "\n".join([*parts, "</svg>"]) + "\n"
