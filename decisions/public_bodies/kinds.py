"""The kind of body that a printed name suggests, by the rules of `kinds.toml`. Staff may correct it."""

import re
from pathlib import Path

from decisions.public_bodies.identity import is_council
from decisions.public_bodies.register import mistake, parse

COUNCIL, OTHER = "council", "other"
_FILE = "kinds.toml"


def read(text: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the rules, each a kind and its words. Raises ValueError, which names the line and the mistake."""
    rules = []
    for number, rule in enumerate(parse(_FILE, text)["rule"]):
        try:
            rules.append((rule["kind"], re.compile(rf"\b(?:{'|'.join(rule['words'])})", re.IGNORECASE)))
        except (KeyError, re.error) as error:
            fault = f"this rule needs a kind, and words that are regular expressions ({error})"
            raise mistake(_FILE, text, "[[rule]]", number, fault) from None
    return rules


RULES = read(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"))


def kind_of(printed: str) -> str:
    """Return the kind that a printed name suggests; `other` if no rule matches."""
    if is_council(printed):
        return COUNCIL
    return next((kind for kind, words in RULES if words.search(printed)), OTHER)
