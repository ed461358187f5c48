"""Made-up decisions like real ones, as many as wanted and the same every time.

    python -m benchmarks.corpus --size 1k --records FILE      one line of JSON each
    python -m benchmarks.corpus --size 1k --texts FOLDER      one text each

Their lengths, repetitions and skews follow real archives: half have 1,100 words or more and 35 paragraphs, the
longest 10,000 words; nearly all recite *maladministration*; three in ten closed ones lack evidence of fault.
"""

import argparse
import json
import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks.stock import BODIES, CATEGORIES, CONSIDERED, GROUNDS, POWERS
from benchmarks.words import draw

SEED = 1
SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
_OUTCOMES = {"Closed after initial enquiries": 70, "Upheld": 18, "Not upheld": 12}
_YEARS = {year: 6 + (year - 2013) for year in range(2013, 2026)}
_TYPICAL, _SPREAD, _FEWEST, _MOST = 680, 0.75, 60, 9_400  # words of the narrative: median, log-normal sigma, limits
Value = TypeVar("Value")
_LETTERS = "ABCDEFGHJKLMNPRSTWXYZ"


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up decision: its reference, the grounds its words state, and its source text."""

    reference: str
    grounds: tuple[str, ...]
    text: str


def size(text: str) -> int:
    """Return the number of decisions of a size: 1k, 10k, 100k or a number. Raises ValueError for anything else."""
    count = SIZES.get(text) or int(text)
    if not 1 <= count <= 1_000_000:
        raise ValueError(text)
    return count


def decision(number: int) -> Sample:
    """Return the decision of this number (0 to 999,999), in the numbered layout or, for one in five, the dashed."""
    rng = random.Random(f"{SEED}-{number}")
    year = _one_of(rng, _YEARS)
    day = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    reference = f"{year % 100:02} {number // 1000:03} {number % 1000:03}"
    outcome = _one_of(rng, _OUTCOMES)
    category = _one_of(rng, {name: share for name, (share, _) in CATEGORIES.items()})
    below = CATEGORIES[category][1].split("|")
    subcategory = below[_zipf(rng, len(below))]
    person = f"{rng.choice(['Mr', 'Mrs', 'Ms', 'Miss'])} {rng.choice(_LETTERS)}"
    grounds = _grounds(rng, outcome)
    reason = " Also, ".join(f"{GROUNDS[ground][1]}." for ground in grounds)
    topic = f"{person}’s complaint about {subcategory.lower()}"
    verdict = _verdict(outcome, topic, reason)
    head = [
        f"{BODIES[_zipf(rng, len(BODIES))]} ({reference})",
        f"Category : {category} > {subcategory}",
        f"Decision : {outcome}",
        f"Decision date : {day:%d %b %Y}",
        "The Ombudsman's final decision:",
        f"Summary: {verdict}",
    ]
    narrative = _narrative(rng)
    first, last = max(1, len(narrative) // 10), max(1, len(narrative) * 2 // 3)
    sections = [
        ("The complaint", [f"{person} complains about {subcategory.lower()}. {narrative[0]}", *narrative[1:first]]),
        ("The Ombudsman’s role and powers", _recited(rng, POWERS)),
        ("How I considered this complaint", _recited(rng, CONSIDERED)),
        ("My assessment" if grounds else "What I found", [f"I have considered {topic}."]),
        ("Background", narrative[first:last] or [_sentences(rng, 12)]),
        ("Analysis", [*narrative[last:], verdict]),
        ("Final decision", [verdict]),
    ]
    lay = _dashed if rng.random() < 0.2 else _numbered
    closing = "Investigator's decision on behalf of the Ombudsman"
    return Sample(reference, grounds, "\n\n".join([*head, *(lay(*section) for section in sections), closing]) + "\n")


def write_texts(folder: Path, numbers: Iterable[int]) -> list[Path]:
    """Write decisions into a folder, a text each; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in numbers:
        files.append(folder / f"{number:06}.txt")
        files[-1].write_text(decision(number).text, encoding="utf-8")
    return files


def write_records(file: Path, numbers: Iterable[int]) -> Path:
    """Write decisions into a file, a line of JSON each; returns the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as lines:
        for number in numbers:
            lines.write(json.dumps({"text": decision(number).text}, ensure_ascii=False) + "\n")
    return file


def _one_of(rng: random.Random, weights: dict[Value, int]) -> Value:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def _zipf(rng: random.Random, count: int) -> int:
    """Draw a place from 0 to count - 1; the second comes up half as often as the first, and so on."""
    return rng.choices(range(count), weights=[1 / place for place in range(1, count + 1)])[0]


def _grounds(rng: random.Random, outcome: str) -> tuple[str, ...]:
    if rng.random() > (0.98 if outcome.startswith("Closed") else 0.08):
        return ()
    weights = {ground: weight for ground, (weight, _) in GROUNDS.items()}
    chosen = [_one_of(rng, weights) for _ in range(1 + (rng.random() < 0.2))]
    return tuple(dict.fromkeys(chosen))


def _verdict(outcome: str, topic: str, reason: str) -> str:
    if outcome.startswith("Closed"):
        return f"We will not investigate {topic}. " + (f"This is because {reason}" if reason else "That is all.")
    found = "The Council was at fault" if outcome == "Upheld" else "The Council was not at fault"
    also = f" We will not investigate another part of it because {reason}" if reason else ""
    return f"We have looked at {topic}. {found}.{also}"


def _narrative(rng: random.Random) -> list[str]:
    """Return the narrative: paragraphs of about 28 words, in all as many words as decisions have."""
    left = min(_MOST, max(_FEWEST, round(rng.lognormvariate(math.log(_TYPICAL), _SPREAD))))
    paragraphs = []
    while left > 0:
        words = min(left, rng.randrange(10, 47))
        paragraphs.append(_sentences(rng, words))
        left -= words
    return paragraphs


def _sentences(rng: random.Random, count: int) -> str:
    words = draw(rng, count)
    sentences = []
    while words:
        length = rng.randrange(6, 22)
        sentences.append(" ".join(words[:length]).capitalize() + ".")
        del words[:length]
    return " ".join(sentences)


def _recited(rng: random.Random, paragraphs: Iterable[tuple[float, str]]) -> list[str]:
    chosen = [text for share, text in paragraphs if rng.random() < share]
    return chosen or [text for _, text in paragraphs][:1]


def _numbered(heading: str, paragraphs: list[str]) -> str:
    lines = (f"  {number}. {text}" for number, text in enumerate(paragraphs, start=1))
    return "\n".join([heading, "", *lines, "", "Back to top"])


def _dashed(heading: str, paragraphs: list[str]) -> str:
    return "\n".join([heading, *(f"- {text}" for text in paragraphs)])


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=main.__doc__)
    parser.add_argument("--size", type=size, default=1_000, help="1k, 10k, 100k or a number; 1k unless you say")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--records", type=Path, metavar="FILE")
    where.add_argument("--texts", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    if args.records:
        write_records(args.records, range(args.size))
    else:
        write_texts(args.texts, range(args.size))


if __name__ == "__main__":
    main()
