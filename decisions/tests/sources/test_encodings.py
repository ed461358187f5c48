"""The encoding of a source: by byte order mark, as its page states, UTF-8, or Windows-1252 with a doubt."""

import codecs
import json

import pytest

from decisions import ingest, sources
from decisions.tests.fixtures import PLACE as FIXTURES
from decisions.tests.sources.factories import page, text


def read(file):
    [source] = sources.read(file)
    return ingest.read(source)


def words(reading):
    return [paragraph.whole for paragraph in reading.document.paragraphs]


def about_encoding(reading):
    return [doubt.line for doubt in reading.review if "Windows-1252" in doubt.reason]


def test_a_page_is_read_in_the_charset_that_it_states():
    reading = read(FIXTURES / "k5a-meta-8859-15.html")
    assert any("It cost €20." in paragraph for paragraph in words(reading))
    assert (reading.source.encoding, reading.review) == ("iso-8859-15", ())


@pytest.mark.parametrize(
    ("head", "written", "encoding"),
    [
        ("<meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        ("<META CHARSET='ISO-8859-15' />", "iso-8859-15", "iso-8859-15"),
        ("<meta charset='latin9'>", "iso-8859-15", "iso-8859-15"),
        ("<meta charset=iso-8859-1>", "windows-1252", "windows-1252"),
        ("<meta charset=us-ascii>", "windows-1252", "windows-1252"),
        ("<meta charset=' x-cp1252 '>", "windows-1252", "windows-1252"),
        ("<meta charset=macintosh>", "mac-roman", "macintosh"),
        ("<meta charset=x-mac-roman>", "mac-roman", "macintosh"),
        ("<meta charset=windows-1250>", "cp1250", "windows-1250"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'>", "iso-8859-15", "iso-8859-15"),
        ('<meta content="text/html;charset=Windows-1252" http-equiv="content-type">', "windows-1252", "windows-1252"),
        ("<meta name=x content='charset=utf-8'><meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        ("<!-- <meta charset=utf-8> --><meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        ("<script>'<meta charset=utf-8>'</script><meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        (f"<style>{'x' * 20_000}</style><meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        ("<meta charset=nonsense><meta charset=iso-8859-15>", "iso-8859-15", "iso-8859-15"),
        ("<meta charset=utf-16>", "utf-8", "utf-8"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("<meta charset=unicode-escape>", "utf-8", "utf-8"),
        ("<meta charset=rot13>", "utf-8", "utf-8"),
        ("<meta charset='\0'>", "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_whatever_way_a_page_states_its_charset_it_is_read_in_it(tmp_path, head, written, encoding):
    (tmp_path / "a.html").write_bytes(page("He paid €20 – “no”.", head).encode(written, "replace"))
    reading = read(tmp_path / "a.html")
    expected = "He paid €20 – “no”.".encode(written, "replace").decode(written)
    assert (reading.source.encoding, words(reading)) == (encoding, [expected])
    assert about_encoding(reading) == []


def test_a_declaration_of_xml_states_the_charset_of_a_page(tmp_path):
    declared = f'<?xml version="1.0" encoding="iso-8859-15"?>\n{page("€20")}'
    (tmp_path / "a.html").write_bytes(declared.encode("iso-8859-15"))
    assert words(read(tmp_path / "a.html")) == ["€20"]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_headers_saved_with_a_page_come_before_what_it_states(tmp_path, end):
    headers = ["HTTP/1.1 200 OK", "Server: x", 'Content-Type: text/html; charset="iso-8859-15"', "X-Y: z", "", ""]
    saved = end.join(headers) + page("€20", "<meta charset=windows-1252>")
    (tmp_path / "a.html").write_bytes(saved.encode("iso-8859-15"))
    [source] = sources.read(tmp_path / "a.html")
    assert (source.encoding, "€20" in source.text) == ("iso-8859-15", True)
    saved = saved.replace("; charset", "; x")
    (tmp_path / "a.html").write_bytes(saved.encode("windows-1252"))
    [source] = sources.read(tmp_path / "a.html")
    assert (source.encoding, "€20" in source.text) == ("windows-1252", True)


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"", "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_a_byte_order_mark_comes_before_what_the_page_states(tmp_path, mark, encoding):
    written = page("He paid €20.", "<meta charset=iso-8859-15>")
    (tmp_path / "a.html").write_bytes(mark + written.encode(encoding if mark else "utf-8-sig"))
    reading = read(tmp_path / "a.html")
    assert (reading.source.encoding, words(reading)) == (encoding, ["He paid €20."])


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=nonsense>", "<meta charset=iso-8859-1>"])
def test_a_page_that_is_not_in_what_it_states_is_read_in_what_it_can_be(tmp_path, head):
    closing_quote = "”"  # in UTF-8 it has a byte that Windows-1252 does not have
    (tmp_path / "a.html").write_text(page(f"“no{closing_quote}", head), encoding="utf-8")
    (tmp_path / "b.html").write_bytes(page("£20", head).encode("windows-1252"))
    assert [words(read(tmp_path / name)) for name in ("a.html", "b.html")] == [["“no”"], ["£20"]]
    assert bool(about_encoding(read(tmp_path / "b.html"))) == ("8859" not in head)


def test_windows_1252_without_a_word_of_it_is_a_doubt_at_its_first_line(tmp_path):
    (tmp_path / "a.txt").write_bytes(text("It was sent.", "He paid £20.").encode("windows-1252"))
    reading = read(tmp_path / "a.txt")
    assert words(reading) == ["It was sent.", "He paid £20."]
    assert about_encoding(reading) == [1 + text("It was sent.", "He paid £20.").splitlines().index("  2. He paid £20.")]


@pytest.mark.parametrize(
    ("name", "encoding"), [("a.html", "iso-8859-15"), ("a.html", "utf-16-be"), ("a.txt", "utf-16-le")]
)
def test_a_source_in_any_encoding_is_the_same_after_a_dump(tmp_path, name, encoding):
    written = page("€20", "<meta charset=iso-8859-15>") if name == "a.html" else text("€20")
    data = (codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b"") + written.encode(encoding)
    if encoding == "utf-16-le":
        data = codecs.BOM_UTF16_LE + data
    (tmp_path / name).write_bytes(data)
    [source] = sources.read(tmp_path / name)
    record = {"html" if name == "a.html" else "text": data.decode(source.encoding), "source_encoding": source.encoding}
    (tmp_path / "dump.jsonl").write_text(json.dumps(record), encoding="utf-8")
    [again] = sources.read(tmp_path / "dump.jsonl")
    assert (again.data, again.encoding, again.text) == (data, encoding, source.text)
    assert sources.text_of(data, source.format, encoding) == source.text
