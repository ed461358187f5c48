"""A reference typed into the search box or an address leads to its decision."""

from urllib.parse import quote, urlencode

import pytest
from django.utils import timezone

from decisions import ingest
from decisions.models import Decision

pytestmark = pytest.mark.django_db
URL = "/decisions/"


def test_a_reference_in_the_search_box_leads_to_its_decision(client, archive):
    spellings = ["22 015 753", "22015753", "22-015-753", "ref 22 015 753", " Ref: 22 015 753 "]
    spellings += [
        "22 015 753.",
        "22 015 753,",
        "22–015–753",
        "22  015  753",
        "22\u00a0015\u00a0753",
        "22\u00ad015\u200b753",
    ]
    for spelling in spellings:
        response = client.get(URL, {"q": spelling})
        assert (response.status_code, response["Location"]) == (302, "/decisions/22-015-753/")


@pytest.mark.parametrize("number", ["9", "0", "x"])
def test_a_reference_leads_to_its_decision_whatever_page_is_asked_for(client, archive, number):
    response = client.get(URL, {"q": "22 015 753", "page": number, "year": "1850"})
    assert (response.status_code, response["Location"]) == (302, "/decisions/22-015-753/")


def test_a_reference_leads_to_its_decision_without_counting_the_list(client, archive, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):  # the revision, and the decision
        assert client.get(URL, {"q": "22 015 753"}).status_code == 302


@pytest.mark.parametrize("spelling", ["22 015 753.", "22 015 753,", "22–015–753", "22  015  753", "22\u00ad015-753"])
def test_every_spelling_in_an_address_leads_to_the_one_address(client, archive, spelling):
    response = client.get(f"/decisions/{quote(spelling)}/")
    assert (response.status_code, response["Location"]) == (301, "/decisions/22-015-753/")


def test_a_reference_of_a_removed_decision_leads_to_what_is_said_of_it(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})
    assert client.get(URL, {"q": "22 015 753"})["Location"] == "/decisions/22-015-753/"
    assert client.get("/decisions/22-015-753/").status_code == 410


def test_a_decision_is_looked_for_among_the_published_first(client, archive, django_assert_num_queries):
    with django_assert_num_queries(9) as asked:
        client.get("/decisions/22-015-753/")
    assert "decisions_revision" in asked[0]["sql"]
    assert "removed_at" in asked[1]["sql"].rpartition("WHERE")[2]


def test_a_reference_the_archive_lacks_is_said_to_be_missing(client, archive):
    assert "does not have decision <strong>99 999 999</strong>" in client.get(URL, {"q": "99999999"}).content.decode()


CITATIONS = [
    "https://www.lgo.org.uk/decisions/education/school-transport/22-015-753",
    "www.lgo.org.uk/decisions/22-015-753",
    "Staffordshire County Council (22 015 753)",
    "Staffordshire County Council (22 015 753) (LGSCO, 9 March 2023)",
    "Local Government and Social Care Ombudsman, Staffordshire County Council (22 015 753), 9 March 2023, paragraph 7",
    "Staffordshire County Council (22 015 753), Local Government and Social Care Ombudsman, 9 March 2023, "
    "https://archive.example/decisions/22-015-753/",
    *(
        official
        for start in ("https://www.", "http://www.", "https://", "www.", "")
        for official in (
            f"{start}lgo.org.uk/decisions/education/school-transport/22-015-753",
            f"{start}lgo.org.uk/decisions/education/school-transport/22-015-753/?chapter=2#step3",
        )
    ),
    "HTTPS://WWW.LGO.ORG.UK/DECISIONS/EDUCATION/SCHOOL-TRANSPORT/22-015-753/",
    "https://www.lgo.org.uk/decisions/education/school-transport/22 015 753",
    "https://www.lgo.org.uk/decisions/education/school-transport/22%20015%20753",
    "https://www.lgo.org.uk/decisions/education/school-transport/22/015/753",
    "https://www.lgo.org.uk/decisions/education/school-transport/22015753",
    "<https://www.lgo.org.uk/decisions/education/school-transport/22-015-753>.",
    "See https://www.lgo.org.uk/decisions/education/school-transport/22-015-753",
    "/decisions/education/school-transport/22-015-753",
    "https://web.archive.org/web/20230309101010/https://www.lgo.org.uk/decisions/education/transport/22-015-753",
    "https://archive.example/decisions/22-015-753/?q=24+006+339",
    "https://archive.example/decisions/22-015-753.json",
    "LGO decision 22 015 753",
    "Staffordshire County Council [22 015 753]",
]


