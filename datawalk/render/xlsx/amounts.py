"""Prices and numbers of copies as people write them into cells."""

from __future__ import annotations

import math
import re

from openpyxl.cell import Cell, MergedCell

from datawalk.render.xlsx.prints import Amount

Held = Cell | MergedCell
"""A cell of a sheet that was read."""
MOST_COPIES = 100_000
_MONEY = re.compile(r"(?:US)?\$?\s*(?P<number>[\d.,]+)\s*(?:\$|USD|dollars?)?", re.IGNORECASE)
_COUNT = re.compile(r"(?P<number>[\d.,]+)\s*(?:copies|copy|x)?", re.IGNORECASE)
_PLAIN = re.compile(r"\d*[.]\d+|\d+[.]?")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_COMMA = re.compile(r"\d*,\d{1,2}")
_SUM = re.compile(r"=[\d.+\-*/() ]{1,80}")
"""A formula that means the same in any place."""
_OTHER_MONEY = re.compile("[€£¥₹]")


def money(cell: Held) -> Amount | None:
    """The price in a cell, written in any plain way; None where it is none of dollars."""
    if _OTHER_MONEY.search(cell.number_format or ""):
        return None
    found = _amount(cell.value, _MONEY)
    told = isinstance(cell.value, str) and re.search(r"\d,\d{3}(?!.*\.)", cell.value)
    # 1,234 is a thousand to some and a little more than one to others.
    return None if told else found


def count(cell: Held) -> Amount | None:
    """The number of copies in a cell; None where it is none."""
    found = _amount(cell.value, _COUNT)
    if isinstance(found, str) or found is None:
        return found
    return int(found) if found == int(found) and found <= MOST_COPIES else None


def _amount(value: object, form: re.Pattern[str]) -> Amount | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return value if math.isfinite(value) and value >= 0 else None
    text = str(value).strip()
    if _SUM.fullmatch(text):
        return text
    said = form.fullmatch(text)
    number = said["number"] if said else ""
    if _THOUSANDS.fullmatch(number):
        return float(number.replace(",", ""))
    if _COMMA.fullmatch(number):
        return float(number.replace(",", "."))
    return float(number) if _PLAIN.fullmatch(number) else None
