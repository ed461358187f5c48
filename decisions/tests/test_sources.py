"""Files, archives and records become source texts, byte for byte."""

import gzip
import hashlib
import json
import re
import zipfile

import pytest

from decisions import sources
from decisions.parsing import Known, parse
from decisions.tests.texts import TEXTS

PAGE = """<!DOCTYPE html><html><head><title>Ashby Council (22 015 753) - the Ombudsman</title></head><body>
<nav><a>Home</a></nav><main>%s<dl><dt>Category</dt><dd>Housing &gt; Other</dd><dt>Decision :</dt><dd>Upheld</dd></dl>
<p>Decision date : 09 Mar 2023</p><h2>The Ombudsman's final decision:</h2><p>Summary: We upheld it.</p>
<h3>The complaint</h3><ol><li>Mr X complains:<ul><li>one; and</li><li>two.</li></ul><p>(as amended)</p></li></ol>
<h3>My assessment</h3><h4>Delay</h4><ol%s><li>Late.</li></ol><p>The Council replied.</p><ol%s><li>Later.</li></ol>
<h3>Final decision</h3><ol%s><li>Fault.</li></ol><p>Investigator's decision on behalf of the Ombudsman</p>
</main></body></html>"""


def one(path):
    found = list(sources.read(path))
    assert len(found) == 1
    return found[0]


def test_a_folder_gives_its_sources_and_those_below_by_name(tmp_path):
    for name in ["b.txt", "a.html", "notes.md", "below/c.jsonl.gz", "d.ZIP"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in sources.find([tmp_path])] == ["a.html", "b.txt", "c.jsonl.gz", "d.ZIP"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        list(sources.find([tmp_path / "gone.txt"]))


def test_a_folder_without_sources_is_an_error_that_says_so(tmp_path):
    with pytest.raises(sources.SourceError, match=r"holds no file that ends in \.txt"):
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
    source = one(tmp_path / "a.txt")
    assert (source.data, source.encoding, source.text) == (data, encoding, text)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", r"expected a file that ends in .*, found \.pdf"),
        ("a.txt", b"one\ntwo \x81", "line 2: the byte 0x81"),
        ("a.txt", "x".encode("utf-16"), "UTF-16"),
        ("a.jsonl", b"[1]", "expected a JSON object, found list"),
        ("a.jsonl", b"{", "no JSON"),
        ("a.jsonl", b'{"reference": "22 015 753"}', "found neither"),
        ("a.jsonl", b'{"text": 1}', "expected a string as “text”"),
        ("a.jsonl.gz", b"no gzip", "cannot be unpacked"),
        ("a.zip", b"no zip", "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    unreadable = one(tmp_path / name)
    assert isinstance(unreadable, sources.Unreadable)
    assert str(tmp_path / name) in unreadable.place
    assert re.search(reason, unreadable.reason)


def test_a_bad_record_leaves_its_neighbours_readable(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "one"}\n\nnonsense\n{"html": "<p>two</p>"}\n')
    found = list(sources.read(tmp_path / "a.jsonl"))
    assert [type(each).__name__ for each in found] == ["Source", "Unreadable", "Source"]
    assert [each.place.rpartition(", ")[2] for each in found] == ["line 1", "line 3", "line 4"]
    assert found[2].text == "two"


def test_a_record_says_what_is_known_besides_its_text(tmp_path):
    record = {
        "case_id": "15 020 792",
        "text": "x",
        "date": "2016-12-20",
        "category": "Housing",
        "url": "https://a.example/1",
    }
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(record))
    source = one(tmp_path / "a.jsonl.gz")
    assert source.known == Known(reference="15 020 792", category="Housing", decision_date="2016-12-20")
    assert (source.came_from, source.format, source.data) == ("https://a.example/1", "txt", b"x")


def test_an_archive_gives_all_that_it_holds(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in TEXTS:
            archive.write(path, f"texts/{path.name}")
        archive.writestr("notes.md", "x")
        archive.writestr("r.jsonl", '{"text": "one"}')
    found = list(sources.read(tmp_path / "a.zip"))
    assert [each.data for each in found[1:]] == [path.read_bytes() for path in TEXTS]
    assert found[0].place == f"{tmp_path / 'a.zip'}/r.jsonl, line 1"


@pytest.mark.parametrize("heading", ["<h1>Ashby Council (22 015 753)</h1>", ""])
@pytest.mark.parametrize("starts", [("", "", ""), (" start=2", " start=3", " start=4")])
def test_a_saved_page_is_the_decision_it_shows(tmp_path, heading, starts):
    (tmp_path / "a.html").write_text(PAGE % (heading, *starts), encoding="utf-8")
    document = parse(one(tmp_path / "a.html").text)
    assert (document.council, document.reference) == ("Ashby Council", "22 015 753")
    assert (document.category, document.subcategory, document.outcome) == ("Housing", "Other", "Upheld")
    assert (document.decision_date.isoformat(), document.summary) == ("2023-03-09", "We upheld it.")
    assert [paragraph.whole for paragraph in document.paragraphs] == [
        "Mr X complains:\none; and\ntwo.\n(as amended)",
        "Late.\nThe Council replied.",
        "Later.",
        "Fault.",
    ]
    headings = [(section.level, section.heading) for section in document.sections]
    assert headings == [(1, "The complaint"), (1, "My assessment"), (2, "Delay"), (1, "Final decision")]
    assert document.closing == ("Investigator's decision on behalf of the Ombudsman",)
