"""Which of the Ombudsman's terms are explained, and the first place of each."""

from decisions.detail.glossary import OUTCOMES, TERMS, terms_in

FAULT, INJUSTICE, MALADMINISTRATION = TERMS


def test_only_the_words_that_stand_there_are_explained():
    assert terms_in({0: "A default of the faulty lift."}, {}) == {}
    assert list(terms_in({0: "No faults.", 1: "An injustice."}, {})) == [FAULT, INJUSTICE]


def test_a_word_is_found_where_it_first_stands_in_the_order_of_numbers():
    assert terms_in({2: "Fault", 1: "No fault."}, {})[FAULT] == (1, (3, 8))


def test_evidence_is_left_alone_and_a_word_that_stands_nowhere_else_has_no_place():
    texts = {0: "No fault.", 3: "There is fault, and fault."}
    assert terms_in(texts, {0: [(0, 8)], 3: [(9, 14)]})[FAULT] == (3, (20, 25))
    assert terms_in({0: "No fault."}, {0: [(0, 8)]}) == {FAULT: None}


def test_every_outcome_seen_is_explained_and_no_explanation_is_as_long_as_a_page():
    assert set(OUTCOMES) == {"closed-after-initial-enquiries", "upheld", "not-upheld"}
    for words in [*OUTCOMES.values(), *(term.meaning for term in TERMS)]:
        assert 80 < len(words) < 320
