"""Staff merge councils: what moves, what stays, what is recorded."""

import pytest
from django.core.exceptions import ValidationError

from decisions import ingest
from decisions.models import Correction, Council, CouncilAlias, Decision, FormerSlug
from decisions.tests.texts import FIXTURES

pytestmark = pytest.mark.django_db


@pytest.fixture
def barnet(archive):
    return Council.objects.get(slug="london-borough-of-barnet")


@pytest.fixture
def staffordshire(archive):
    return Council.objects.get(slug="staffordshire-county-council")


def test_decisions_move_and_keep_the_name_they_print(barnet, staffordshire):
    assert ingest.merge_councils(barnet, [barnet, staffordshire], by="ann") == 1
    decision = Decision.objects.get(reference="22 015 753")
    assert (decision.council, decision.council_printed) == (barnet, "Staffordshire County Council")
    assert not Council.objects.filter(pk=staffordshire.pk).exists()
    recorded = Correction.objects.values_list("decision", "field", "old", "new", "by")
    change = (Correction.COUNCIL_MERGED, "Staffordshire County Council", "London Borough of Barnet", "ann")
    assert list(recorded) == [(decision.pk, *change)]


def test_aliases_and_addresses_move_along_through_several_mergers(barnet, staffordshire):
    kirklees = Decision.objects.get(reference="20 010 135").council
    ingest.merge_councils(staffordshire, [kirklees], by="ann")
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    slugs = {kirklees.slug, "staffordshire-county-council"}
    assert Council.objects.current_slugs([*slugs, barnet.slug, "x"]) == dict.fromkeys(slugs, barnet.slug)
    printed = {"London Borough of Barnet", "Staffordshire County Council", kirklees.name}
    assert set(barnet.aliases.values_list("printed", flat=True)) == printed
    assert not set(FormerSlug.objects.values_list("slug", flat=True)) & set(
        Council.objects.values_list("slug", flat=True)
    )


def test_a_merged_council_is_found_by_its_names_and_stays_merged_whatever_is_imported(barnet, staffordshire, tmp_path):
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    text = (FIXTURES / "texts" / "22-015-753.txt").read_text(encoding="utf-8")
    changed = {
        "a.txt": text.replace("refer to as Mr X", "refer to as Mr Y"),
        "b.txt": text.replace("22 015 753", "22 015 754").replace("Staffordshire County", "Staffordshire"),
    }
    for name, content in changed.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    report = ingest.import_files(sorted(tmp_path.iterdir()))
    assert (report.changed, report.new, report.refused) == (1, 1, [])
    assert set(Decision.objects.filter(reference__startswith="22 015 75").values_list("council", flat=True)) == {
        barnet.pk
    }


def test_a_council_corrected_by_hand_still_guards_the_text(barnet, staffordshire, tmp_path):
    decision = Decision.objects.get(reference="22 015 753")
    ingest.correct(decision, by="ann", facts={"council": barnet})
    assert Correction.objects.guarding_the_text().filter(decision=decision).exists()


def test_search_finds_both_names_on_the_next_request(client, barnet, staffordshire):
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    for words in ("staffordshire", "barnet staffordshire", "barnet county"):
        rows = client.get("/decisions/", {"q": words}).context["listing"].rows
        assert "22 015 753" in [row.decision.reference for row in rows], words


def test_many_decisions_move_in_few_queries(barnet, staffordshire, django_assert_max_num_queries):
    first = Decision.objects.get(reference="22 015 753")
    Decision.objects.bulk_create(
        Decision(reference=f"23 000 {n:03}", council=staffordshire, source=b"", imported_at=first.imported_at)
        for n in range(300)
    )
    with django_assert_max_num_queries(34):
        assert ingest.merge_councils(barnet, [staffordshire], by="ann") == 301
    assert Correction.objects.count() == 301


def test_one_council_alone_and_one_that_is_gone_are_refused(barnet, staffordshire):
    with pytest.raises(ValidationError):
        ingest.merge_councils(barnet, [barnet], by="ann")
    ingest.merge_councils(barnet, [staffordshire], by="ann")
    gone = Council(pk=10_000, name="Gone", slug="gone")
    for kept, others in [(barnet, [gone]), (gone, [barnet])]:
        with pytest.raises(ValidationError, match="someone has just merged"):
            ingest.merge_councils(kept, others, by="ann")
    assert CouncilAlias.objects.filter(council=barnet).count() == 2
