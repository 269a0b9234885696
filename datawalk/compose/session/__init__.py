"""From the settings of a session to its parts: slides before, between and after the stations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk.blocks.filled import Filled
from datawalk.compose.session import closing, opening
from datawalk.compose.session.contact import contact
from datawalk.compose.session.framework import framework
from datawalk.compose.session.given import Given
from datawalk.compose.session.heard import heard
from datawalk.compose.session.metrics import metrics
from datawalk.compose.session.supplements import supplements
from datawalk.config.session import PartConfig, PartName
from datawalk.walk import SessionPart, Station

MADE: Mapping[PartName, Callable[[Given], Station | None]] = MappingProxyType(
    {
        "heard": heard,
        "welcome": opening.welcome,
        "agenda": opening.agenda,
        "takeaways": opening.takeaways,
        "hosts": opening.hosts,
        "about": opening.about,
        "comparison": closing.comparison,
        "gaps": closing.gaps,
        "supplements": supplements,
        "next_steps": closing.next_steps,
        "resources": closing.resources,
        "contact": contact,
        "metrics": metrics,
        "thanks": closing.thanks,
    }
)
"""The parts that are made of exhibits; the deck itself draws the others."""


def made(written: PartConfig, given: Given) -> SessionPart | None:
    """A part as we make it, under the author's title if there is one; None where the walk has
    nothing for it. Raises Problems.
    """
    assert written.part
    title = given.context.fill(written.title or "")
    if written.part == "framework":
        return SessionPart("framework", framework=framework(given), title=title.text)
    make = MADE.get(written.part)
    if make is None:
        return SessionPart(written.part, title=title.text)
    slides = make(given)
    if slides is None:
        return None
    agenda = opening.agenda_items(given) if written.part == "agenda" else ()
    pictures = given.pictures if written.part == "resources" else ()
    return SessionPart(
        written.part, _titled(slides, title), agenda=agenda, pictures=pictures, title=title.text
    )


def _titled(slides: Station, title: Filled) -> Station:
    if not title.text:
        return slides
    return replace(slides, question=title.text, asked=title.figures)
