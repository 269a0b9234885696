"""A day as it is written: 2027-04-15, April 15, 2027 or 15 de abril de 2027."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
ENGLISH = re.compile(r"^(?:[a-z]+,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
SPANISH = re.compile(r"^(?:[a-záéíóú]+,? )?(\d{1,2}) de ([a-z]+) de[l]? (\d{4})$")
MONTHS = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)


def numbered(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of what looks like a day, whether or not there is such a day."""
    said = " ".join(text.split()).casefold()
    if found := ISO.match(said):
        return int(found[1]), int(found[2]), int(found[3])
    if (found := ENGLISH.match(said)) and (month := _month(found[1])):
        return int(found[3]), month, int(found[2])
    if (found := SPANISH.match(said)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    return None


def _month(name: str) -> int:
    """The number of a month by its name or its first three letters; 0 for no month."""
    whole = (i for i, names in enumerate(MONTHS, start=1) if name in names)
    short = (
        i
        for i, names in enumerate(MONTHS, start=1)
        if 3 <= len(name) <= 4 and any(one.startswith(name) for one in names)
    )
    return next(whole, 0) or next(short, 0)


def day_of(text: str) -> date | None:
    """The day that is written; None for words, and for a day that no calendar has.

    There are weeks before it and after it: the first and the last year of all have none.
    """
    found = numbered(text)
    try:
        return date(*found) if found and MINYEAR < found[0] < MAXYEAR else None
    except ValueError:
        return None


def plain(text: str) -> bool:
    """Whether a day is written in digits alone, so that it is printed in words."""
    return bool(ISO.match(text.strip())) and day_of(text) is not None
