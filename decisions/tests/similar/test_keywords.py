"""The keywords of a text. No database."""

from decisions.similar.keywords import Keywords


def words(*texts, excluded=""):
    return [each.word for each in Keywords([(text, 1.0) for text in texts], excluded).top]


def test_words_of_the_language_and_of_the_trade_tell_nothing():
    assert words("The Council said that it would investigate my complaint about a blue badge.") == ["blue", "badge"]


def test_what_is_said_most_comes_first_and_the_forms_of_a_word_are_one():
    keywords = Keywords([("A badge, the badges, mobility; a Badge.", 1.0)])
    assert [(each.printed, each.count) for each in keywords.top] == [("badge", 3.0), ("mobility", 1.0)]


def test_a_word_counts_by_where_it_stands():
    keywords = Keywords([("hedge", 3.0), ("fence fence", 1.0)])
    assert [(each.word, each.count) for each in keywords.top] == [("hedge", 3.0), ("fence", 2.0)]


def test_numbers_single_letters_and_the_name_left_out_tell_nothing():
    assert words("Mr X of Ashby, aged 47, at 24A", excluded="Ashby Council") == ["aged"]


def test_accents_and_capitals_make_no_other_word():
    assert words("Café CAFÉ cafe\u0301") == ["cafe"]


def test_a_capital_at_the_start_of_a_sentence_is_no_part_of_the_word_but_one_of_its_own_is():
    assert [each.printed for each in Keywords([("Badges lapse. SEN. Two badges.", 1.0)]).top] == [
        "badges",
        "lapse",
        "SEN",
    ]


def test_pairs_stand_side_by_side_with_nothing_but_a_space_between():
    keywords = Keywords([("A blue badge. Blue badge, mobility scooter; scooter badge", 1.0)])
    assert keywords.phrases(["badge"]) == [("blue", "badge"), ("scooter", "badge"), ("mobility", "scooter")]
    assert keywords.phrases(["mobility"])[0] == ("mobility", "scooter")
    assert keywords.phrases([])[0] == ("blue", "badge")


def test_a_text_of_any_length_has_so_many_words_at_most():
    letters = "abcdefghijklmnopqrstuvwxyz"
    text = " ".join(f"qu{a}{b}{c}x" for a in letters for b in letters for c in letters)
    assert len(Keywords([(text, 1.0)]).top) == 60


def test_a_text_without_words_has_none():
    for text in ("", "   ", "!!! 123 🙂 \x00", "the and of", "\u0301" * 50, '"""'):
        assert words(text) == []
