"""The header of a decision: title with reference, labelled facts, summary.

The value of a label is on its line or, in reports, on the lines after it.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from decisions.parsing import reference
from decisions.parsing.document import Doubt, Dropped, Known, ParseError
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Layout
from decisions.parsing.lines import Line, fold

LABEL = re.compile(r"(category|decision date|decision|summary)(?:\s*:| [-–] )\s*(.*)", re.IGNORECASE)
_SUMMARY_ALONE = "summary"
_PROCLAMATION = re.compile(r"the ombudsm[ae]n'?s final decision\s*:?")
_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})", re.IGNORECASE | re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?", re.ASCII)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FIRST_YEAR = 1974  # in which the Ombudsman was set up
_PROSE_END = (".", ";", ":", ",", "”", ")", "?", "!")
_BEFORE_LABELS = 5  # lines of the web page that may come between the title and the labelled facts


@dataclass
class Header:
    """What the lines before the first heading state. A fact that they do not state is None."""

    reference: str
    council: str | None = None
    category: str | None = None
    subcategory: str | None = None
    outcome: str | None = None
    decision_date: date | None = None
    summary: str | None = None
    doubts: list[Doubt] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


def read(lines: list[Line], layout: Layout, known: Known) -> tuple[Header, list[Line]]:
    """Return the header and the lines after it. `layout` knows which lines are marked; `known` fills unstated facts.

    Raises ParseError where neither a title before the text nor `known` has a reference.
    """
    at = _find_title(lines, layout)
    stated = reference.normalise(known.reference or "")
    if at is not None:
        title = reference.TITLE.match(lines[at].text)
        assert title is not None
        header = Header(reference.printed(title), title["body"] or None)
        for line in lines[:at]:
            _drop(header, line, "stands before the title")
        lines = lines[at + 1 :]
    elif stated is not None:
        header = Header(stated)
    else:
        first = lines[0]
        raise ParseError(first.number, "a title like “Body name (22 015 753)”", f"“{first.text[:60]}”")
    rest = _FactReader(header, lines, layout).read()
    _fill(header, known)
    return header, rest


def _find_title(lines: list[Line], layout: Layout) -> int | None:
    for index, line in enumerate(lines):
        if layout.is_marked(line) or LABEL.fullmatch(line.text) or usual_level(line.text):
            return None
        if reference.TITLE.match(line.text):
            return index
    return None


def _drop(header: Header, line: Line, why: str) -> None:
    header.dropped.append(Dropped(line.number, line.text, why))
    header.doubts.append(Doubt(line.number, f"“{line.text[:60]}” {why} and is taken for the web page's"))


class _FactReader:
    """Reads the labelled lines into a header."""

    def __init__(self, header: Header, lines: list[Line], layout: Layout) -> None:
        self._header, self._lines, self._layout = header, lines, layout
        self._at = 0

    def read(self) -> list[Line]:
        """Fill the header, and return the lines that follow it."""
        proclaimed = False
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if _PROCLAMATION.fullmatch(fold(line.text)):
                proclaimed = True
                self._at += 1
            elif label := self._label(line):
                self._at += 1
                self._set_fact(label[0], label[1], line)
                if label[0] == "summary":
                    break
            elif proclaimed and not self._begins_the_body(self._at):
                self._header.doubts.append(Doubt(line.number, "the summary bears no label"))
                self._read_summary("")
                break
            elif self._a_label_follows():
                _drop(self._header, line, "stands among the facts")
                self._at += 1
            else:
                break
        return self._lines[self._at :]

    def _label(self, line: Line) -> tuple[str, str] | None:
        """Return the label and the value of a line, or None if it is not labelled."""
        if fold(line.text) == _SUMMARY_ALONE:
            return "summary", ""
        match = LABEL.fullmatch(line.text)
        return (match[1].lower(), match[2].strip()) if match else None

    def _a_label_follows(self) -> bool:
        for line in self._lines[self._at + 1 : self._at + 1 + _BEFORE_LABELS]:
            if self._layout.is_marked(line) or usual_level(line.text):
                return False
            if self._label(line) or _PROCLAMATION.fullmatch(fold(line.text)):
                return not self._layout.is_marked(self._lines[self._at]) and not usual_level(self._lines[self._at].text)
        return False

    def _set_fact(self, label: str, value: str, line: Line) -> None:
        header = self._header
        if label == "summary":
            self._read_summary(value)
        elif label == "category":
            top, _, below = self._values(value).partition(">")
            self._set(line, category=top.strip(), subcategory=below.strip())
        elif label == "decision":
            self._set(line, outcome=value or self._value())
        elif written := value or self._value():
            decided = read_date(written)
            self._set(line, decision_date=decided)
            if decided is None:
                header.doubts.append(Doubt(line.number, f"the decision date “{written}” is no date, so none is stated"))

    def _set(self, line: Line, **facts: str | date | None) -> None:
        """Set facts. A second value of a fact is a doubt, and the first stays."""
        for name, value in facts.items():
            if getattr(self._header, name) is None:
                setattr(self._header, name, value or None)
            elif value:
                self._header.doubts.append(
                    Doubt(line.number, f"a second {name.replace('_', ' ')}, “{value}”, is left out")
                )

    def _value(self) -> str:
        """Return the value on the next line, unless that is labelled or begins the body."""
        if self._at == len(self._lines):
            return ""
        line = self._lines[self._at]
        if self._label(line) or _PROCLAMATION.fullmatch(fold(line.text)) or self._begins_the_body(self._at):
            return ""
        self._at += 1
        return line.text

    def _values(self, value: str) -> str:
        """Return a category, which may continue over lines: `Education`, `>`, `School transport`."""
        parts = [value or self._value()]
        while self._at < len(self._lines):
            following = self._lines[self._at]
            split = following.text.startswith(">") or parts[-1].endswith(">")
            if not split and not (">" not in parts[-1] and ">" in following.text and self._a_label_follows()):
                break
            if not (part := self._value()):
                break
            parts.append(part)
        return " ".join(parts)

    def _read_summary(self, value: str) -> None:
        """Read the summary, up to the first heading; a list after its colon belongs to it."""
        texts = [value] if value else []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            opens_a_list = bool(texts) and texts[0].endswith(":")
            if self._layout.is_marked(line) and opens_a_list:
                self._header.doubts.append(Doubt(line.number, "a list after the summary's colon belongs to it"))
                texts.append(self._layout.without_mark(line))
            elif self._layout.is_marked(line) or not self._continues_summary(line, texts):
                break
            else:
                texts.append(line.text)
            self._at += 1
        self._header.summary = "\n".join(texts) or None

    def _continues_summary(self, line: Line, texts: list[str]) -> bool:
        """Whether an unmarked line belongs to the summary: prose does, what looks like a heading does not."""
        if usual_level(line.text) is not None:
            return False
        if not texts or not texts[-1].endswith(_PROSE_END) or line.text[0].islower():
            return not texts or not self._begins_the_body(self._at) or line.text[0].islower()
        if not line.text.endswith(_PROSE_END):
            self._header.doubts.append(Doubt(line.number, f"“{line.text[:60]}” ends the summary as a heading"))
            return False
        if self._begins_the_body(self._at):
            self._header.doubts.append(Doubt(line.number, f"“{line.text[:60]}” is the summary's, not a heading"))
        return True

    def _begins_the_body(self, index: int) -> bool:
        """Whether a line is marked, is a usual heading, or is above a marked line."""
        lines = self._lines
        above_a_marked = index + 1 < len(lines) and self._layout.is_marked(lines[index + 1])
        return self._layout.is_marked(lines[index]) or usual_level(lines[index].text) is not None or above_a_marked


def _fill(header: Header, known: Known) -> None:
    """Set what is known and not stated. A different statement in the text is a doubt, and the text counts."""
    top, _, below = (known.category or "").partition(">")
    facts = {
        "reference": reference.normalise(known.reference or ""),
        "council": known.council,
        "category": top.strip(),
        "subcategory": known.subcategory or below.strip(),
        "outcome": known.outcome,
        "decision_date": read_date(known.decision_date or ""),
    }
    if known.decision_date and facts["decision_date"] is None:
        header.doubts.append(Doubt(1, f"the record's date “{known.decision_date}” is no date"))
    for name, value in facts.items():
        stated = getattr(header, name)
        if value and not stated:
            setattr(header, name, value)
        elif value and fold(str(stated)) != fold(str(value)):
            label = name.replace("_", " ")
            header.doubts.append(Doubt(1, f"the record's {label} is “{value}”, the text's “{stated}”, which is kept"))


def read_date(written: str) -> date | None:
    """Return a date like `09 Mar 2023`, `9 March 2023` or `2023-03-09`; None if it is not one, or is before 1974."""
    match, iso = _DATE.fullmatch(written.strip()), _ISO_DATE.fullmatch(written.strip())
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif match:
        year, month, day = int(match[3]), _month(match[2].lower()), int(match[1])
    else:
        return None
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None


def _month(written: str) -> int:
    """Return the number of a month from its name, or the first three or four letters of it; 0 if it is not one."""
    names = ((number, {name, name[:3], name[:4]}) for number, name in enumerate(_MONTHS, start=1))
    return next((number for number, spellings in names if written in spellings), 0)
