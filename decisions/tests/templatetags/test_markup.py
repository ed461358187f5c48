"""HTML is in templates; Python writes only highlights, and data in a script, with everything escaped."""

import ast
import json
import re
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import Context, Template

from decisions.detail.paragraphs import PageLine, PageParagraph
from decisions.highlighting import Segment

BY_PYTHON = "decisions/templatetags/markup.py"
MARKED_SAFE = {"mark_safe", "format_html", "format_html_join", "html_safe", "SafeString", "SafeText", "SafeData"}
HOSTILE = "</script><!-- & \u2028 <b>"


def rendered(source, **values):
    return Template("{% load markup %}" + source).render(Context(values))


def test_html_is_in_templates_alone():
    found = {}
    for folder in ("decisions", "ombudsman"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            place = path.relative_to(settings.BASE_DIR)
            if "tests" not in place.parts:
                names = {
                    alias.name
                    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                    if isinstance(node, ast.ImportFrom)
                    for alias in node.names
                }
                found |= {place.as_posix(): names & MARKED_SAFE} if names & MARKED_SAFE else {}
    assert found == {BY_PYTHON: {"SafeString"}}, f"write it in a template, or as segments for {BY_PYTHON}"


def test_templates_use_django_s_own_url_and_static():
    assert Template("").engine.template_builtins[-1].tags.keys() <= {"static", "get_static_prefix", "get_media_prefix"}
    assert settings.TEMPLATES[0]["OPTIONS"]["builtins"] == ["django.templatetags.static"]


@pytest.mark.parametrize("element", ["mark", "em", "ins"])
def test_highlights_are_escaped_in_whatever_element(element):
    segments = [Segment("a < b", True), Segment(" & c", False)]
    written = rendered("{{ segments|marked:element }}", segments=segments, element=element)
    assert written == f"<{element}>a &lt; b</{element}> &amp; c"
    assert rendered("{{ segments|marked }}", segments=[]) == ""


def test_words_found_in_evidence_are_both_and_neighbours_with_one_link_are_one_link():
    segments = [
        Segment("a", False, link="/x?a&b"),
        Segment("b", True, found=True, match=3, link="/x?a&b"),
        Segment("c", False, found=True),
    ]
    assert rendered("{{ segments|marked }}", segments=segments) == (
        '<a href="/x?a&amp;b">a<mark class="found proof" id="match-3">b</mark></a><mark class="found">c</mark>'
    )


def test_data_in_a_script_cannot_end_it_and_is_read_back():
    written = rendered("{{ data|script_json }}", data={"name": HOSTILE})
    assert not re.search("[<>&\u2028]", written)
    assert json.loads(written) == {"name": HOSTILE}


def test_a_change_shows_only_the_words_that_differ():
    source = '{% with sides=change|compared %}{{ sides.0|marked:"del" }} → {{ sides.1|marked:"ins" }}{% endwith %}'
    change = SimpleNamespace(old="They were <old> men here", new="They were <new> men here")
    assert rendered(source, change=change) == (
        "They were <del>&lt;old&gt;</del> men here → They were <ins>&lt;new&gt;</ins> men here"
    )


def test_a_name_does_not_break_at_its_hyphens_and_nothing_follows_it():
    """A line end at the end of the file would be a space inside each link to a council."""
    written = rendered('<a>{% include "_unbroken.html" %}</a>', name="Southend-on-Sea <City> Council")
    assert written == '<a><span class="unbroken">Southend-on-Sea</span> &lt;City&gt; Council</a>'


def test_paragraphs_are_joined_by_commas_without_a_space_before():
    written = rendered('{% include "detail/_places.html" %}', numbers=[0, 12])
    assert written == (
        '<a class="pilcrow" href="#summary">Summary</a>, '
        '<a class="pilcrow" href="#p12"><span class="unseen">Paragraph</span> 12</a>'
    )


def test_items_before_the_first_paragraph_are_items_without_a_number():
    item = PageLine("p0-a", 0, "a", 1, [Segment("It <came> late.", False)])
    bullet = PageLine("", 0, "•", 1, [Segment("And wet.", False)])
    source = '{% include "detail/_paragraphs.html" %}'
    assert rendered(source, paragraphs=[PageParagraph([item, bullet])]).strip() == (
        '<div class="paragraph">\n'
        '<div class="item depth-1" id="p0-a"><a class="letter" href="#p0-a" aria-label="Paragraph 0, item a)">a)</a>'
        " <p>It &lt;came&gt; late.</p></div>\n"
        '<div class="item depth-1"><span class="bullet">•</span> <p>And wet.</p></div>\n'
        "</div>"
    )
