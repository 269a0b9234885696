"""Calendar files (.ics), for the calendars of people's phones and computers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from icalendar import Calendar, Event

from datawalk.compose.event.calendar import CalendarEntry

STAMP = datetime(2000, 1, 1, tzinfo=UTC)
"""When an entry was written; always the same, so that the same walk gives the same bytes."""


def calendar_bytes(entries: Sequence[CalendarEntry]) -> bytes:
    """The entries; times are those of the place, whatever zone it is in (RFC 5545, form 1)."""
    calendar = Calendar()
    calendar.add("prodid", "-//datawalk//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.key)
        event.add("dtstamp", STAMP)
        event.add("summary", entry.title)
        event.add("dtstart", entry.start)
        event.add("dtend", entry.end)
        if entry.where:
            event.add("location", entry.where)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
