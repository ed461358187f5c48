"""The made-up decisions of the benchmarks: the same every time, like real ones, and read without doubts."""

import json
import os
import statistics
import subprocess
import sys
from collections import Counter

import pytest

from benchmarks import corpus, database, words
from benchmarks.stock import BODIES, CATEGORIES, GROUNDS
from decisions import sources
from decisions.grounds import CATALOGUE, classify
from decisions.models import Decision
from decisions.parsing import parse

MADE = [corpus.decision(number) for number in range(300)]


def in_another_process(program):
    """What a program prints in a Python of its own, where strings hash otherwise."""
    command = [sys.executable, "-c", program]
    env = os.environ | {"PYTHONHASHSEED": "1"}
    return subprocess.run(command, cwd=database.ROOT, env=env, capture_output=True, text=True, check=True).stdout


def test_they_are_the_same_every_time():
    program = "from benchmarks import corpus; print(*(corpus.decision(n).text for n in range(40)), sep='', end='')"
    assert in_another_process(program) == "".join(made.text for made in MADE[:40])


def test_they_owe_nothing_to_the_archive_so_that_a_new_ground_changes_none():
    program = "import sys; from benchmarks import corpus; corpus.decision(0); print(*sys.modules)"
    assert [name for name in in_another_process(program).split() if name.startswith(("decisions", "django"))] == []


def test_they_are_read_without_doubts_in_either_layout():
    documents = [parse(made.text) for made in MADE]
    assert [document.doubts for document in documents if document.doubts] == []
    assert [document.reference for document in documents] == [made.reference for made in MADE]
    assert all(document.council and document.category and document.decision_date for document in documents)
    dashed = sum("\n- " in made.text for made in MADE)
    assert 30 < dashed < 90


def test_every_ground_shows_where_its_wording_was_put():
    assert set(GROUNDS) - set(CATALOGUE) == set()
    for made in MADE[:100]:
        found = {finding.ground for finding in classify(parse(made.text))}
        assert set(made.grounds) <= found, made.text


def test_their_lengths_and_repetitions_are_those_of_real_ones():
    lengths = [len(made.text.split()) for made in MADE]
    assert 900 < statistics.median(lengths) < 1_300
    assert max(lengths) < 10_000
    paragraphs = [sum(len(section.paragraphs) for section in parse(made.text).sections) for made in MADE[:100]]
    assert 25 < statistics.median(paragraphs) < 45
    assert sum("maladministration" in made.text for made in MADE) > 0.9 * len(MADE)


def test_facets_are_skewed_as_in_real_archives():
    stated = [made.grounds for made in map(corpus.decision, range(2_000)) if made.grounds]
    grounds = Counter(ground for of_one in stated for ground in of_one)
    shares = {ground: count / len(stated) for ground, count in grounds.items()}
    assert 0.25 < shares["insufficient-evidence-of-fault"] < 0.33
    assert 0.10 < shares["late-complaint"] < 0.18
    assert shares.keys() == GROUNDS.keys()
    assert len(set(BODIES)) == len(BODIES) > 300
    assert sum(share for share, _ in CATEGORIES.values()) == 100


def test_the_vocabulary_has_a_long_tail_and_no_word_twice():
    vocabulary = words.vocabulary()
    assert len(vocabulary) == len(set(vocabulary)) > 50_000
    assert all(word.isascii() and word.isalpha() for word in vocabulary)
    assert words.word(1) == "the"


def test_texts_and_records_hold_the_same(tmp_path):
    files = corpus.write_texts(tmp_path / "texts", range(3))
    records = corpus.write_records(tmp_path / "records.jsonl", range(3)).read_text(encoding="utf-8").splitlines()
    read = [source.text for file in files for source in sources.read(file)]
    assert read == [json.loads(record)["text"] for record in records] == [made.text for made in MADE[:3]]


@pytest.mark.parametrize("asked", ["0", "1m", "-1", "10000000"])
def test_a_size_that_cannot_be_is_refused(asked):
    with pytest.raises(ValueError):
        corpus.size(asked)


def test_sizes_are_numbers_or_their_short_names():
    assert [corpus.size(asked) for asked in ("1k", "10k", "100k", "200")] == [1_000, 10_000, 100_000, 200]


def test_a_database_left_half_filled_is_filled_on(db, tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_BATCH", 10)
    database.fill(15, tmp_path)  # the last batch is half a batch
    first = set(Decision.objects.values_list("pk", flat=True))
    database.fill(30, tmp_path)
    assert set(Decision.objects.values_list("reference", flat=True)) == {made.reference for made in MADE[:30]}
    assert first <= set(Decision.objects.values_list("pk", flat=True))


def test_another_schema_or_size_has_a_folder_of_its_own(tmp_path, monkeypatch):
    usual = database.folder(200)
    assert database.folder(200) == usual
    assert database.folder(1_000) != usual
    monkeypatch.setattr(database, "_MIGRATIONS", tmp_path)
    assert database.folder(200) != usual


@pytest.mark.parametrize("place", range(len(database._GENERATOR)), ids=[path.name for path in database._GENERATOR])
def test_another_generator_has_a_folder_of_its_own(tmp_path, monkeypatch, place):
    usual, files = database.folder(200), list(database._GENERATOR)
    files[place] = tmp_path / "changed"
    files[place].write_bytes(database._GENERATOR[place].read_bytes() + b"\n")
    monkeypatch.setattr(database, "_GENERATOR", files)
    assert database.folder(200) != usual
