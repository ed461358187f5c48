"""Similar decisions, and why; decisions close to a reader's description."""

import pytest

from decisions import ingest
from decisions.models import Decision, Paragraph, StandardParagraph
from decisions.similar import LONGEST, Closest, Count, Similar
from decisions.tests.search.factories import checks_of_the_index
from decisions.tests.similar.factories import OTHERS, decision_text, load

pytestmark = pytest.mark.django_db


def why(neighbour):
    return "".join(f"*{each.text}*" if each.marked else each.text for each in neighbour.why)


def alike(reference):
    decision = Decision.objects.select_related("council").get(reference=reference)
    return [(each.decision.reference, why(each)) for each in Similar(decision).neighbours]


def test_what_shares_a_rare_word_is_alike_and_says_so(tmp_path):
    load(
        tmp_path,
        decision_text(1, "Her blue badge was refused because of her mobility.", category="Transport > Badges"),
        decision_text(2, "A blue badge and the mobility of a man.", category="Housing > Advice"),
        *OTHERS,
    )
    assert alike("22 015 001") == [("22 015 002", "Both mention *blue badge*, *mobility*")]
    assert alike("22 015 100") == []


def test_a_ground_and_a_category_in_common_are_named_and_bring_nearer(tmp_path):
    late = "The complaint is late and there is no good reason for the delay in complaining."
    load(
        tmp_path,
        decision_text(1, f"His hovercraft. {late}", category="Transport > Ferries"),
        decision_text(2, "Their hovercraft.", category="Housing > Advice"),
        decision_text(3, f"A hovercraft. {late}", category="Transport > Ferries"),
        *OTHERS,
    )
    found = alike("22 015 001")
    assert [reference for reference, _ in found] == ["22 015 003", "22 015 002"]
    because = "Same ground: Complained too late (after 12 months); same category: Ferries; both mention "
    assert found[0][1].startswith(because)
    assert found[1][1] == "Both mention *hovercraft*"


def test_what_they_recite_makes_none_alike(tmp_path):
    role = "The Walrus Regulations 1999 govern marzipan."
    load(
        tmp_path,
        decision_text(1, "Noise at night.", role=role, category="A > B"),
        decision_text(2, "Bins were full.", role=role, category="C > D"),
        *OTHERS,
    )
    assert alike("22 015 001") == []


def test_words_of_the_one_that_the_other_only_recites_make_them_none_alike(tmp_path):
    load(
        tmp_path,
        decision_text(1, "A walrus.", category="A > B"),
        decision_text(2, "Bins.", role="The Walrus Act."),
        *OTHERS,
    )
    assert alike("22 015 001") == []


def test_standard_paragraphs_make_none_alike(tmp_path):
    same = "We decide whether a walrus was considered with marzipan in every case of this kind that comes to us."
    load(tmp_path, decision_text(1, "Noise.", same, "A > B"), decision_text(2, "Bins.", same, "C > D"), *OTHERS)
    assert [reference for reference, _ in alike("22 015 001")] == ["22 015 002"]
    standard = StandardParagraph.objects.create(wording=same, fingerprint="x")
    Paragraph.objects.filter(text=same).update(standard=standard)
    assert alike("22 015 001") == []


def test_the_name_of_a_council_makes_none_alike(tmp_path):
    texts = [decision_text(each, f"Dunwich {thing}.", council="Dunwich Council", category=f"A{each} > B{each}")
              for each, thing in ((1, "noise"), (2, "bins"))]  # fmt: skip
    load(tmp_path, *texts, *OTHERS)
    assert alike("22 015 001") == []


def test_a_removed_decision_is_like_none(tmp_path):
    load(tmp_path, decision_text(1, "A walrus."), decision_text(2, "The walrus."), *OTHERS)
    assert alike("22 015 001")
    removed = Decision.objects.get(reference="22 015 002")
    ingest.correct(removed, by="ann", facts={"removed_at": removed.imported_at, "removal_reason": "Asked for."})
    assert alike("22 015 001") == []
    assert Closest("walrus").of == 1


def test_what_was_changed_past_ingest_is_seen_at_once(tmp_path):
    load(tmp_path, decision_text(1, "A walrus."), decision_text(2, "Nothing."), *OTHERS)
    assert alike("22 015 001") == []
    Decision.objects.filter(reference="22 015 002").update(summary="The walrus again.")
    assert [reference for reference, _ in alike("22 015 001")] == ["22 015 002"]


def test_at_most_five_are_alike_the_most_alike_first(tmp_path):
    many = [decision_text(each, "A walrus." if each != 5 else "A walrus in the harbour.") for each in range(2, 9)]
    load(tmp_path, decision_text(1, "One walrus in a harbour."), *many, *OTHERS,
         *[decision_text(200 + each, "Nothing.") for each in range(250)])  # fmt: skip
    found = alike("22 015 001")
    assert len(found) == 5
    assert found[0][0] == "22 015 005"


def test_what_somebody_tells_finds_the_closest_and_how_they_were_decided(tmp_path):
    load(
        tmp_path,
        decision_text(1, "A blue badge was refused."),
        decision_text(2, "He lost his blue badge in the snow."),
        *OTHERS,
    )
    closest = Closest("They refused me a BLUE badge, and my mobility is poor.")
    assert closest.of == 2
    assert [why(each) for each in closest.neighbours] == ["Mentions *BLUE badge*"] * 2
    (outcome,) = closest.outcomes
    assert (outcome.label, outcome.number, outcome.of, outcome.share.percentage) == (
        "Closed after initial enquiries", 2, 2, None)  # fmt: skip


def test_a_percentage_needs_thirty_decisions():
    assert Count("Upheld", 15, 30).share.percentage == 50
    assert Count("Upheld", 15, 29).share.percentage is None


def test_words_that_are_common_tell_by_standing_side_by_side(tmp_path):
    apart = [decision_text(300 + each, f"The school {each}. Of transport.") for each in range(20)]
    load(tmp_path, decision_text(1, "It was school transport."), *apart, *OTHERS)
    assert [why(each) for each in Closest("school transport").neighbours] == ["Mentions *school transport*"]
    assert Closest("school, transport").neighbours == []


@pytest.mark.parametrize("words", ["", " ", "the council said", "12345", "\x00", "🙂" * 100, "\u200b", "' OR 1=1 --"])
def test_what_tells_nothing_finds_nothing(archive, words):
    closest = Closest(words)
    assert (closest.has_words, closest.of, closest.neighbours) == (False, 0, [])


def test_a_long_text_is_cut_and_costs_no_more_queries(archive, django_assert_max_num_queries):
    text = "rectification of a flawed report " * 4000
    assert not Closest("rectification").is_cut
    with django_assert_max_num_queries(5 + checks_of_the_index()):
        closest = Closest(text)
    assert len(text) > LONGEST
    assert closest.is_cut
    assert closest.neighbours


def test_an_empty_archive_has_nothing_alike(db):
    assert Closest("a walrus").neighbours == []
