"""Sentences labelled by hand: how many signposts and provisions are found, and how many rightly.

The rules were written with the development sentences in sight, and without looking at the held-out ones.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from decisions.mentions import act_slugs, mentions
from decisions.parsing.document import Document, Paragraph, Section
from decisions.tests.mentions.factories import places

LABELLED = Path(__file__).resolve().parents[3] / "fixtures" / "mentions"
SETS = ("development", "held-out")
Labels = list[object]


def labelled(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (LABELLED / name).read_text(encoding="utf-8").splitlines()]


def cited(text: str) -> Labels:
    """The provisions of an assessment of these paragraphs as [slug of the Act, kind, number]; no law as a whole."""
    paragraphs = tuple(Paragraph(number, each) for number, each in enumerate(text.split("\n\n"), start=1))
    document = Document("23 000 001", None, sections=(Section("My assessment", 1, (), paragraphs),))
    found = mentions(document).provisions
    return [
        [slug, each.kind, each.normalised or ""]
        for slug, each in zip(act_slugs(document, found), found, strict=True)
        if each.number or each.kind == "case"
    ]


def pairs(kind: str, part: str) -> Iterator[tuple[str, Labels, Labels]]:
    """Yield each text with what it should have, and what is found."""
    for row in labelled(f"{kind}-{part}.jsonl"):
        text = str(row["text"])
        yield (
            text,
            list(row["places" if kind == "signposts" else "provisions"]),
            (  # type: ignore[call-overload]
                list(places(text)) if kind == "signposts" else cited(text)
            ),
        )


def scores(kind: str, part: str) -> tuple[float, float]:
    """Recall and precision."""
    rows = list(pairs(kind, part))
    right = sum(min(wanted.count(each), found.count(each)) for _, wanted, found in rows for each in unique(wanted))
    return right / sum(len(wanted) for _, wanted, _ in rows), right / sum(len(found) for _, _, found in rows)


def unique(labels: Labels) -> Labels:
    return [each for index, each in enumerate(labels) if each not in labels[:index]]


@pytest.mark.parametrize("part", SETS)
@pytest.mark.parametrize("kind", ["signposts", "provisions"])
def test_nearly_all_that_is_labelled_is_found_and_hardly_anything_else(kind: str, part: str) -> None:
    recall, precision = scores(kind, part)
    assert (recall >= 0.9, precision >= 0.97) == (True, True), f"recall {recall:.3f}, precision {precision:.3f}"


def test_other_names_and_words_send_there_and_what_happened_or_others_do_sends_nobody() -> None:
    wrong = {text: found for text, wanted, found in pairs("signposts", "siblings") if found != wanted}
    assert wrong == {}


@pytest.mark.parametrize("part", SETS)
def test_no_provision_is_filed_under_an_act_that_is_not_its_own(part: str) -> None:
    wrong = {
        text: stray
        for text, wanted, found in pairs("provisions", part)
        if (stray := [each for each in found if each[0] and each not in wanted])  # type: ignore[index]
    }
    assert wrong == {}


@pytest.mark.parametrize("kind", ["signposts", "provisions"])
def test_there_are_sixty_sentences_and_half_of_them_are_held_out(kind: str) -> None:
    texts = [[row["text"] for row in labelled(f"{kind}-{part}.jsonl")] for part in SETS]
    assert [len(set(each)) for each in texts] == [30, 30]
    assert not set(texts[0]) & set(texts[1])
