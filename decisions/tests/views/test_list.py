"""The list: every parameter, what is shown, and what a bad value does."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection

from decisions import ingest
from decisions.models import Decision
from decisions.tests import generated
from decisions.tests.search.factories import checks_of_the_index

pytestmark = pytest.mark.django_db
URL = "/decisions/"
MOST = 8 + (connection.vendor == "postgresql")  # which is asked for the stems of words that a worker has not met


@pytest.fixture
def rows(client, archive):
    """The references listed for some parameters, in order."""

    def ask(**parameters):
        cache.clear()  # a page that is sent again has no context
        response = client.get(URL, parameters)
        assert response.status_code == 200
        return [row.decision.reference for row in response.context["listing"].rows]

    return ask


def page(client, **parameters):
    return client.get(URL, parameters).content.decode()


def test_all_decisions_newest_first(rows):
    assert rows() == ["24 012 358", "24 006 339", "22 015 753", "21 018 159", "20 010 135"]
    assert rows(sort="oldest") == rows()[::-1]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"council": "london-borough-of-barnet"}, ["24 006 339"]),
        ({"council": ["london-borough-of-barnet", "southend-on-sea-city-council"]}, ["24 012 358", "24 006 339"]),
        ({"year": ["2021", "2022"]}, ["21 018 159", "20 010 135"]),
        ({"ground": "nothing-worthwhile-to-achieve"}, ["24 012 358", "22 015 753"]),
        ({"ground": "nothing-worthwhile-to-achieve", "year": "2025"}, ["24 012 358"]),
        ({"ground": "none"}, []),
        ({"category": "childrens-care-services", "year": "2023"}, ["22 015 753"]),
        ({"category": "childrens-care-services/child-protection", "year": "2023"}, ["22 015 753"]),
        ({"outcome": "closed-after-initial-enquiries", "year": "2023"}, ["22 015 753"]),
        ({"category": ["childrens-care-services", "childrens-care-services/x"], "year": "2023"}, ["22 015 753"]),
        ({"outcome": "not-stated"}, []),
        ({"q": "rectification", "sort": "newest"}, ["24 012 358", "24 006 339", "22 015 753"]),
        ({"q": "kirklees"}, ["20 010 135"]),
    ],
)
def test_or_within_a_facet_and_between_them(rows, parameters, expected):
    assert rows(**parameters) == expected


def test_the_default_order_is_relevance_with_words_else_newest(client, archive):
    assert client.get(URL).context["listing"].query.sort == "newest"
    assert client.get(URL, {"q": "kirklees"}).context["listing"].query.sort == "relevance"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("council", "atlantis"),
        ("year", "1850"),
        ("year", "２０２３"),
        ("year", "x"),
        ("ground", "boredom"),
        ("category", "childrens-care-services/x"),
        ("outcome", "won"),
        ("sort", "best"),
        ("page", "x"),
        ("council", "a\0b"),
        ("council", "x" * 5000),
    ],
)
def test_an_unknown_value_is_left_out_and_named(client, archive, name, value):
    response = client.get(URL, {name: value})
    assert response.status_code == 200
    assert response.context["listing"].total == 5
    assert [(each.parameter, each.value) for each in response.context["listing"].query.rejected] == [(name, value)]
    assert "Ignored: <strong>" in response.content.decode()


@pytest.mark.parametrize("number", ["0", "2", "999999999999", "9" * 5000])
def test_a_page_out_of_range_is_not_found(client, archive, number):
    assert client.get(URL, {"page": number}).status_code == 404


def test_a_row_shows_what_people_choose_by(client, archive):
    text = page(client, council="southend-on-sea-city-council")
    for shown in [
        "Southend-on-Sea City Council",
        "24 012 358",
        "7 Jan 2025",
        "Closed after initial enquiries",
        "Children&#x27;s care services",
        "Nothing worthwhile would be achieved",
        "Would not lead to a different result",
        "We will not investigate this complaint that the Council produced a flawed assessment report",
    ]:
        assert shown in text


def test_the_best_paragraph_is_marked_and_linked(client, archive):
    text = page(client, q="rectification", council="southend-on-sea-city-council")
    assert 'href="/decisions/24-012-358/?q=rectification&amp;council=southend-on-sea-city-council#p10"' in text
    assert "right to <mark>rectification</mark> under" in text


def test_what_is_around_a_mark_is_escaped(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    paragraph = decision.paragraphs.get(number=1)
    ingest.correct(decision, by="ann", paragraphs={paragraph.pk: {"text": "A zebra <script>alert(1)</script> & so"}})
    text = page(client, q="zebra")
    assert "<mark>zebra</mark> &lt;script&gt;alert(1)&lt;/script&gt; &amp; so" in text
    assert "<script>alert" not in page(client, q="<script>alert(1)</script>")


def test_a_chip_takes_its_filter_off_and_keeps_the_rest(client, archive):
    listing = client.get(URL, {"q": "social", "year": ["2021", "2022"], "sort": "oldest"}).context["listing"]
    assert [(chip.label, chip.without) for chip in listing.query.chips] == [
        ("“social”", "?year=2021&year=2022&sort=oldest"),
        ("2021", "?q=social&year=2022&sort=oldest"),
        ("2022", "?q=social&year=2021&sort=oldest"),
    ]


def test_a_selected_value_stays_listed_at_zero(client, archive):
    listing = client.get(URL, {"year": "2021", "council": "london-borough-of-barnet"}).context["listing"]
    assert listing.total == 0
    council = {value.value: (value.count, value.label) for value in listing.facets["council"].values}
    assert council["london-borough-of-barnet"] == (0, "London Borough of Barnet")
    assert council["kirklees-metropolitan-borough-council"] == (1, "Kirklees Metropolitan Borough Council")


def test_a_selected_subcategory_stays_in_the_form_at_zero(client, archive):
    below = "childrens-care-services/child-protection"
    response = client.get(URL, {"category": below, "q": "zebra"})
    (top,) = response.context["listing"].facets["category"].values
    assert (top.value, top.label, top.count, top.selected) == (
        "childrens-care-services",
        "Children's care services",
        0,
        False,
    )
    assert [(each.value, each.label, each.count, each.selected) for each in top.below] == [
        (below, "Child protection", 0, True)
    ]
    assert f'value="{below}"' in response.content.decode()


def test_a_category_is_not_folded_away_when_its_subcategory_is_on(client, db, tmp_path):
    for number in range(12):
        title = f"Ashby Council (22 015 {number:03})\nCategory : Category {number % 11} > Other\n"
        (tmp_path / f"{number}.txt").write_text(f"{title}The complaint\n- Mr X complains.", encoding="utf-8")
    assert ingest.import_files(sorted(tmp_path.iterdir())).new == 12
    every = client.get(URL).context["listing"].facets["category"]
    (last,) = {each.value for each in every.values} - {each.value for each in every.shown}
    assert every.hidden == 1
    facet = client.get(URL, {"category": f"{last}/other"}).context["listing"].facets["category"]
    assert last in [each.value for each in facet.shown]
    assert len(facet.shown) == 11


@pytest.mark.parametrize("order", [1, -1])
def test_a_subcategory_takes_the_place_of_its_category(client, db, tmp_path, order):
    for number, category in enumerate(["Planning > Advice", "Planning > Delay", "Planning", "Housing > Advice"]):
        (tmp_path / f"{number}.txt").write_text(
            f"Ashby Council (22 015 75{number})\nCategory : {category}\nThe complaint\n- Mr X complains.",
            encoding="utf-8",
        )
    assert ingest.import_files(sorted(tmp_path.iterdir())).new == 4
    listing = client.get(URL, {"category": ["planning", "planning/delay"][::order]}).context["listing"]
    assert [row.decision.reference for row in listing.rows] == ["22 015 751"]
    assert (listing.total, listing.query.rejected, listing.query.applied) == (1, [], 1)
    assert [(chip.label, chip.without) for chip in listing.query.chips] == [("Delay", "?")]
    assert listing.query.address() == "?category=planning/delay"
    planning = next(each for each in listing.facets["category"].values if each.value == "planning")
    assert (planning.count, planning.selected) == (3, False)
    assert [(each.label, each.count, each.selected) for each in planning.below] == [
        ("Advice", 1, False),
        ("Delay", 1, True),
        ("Not stated", 1, False),
    ]
    both = client.get(URL, {"category": ["planning", "planning/delay", "housing"][::order]}).context["listing"]
    assert both.total == 2


def test_a_subcategory_that_is_not_stated_is_named_in_its_chip(client, db, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Ashby Council (22 015 753)\nCategory : Planning\nThe complaint\n- Mr X complains.", encoding="utf-8"
    )
    ingest.import_files([tmp_path / "a.txt"])
    listing = client.get(URL, {"category": "planning/not-stated"}).context["listing"]
    assert ([chip.label for chip in listing.query.chips], listing.total) == (["Not stated"], 1)


def test_a_year_of_few_digits_can_be_asked_for_as_it_is_offered(client, archive):
    Decision.objects.filter(reference="22 015 753").update(decision_date=date(202, 3, 9), decision_year=202)
    assert "202" in [each.value for each in client.get(URL).context["listing"].facets["year"].values]
    listing = client.get(URL, {"year": "202"}).context["listing"]
    assert (listing.total, listing.query.rejected) == (1, [])
    assert client.get(URL, {"year": "0202"}).context["listing"].query.rejected
    assert client.get(URL, {"year": "20233"}).context["listing"].query.rejected


@pytest.mark.parametrize("query", ["x=1&" * 1001, "&".join(f"q{n}=" for n in range(2000)), "year=2023&" * 30_000])
def test_an_address_of_too_many_parameters_gives_the_whole_list_and_says_so(client, archive, query):
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert response.context["listing"].total == 5
    assert "more than 1000 parameters" in response.content.decode()
    assert client.get(f"{URL}?{query}", headers={"HX-Request": "true"}).status_code == 200
    assert "more than 1000 parameters" not in page(client)


def test_nothing_found_says_what_to_try(client, archive):
    text = page(client, q="barnet", year="2021")
    assert "No decision matches all of this" in text
    assert re.search(r'href="\?year=2021">Without your search words: 1 decision<', text)
    assert re.search(r'href="\?q=barnet">Without Year decided: 2021: 1 decision<', text)
    assert "See all 5 decisions" in text


def test_an_empty_archive_says_how_to_fill_it(client, db):
    assert "import_decisions" in page(client)


def test_pages_of_twenty_five_cover_everything_once(client, db, tmp_path):
    ingest.import_files(generated.write(tmp_path, 60))
    for parameters in [{}, {"sort": "oldest"}, {"q": "Mr X"}]:
        seen = []
        for number, size in [(1, 25), (2, 25), (3, 10)]:
            listing = client.get(URL, parameters | {"page": number}).context["listing"]
            assert len(listing.rows) == size
            seen += [row.decision.pk for row in listing.rows]
        assert len(set(seen)) == 60
        assert client.get(URL, parameters | {"page": 4}).status_code == 404


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"q": "social worker"},
        {
            "q": "social worker",
            "council": ["kirklees-metropolitan-borough-council", "x"],
            "year": ["2021", "1850"],
            "ground": "no-different-outcome",
            "category": "childrens-care-services/child-protection",
            "outcome": "closed-after-initial-enquiries",
            "sort": "oldest",
        },
    ],
)
def test_a_page_takes_at_most_eight_queries(client, archive, django_assert_max_num_queries, parameters):
    client.get(URL)  # the worker's columns are loaded once, and then only what has changed
    with django_assert_max_num_queries(MOST + checks_of_the_index()):
        assert client.get(URL, parameters).status_code == 200


def test_reading_sets_no_cookie(client, archive):
    assert not client.get(URL, {"q": "social"}).cookies


def test_a_script_is_told_to_leave_the_list_for_a_reference_and_which_address_it_shows(client, archive):
    by_script = {"HX-Request": "true"}
    gone = client.get(URL, {"q": "22015753", "year": "2021"}, headers=by_script)
    assert (gone.status_code, gone["HX-Redirect"]) == (200, "/decisions/22-015-753/")
    shown = client.get(URL, {"q": "", "year": "2021", "council": "x"}, headers=by_script)
    assert shown["HX-Push-Url"] == "/decisions/?year=2021"


def test_posting_is_refused(client, archive):
    assert client.post(URL).status_code == 405


def test_a_row_shows_the_three_best_paragraphs_in_their_order_each_with_the_search_carried_along(client, archive):
    listing = client.get(URL, {"q": "social worker"}).context["listing"]
    assert max(len(row.snippets) for row in listing.rows) == 3
    for row in listing.rows:
        assert [snippet.number for snippet in row.snippets] == sorted(snippet.number for snippet in row.snippets)
    assert re.search(r'href="/decisions/22-015-753/\?q=social\+worker#p\d+"', page(client, q="social worker"))
    assert 'href="/decisions/22-015-753/?q=-zebra"' in page(client, q="-zebra")


def test_what_was_typed_is_said_in_words_where_it_is_more_than_words(client, archive):
    assert "Decisions that mention" not in page(client, q="social worker")
    text = page(client, q='"social worker" -housing')
    assert "Decisions that mention <em>social worker</em> but not <em>housing</em>." in text
    assert "<em>&lt;b&gt;" not in page(client, q='"<b>"')


def test_what_had_no_meaning_is_said_above_the_results(client, archive):
    assert "summary: needs a word after it." in page(client, q="rectification summary:")
    assert client.get(URL, {"q": "summary:"}).context["listing"].total == 5


def test_nothing_found_says_which_word_has_none_and_what_may_have_been_meant(client, archive):
    text = page(client, q="rectifcation kirklees")
    assert "No decision mentions “rectifcation”." in re.sub(r"\s+", " ", text)
    assert '<a href="?q=rectification%20kirklees">rectification kirklees</a>' in text
    assert "There are decisions with each of these words, but none with all of them." in page(
        client, q="kirklees barnet"
    )
    decision = Decision.objects.get(reference="20 010 135")
    ingest.correct(decision, by="ann", facts={"summary": f"A zebra crossing. {decision.summary}"})
    Decision.objects.filter(reference="20 010 135").update(removed_at="2026-01-01T00:00Z", removal_reason="x")
    assert "Did you mean" not in page(client, q="zebrra")
    assert "No decision mentions “zebra”." in re.sub(r"\s+", " ", page(client, q="zebra"))


@pytest.mark.parametrize(
    "typed", ["rectifcation safegaurding zebrra OR xylophon -the", "kirklees barnet", "-ombudsman"]
)
def test_a_page_without_results_takes_no_more_queries(client, archive, django_assert_max_num_queries, typed):
    client.get(URL)  # as above
    with django_assert_max_num_queries(8 + checks_of_the_index()):
        response = client.get(URL, {"q": typed, "year": ["2021", "1850"], "council": "london-borough-of-barnet"})
        assert response.context["listing"].total == 0
