"""The rows of a decision: which council it belongs to."""

import pytest

from decisions import ingest
from decisions.models import Council, Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def councils_of(tmp_path):
    """The councils of decisions that print these names of them, imported in one go."""

    def councils_of(*names):
        references = [f"23 000 00{place}" for place, _ in enumerate(names)]
        paths = [tmp_path / f"{reference}.txt" for reference in references]
        for name, reference, path in zip(names, references, paths, strict=True):
            path.write_text(f"{name} ({reference})\nThe complaint\n- Mr X complains.\n", encoding="utf-8")
        assert not ingest.import_files(paths).refused
        return [Decision.objects.get(reference=reference).council for reference in references]

    return councils_of


def test_a_name_without_a_letter_is_a_council_of_its_own(councils_of):
    symbols, others, again = councils_of("£££", "???", "£££")
    assert (symbols.name, others.name) == ("£££", "???")
    assert symbols.slug.startswith("body-")
    assert symbols.slug != others.slug
    assert symbols == again


def test_a_text_that_states_no_body_belongs_to_none(councils_of):
    assert councils_of("£££", "", "Kent County Council")[1] is None


@pytest.mark.parametrize(("name", "slug"), [("None", "none-body"), ("Not Stated", "not-stated-body")])
def test_a_council_named_like_what_stands_for_something_else_gets_a_slug_of_its_own(councils_of, name, slug):
    assert councils_of(name)[0].slug == slug
    assert Council.objects.get().name == name
