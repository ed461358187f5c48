"""Files become source texts, byte for byte."""

import hashlib

import pytest

from decisions import sources


def test_a_folder_gives_its_texts_and_those_below_by_name(tmp_path):
    for name in ["b.txt", "a.txt", "notes.md", "below/c.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in sources.find([tmp_path])] == ["a.txt", "b.txt", "c.txt"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        list(sources.find([tmp_path / "gone.txt"]))


def test_a_folder_without_texts_is_an_error_that_says_so(tmp_path):
    with pytest.raises(sources.SourceError, match=r"holds no \.txt file"):
        list(sources.find([tmp_path]))


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("‘fault’".encode(), "utf-8", "‘fault’"),
        ("\ufeffA".encode(), "utf-8", "A"),
        ("‘fault’ £100".encode("windows-1252"), "windows-1252", "‘fault’ £100"),
    ],
)
def test_bytes_are_decoded_and_kept(tmp_path, data, encoding, text):
    (tmp_path / "a.txt").write_bytes(data)
    source = sources.read(tmp_path / "a.txt")
    assert (source.data, source.encoding, source.text) == (data, encoding, text)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", r"expected a \.txt file, found \.pdf"),
        ("a.txt", b"one\ntwo \x81", "line 2: the byte 0x81"),
        ("a.txt", "x".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_remedy(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(sources.SourceError, match=reason):
        sources.read(tmp_path / name)
