"""Times of day as people write them."""

from __future__ import annotations

import re

_TO = re.compile(r"\s*(?:–|—|-|\bto\b|\bhasta\b|\ba\b(?!\.))\s*", re.IGNORECASE)
"""What stands between the begin and the end of hours."""
_HALF = re.compile(r"[ap]\.?m", re.IGNORECASE)
CLOCK = re.compile(r"^(\d{1,2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$", re.IGNORECASE)


def minutes_of_day(text: str) -> int | None:
    """'6:30 pm' and '18:30' as 1110 minutes after midnight; None for what is no time of day."""
    found = CLOCK.match(text.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12) or not (half or found[2]):
        return None
    return (hour % 12 + 12 * (half == "p") if half else hour) * 60 + minute


def begin(hours: str) -> int | None:
    """When hours such as '6:00 to 8:00 pm' begin, in minutes after midnight; None for other words.

    A begin without am or pm is the last such time before the end.
    """
    first, _, last = _TO.sub("\0", hours.strip(), count=1).partition("\0")
    alone, end = minutes_of_day(first), minutes_of_day(last)
    if alone is not None and (end is None or _HALF.search(first) or not _HALF.search(last)):
        return alone
    if end is None:
        return None
    halves = (minutes_of_day(f"{first} {half}") for half in ("am", "pm"))
    return max((one for one in halves if one is not None and one < end), default=None)
