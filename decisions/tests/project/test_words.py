"""What people read is plain English: no page and no message has a phrase that the house has given up.

Three readings: what is written in templates, scripts and Python; the pages as a browser gets them; and the documents
that `DOCUMENTS` names. Each failure says where the phrase is, and what to write instead.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

import pytest
from django.core.cache import cache
from selectolax.lexbor import LexborHTMLParser

from decisions.api import schema
from decisions.detail.citation import OMBUDSMAN
from decisions.grounds import CATALOGUE
from decisions.tests.e2e.pages import ALL

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = (
    *("README.md", "GLOSSARY.md", "CHANGELOG.md", "docs/*.md", "docs/adr/*.md", "benchmarks/*.md", "fixtures/*.md"),
    *("Dockerfile", "compose*.yaml", "pyproject.toml"),
)
"""Documents in plain English, as patterns of paths from the root of the repository."""
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
INSTEAD = {
    r"\bstand(?:s|ing)?\b|\bstood\b": "is, are, appears, is given",
    r"\btold\b": "said, or name who says it to whom",
    r"\btells?\b(?! (?:us|you|them|people|the|this|that|staff|your|his|her|its|their|an?)\b)": (
        "name whom it tells: “tell us”; or say"
    ),
    r"\bspeaks? of\b": "mentions",
    r"\bwhoever\b|\bwhomever\b": "people who, anyone who",
    r"\bnobody\b": "no one",
    r"\banybody\b|\beverybody\b": "anyone, everyone",
    r"\banew\b": "again",
    r"\bbesides\b": "also, as well as",
    r"\bmade of\b": "has, contains",
    r"\bshall\b": "must, will",
    r"\bforetells?\b": "predicts",
    r"\blikewise\b": "also, in the same way",
    r"\b(?:looked|looks) for as\b": "was searched for as",
    r"\bbegins? so\b": "starts like this",
    r"\bno sooner than\b": "at least … after",
    r"\bthat there (?:is|are)(?: not)?\b|\bthere is no such page\b": "page not found, or say what is missing",
    r"\b(?:is|are) there\b": "there is, exists, or say what is where",
    r"(?<!there )\b(?:is|are) no (?!longer\b)": "is not a, are not",
    r"\bnothing of\b": "none of",
    r"\bhold(?:s)? (?:\d|no )|\b(?:archive|here) holds\b|\bheld here\b": "has",
    rf"\bof \d{{1,2}} {_MONTH}\b": "dated, on, up to",
    r"\d\s+%": "30%, closed up",
}
"""Phrases that read as translated, each with what to write instead."""

_MATCHED = (
    *("decisions/public_bodies", "decisions/grounds", "decisions/mentions", "decisions/parsing", "decisions/standard"),
    *("decisions/migrations", "decisions/models", "decisions/search/columns.py", "decisions/search/index_file.py"),
    *("decisions/search/stopwords.py", "decisions/tests", "decisions/ingest/review.py"),
)
"""Where words are the Ombudsman's or the database's: what is matched, stored or kept in step with a migration."""

_WITH_DOCSTRINGS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}|<script\b.*?</script>|<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r'\b(?:aria-label|placeholder|alt|title|content|heading|note)="([^"]*)"')
_ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
_IN_SCRIPT = re.compile(r"""//[^\n]*|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
_THEIRS = (
    "script, style, svg, blockquote, .words, .hit, .citation, .body, .summary, .standard, .sentence, .state, "
    ".reason-given, mark, em, textarea, dl.fields, .foot"
)
"""Parts of a page whose words are the Ombudsman's, a reader's, those of the promise, or the same on every page."""


def faults(text: str) -> list[str]:
    """What is wrong in a text, each fault with its place and its remedy."""
    flat = " ".join(text.split())
    return [
        f"“…{flat[max(0, found.start() - 40) : found.end() + 30]}…” → {instead}"
        for pattern, instead in INSTEAD.items()
        for found in re.finditer(pattern, flat, re.IGNORECASE)
    ]


def in_template(path: Path) -> Iterator[str]:
    """What a template says, in its text and in the attributes that are read out."""
    source = path.read_text(encoding="utf-8")
    yield from (unescape(each) for each in re.findall(r'(?:heading|note)="([^"]*)"', source))
    source = _TAG.sub(" … ", source)
    yield from (unescape(each) for each in _ATTRIBUTE.findall(source))
    yield unescape(_ELEMENT.sub(" ", source))


def in_script(path: Path) -> Iterator[str]:
    """The strings of a script that have several words."""
    for found in _IN_SCRIPT.finditer(path.read_text(encoding="utf-8")):
        yield from (each for each in found.groups() if each and " " in each)


