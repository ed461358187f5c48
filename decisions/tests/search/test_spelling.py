"""Typing slips: what counts as one, and that looking up only those in the first letters misses none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.search import spelling

LETTERS = st.text("abcd", min_size=4, max_size=8)


def slips(typed):
    """Yield every word one edit away, in the simplest way."""
    cuts = [(typed[:place], typed[place:]) for place in range(len(typed) + 1)]
    for a, b in cuts:
        yield from (a + letter + b for letter in "abcd")
        if b:
            yield a + b[1:]
            yield from (a + letter + b[1:] for letter in "abcd")
        if len(b) > 1:
            yield a + b[1] + b[0] + b[2:]


@given(LETTERS)
def test_each_slip_is_recognised_and_looked_up(typed):
    of_the_first_letters = set(spelling._edits(typed))
    for slip in set(slips(typed)) - {typed}:
        assert spelling._is_one_edit(slip, typed), slip
        assert slip in of_the_first_letters or slip.startswith(typed[: spelling._BEGINNING]), slip


@given(LETTERS, st.text("abcd", min_size=2, max_size=10))
def test_nothing_else_is_a_slip(typed, other):
    assert spelling._is_one_edit(other, typed) == (other != typed and other in set(slips(typed)))


@pytest.mark.parametrize("typed", ["noise", "noisee", "nosie", "oise", "boise", "onise", "noixe"])
def test_the_word_itself_is_no_slip(typed):
    assert spelling._is_one_edit("noise", typed) == (typed != "noise")