@pytest.mark.parametrize("pasted", CITATIONS)
def test_a_pasted_address_or_citation_leads_to_its_decision(client, archive, pasted):
    response = client.get(URL, {"q": pasted})
    assert (response.status_code, response["Location"]) == (302, "/decisions/22-015-753/")


@pytest.mark.parametrize(
    "words",
    [
        "transport 22 015 753",
        "transport (bus) 22 015 753",
        "(22 015 753) or (24 006 339)",
        "https://example.org/20-5",
        "0122 015 753 (home)",
        "complaint:22 015 753",
        "algorithm 22 015 753",
        '"22 015 753"',
    ],
)
def test_words_with_a_number_among_them_are_searched_for(client, archive, words):
    assert client.get(URL, {"q": words}).status_code == 200


@pytest.fixture
def joint(archive, tmp_path):
    """Two decisions of a joint case, whose references differ in their letter."""
    for letter in "ab":
        text = f"Kent County Council (22 911 030{letter})\nThe complaint\n- Part {letter}."
        (tmp_path / f"{letter}.txt").write_text(text, encoding="utf-8")
    assert ingest.import_files([*tmp_path.iterdir()]).new == 2


NUMBERS = ["22-911-030", "22 911 030", "22911030", "22/911/030", "22.911.030", "ref 22 911 030"]
PASTED = [
    "https://www.lgo.org.uk/decisions/benefits-and-tax/council-tax/22-911-030",
    "lgo.org.uk/decisions/benefits-and-tax/council-tax/22/911/030/?chapter=1",
    "Kent County Council (22 911 030), LGSCO, 4 November 2022",
]


@pytest.mark.parametrize(
    "address",
    [
        *(f"/decisions/{number}/" for number in NUMBERS),
        *(f"/decisions/?{urlencode({'q': typed})}" for typed in (*NUMBERS, *PASTED)),
        *(f"/decisions/benefits-and-tax/council-tax/{number}" for number in NUMBERS),
        "/decisions/Benefits-and-Tax/Council-Tax/22-911-030/",
    ],
)
def test_the_number_of_a_joint_case_leads_to_each_of_its_decisions(client, joint, address):
    page = client.get(address, follow=True).text
    for letter in "ab":
        assert f'<a href="/decisions/22-911-030{letter}/">22 911 030{letter}</a>' in page
    assert "does not have" not in page


@pytest.mark.parametrize("spelling", ["22-015-753", "22 015 753", "22/015/753", "22015753", "22-015-753."])
@pytest.mark.parametrize("before", ["", "education/school-transport/", "Education/SCHOOL-TRANSPORT/"])
@pytest.mark.parametrize("after", ["", "/", "?chapter=2"])
def test_every_form_of_the_official_path_leads_to_the_page(client, archive, spelling, before, after):
    response = client.get(f"/decisions/{before}{spelling}{after}", follow=True)
    assert (response.status_code, response.request["PATH_INFO"]) == (200, "/decisions/22-015-753/")


@pytest.mark.parametrize("spelling", ["22-911-030A", "22911030a", "22 911 030 a", "22/911/030a", "Ref: 22 911 030A."])
def test_a_letter_in_any_form_leads_to_the_one_decision(client, joint, spelling):
    assert client.get(URL, {"q": spelling})["Location"] == "/decisions/22-911-030a/"
    assert client.get(f"/decisions/{quote(spelling)}/", follow=True).context["decision"].reference == "22 911 030a"


def test_the_number_of_a_joint_case_of_which_one_is_here_leads_to_that_one(client, joint):
    Decision.objects.get(reference="22 911 030a").delete()
    assert client.get(URL, {"q": "22 911 030"})["Location"] == "/decisions/22-911-030b/"


@pytest.mark.parametrize(
    "address",
    [
        "/decisions/{}/",
        "/decisions/{}.txt",
        "/decisions/{}.json",
        "/decisions/{}/similar/",
        "/decisions/{}/versions/",
        "/api/v1/decisions/{}/",
    ],
)
def test_every_address_of_a_decision_is_one_of_the_decision_another_spelling_gone_or_unknown(client, archive, address):
    def status(spelling):
        return client.get(address.format(spelling)).status_code

    one = address.format("22-015-753")
    assert status("22-015-753") == 200
    other = client.get(address.format("22015753"))
    assert (other.status_code, other["Location"]) == (301, one)
    assert status("99-999-999") == status("no-reference") == 404
    facts = {"removed_at": timezone.now(), "removal_reason": "It named a child."}
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="ann", facts=facts)
    gone = client.get(one)
    assert (gone.status_code, "It named a child." in gone.text) == (410, True)
    assert client.get(address.format("22015753"))["Location"] == one
