"""The pages of councils: the list from A to Z, one council with its names, and councils side by side."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.utils.html import strip_tags

from decisions import ingest
from decisions.models import Council, Decision
from decisions.overviews.councils import sort_name

pytestmark = pytest.mark.django_db
BARNET, STAFFORDSHIRE = "london-borough-of-barnet", "staffordshire-county-council"
KIRKLEES, WORCESTERSHIRE = "kirklees-metropolitan-borough-council", "worcestershire-county-council"


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def listed(client, address="/councils/"):
    cache.clear()
    return [each.sort_name for each in client.get(address).context["councils"].entries]


def write(folder, *titles):
    """Import a decision of each title and date."""
    for number, (title, date) in enumerate(titles):
        day = f"Decision date : {date}\n" if date else ""
        text = f"{title} (21 000 {number:03})\nDecision : Upheld\n{day}The complaint\n- He complains."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert not ingest.import_files(sorted(folder.iterdir())).refused


@pytest.mark.parametrize(
    ("name", "as_filed"),
    [
        ("London Borough of Barnet", "Barnet, London Borough of"),
        ("Royal Borough of Kensington & Chelsea", "Kensington & Chelsea, Royal Borough of"),
        ("City of York Council", "York Council, City of"),
        ("Leeds City Council", "Leeds City Council"),
        ("City Care Limited", "City Care Limited"),
        ("Isle of Wight Council", "Isle of Wight Council"),
    ],
)
def test_a_council_is_filed_under_its_own_name(name, as_filed):
    assert sort_name(name) == as_filed


def test_councils_stand_from_a_to_z(client, archive):
    assert listed(client) == [
        "Barnet, London Borough of",
        "Kirklees Metropolitan Borough Council",
        "Southend-on-Sea City Council",
        "Staffordshire County Council",
        "Worcestershire County Council",
    ]


def test_what_is_typed_narrows_them_and_so_does_a_letter_and_a_kind(client, archive, tmp_path):
    write(tmp_path, ("Zeal Care Home Limited", "01 Jan 2020"), ("Éclair Care Limited", "01 Jan 2020"))
    assert listed(client, "/councils/?find=BARNET+borough") == ["Barnet, London Borough of"]
    assert listed(client, "/councils/?letter=s") == ["Southend-on-Sea City Council", "Staffordshire County Council"]
    assert listed(client, "/councils/?letter=%23") == ["Éclair Care Limited"]
    assert listed(client, "/councils/?kind=care-provider") == ["Zeal Care Home Limited", "Éclair Care Limited"]
    assert listed(client, "/councils/?kind=care-provider&letter=Z&find=home") == ["Zeal Care Home Limited"]
    assert "No council here has “atlantis” in its name" in text_of(client, "/councils/?find=atlantis")


def test_every_link_of_the_list_leads_somewhere(client, archive):
    for address in set(re.findall(r'href="(\?[^"]*|/councils/[^"]*)"', client.get("/councils/").content.decode())):
        path = unescape(address)
        assert client.get(path if path.startswith("/") else f"/councils/{path}").status_code == 200, path


def test_a_bad_value_is_named_and_left_out(client, archive):
    for asked in ("kind=unicorn", "letter=ZZ", "page=2", "page=-1", "page=x", f"page={'9' * 400}"):
        text = text_of(client, f"/councils/?{asked}")
        assert f"Ignored: <strong>{asked.partition('=')[0]}</strong>" in text
        assert "5 found" in text
    assert text_of(client, f"/councils/?find={'x' * 5000}%00%3Cscript%3E")


def test_three_hundred_councils_a_page(client, archive, tmp_path):
    write(tmp_path, *((f"Number {number:03} Care Limited", "01 Jan 2020") for number in range(310)))
    assert len(listed(client)) == 300
    assert len(listed(client, "/councils/?page=2")) == 15
    assert len(client.get("/councils/").content) <= 60_000


def test_a_council_tells_what_is_held_and_from_when_to_when(client, archive):
    text = text_of(client, f"/councils/{BARNET}/")
    assert "London Borough of Barnet" in text
    assert "dated 12 September 2024" in text
    assert "Cannot give the person what they want" in text
    assert f'href="/decisions/?council={BARNET}&ground=cannot-achieve-outcome-sought"' in text


def test_names_over_time_tell_what_was_reorganised(client, db, tmp_path):
    write(
        tmp_path,
        ("Mendip District Council", "01 Jan 2015"),
        ("Mendip District Council", "01 Jan 2018"),
        ("Somerset Council", "01 Jan 2024"),
        ("Somerset Council", None),
    )
    page = client.get("/councils/somerset-council/").context["council"]
    assert [(name.printed, name.number, name.first.year, name.last.year) for name in page.names] == [
        ("Somerset Council", 2, 2024, 2024),
        ("Mendip District Council", 2, 2015, 2018),
    ]
    cache.clear()
    text = " ".join(strip_tags(text_of(client, "/councils/somerset-council/")).split())
    assert (
        "Mendip District Council 2 decisions, 2015 to 2018; part of Somerset Council since 2023 (The Somerset" in text
    )
    assert "1 more has no date" in text


def test_a_merged_council_s_address_leads_to_the_other(client, archive):
    barnet, staffordshire = (Council.objects.get(slug=slug) for slug in (BARNET, STAFFORDSHIRE))
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    response = client.get(f"/councils/{STAFFORDSHIRE}/")
    assert (response.status_code, response["Location"]) == (301, f"/councils/{BARNET}/")
    page = client.get(f"/councils/{BARNET}/").context["council"]
    assert {name.printed for name in page.names} == {"London Borough of Barnet", "Staffordshire County Council"}
    response = client.get(f"/councils/compare/?council={STAFFORDSHIRE}&council={KIRKLEES}&year=2021")
    assert response.status_code == 301
    assert response["Location"] == f"/councils/compare/?council={BARNET}&council={KIRKLEES}&year=2021"


def test_a_council_that_no_decision_is_about_is_not_found(client, archive):
    Council.objects.create(name="Atlantis Council", slug="atlantis-council")
    for slug in ("atlantis-council", "not-stated", "x" * 3000, "%00", "..%2f"):
        assert client.get(f"/councils/{slug}/").status_code == 404, slug


def test_a_page_follows_a_new_name_and_a_new_kind(client, archive):
    client.get(f"/councils/{BARNET}/")
    Council.objects.filter(slug=BARNET).update(name="Barnet Council", kind=Council.Kind.OTHER)
    text = text_of(client, f"/councils/{BARNET}/")
    assert "<h1>Barnet Council</h1>" in text
    assert "Other body" in text


def test_councils_are_chosen_by_typing_without_script_and_taken_away(client, archive):
    text = text_of(client, "/councils/compare/")
    assert "Choose up to four councils" in text
    text = text_of(client, f"/councils/compare/?council={KIRKLEES}&year=2021&find=county")
    links = re.findall(r'href="(\?council[^"]+)"', text)
    assert f"?council={KIRKLEES}&council={WORCESTERSHIRE}&year=2021" in links
    text = text_of(client, f"/councils/compare/?council={KIRKLEES}&council={WORCESTERSHIRE}&year=2021")
    assert f"?council={WORCESTERSHIRE}&year=2021" in re.findall(r'href="(\?council[^"]+)"', text)
    assert "No other council here has “zzz” in its name" in text_of(client, "/councils/compare/?find=zzz")


def test_what_cannot_be_compared_is_named(client, archive):
    everyone = "&".join(f"council={slug}" for slug in Council.objects.order_by("slug").values_list("slug", flat=True))
    text = text_of(client, f"/councils/compare/?{everyone}")
    assert "You can compare at most four councils. Left out: Worcestershire County Council." in text
    text = text_of(
        client, f"/councils/compare/?council=atlantis&council=not-stated&council={KIRKLEES}&year=1&category=x"
    )
    for value in ("atlantis", "not-stated", "1", "x"):
        assert f"has no value “{value}” here" in text
    assert len(client.get(f"/councils/compare/?{everyone}").content) <= 60_000


def test_removing_the_only_decision_of_a_council_takes_it_from_the_list(client, archive):
    decision = Decision.objects.get(council__slug=BARNET)
    client.get("/councils/")
    ingest.correct(decision, by="ann", facts={"removed_at": decision.imported_at, "removal_reason": "Asked for."})
    assert "Barnet, London Borough of" not in listed(client)
    assert client.get(f"/councils/{BARNET}/").status_code == 404
    assert "has no value" in text_of(client, f"/councils/compare/?council={BARNET}")
