"""What is around the text of a decision: links, explanations, citations and downloads."""

import json
import re

import pytest
from django.utils import timezone

from decisions import ingest
from decisions.models import Decision, Ground, StandardParagraph
from decisions.tests.texts import COUNTS, FIXTURES, TEXTS, read

pytestmark = pytest.mark.django_db
FIRST = "/decisions/22-015-753/"
TOLD = (
    "- We decided an earlier complaint (22 015 753) and another one (99 888 777). See paragraph 5 below. The Council"
    " relied on the Housing Act 1996, section 193(2), on Schedule 5 of the Local Government Act 1974, on the Highways"
    " Act and on section 8.\n"
)


def page(client, address=FIRST):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", "", html).split()).replace("&#x27;", "'")


def between(html, begin, end="</section>"):
    at = html.index(begin)
    return html[at : html.index(end, at)]


@pytest.fixture
def pointing(archive, tmp_path):
    """The address of a decision that refers to another, to one that is not here, and to law."""
    text = read(FIXTURES / "texts" / "24-006-339.txt").replace("24 006 339", "24 900 001")
    text = text.replace("London Borough of Barnet", "Leeds City Council")
    at = text.index("- ")
    (tmp_path / "24-900-001.txt").write_text(text[:at] + TOLD + text[at:], encoding="utf-8")
    assert ingest.import_files([tmp_path / "24-900-001.txt"]).new == 1
    return "/decisions/24-900-001/"


def remove(reference):
    decision = Decision.objects.get(reference=reference)
    ingest.correct(decision, by="ann", facts={"removed_at": timezone.now(), "removal_reason": "It named a child."})


# Where people were sent, and law


def test_where_they_were_sent_instead_is_told_in_the_decisions_own_words_with_the_paragraph(client, archive):
    sent = between(page(client), 'class="sent"')
    assert "The Information Commissioner" in sent
    assert "“Mr X may wish to contact the Information Commissioner’s Office”" in words(sent)
    assert 'href="#p7"' in sent


def test_where_nobody_was_sent_anywhere_nothing_is_said_of_it(client, archive):
    assert "Where they were sent" not in page(client, "/decisions/21-018-159/")


def test_law_is_cited_as_printed_with_a_link_only_where_the_act_is_sure(client, pointing):
    law = between(page(client, pointing), 'class="law"')
    assert '<a href="https://www.legislation.gov.uk/ukpga/1996/52/section/193">section 193(2)</a>' in law
    assert '<a href="https://www.legislation.gov.uk/ukpga/1974/7/schedule/5">schedule 5</a>' in law.replace("S", "s")
    assert '<a href="https://www.legislation.gov.uk/ukpga/1974/7/section/34B">section 34(B)</a>' in law
    assert "section 8" in law
    assert ">section 8<" not in law
    assert "Highways" in law
    assert "1980" not in law


def test_the_act_named_nearest_is_linked_and_a_case_is_named_without_a_link(client, archive, tmp_path):
    text = read(FIXTURES / "mentions" / "the-act-named-nearest.txt")
    case = "R (M) v Slough Borough Council [2008] UKHL 52"
    (tmp_path / "one.txt").write_text(text.replace("make enquiries.", f"make enquiries ({case})."), encoding="utf-8")
    assert ingest.import_files([tmp_path / "one.txt"]).new == 1
    text = page(client, "/decisions/22-911-016/")
    law = between(text, 'class="law"')
    assert '<a href="https://www.legislation.gov.uk/ukpga/2014/23/section/42">section 42</a>' in law
    assert case in words(law)
    assert between(law, case, "</li>").count('href="#p2"') == 1
    assert f"({case})." in words(between(text, 'id="p2"', "</div>"))
    assert "slough" not in page(client, "/law/").lower()


def test_law_cited_leads_to_the_others_that_cite_it_where_it_is_sure_which_law_that_is(client, pointing):
    law = between(page(client, pointing), 'class="law"')
    assert '<a class="others" href="/law/housing-act-1996/">' in law
    assert '<a class="others" href="/law/housing-act-1996/193/2/">' in law
    assert '<a class="others" href="/law/local-government-act-1974/schedule-5/">' in law
    assert '<a class="others" href="/law/highways' not in law
    for address in re.findall('class="others" href="([^"]+)"', law):
        assert "Leeds City Council" in words(page(client, address)) or address.count("/") == 3