def in_python(path: Path) -> Iterator[str]:
    """The strings of a module that have several words, but for docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, _WITH_DOCSTRINGS)]
    docstrings = {id(each.value) for body in bodies for each in body if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            text = re.sub(r"\{[^{}]*\}", "…", _ELEMENT.sub(" ", node.value))
            yield from [text] if " " in text.strip() else []


def in_table(path: Path) -> Iterator[str]:
    """The strings of a TOML file, at any depth."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8"))]
    for table in tables:
        tables += [each for each in table.values() if isinstance(each, dict)]
        yield from (each for each in table.values() if isinstance(each, str))


def in_document(path: Path) -> Iterator[str]:
    """Yield the text of a document without its code, which has names that are not English."""
    yield _CODE.sub(" … ", path.read_text(encoding="utf-8"))


def in_page(answer: str) -> LexborHTMLParser:
    """A page without the words that are not ours to choose."""
    promised = schema.document()
    for words in (promised["info"]["description"], *(each["get"]["summary"] for each in promised["paths"].values())):
        answer = answer.replace(words, "")
    page = LexborHTMLParser(answer)
    for each in page.css(_THEIRS):
        each.decompose()
    return page


def modules() -> Iterator[Path]:
    yield ROOT / "dev.py"
    for path in [*ROOT.glob("decisions/**/*.py"), *ROOT.glob("ombudsman/**/*.py")]:
        if not path.relative_to(ROOT).as_posix().startswith(_MATCHED):
            yield path


def refuse_faults(found: Iterable[tuple[str, str]]) -> None:
    """Fail where a text has faults, with each fault in a line of its own: where it is, and what to write instead."""
    if lines := [f"{place}: {fault}" for place, text in found for fault in faults(text)]:
        pytest.fail("\n".join(lines), pytrace=False)


def read(paths, texts) -> Iterator[tuple[str, str]]:
    yield from ((path.relative_to(ROOT).as_posix(), text) for path in paths for text in texts(path))


def test_templates_are_in_plain_english():
    promised = ROOT / "templates" / "api" / "openapi.json"  # its words are those of docs/openapi.json
    paths = sorted(each for each in (ROOT / "templates").rglob("*") if each.is_file() and each != promised)
    refuse_faults(read(paths, in_template))


def test_scripts_speak_plain_english():
    refuse_faults(read(sorted((ROOT / "static" / "archive").glob("*.js")), in_script))


def test_messages_of_the_program_are_in_plain_english():
    named = [each for each in _MATCHED if not list(ROOT.glob(f"{each}*"))]
    assert named == []  # moved: say above where to
    refuse_faults(read(modules(), in_python))
    promised = ROOT / "decisions" / "data" / "fields.toml"  # its words are those of docs/openapi.json
    matched = ROOT / "decisions" / "mentions" / "signposts.toml"  # patterns of what decisions say
    refuse_faults(read(set(ROOT.glob("decisions/**/*.toml")) - {promised, matched}, in_table))


def test_grounds_are_explained_in_plain_english():
    texts = ((slug, text) for slug, each in CATALOGUE.items() for text in (each.title, each.explanation, each.instead))
    refuse_faults(texts)


def test_documents_are_in_plain_english():
    paths = {pattern: sorted(ROOT.glob(pattern)) for pattern in DOCUMENTS}
    assert [pattern for pattern, found in paths.items() if not found] == []  # moved: change DOCUMENTS
    refuse_faults(read([path for found in paths.values() for path in found], in_document))


@pytest.mark.django_db
def test_pages_are_in_plain_english_and_name_the_ombudsman_in_full_once(client, archive):
    found = []
    for address in ALL:
        cache.clear()
        page = in_page(client.get(address).text)
        found.append((address, page.body.text(separator=" ")))
        found += [(address, each.attributes.get("aria-label") or "") for each in page.css("[aria-label]")]
    refuse_faults(found)
    assert [address for address, text in found if text.count(OMBUDSMAN) > 1] == []  # after the first time, short


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("This reason stands only in the assessment.", "This reason is given only in the assessment."),
        ("Tell what is wrong", "Tell us what is wrong"),
        ("Whoever runs it can load decisions", "If you run this archive, load decisions"),
        ("Wrongly besides", "False positives"),
        ("makes the archive anew", "rebuilds the archive"),
        ("the latest of 25 December 2025", "up to 25 December 2025"),
        ("12 of 40 (30\N{NO-BREAK SPACE}%)", "12 of 40 (30%)"),
        ("This is no advice.", "This is not advice. There is no deadline, and it is no longer open."),
        ("There is no such page", "Page not found"),
        ("Both speak of buses", "Both mention buses"),
        ("The archive holds no decision of it", "The archive has no decision about it"),
        ("published no sooner than six weeks later", "published at least six weeks later"),
        ("nothing here foretells it", "none of this predicts it"),
    ],
)
def test_what_reads_as_translated_is_found_and_what_is_plain_is_not(before, after):
    assert faults(before)
    assert faults(after) == []
