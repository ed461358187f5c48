"""CPU time of interleaved pairs: A B A B on the same question, and the median of the pairs' ratios.

On a busy machine, CPU times measured close together give reliable ratios; wall-clock times do not.
"""

import resource
import statistics
import time
from collections.abc import Callable, Iterable, Mapping

Run = Callable[[], float]
"""Does a piece of work once and returns the seconds it took."""

_FEWEST = 3  # rounds, of runs that are not slow


def cpu() -> float:
    """Seconds of processor time that this process, with its threads and ended children, has used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def timed(work: Callable[[], object]) -> Run:
    """Return work as a run measured in this process."""

    def run() -> float:
        before = cpu()
        work()
        return cpu() - before

    return run


def interleave(runs: Mapping[str, Run], *, seconds: float, most: int = 15, warm: bool = True) -> dict[str, list[float]]:
    """Return the seconds of each run, taken in rounds of all runs, alternately forwards and backwards.

    Rounds go on for about `seconds`, with at least three unless that takes three times as long. `warm` adds a first
    round that is not counted.
    """
    if warm and seconds:
        for run in runs.values():
            run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    began = time.monotonic()
    for number in range(most):
        spent = time.monotonic() - began
        if number and (spent > 3 * seconds or (number >= _FEWEST and spent > seconds)):
            break
        for name in reversed(runs) if number % 2 else list(runs):
            taken[name].append(runs[name]())
    return taken


def ratio(taken: Mapping[str, list[float]], name: str, to: str) -> float:
    """Return the median of the pairs' ratios."""
    return statistics.median(a / b for a, b in zip(taken[name], taken[to], strict=True))


def median(values: Iterable[float]) -> float | None:
    """Return the median, or None if there are no values."""
    found = list(values)
    return statistics.median(found) if found else None
