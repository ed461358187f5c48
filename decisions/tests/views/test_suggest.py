"""The suggestions of the search box while a reader types."""

import pytest

from decisions import ingest
from decisions.listing.suggestions import suggestions
from decisions.models import Council, Decision
from decisions.tests.similar.factories import OTHERS, decision_text, load
from decisions.tests.views.odd_values import ODD

pytestmark = pytest.mark.django_db
URL = "/decisions/suggest/"


def offered(client, typed):
    response = client.get(URL, {"q": typed})
    assert response.status_code == 200
    return [(each["kind"], each["label"]) for each in response.json()["suggestions"]]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("barn", ("Council", "London Borough of Barnet")),
        ("BARN", ("Council", "London Borough of Barnet")),
        ("Ｂａｒｎ", ("Council", "London Borough of Barnet")),
        ("london bar", ("Council", "London Borough of Barnet")),
        ("social worker barn", ("Council", "London Borough of Barnet")),
        ("nothing w", None),
        ("nothing wo", ("Why not investigated", "Nothing worthwhile would be achieved")),
        ("child prot", ("Category", "Children's care services: Child protection")),
    ],
)
def test_councils_grounds_and_categories_are_offered_by_the_beginnings_of_their_words(client, archive, typed, expected):
    found = offered(client, typed)
    assert expected in found if expected else found == []


def test_a_value_says_which_filter_it_is_and_what_stays_in_the_box(archive):
    first = suggestions("social worker barn")[0]
    assert (first.parameter, first.value, first.words) == ("council", "london-borough-of-barnet", "social worker")
    assert suggestions("barn")[0].words == ""


def test_frequent_words_are_offered_alone_and_side_by_side(db, tmp_path, client):
    badges = [decision_text(each, f"A blue badge {each}. The blue Badge.") for each in range(1, 4)]
    load(tmp_path, *badges, decision_text(9, "A bluebell."), *OTHERS)
    assert offered(client, "blu") == [("Words", "blue"), ("Words", "blue badge")]
    assert offered(client, "blue ba") == [("Words", "blue badge")]
    assert suggestions("refused blue ba")[0].words == "refused blue badge"
    assert offered(client, "bluebe") == []  # once is not frequent
    assert offered(client, "blue badge") == []  # it stands there already


def test_words_are_counted_and_offered_in_their_usual_form(db, tmp_path, client):
    load(tmp_path, *(decision_text(each, f"A ﬁshing permit² number {each}.") for each in range(1, 3)), *OTHERS)
    assert offered(client, "ﬁsh") == offered(client, "fish") == [("Words", "fishing"), ("Words", "fishing permit")]


@pytest.mark.parametrize("typed", ["", "b", '"barn', "council:barn", "-barn", "barn*", "x" * 101, "barn ", "22 015"])
def test_nothing_is_offered_for_what_is_no_beginning_of_a_word(client, archive, typed):
    assert offered(client, typed) == []


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_each_odd_value_is_answered(client, archive, value):
    offered(client, value)
    offered(client, f"barn {value}")
    offered(client, f"{value}barn")


def test_what_changes_is_offered_at_once_and_removed_decisions_offer_nothing(client, archive):
    Council.objects.filter(name__contains="Barnet").update(name="Borset Council")
    assert offered(client, "barn") == []
    assert offered(client, "borset") == [("Council", "Borset Council")]
    decision = Decision.objects.get(council__name="Borset Council")
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert offered(client, "borset") == []


def test_few_are_offered_and_few_queries_asked(db, client, tmp_path, django_assert_max_num_queries):
    councils = [
        decision_text(each, "Barns.", council=f"Barnaby{each} Council", category=f"Barn{each} > Barns")
        for each in range(20)
    ]
    load(tmp_path, *councils)
    assert len(offered(client, "barn")) <= 14
    with django_assert_max_num_queries(3):
        offered(client, "bar")
    Council.objects.filter(name="Barnaby1 Council").update(name="Another")
    client.get("/decisions/")
    with django_assert_max_num_queries(3):
        offered(client, "bar")


def test_it_is_not_sent_again_unchanged(client, archive, django_assert_num_queries):
    first = client.get(URL, {"q": "barn"})
    assert first.headers["Content-Type"] == "application/json"
    with django_assert_num_queries(1):
        assert client.get(URL, {"q": "barn"}, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_list_says_where_to_ask(client, archive):
    assert f'data-suggest="{URL}"' in client.get("/decisions/").content.decode()


def test_an_empty_archive_offers_nothing(client, db):
    assert offered(client, "barn") == []