def test_a_ground_leads_to_what_it_means_and_the_council_to_its_own_page(client, archive):
    text = page(client)
    assert '<h3><a href="/grounds/nothing-worthwhile-to-achieve/">Nothing worthwhile would be achieved</a></h3>' in text
    assert '<a href="/councils/staffordshire-county-council/">Staffordshire County Council</a>' in text
    Ground.objects.filter(slug="nothing-worthwhile-to-achieve").update(slug="of-old")
    assert "<h3>Nothing worthwhile would be achieved</h3>" in page(client)


def test_what_a_text_points_at_is_a_link_in_its_running_words_if_it_is_there(client, pointing):
    first = between(page(client, pointing), 'id="p1"', "</div>")
    assert '(<a href="/decisions/22-015-753/">22 015 753</a>)' in first
    assert "another one (99 888 777)." in first
    assert '<a href="#p5">paragraph 5 below</a>' in first
    assert '<a href="https://www.legislation.gov.uk/ukpga/1996/52/section/193">section 193(2)</a>' in first
    assert TOLD[2:].strip() in words(first)


def test_a_decision_names_those_that_refer_to_it(client, pointing):
    referring = between(page(client), 'class="referring"')
    assert "Leeds City Council" in referring
    assert 'href="/decisions/24-900-001/#p1"' in referring
    assert "refer to this one" not in page(client, pointing)


def test_a_removed_decision_is_neither_linked_nor_named_by_others(client, pointing):
    remove("24 900 001")
    assert "refer to this one" not in page(client)
    back = {"removed_at": None, "removal_reason": ""}
    ingest.correct(Decision.objects.get(reference="24 900 001"), by="ann", facts=back)
    remove("22 015 753")
    assert "/decisions/22-015-753/" not in between(page(client, pointing), 'id="p1"', "</div>")


# What words mean


def test_outcome_and_words_of_the_ombudsmans_are_explained_and_the_words_marked_as_ours(client, archive):
    text = page(client)
    for said in ["decided not to investigate, or to go no further", "What “fault” means", "What “injustice” means"]:
        assert said in words(text)
    assert text.count('<span class="ours">In our words') == 4


def test_a_word_is_explained_only_where_it_stands_and_linked_where_it_first_stands(client, db):
    ingest.import_files([FIXTURES / "reports-2016-17.jsonl"])
    text = page(client, "/decisions/15-020-792/")
    assert "means-maladministration" not in text
    assert len(re.findall(r'<a class="term" href="#means-fault">faults?</a>', text, re.IGNORECASE)) == 1


# Standard paragraphs


def test_a_standard_paragraph_is_folded_behind_its_number_and_first_words(client, archive):
    paragraph = between(page(client), 'id="p2"', "</details>")
    assert paragraph.index('href="#p2"') < paragraph.index('<details class="standard"><summary>')
    assert "We investigate complaints about" in paragraph[: paragraph.index("</summary>")]
    assert "Assessment Code" in paragraph[paragraph.index("</summary>") :]


def test_a_short_standard_paragraph_is_not_folded(client, archive):
    assert Decision.objects.get(reference="22 015 753").paragraphs.get(number=4).standard
    assert "<details" not in between(page(client), 'id="p4"', "</div>")


def test_evidence_is_never_folded(client, archive):
    decision = Decision.objects.get(reference="22 015 753")
    standard = StandardParagraph.objects.first()
    decision.paragraphs.filter(number__in=[5, 8]).update(standard=standard)
    text = page(client)
    assert "<details" in between(text, 'id="p5"', "</div>")
    assert "<mark>" in between(text, 'id="p8"', "</div>")
    assert "<details" not in between(text, 'id="p8"', "</div>")


def test_where_searched_words_stand_in_it_it_is_open(client, archive):
    assert '<details class="standard" open>' in between(page(client, f"{FIRST}?q=maladministration"), 'id="p2"', "<p>")
    assert '<details class="standard" open>' not in page(client, f"{FIRST}?q=rectification")


# Cite it, take it along


def test_it_is_cited_plainly_and_in_the_form_of_oscola(client, archive):
    take = words(between(page(client), 'id="cite"'))
    plain = "Staffordshire County Council (22 015 753), Local Government and Social Care Ombudsman, 9 March 2023, "
    assert f"{plain}http://testserver/decisions/22-015-753/" in take
    assert "Staffordshire County Council (22 015 753) (LGSCO, 9 March 2023)" in take


