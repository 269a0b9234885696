"""What a cell looks like before its signs are known: a number, no data, held back, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

NUMBER = re.compile(
    r"(?:[(\[<>≤≥~≈=±+\-−–]|[$€£¥]|\s)*"
    r"(?P<body>[.,]?\d(?:[\d.,'’]|(?<=\d)\s(?=\d))*)"
    r"(?:e[+-]?\d+)?(?:\s|[%‰)\]*†‡+°]|[$€£¥]|[⁰¹²³⁴-⁹]|\([a-z\d]{1,2}\)|\[[a-z\d]{1,3}\]|[a-z](?![a-z]))*",
    re.I,
)
"""A written number of any country, with the signs that may stand around it."""
YEAR = re.compile(r"(?:19|20)\d\d")
NO_DATA = frozenset(
    {
        *("na", "n/a", "n.a.", "n/d", "nd", "nan", "null", "nr", "#n/a", "(x)", "x", "n", "nil."),
        *("-", "–", "—", "--", "---", "----", "−", "‐", ".", "..", "...", "…", "†", "‡", "††"),
        *("no data", "not available", "data not available", "not applicable", "unavailable"),
        *("missing", "unknown", "not reported", "not ranked", "not collected", "no answer"),
    }
)
"""What people write where they have no number; read only in columns of numbers."""
HELD_BACK = frozenset(
    {
        *("data suppressed", "suppressed", "suppr.", "supp.", "suppressed data", "withheld"),
        *("hidden", "redacted", "masked", "confidential", "not shown", "not disclosed", "dsu"),
    }
)
JAM = frozenset(float(f"-{digit * 9}") for digit in "23568") | {-999999999.0}
"""The numbers that the Census Bureau's ACS writes where it has none."""
FAULT = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|#{3,}"
)
_MARGINS = frozenset({"**", "***", "****", "*****"})


def number(text: str) -> bool:
    """Whether a text is a number in English notation."""
    return bool(text) and NUMBER.fullmatch(text) is not None


def mostly(different: Iterable[str], share: float = 0.5) -> bool:
    """Whether at least this share of some texts that say something, at most 500, are numbers."""
    told = [text for text in islice(different, 500) if text and not nothing(text)]
    return bool(told) and sum(map(number, told)) >= share * len(told)


def nothing(text: str) -> bool:
    """Whether a cell says that there is no number, or that it is held back."""
    low = text.lower()
    return low in NO_DATA or low in HELD_BACK or (text[:1] == "*" and not text.strip("*"))


def margin_mark(text: str) -> bool:
    """A mark of the Census Bureau in place of a margin of error; elsewhere it holds back."""
    return text in _MARGINS


def words(text: str) -> bool:
    """Whether a cell says something that is neither a number nor the lack of one."""
    return bool(text) and not number(text) and not nothing(text)
