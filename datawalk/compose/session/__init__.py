"""From the settings of a session to its parts: slides before, between and after the stations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from datawalk.compose.session import closing, opening
from datawalk.compose.session.framework import framework
from datawalk.compose.session.given import Given
from datawalk.config.session import PartConfig, PartName
from datawalk.walk import SessionPart, Station

MADE: Mapping[PartName, Callable[[Given], Station | None]] = MappingProxyType(
    {
        "welcome": opening.welcome,
        "agenda": opening.agenda,
        "takeaways": opening.takeaways,
        "hosts": opening.hosts,
        "about": opening.about,
        "comparison": closing.comparison,
        "gaps": closing.gaps,
        "next_steps": closing.next_steps,
        "resources": closing.resources,
        "thanks": closing.thanks,
    }
)
"""The parts that are made of exhibits; the deck itself draws the others."""


def made(written: PartConfig, given: Given) -> SessionPart | None:
    """A part as we make it; None where the walk has nothing for it. Raises Problems."""
    assert written.part
    if written.part == "framework":
        return SessionPart("framework", framework=framework(given))
    make = MADE.get(written.part)
    if make is None:
        return SessionPart(written.part)
    slides = make(given)
    agenda = opening.agenda_items(given) if written.part == "agenda" else ()
    return SessionPart(written.part, slides, agenda=agenda) if slides else None
