"""`{% url %}` and `{% static %}` are cached, and give what Django's own would."""

import pytest
from django.template import Context, Template
from django.templatetags.static import static
from django.urls import NoReverseMatch, get_script_prefix, reverse, set_script_prefix


def written(source, **values):
    return Template(source).render(Context(values))


def test_a_page_has_its_address_wherever_the_site_stands():
    before = get_script_prefix()
    plain = Template("{% url 'councils' %} {% url page %} {% url 'council' 'kent' %}{% url 'laws' as law %} {{ law }}")
    for prefix in ("/", "/archive/", "/"):
        set_script_prefix(prefix)
        try:
            expected = [reverse("councils"), reverse("about"), reverse("council", args=["kent"]), reverse("laws")]
            assert plain.render(Context({"page": "about"})).split() == expected
            assert all(each.startswith(prefix) for each in expected)
        finally:
            set_script_prefix(before)


def test_a_page_that_is_not_there_is_an_error_each_time():
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            written("{% url 'no-such-page' %}")


def test_a_file_has_its_address():
    assert written("{% static 'archive/style.css' %}") == static("archive/style.css") != ""
