"""Whatever is in a text, finding its grounds costs no more than its length."""

import time

import pytest

from decisions.grounds import classify
from decisions.tests.grounds.factories import decided


def cost(text, outcome):
    document = decided(text, outcome)
    began = time.process_time()
    classify(document)
    return time.process_time() - began


@pytest.mark.usefixtures("nothing_else_collected")
@pytest.mark.parametrize("outcome", ["Closed", "Upheld"])
@pytest.mark.parametrize(
    "piece",
    [
        "the complaint is late and ",
        "there is not enough evidence of fault and ",
        "The matter is late. ",
        "We will not investigate, as it is late. ",
    ],
)
def test_twice_the_text_takes_about_twice_as_long(piece, outcome):
    once, twice = (piece * (size // len(piece)) for size in (30_000, 60_000))
    cost(once, outcome)
    # One of several pairs: what else the machine does only adds.
    assert any(cost(twice, outcome) <= 3 * max(cost(once, outcome), 0.002) for _ in range(4))
