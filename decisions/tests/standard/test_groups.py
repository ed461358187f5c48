"""Standard wording is what several documents about several bodies share almost word for word, in any order."""

import random

import pytest

from decisions.standard import KNOWN, Group, Grouping, likeness, sketch
from decisions.tests.standard.factories import GUIDANCE, LAW, changed, reciting


def found(documents, slots=1 << 16):
    """The groups found in documents, without those known from the start."""
    grouping = Grouping(slots)
    for document in documents:
        grouping.count(document)
    for document in documents:
        grouping.take(document)
    groups = list(grouping.groups())
    assert [group.wording for group in groups if group.known] == [*dict.fromkeys(g.wording for g in groups if g.known)]
    assert {group.wording for group in groups if group.known} == set(KNOWN)
    return [group for group in groups if not group.known]


def test_wording_in_three_documents_about_two_bodies_is_standard():
    assert found([reciting(number, LAW) for number in range(3)]) == [Group(LAW, 3, 3, known=False)]


@pytest.mark.parametrize(
    "documents",
    [
        [reciting(number, LAW) for number in range(2)],
        [reciting(number, LAW, summary="Four families complain.") for number in range(6)],
        [reciting(number, LAW, council="Kent County Council") for number in range(6)],
        [reciting(number, "The Council replied to Mr X in May.") for number in range(6)],
        [reciting(number, f"{LAW} The Council should now do this:") for number in range(6)],
        [reciting(number) for number in range(20)],
    ],
    ids=["two documents", "one document", "one body", "too short", "an introduction", "nothing in common"],
)
def test_other_wording_is_not(documents):
    assert found(documents) == []


def test_what_was_complained_about_is_never_standard():
    documents = [reciting(number) for number in range(8)]
    assert len({document.paragraphs[0].whole for document in documents}) == 1
    assert found(documents) == []


def test_near_identical_wording_is_one_group_led_by_the_most_frequent():
    rng = random.Random(7)
    documents = [reciting(number, LAW) for number in range(9)]
    documents += [reciting(10 + number, changed(LAW, rng)) for number in range(20)]
    (group,) = found(documents)
    assert group.wording == LAW
    assert group.documents >= 20


def many(rng):
    """Decisions that recite two texts, as they are or changed, or neither."""
    documents = []
    for number in range(60):
        dated = GUIDANCE.format(date=f"{rng.randrange(1, 29)} March {rng.randrange(2016, 2025)}")
        texts = [text if rng.random() < 0.7 else changed(text, rng) for text in rng.sample([LAW, dated], k=2)]
        documents.append(reciting(number, *texts[: rng.randrange(3)]))
    return documents


@pytest.mark.parametrize("seed", range(5))
def test_any_order_and_any_number_of_slots_give_the_same_groups(seed):
    rng = random.Random(seed)
    documents = many(rng)
    groups = found(documents)
    assert len(groups) >= 2
    for slots in (1 << 6, 1 << 16):
        rng.shuffle(documents)
        assert found(documents, slots) == groups


def test_everything_in_a_group_is_like_its_wording():
    documents = many(random.Random(7))
    wordings = [sketch(group.wording) for group in found(documents)]
    recited = [sketch(each.whole) for document in documents for each in document.paragraphs[2:]]
    linked = [each for each in recited if max(likeness(each, wording) for wording in wordings) >= 0.8]
    assert len(linked) > 0.9 * len(recited)
