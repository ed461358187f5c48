"""Printed names find their council: by alias, by spelling, by who took its place."""

import pytest

from decisions import ingest
from decisions.ingest.councils import councils_of, refresh_keys
from decisions.models import Council, CouncilAlias, Decision, FormerSlug
from decisions.tests import generated

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """The decisions that print these names of their councils, imported one by one or in one go."""

    def imported(*names, first=1, together=True):
        references = [f"23 000 {number:03}" for number in range(first, first + len(names))]
        paths = [tmp_path / f"{reference}.txt" for reference in references]
        for name, reference, path in zip(names, references, paths, strict=True):
            path.write_text(f"{name} ({reference})\nThe complaint\n- Mr X complains.\n", encoding="utf-8")
        for batch in [paths] if together else [[path] for path in paths]:
            assert not ingest.import_files(batch).refused
        return [Decision.objects.get(reference=reference) for reference in references]

    return imported


def names(decisions):
    return {decision.council.name for decision in decisions}


@pytest.mark.parametrize("together", [True, False])
def test_every_spelling_comes_to_one_council_named_as_first_printed(imported, together):
    printed = ["London Borough of Barnet", "Barnet Council", "Barnet London Borough Council"]
    found = imported(*printed, together=together)
    assert names(found) == {"London Borough of Barnet"}
    assert [decision.council_printed for decision in found] == printed
    assert Council.objects.get().slug == "london-borough-of-barnet"
    assert set(CouncilAlias.objects.values_list("printed", flat=True)) == set(printed)


@pytest.mark.parametrize("together", [True, False])
def test_reorganised_councils_come_to_their_successor(imported, together):
    found = imported("Mendip District Council", "Somerset County Council", "Somerset Council", together=together)
    council = Council.objects.get()
    assert (council.name, council.slug, council.kind) == ("Somerset Council", "somerset-council", "council")
    assert found[0].council_printed == "Mendip District Council"


def test_a_county_and_a_city_of_like_name_stay_two(imported):
    found = imported("Leicester City Council", "Leicestershire County Council", "Leicester Council")
    assert found[0].council == found[2].council != found[1].council


def test_other_bodies_are_found_by_their_very_words_save_case_and_limited(imported):
    found = imported("Dunwich Homes Limited", "DUNWICH HOMES LTD.", "Dunwich Homes (North) Limited")
    assert [decision.council.name for decision in found] == [
        "Dunwich Homes Limited",
        "Dunwich Homes Limited",
        "Dunwich Homes (North) Limited",
    ]


def test_an_alias_that_staff_gave_comes_before_what_a_name_looks_like(imported):
    (first,) = imported("Kent County Council")
    other = Council(name="Borsetshire", slug="borsetshire")
    ingest.add_council(other)
    ingest.change_aliases(other, added=["Kent Council", "The Borsetshire Authority"])
    found = imported("Kent Council", "THE BORSETSHIRE AUTHORITY", "Kent County Council", first=2)
    assert [decision.council for decision in found] == [other, other, first.council]


def test_a_name_that_could_be_of_two_councils_which_staff_keep_apart_gets_one_of_its_own(imported):
    imported("Barnet Council")
    apart = Council(name="London Borough of Barnet", slug="london-borough-of-barnet")
    ingest.add_council(apart)
    (found,) = imported("Barnet London Borough Council", first=2)
    assert found.council.name == "Barnet London Borough Council"
    assert Council.objects.count() == 3


def test_a_council_that_staff_added_is_found_by_its_name(imported):
    council = Council(name="Barnet Council", slug="barnet")
    ingest.add_council(council)
    assert imported("London Borough of Barnet")[0].council == council


def test_a_council_added_under_a_name_that_is_another_s_alias_leaves_it_there(imported):
    imported("Barnet Council")
    ingest.add_council(Council(name="Barnet Council", slug="barnet-again"))
    assert CouncilAlias.objects.get().council.slug == "barnet-council"


def test_a_renamed_council_is_found_by_its_old_name_and_its_new_one(imported):
    (decision,) = imported("Ashby Council")
    ingest.correct_council(decision.council, name="Ashby-on-Sea Council", kind="council", by="ann")
    assert imported("Ashby Council", "Ashby-on-Sea Council", first=2)[0].council.name == "Ashby-on-Sea Council"
    assert Council.objects.count() == 1
    decision.refresh_from_db()
    assert decision.council_printed == "Ashby Council"


def test_the_printed_name_outlives_a_correction_of_the_council(imported):
    decision, other = imported("Ashby Council", "Kent County Council")
    ingest.correct(decision, by="ann", facts={"council": other.council})
    decision.refresh_from_db()
    assert (decision.council.name, decision.council_printed) == ("Kent County Council", "Ashby Council")


def test_a_changed_text_brings_the_name_it_prints_unless_staff_chose_the_council(imported, tmp_path):
    first, second = imported("Ashby Council", "Ashby Council")
    chosen = Council(name="Casterbridge Council", slug="casterbridge-council")
    ingest.add_council(chosen)
    ingest.correct(second, by="ann", facts={"council": chosen})
    for decision in (first, second):
        path = tmp_path / f"{decision.reference}.txt"
        path.write_text(path.read_text().replace("Ashby", f"New{decision.pk}"), encoding="utf-8")
    report = ingest.import_files(sorted(tmp_path.glob("*.txt")))
    assert (report.changed, len(report.refused)) == (2, 0)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (second.council, second.council_printed) == (chosen, f"New{second.pk} Council")
    assert first.council.name == first.council_printed == f"New{first.pk} Council"
    assert not Council.objects.filter(name=f"New{second.pk} Council").exists()


def test_a_new_council_takes_neither_a_slug_that_is_taken_nor_one_that_leads_on(imported):
    ingest.add_council(Council(name="Something else", slug="ashby-council"))
    FormerSlug.objects.create(council=Council.objects.get(), slug="ashby-council-2")
    assert imported("Ashby Council")[0].council.slug == "ashby-council-3"


def test_keys_follow_what_this_version_knows():
    council = Council.objects.create(name="Somerset Council", slug="somerset")
    CouncilAlias.objects.create(council=council, printed="Mendip District Council", key="")
    refresh_keys()
    assert councils_of(["Mendip Council", None, ""]) == {"Mendip Council": council}


def test_many_names_take_few_queries(django_assert_max_num_queries):
    printed = [f"Care Home {number} Limited" for number in range(400)]
    with django_assert_max_num_queries(10):
        councils_of(printed)
    with django_assert_max_num_queries(1):
        assert len(councils_of(printed)) == 400
    with django_assert_max_num_queries(5):
        assert len(councils_of(name.upper() for name in printed)) == 400
    assert Council.objects.count() == 400


def test_a_batch_asks_for_its_councils_once_however_many_decisions_it_has(tmp_path, django_assert_max_num_queries):
    files = generated.write(tmp_path, 100)
    ingest.import_files(files[:50])
    with django_assert_max_num_queries(24):  # four of them for the index
        assert ingest.import_files(files[50:]).new == 50


def test_a_decision_whose_text_states_no_council_prints_none(imported):
    decision = imported("")[0]
    assert (decision.council, decision.council_printed) == (None, "")
