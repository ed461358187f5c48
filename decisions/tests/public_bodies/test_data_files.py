"""A mistake in a data file of public bodies is refused, with its line and what to do."""

from pathlib import Path

import pytest

from decisions.public_bodies import kinds, register

FOLDER = Path(register.__file__).parent
COUNCILS = (FOLDER / "councils.toml").read_text(encoding="utf-8")
KINDS = (FOLDER / "kinds.toml").read_text(encoding="utf-8")


def line_of(text, words):
    return text[: text.rindex(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('tier = "counties"', "tier = counties", "Invalid value"),
        ('"Selby District"', '"Selby"', "write “Selby” with its rank, such as “Selby District”"),
        ('"Worcestershire"', '"Worcestershire", "Devon"', "“Devon” is in the register twice: remove one"),
        ('"Scarborough Borough"', '"Avon County"', "“Avon County” is in the register twice: remove one"),
        ('ranks = ["county"]', 'ranks = ["shire"]', "“shire” is not a rank: choose from london, royal,"),
    ],
)
def test_a_mistake_in_the_register_is_refused(right, wrong, said):
    text = COUNCILS.replace(right, wrong, 1)
    with pytest.raises(ValueError, match=r"councils\.toml") as error:
        register.read(text)
    assert said in str(error.value)
    assert f"line {line_of(text, wrong)}" in str(error.value)


@pytest.mark.parametrize("wrong", ["", "yaer = 2018\n", 'year = "2018"\n'])
def test_an_entry_must_have_its_fields(wrong):
    text = COUNCILS.replace("year = 2018\n", wrong)
    with pytest.raises(ValueError, match=r"this entry must have year \(int\), order \(str\), successor") as error:
        register.read(text)
    assert f"line {line_of(COUNCILS, 'year = 2018') - 1}:" in str(error.value)


@pytest.mark.parametrize(
    ("right", "wrong"), [("'nhs\\b'", "'nhs(\\b'"), ('kind = "nhs-body"\nwords = [\'nhs', "words = ['nhs")]
)
def test_a_mistake_in_the_kinds_is_refused(right, wrong):
    text = KINDS.replace(right, wrong, 1)
    before = text[: text.index(wrong)]
    with pytest.raises(ValueError, match=r"this rule needs a kind, and words that are regular expressions") as error:
        kinds.read(text)
    assert f"kinds.toml, line {before[: before.rindex('[[rule]]')].count(chr(10)) + 1}:" in str(error.value)
