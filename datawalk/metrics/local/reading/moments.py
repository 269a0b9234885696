"""Dates and times of a workbook as its cells show them."""

from __future__ import annotations

import datetime
import re

from datawalk.metrics.local.reading.numberformats import TOKEN, sections

_EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


def moment(value: float, code: str, mac: bool = False) -> str | None:
    """The date or time of a number; None beyond the calendar of spreadsheets."""
    bare = "".join(t for t in TOKEN.findall(sections(code)[0].code) if t[0] not in '"\\_*')
    if found := re.search(r"\[([hms])+\]", bare, re.I):
        return _lasting(value, found[1].lower())
    if not 0 <= value < 2_958_466:
        return None
    if not mac and value < 60:
        value += 1  # the day that 1900 never had
    when = _EPOCHS[mac] + datetime.timedelta(seconds=round(value * 86400))
    return dated_text(when, re.sub(r"\[[^\]]*\]|am/pm|a/p", "", bare, flags=re.I).lower())


def _lasting(value: float, unit: str) -> str:
    minutes, seconds = divmod(round(abs(value) * 86400), 60)
    sign = "-" if value < 0 else ""
    if unit == "h":
        return f"{sign}{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return f"{sign}{minutes}:{seconds:02}"


def dated_text(when: datetime.datetime, code: str) -> str:
    """A date as its format has it: 2025-03-01, Oct 2023, 2023, Mar 14, 13:30."""
    clock = "h" in code or ("s" in code and "d" not in code)
    minutes = re.sub(r"h+[^dy]*?m+|m+[^dyh]*?s+", "", code) if clock or "s" in code else code
    year, month, day = "y" in code, "m" in minutes, "d" in code
    time = f"{when:%H:%M:%S}".removesuffix(":00")
    if year and month and day:
        text = f"{when:%Y-%m-%d}"
    elif year and month:
        text = f"{when:%b %Y}"
    elif year:
        text = f"{when:%Y}"
    elif month and day:
        text = f"{when:%b} {when.day}"
    elif month:
        text = f"{when:%B}"
    elif day:
        text = f"{when:%A}" if "ddd" in code else str(when.day)
    else:
        return time
    return f"{text} {time}" if clock and time != "00:00" else text


def iso(text: str) -> datetime.datetime:
    """A date as workbooks store it. Raises ValueError."""
    return datetime.datetime.fromisoformat(text.strip().removesuffix("Z"))
