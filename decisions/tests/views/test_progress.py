"""The progress bar of a long import."""

import io

import pytest
from django.core.management.base import OutputWrapper

from decisions.management.progress import Progress


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self):
        return self.now


class Terminal(io.StringIO):
    def isatty(self):
        return True


def printed(stream, total, *steps):
    """What is printed when so many are done after so many seconds."""
    clock = Clock()
    progress = Progress(OutputWrapper(stream), total, clock)
    for seconds, count in steps:
        clock.now = seconds
        progress.at(count)
    progress.done()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("count", "seconds", "line"),
    [
        (500, 2.0, "[██████··················] 500 of 2,000 read, 250 a second, 6 s left"),
        (1000, 1000.0, "[████████████············] 1,000 of 2,000 read, 1 a second, 16 min 40 s left"),
        (1, 10.0, "[························] 1 of 2,000 read, 0 a second, 5 h 33 min left"),
        (2000, 4.0, "[████████████████████████] 2,000 of 2,000 read, 500 a second"),
    ],
)
def test_a_bar_tells_count_rate_and_time_left(count, seconds, line):
    assert Progress(OutputWrapper(io.StringIO()), 2000).line(count, seconds) == line


def test_without_a_total_it_tells_count_and_rate():
    assert Progress(OutputWrapper(io.StringIO()), None).line(500, 2.0) == "500 read, 250 a second"


def test_on_a_terminal_the_bar_is_drawn_over_itself():
    drawn = printed(Terminal(), 4, (1.0, 2), (2.0, 4))
    assert drawn.count("\r") == 2
    assert drawn.endswith("\n")


def test_elsewhere_a_plain_line_comes_now_and_then():
    assert printed(io.StringIO(), 9, (1.0, 1), (6.0, 6), (7.0, 7), (12.0, 9)).count("\n") == 2
