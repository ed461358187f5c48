"""The kinds of phrases."""

from dataclasses import replace

import pytest

from decisions.grounds import CATALOGUE, phrases
from decisions.grounds.phrases import Phrase, PhraseKind, hint, topic

MARKED = [kind for kind in PhraseKind if kind is not PhraseKind.REASON]


@pytest.mark.parametrize("kind", MARKED, ids=lambda kind: kind.name)
def test_every_kind_but_the_plain_one_has_a_function_of_its_name(kind: PhraseKind) -> None:
    assert getattr(phrases, kind.name.lower())("no fault") == Phrase("no fault", kind)


@pytest.mark.parametrize("kind", PhraseKind, ids=lambda kind: kind.name)
def test_every_kind_is_used_by_a_ground(kind: PhraseKind) -> None:
    assert any(ground.phrases_of(kind) for ground in CATALOGUE.values()), f"remove {kind} from {phrases.__file__}"


def test_a_plain_string_is_a_reason_and_phrases_keep_their_order() -> None:
    mixed = replace(CATALOGUE["personnel"], phrases=(hint("a"), "b", topic("c"), "d"))
    assert mixed.phrases_of(PhraseKind.REASON) == (Phrase("b"), Phrase("d"))
    assert mixed.phrases_of(PhraseKind.HINT, PhraseKind.TOPIC) == (hint("a"), topic("c"))
