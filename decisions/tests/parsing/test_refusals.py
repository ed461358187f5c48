"""Texts that cannot be read are refused with the line, what was expected and what was found."""

import pytest

from decisions.parsing import ParseError, parse

TITLE = "Ashby Council (22 015 753)"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "a decision"),
        ("\n\n  \n", 1, "a decision"),
        ("Back to top\nPrint this page", 1, "a decision"),
        ("\nThe complaint\n  1. Mr X complains.", 2, "a title"),
        ("Ashby Council\n\nThe complaint\n  1. Mr X complains.", 1, "a title"),
        ("- Mr X complains about Ashby Council (22 015 753)", 1, "a title"),
        (f"{TITLE}\n\nMr X complains.", 3, "paragraphs"),
        (f"{TITLE}\nThe complaint\n- One.\n{TITLE}\nDecision : Upheld\nThe complaint\n- Two.", 4, "one decision"),
        (f"{TITLE}\nSummary: We will not investigate.", 2, "paragraphs"),
        (f"{TITLE}\nThe complaint\n  1. A\0B", 3, "text"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_by_line(text, line, expected):
    with pytest.raises(ParseError) as refused:
        parse(text)
    assert refused.value.line == line
    assert refused.value.expected.startswith(expected)
    assert refused.value.found
    assert str(line) in str(refused.value)
