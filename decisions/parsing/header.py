"""The head of a decision: title with reference, labelled facts, summary."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from decisions.parsing import reference
from decisions.parsing.document import Doubt, ParseError
from decisions.parsing.headings import usual_level
from decisions.parsing.lines import Line, fold

_LABELLED = re.compile(r"(category|decision date|decision|summary)\s*:\s*(.*)", re.IGNORECASE)
_PROCLAMATION = re.compile(r"the ombudsm[ae]n'?s final decision\s*:?")
_DATE = re.compile(r"(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})", re.IGNORECASE | re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass
class Header:
    """What the lines before the first heading say. A fact they do not state is None."""

    reference: str
    council: str | None
    category: str | None = None
    subcategory: str | None = None
    outcome: str | None = None
    decision_date: date | None = None
    summary: str | None = None
    doubts: list[Doubt] = field(default_factory=list)


def read(lines: list[Line], is_marked: Callable[[Line], bool]) -> tuple[Header, list[Line]]:
    """The header and the lines after it. `is_marked` tells whether the layout marks a line.

    Raises ParseError where no title with a reference stands before the text begins.
    """
    at = _find_title(lines, is_marked)
    title = reference.TITLE.match(lines[at].text)
    assert title is not None
    header = Header(reference.printed(title), title["body"] or None)
    header.doubts += [
        Doubt(line.number, f"“{line.text}”, before the title, is not the decision's") for line in lines[:at]
    ]
    return header, _read_facts(header, lines[at + 1 :], is_marked)


def _find_title(lines: list[Line], is_marked: Callable[[Line], bool]) -> int:
    for index, line in enumerate(lines):
        if is_marked(line) or _LABELLED.fullmatch(line.text) or usual_level(line.text):
            break
        if reference.TITLE.match(line.text):
            return index
    first = lines[0]
    raise ParseError(first.number, "a title like “Body name (22 015 753)”", f"“{first.text[:60]}”")


def _read_facts(header: Header, lines: list[Line], is_marked: Callable[[Line], bool]) -> list[Line]:
    """Fill the header from the labelled lines; the lines that follow them."""
    for index, line in enumerate(lines):
        if _PROCLAMATION.fullmatch(fold(line.text)):
            continue
        labelled = _LABELLED.fullmatch(line.text)
        if labelled is None:
            return lines[index:]
        label, value = labelled[1].lower(), labelled[2].strip()
        if label == "summary":
            end = _end_of_summary(lines, index + 1, is_marked)
            header.summary = "\n".join(filter(None, [value, *(more.text for more in lines[index + 1 : end])])) or None
            return lines[end:]
        _set_fact(header, label, value, line.number)
    return []


def _end_of_summary(lines: list[Line], start: int, is_marked: Callable[[Line], bool]) -> int:
    """The first line after the summary: a heading or a marked line."""
    for index in range(start, len(lines)):
        next_is_marked = index + 1 < len(lines) and is_marked(lines[index + 1])
        if is_marked(lines[index]) or usual_level(lines[index].text) or next_is_marked:
            return index
    return len(lines)


def _set_fact(header: Header, label: str, value: str, line: int) -> None:
    if not value:
        return
    if label == "category":
        top, _, below = value.partition(">")
        header.category, header.subcategory = top.strip() or None, below.strip() or None
    elif label == "decision":
        header.outcome = value
    else:
        header.decision_date = _date(value)
        if header.decision_date is None:
            header.doubts.append(Doubt(line, f"the decision date “{value}” is no date, so none is stated"))


def _date(text: str) -> date | None:
    """A date like `09 Mar 2023` or `9 March 2023`; None if it is not one."""
    match = _DATE.fullmatch(text)
    if match is None or match[2].lower() not in _MONTHS:
        return None
    try:
        return date(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    except ValueError:
        return None
