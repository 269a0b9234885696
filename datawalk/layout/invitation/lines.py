"""The lines of an invitation: when, where, and what people need to know before they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.walk import Event, Walk
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """`sign` names its icon; `more` stands under `head` and may be empty. `key` is the setting of
    the event that says most of it."""

    sign: str
    head: str
    more: str = ""
    key: str = ""


def lines_of(walk: Walk, *, brief: bool) -> tuple[InvitationLine, ...]:
    """Those that the event has words for; a `brief` one says all that is offered in one line."""
    event = walk.event
    offered = tuple(_offered(event))
    if brief and len(offered) > 1:
        first = offered[0]
        others = ". ".join(line.head.rstrip(".") for line in offered[1:])
        longest = max(offered, key=lambda line: len(line.head))
        offered = (InvitationLine(first.sign, first.head, others + ".", longest.key),)
    return (*_when_and_where(event), *offered)


def _when_and_where(event: Event) -> Iterator[InvitationLine]:
    if event.date or event.time:
        more = event.time if event.date else ""
        key = "date" if len(event.date) >= len(event.time) else "time"
        yield InvitationLine("when", event.date or event.time, more, key)
    if event.venue:
        key = "venue" if len(event.venue) >= len(event.access) else "access"
        yield InvitationLine("where", event.venue, event.access, key)
    elif event.access:
        yield InvitationLine("access", event.access, key="access")


def _offered(event: Event) -> Iterator[InvitationLine]:
    told = {
        "food": event.food,
        "childcare": event.childcare,
        "interpretation": event.interpretation,
        "contact": event.contact,
    }
    yield from (InvitationLine(sign, words, key=sign) for sign, words in told.items() if words)


def steps() -> tuple[tuple[str, str], ...]:
    """What people do at a walk: the name of the sign, and the word."""
    return (
        ("walk", say("Walk")),
        ("look", say("Look")),
        ("talk", say("Talk")),
        ("write", say("Write")),
    )