def test_a_citation_says_nothing_that_is_not_stated(client, db):
    ingest.import_files([FIXTURES / "reports-2016-17.jsonl"])
    Decision.objects.filter(reference="15 020 792").update(decision_date=None)
    text = page(client, "/decisions/15-020-792/")
    plain = "Decision 15 020 792, Local Government and Social Care Ombudsman, http://testserver/decisions/15-020-792/"
    assert plain in words(between(text, 'id="cite"'))
    assert "add [7]" not in text
    assert 'data-numbers=" (as this archive numbers it)"' in text
    facts = data_of(text)
    assert not {"about", "dateCreated"} & set(facts)
    assert "None" not in text


def data_of(text):
    """The JSON-LD of a page."""
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])


@pytest.mark.parametrize("reference", COUNTS)
def test_programs_are_told_the_facts_and_no_others(client, archive, reference):
    decision = Decision.objects.get(reference=reference)
    facts = data_of(page(client, decision.get_absolute_url()))
    assert facts["@context"] == "https://schema.org"
    assert (facts["identifier"], facts["dateCreated"]) == (reference, decision.decision_date.isoformat())
    assert (facts["abstract"], facts["about"]["name"]) == (decision.summary, decision.council_printed)
    assert facts["url"] == f"http://testserver{decision.get_absolute_url()}"
    assert client.get(facts["encoding"]["contentUrl"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("reference", COUNTS)
def test_what_programs_are_told_is_what_schema_org_has_for_a_report(client, archive, reference):
    facts = data_of(page(client, Decision.objects.get(reference=reference).get_absolute_url()))
    kinds = {"author": "Organization", "about": "Organization", "isPartOf": "WebSite", "encoding": "MediaObject"}
    texts = {"name", "identifier", "url", "genre", "articleSection", "dateCreated", "abstract", "inLanguage"}
    assert {"@context", "@type", "name", "identifier", "url", "author"} <= facts.keys()
    assert facts.keys() <= {"@context", "@type", *texts, *kinds}
    assert facts["@type"] == "Report"
    assert all(isinstance(facts[each], str) and facts[each] for each in texts & facts.keys())
    assert {each: facts[each]["@type"] for each in kinds.keys() & facts.keys()} == kinds
    assert facts["encoding"].keys() == {"@type", "encodingFormat", "contentUrl", "sha256"}


def test_facts_for_programs_cannot_end_their_block(client, archive):
    Decision.objects.filter(reference="22 015 753").update(summary="</script><script>alert(1)</script>&amp;")
    text = page(client)
    assert data_of(text)["abstract"] == "</script><script>alert(1)</script>&amp;"
    assert "<script>alert" not in text


def test_a_card_that_is_shared_bears_name_summary_and_the_one_address(client, archive):
    text = page(client, f"{FIRST}?q=achieve")
    assert '<meta property="og:title" content="Staffordshire County Council (22 015 753)">' in text
    assert '<meta property="og:url" content="http://testserver/decisions/22-015-753/">' in text
    assert 'property="og:description" content="We will not investigate' in text


# As imported, or corrected


def test_a_decision_nobody_corrected_is_shown_as_imported(client, archive):
    said = words(between(page(client), 'class="provenance"'))
    assert f"Shown exactly as imported on {timezone.localtime():%-d %B %Y}; no corrections have been made." in said


def test_a_corrected_decision_says_when_and_leads_to_what_changed(client, archive):
    ingest.correct(Decision.objects.get(reference="22 015 753"), by="ann", facts={"outcome": "Upheld"})
    said = between(page(client), 'class="provenance"')
    assert f'<a href="#corrections">Corrected by staff on {timezone.localtime():%-d %B %Y}: what changed</a>' in said
    assert "no corrections have been made" not in said


# How long it is


@pytest.mark.parametrize("files", [TEXTS, [FIXTURES / "reports-2016-17.jsonl"]], ids=["texts", "reports"])
def test_a_page_is_no_longer_than_twice_its_words_and_twenty_kilobytes(client, db, files):
    ingest.import_files(files)
    for decision in Decision.objects.all():
        texts = [decision.summary, decision.closing]
        texts += [text for section in decision.sections.all() for text in (section.heading, section.lead)]
        texts += decision.paragraphs.values_list("text", flat=True)
        own = sum(len(text.encode()) for text in texts)
        for asked in ("", "?year=2025&sort=oldest"):
            length = len(page(client, decision.get_absolute_url() + asked).encode())
            assert length <= 2 * own + 20_000, (decision.reference, asked, own)
