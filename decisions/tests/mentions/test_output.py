"""Mentions as JSON data and as lines of text."""

from decisions.mentions import mentions
from decisions.mentions.output import as_data, as_lines
from decisions.tests.grounds.factories import document_of

DOCUMENT = document_of(
    ("My assessment", "See decision 21 018 159 and paragraph 1 above."),
    ("Final decision", "Mr X can contact Ofsted (Care Act 2014, section 9)."),
)


def test_each_mention_has_its_fields_its_span_and_its_quote():
    assert as_data(DOCUMENT, mentions(DOCUMENT)) == {
        "signposts": [
            {
                "place": "ofsted",
                "title": "Ofsted",
                "paragraph": 2,
                "start": 0,
                "end": 23,
                "quote": "Mr X can contact Ofsted",
            }
        ],
        "provisions": [
            {
                "act": "Care Act 2014",
                "kind": "section",
                "number": "9",
                "normalised": "9",
                "paragraph": 2,
                "start": 40,
                "end": 49,
                "quote": "section 9",
            }
        ],
        "references": [
            {
                "kind": "decision",
                "reference": "21 018 159",
                "paragraph": 1,
                "start": 13,
                "end": 23,
                "quote": "21 018 159",
            },
            {
                "kind": "paragraph",
                "numbers": [1],
                "paragraph": 1,
                "start": 28,
                "end": 45,
                "quote": "paragraph 1 above",
            },
        ],
    }


def test_the_lines_say_what_is_mentioned_and_in_which_words():
    assert as_lines(DOCUMENT, mentions(DOCUMENT)) == [
        "signposts",
        "    ofsted, paragraph 2, 0-23",
        "        “Mr X can contact Ofsted”",
        "",
        "provisions",
        "    Care Act 2014: section 9, paragraph 2, 40-49",
        "        “section 9”",
        "",
        "references",
        "    to decision 21 018 159, paragraph 1, 13-23",
        "        “21 018 159”",
        "    to paragraph 1, paragraph 1, 28-45",
        "        “paragraph 1 above”",
    ]
