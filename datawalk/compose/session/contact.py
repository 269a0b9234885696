"""How people reach those who invited them."""

from __future__ import annotations

from datawalk.compose.session.given import Given, slides
from datawalk.exhibits import Bullets
from datawalk.prose import Run, Words
from datawalk.walk import Host, Station
from datawalk.words import say


def contact(given: Given) -> Station | None:
    """The hosts who gave an address or a phone number; None where nobody did."""
    reached = [host for host in given.walk.event.hosting if host.reached]
    if not reached:
        return None
    shown = [Bullets(items=tuple(map(_line, reached)))]
    notes = say("Say who answers, and how soon. Leave this up while people write it down.")
    return slides(say("Questions? Write to us"), shown, notes, "contact")


def _line(host: Host) -> Words:
    parts = [Run(host.name, bold=True)]
    parts += [Run(f", {host.organization}")] if host.organization else []
    return (*parts, *(run for words in host.reached for run in (Run(" "), *words)))
