"""Numbers in the words of slides: where they stand, and whether they tell one that is known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w]|[.,]\d)"
    r"(?P<sign>\s?%)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+$")
_PARTING = re.compile(r"['’\u00a0\u202f ]")
DISTINCT = 3
"""Digits of a number that hardly stands in a text by chance."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text, with its percent sign, and what it may mean: 1.237 is two things."""

    start: int
    end: int
    values: tuple[float, ...]
    decimals: int
    digits: int


def amounts(text: str) -> Iterator[Numeral]:
    """The numbers of a text in their order."""
    for found in _NUMBER.finditer(text):
        whole = found[0].removesuffix(found["sign"] or "")
        plain = _PARTING.sub("", whole)
        values = []
        if _GROUPED.match(whole):
            values.append(float(re.sub(r"\D", "", whole)))
        head, mark, tail = plain.replace(",", ".").rpartition(".")
        decimals = len(tail) if mark else 0
        values.append(float(f"{head.replace('.', '')}.{tail}" if mark else plain))
        digits = len(re.sub(r"\D", "", whole))
        yield Numeral(found.start(), found.end(), tuple(dict.fromkeys(values)), decimals, digits)


def tells(amount: Numeral, value: float) -> bool:
    """Whether this is `value`, or `value` rounded, or a share of one told in percent."""
    wanted = (value, value * 100) if 0 < abs(value) < 1 else (value,)
    near = 0.5 * 10.0**-amount.decimals
    return any(
        math.isclose(told, sought, rel_tol=1e-9)
        or (not float(sought).is_integer() and abs(told - sought) <= near * (1 + 1e-9))
        for told in amount.values
        for sought in wanted
    )


def distinct(amount: Numeral) -> bool:
    """Whether a number has so many digits that it is no other one by chance."""
    return amount.digits >= DISTINCT and not (
        amount.digits == 4 and 1990 <= amount.values[0] < 2101
    )
