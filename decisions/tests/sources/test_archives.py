"""Archives, and archives in them: every file in them is read, refused or passed over."""

import io
import zipfile

import pytest

from decisions import sources
from decisions.sources import files
from decisions.tests.fixtures import PLACE as FIXTURES

READ, REFUSED, PASSED_OVER = sources.Source, sources.Unreadable, sources.PassedOver


def packed(entries, compression=zipfile.ZIP_DEFLATED):
    """Return a zip archive of names and bytes; a dictionary is an archive in it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, packed(content) if isinstance(content, dict) else content)
    return data.getvalue()


def read(tmp_path, entries):
    """Return what each file in an archive became: by its name in there, its class and its text or the reason."""
    (tmp_path / "a.zip").write_bytes(packed(entries))
    found = list(sources.read(tmp_path / "a.zip"))
    names = [each.place.removeprefix(f"{tmp_path}/a.zip/") for each in found]
    assert len(set(names)) == len(names)
    return {
        name: (type(each), each.text if isinstance(each, READ) else each.reason)
        for name, each in zip(names, found, strict=True)
    }


def test_an_archive_in_an_archive_is_read():
    [source] = sources.read(FIXTURES / "k10a-only-nested.zip")
    assert source.place == f"{FIXTURES}/k10a-only-nested.zip/batch1.zip/22-911-020.txt"
    assert "(22 911 020)" in source.text


def test_what_macos_adds_to_an_archive_is_never_a_text():
    added, source = sources.read(FIXTURES / "k10b-mac.zip")
    assert (type(added), added.reason) == (PASSED_OVER, "is a file that macOS adds")
    assert source.place.endswith("/d/22-911-021.txt")


def test_archives_are_opened_two_deep_and_a_deeper_one_is_refused(tmp_path):
    found = read(tmp_path, {"b.zip": {"b.txt": "b", "c.ZIP": {"c.txt": "c", "d.zip": {"d.txt": "d"}}}, "z.txt": "z"})
    assert found == {
        "b.zip/b.txt": (READ, "b"),
        "b.zip/c.ZIP/c.txt": (READ, "c"),
        "b.zip/c.ZIP/d.zip": (REFUSED, "is in more than 2 archives; unpack the outer ones first"),
        "z.txt": (READ, "z"),
    }


def test_archives_in_an_archive_are_unpacked_within_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_MOST_NESTED", 5000)
    monkeypatch.setattr(files, "_MOST_IN_MEMORY", 1000)
    inner = {"b.txt": "b" * 3000}
    found = read(
        tmp_path, {"1.zip": inner, "2.zip": packed(inner, zipfile.ZIP_STORED), "3.zip": b"0" * 10**7, "z.txt": "z"}
    )
    assert [kind for kind, _ in found.values()] == [READ, READ, REFUSED, READ]
    assert found["3.zip"][1] == "is too large, with the archives before it; unpack the outer one first"


def test_every_file_in_an_archive_is_read_refused_or_passed_over(tmp_path):
    found = read(
        tmp_path,
        {
            "a/": "",
            "a/one.txt": "one",
            "a/notes.md": "x",
            "a/more.tar.gz": "x",
            "a/.DS_Store": "x",
            "a/._one.txt": "x",
            "a\\._two.txt": "x",
            "__MACOSX/a/one.txt": "x",
            "__MACOSX/._batch.zip": "x",
            "bad.txt": b"\x81",
            "bad.zip": b"no zip",
            "empty.zip": {},
            "empty.jsonl": "\n\n",
            "empty.jsonl.gz": b"",
        },
    )
    kinds = {name: kind for name, (kind, _) in found.items()}
    passed_over = {name for name, kind in kinds.items() if kind is PASSED_OVER}
    assert passed_over == {*found} - {"a/one.txt", "bad.txt", "bad.zip"}
    assert len(found) == 13
    assert (kinds["a/one.txt"], kinds["bad.txt"], kinds["bad.zip"]) == (READ, REFUSED, REFUSED)
    assert {found[name][1] for name in ("empty.zip", "empty.jsonl", "empty.jsonl.gz")} == {"has nothing in it"}
    assert found["a/more.tar.gz"][1].startswith("does not end in .txt")


def test_an_archive_of_nothing_says_so(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed({}))
    assert list(sources.read(tmp_path / "a.zip")) == [PASSED_OVER(f"{tmp_path}/a.zip", "has nothing in it")]


def test_a_folder_passes_over_what_macos_adds_and_what_is_no_file(tmp_path):
    for name in ("one.txt", "._one.txt", ".DS_Store", "__MACOSX/one.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "elsewhere").symlink_to(tmp_path / "__MACOSX")
    found = sources.find([tmp_path])
    assert found.files == [tmp_path / "one.txt"]
    assert {each.place.removeprefix(f"{tmp_path}/"): each.reason for each in found.passed_over} == {
        ".DS_Store": "is a file that macOS adds",
        "._one.txt": "is a file that macOS adds",
        "__MACOSX/one.txt": "is a file that macOS adds",
        "elsewhere": "is not a file",
        "gone.txt": "is not a file",
    }


@pytest.mark.parametrize("folder", ["__MACOSX", "._x"])
def test_only_names_below_the_folder_that_is_named_count(tmp_path, folder):
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "one.txt").write_text("x")
    assert sources.find([tmp_path / folder]).files == [tmp_path / folder / "one.txt"]


def test_a_file_that_macos_adds_is_passed_over_where_it_is_named_too(tmp_path):
    (tmp_path / "._one.txt").write_text("x")
    assert list(sources.read(tmp_path / "._one.txt")) == [
        PASSED_OVER(f"{tmp_path}/._one.txt", "is a file that macOS adds")
    ]
