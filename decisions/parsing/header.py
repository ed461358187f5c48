"""The header of a decision: title with reference, labelled facts, summary.

The value of a label is on its line or, in reports, on the lines after it.
"""

import re
from dataclasses import asdict
from datetime import date
from itertools import takewhile
from typing import Any

from decisions.parsing import reference
from decisions.parsing.document import IN_HEADER, Doubt, Dropped, Known, ParseError
from decisions.parsing.headings import usual_level
from decisions.parsing.layouts import Layout
from decisions.parsing.lines import Line, fold

LABEL = re.compile(r"(category|decision date|decision|summary)(?:\s*:| [-–] )\s*(.*)", re.IGNORECASE)
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


class Header:
    """What the lines before the first heading state.

    `facts`: its reference and the facts of IN_HEADER, None where they are not stated. `rest`: the lines after it.
    """

    def __init__(self, lines: list[Line], layout: Layout, known: Known) -> None:
        """Read the header. `layout` knows which lines are marked; `known` fills unstated facts.

        Raises ParseError where neither a title before the text nor `known` has a reference.
        """
        self.facts: dict[str, Any] = dict.fromkeys(("reference", *IN_HEADER))
        self.doubts: list[Doubt] = []
        self.dropped: list[Dropped] = []
        self._lines, self._layout = lines, layout
        self._at = 0
        self._read_title(known)
        self._read_facts()
        self._fill(known)
        self.rest = lines[self._at :]

    def _read_title(self, known: Known) -> None:
        for index, line in enumerate(self._lines):
            if self._is_of_the_body(line) or LABEL.fullmatch(line.text):
                break
            if title := reference.TITLE.match(line.text):
                self.facts |= {"reference": reference.printed(title), "council": title["body"] or None}
                for before in self._lines[:index]:
                    self._drop(before, "stands before the title")
                self._at = index + 1
                return
        self.facts["reference"] = reference.normalise(known.reference or "")
        if self.facts["reference"] is None:
            first = self._lines[0]
            raise ParseError(first.number, "a title like “Body name (22 015 753)”", f"“{first.text[:60]}”")

    def _read_facts(self) -> None:
        is_proclaimed = False
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if label := _label(line):
                self._at += 1
                if label[0] == "summary":
                    self._read_summary(label[1])
                    break
                is_proclaimed = is_proclaimed or label[0] == "proclamation"
                self._read_fact(*label, line)
            elif is_proclaimed and not self._begins_the_body():
                self._doubt(line, "the summary bears no label")
                self._read_summary("")
                break
            elif self._a_label_follows():
                self._drop(line, "stands among the facts")
                self._at += 1
            else:
                break

    def _read_fact(self, label: str, value: str, line: Line) -> None:
        if label == "category":
            top, _, below = self._category(value).partition(">")
            self._set(line, "category", top.strip())
            self._set(line, "subcategory", below.strip())
        elif label == "decision":
            self._set(line, "outcome", value or self._value())
        elif label == "decision date" and (written := value or self._value()):
            decided = read_date(written)
            self._set(line, "decision_date", decided)
            if decided is None:
                self._doubt(line, f"the decision date “{written}” is no date, so none is stated")

    def _set(self, line: Line, name: str, value: str | date | None) -> None:
        """Set a fact. A second value of a fact is a doubt, and the first stays."""
        if self.facts[name] is None:
            self.facts[name] = value or None
        elif value:
            self._doubt(line, f"a second {name.replace('_', ' ')}, “{value}”, is left out")

    def _value(self) -> str:
        """Return the value on the next line, unless that is labelled or begins the body."""
        if self._at == len(self._lines) or _label(self._lines[self._at]) or self._begins_the_body():
            return ""
        self._at += 1
        return self._lines[self._at - 1].text

    def _category(self, value: str) -> str:
        """Return a category, which may continue over lines: `Education`, `>`, `School transport`."""
        parts = [value or self._value()]
        while self._at < len(self._lines):
            following = self._lines[self._at].text
            is_split = following.startswith(">") or parts[-1].endswith(">")
            if not is_split and not (">" not in parts[-1] and ">" in following and self._a_label_follows()):
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
            is_marked = self._layout.is_marked(line)
            if is_marked and texts and texts[0].endswith(":"):
                self._doubt(line, "a list after the summary's colon belongs to it")
            elif is_marked or not self._continues_summary(line, texts):
                break
            texts.append(self._layout.without_mark(line))
            self._at += 1
        self.facts["summary"] = "\n".join(texts) or None

    def _continues_summary(self, line: Line, texts: list[str]) -> bool:
        """Whether an unmarked line belongs to the summary: prose does, what looks like a heading does not."""
        if usual_level(line.text) is not None:
            return False
        if not texts or not texts[-1].endswith(_PROSE_END) or line.text[0].islower():
            return not texts or not self._begins_the_body() or line.text[0].islower()
        if not line.text.endswith(_PROSE_END):
            self._doubt(line, f"“{line.text[:60]}” ends the summary as a heading")
            return False
        if self._begins_the_body():
            self._doubt(line, f"“{line.text[:60]}” is the summary's, not a heading")
        return True

    def _is_of_the_body(self, line: Line) -> bool:
        """Whether a line is marked or is a usual heading."""
        return self._layout.is_marked(line) or usual_level(line.text) is not None

    def _begins_the_body(self) -> bool:
        """Whether the next line is marked, is a usual heading, or is above a marked line."""
        line, *below = self._lines[self._at : self._at + 2]
        return self._is_of_the_body(line) or any(map(self._layout.is_marked, below))

    def _a_label_follows(self) -> bool:
        """Whether the next line is not of the body, and a label follows it soon and before the body."""
        line, *below = self._lines[self._at : self._at + 1 + _BEFORE_LABELS]
        header = takewhile(lambda each: not self._is_of_the_body(each), below)
        return not self._is_of_the_body(line) and any(map(_label, header))

    def _fill(self, known: Known) -> None:
        """Set what is known and not stated. A different statement in the text is a doubt, and the text counts."""
        top, _, below = (known.category or "").partition(">")
        facts = asdict(known) | {
            "reference": reference.normalise(known.reference or ""),
            "category": top.strip(),
            "subcategory": known.subcategory or below.strip(),
            "decision_date": read_date(known.decision_date or ""),
        }
        if known.decision_date and facts["decision_date"] is None:
            self.doubts.append(Doubt(1, f"the record's date “{known.decision_date}” is no date"))
        for name, value in facts.items():
            stated = self.facts[name]
            if value and not stated:
                self.facts[name] = value
            elif value and fold(str(stated)) != fold(str(value)):
                label = name.replace("_", " ")
                self.doubts.append(Doubt(1, f"the record's {label} is “{value}”, the text's “{stated}”, which is kept"))

    def _doubt(self, line: Line, assumed: str) -> None:
        self.doubts.append(Doubt(line.number, assumed))

    def _drop(self, line: Line, why: str) -> None:
        self.dropped.append(Dropped(line.number, line.text, why))
        self._doubt(line, f"“{line.text[:60]}” {why} and is taken for the web page's")


def _label(line: Line) -> tuple[str, str] | None:
    """Return the label of a line and the value after it, or None if it is not labelled."""
    folded = fold(line.text)
    if folded == "summary":
        return "summary", ""
    if _PROCLAMATION.fullmatch(folded):
        return "proclamation", ""
    match = LABEL.fullmatch(line.text)
    return (match[1].lower(), match[2].strip()) if match else None


def read_date(written: str) -> date | None:
    """Return a date like `09 Mar 2023`, `9 March 2023` or `2023-03-09`; None if it is not one, or is before 1974."""
    if iso := _ISO_DATE.fullmatch(written.strip()):
        year, month, day = map(int, iso.groups())
    elif match := _DATE.fullmatch(written.strip()):
        year, month, day = int(match[3]), _month(match[2].lower()), int(match[1])
    else:
        return None
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None


def _month(written: str) -> int:
    """Return the number of a month from its name, or the first three or four letters of it; 0 if it is not one."""
    return next((n for n, name in enumerate(_MONTHS, start=1) if written in (name, name[:3], name[:4])), 0)
