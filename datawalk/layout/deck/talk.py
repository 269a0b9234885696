"""The slides on which a station talks: all questions at once, or one at a time on screens."""

from __future__ import annotations

from dataclasses import replace

from datawalk import prose
from datawalk.exhibits import Bullets, Prose
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.heading import by_number, first_that_fits
from datawalk.layout.deck.invitation import INVITED, invitation
from datawalk.layout.deck.notes import questions_of, talk_notes
from datawalk.layout.deck.prompts import in_the_chat
from datawalk.layout.deck.shown import is_talk
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box
from datawalk.page.document import Box
from datawalk.page.stage import Frame, Stage
from datawalk.prose import Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Station
from datawalk.words import say

SIZES = (36.0, 32.0, 28.0, BODY, 20.0, SMALLEST)
ONE_SIZES = (48.0, 44.0, 40.0, *SIZES)
AIR = 12.0
"""Points between the panel and the questions on it."""
ONE_GAP = 24.0
"""Points between a question alone and how people answer."""


def talk(station: Station, look: DeckLook) -> list[SlideDraft]:
    """The slides with the questions; none where the station asks nothing, or in a report of what
    people answered.

    On screens there is one question on a slide; those after the first wait behind.
    """
    asked = questions_of(station)
    if not asked or (look.variant == "report-back" and station.number):
        return []
    if look.variant == "virtual":
        count = len(asked)
        return [
            replace(
                _draft(station, look, _alone(question, look)),
                title=_numbered(look.measurer, station, number, count, look.stage)
                if number > 1
                else _titled(look.measurer, station, _heading(station), look.stage),
                notes=talk_notes(station, (question,)),
                tinted=False,
                backup=number > 1 and bool(station.number),
            )
            for number, question in enumerate(asked, start=1)
        ]
    return [_draft(station, look, together(asked, look))]


def _heading(station: Station) -> str:
    asking = next((e for e in station.exhibits if is_talk(e)), None)
    return (asking.heading if asking else "") or say("Your turn")


def _numbered(measurer: Measurer, station: Station, number: int, count: int, stage: Stage) -> str:
    part = say("{number} of {count}", number=number, count=count)
    heading = _heading(station)
    return _titled(measurer, station, f"{heading} ({part})" if count > 1 else heading, stage)


def _titled(measurer: Measurer, station: Station, heading: str, stage: Stage) -> str:
    """The heading with the question, or where that is too long with the station's number."""
    return first_that_fits(
        measurer, (f"{heading}: {station.question}", f"{heading} ({by_number(station)})"), stage
    )


def _draft(station: Station, look: DeckLook, fill: Fill) -> SlideDraft:
    asking = next(exhibit for exhibit in station.exhibits if is_talk(exhibit))
    about = say("About {minutes} minutes at this station", minutes=station.minutes)
    return SlideDraft(
        title=_titled(look.measurer, station, _heading(station), look.stage),
        color=look.color,
        fill=fill,
        station=station,
        subtitle=about if station.minutes else "",
        notes=talk_notes(station),
        tinted=True,
        foot=False,
        at=asking.at,
        shows=tuple(exhibit for exhibit in station.exhibits if is_talk(exhibit)),
        stage=look.stage,
        measurer=look.measurer,
    )


def together(asked: tuple[Words, ...], look: DeckLook) -> Fill:
    """All questions of a station in one list."""

    def fill(frame: Frame) -> tuple[Box, ...]:
        text = frame.text
        # Our own panel runs to the edges of the slide; that of a template ends with the frame.
        side = 0.0 if look.stage.ours else AIR
        wide, tall = text.w - 2 * side, text.h - 2 * AIR
        size = fit(look.measurer, asked, wide, tall, SIZES, "questions", "the list of questions")
        held = Bullets(items=asked, form="questions")
        spot = (text.x + side, text.y + AIR, wide, tall)
        return (text_box(look.measurer, "questions", spot, asked, size, look.theme.ink, held),)

    return fill


def _alone(question: Words, look: DeckLook) -> Fill:
    """One question, and under it how people on a call answer."""

    def fill(frame: Frame) -> tuple[Box, ...]:
        text = frame.text
        room = text.h - INVITED - ONE_GAP
        size = fit(look.measurer, (question,), text.w, room, ONE_SIZES, "body", "the question")
        tall = height(look.measurer, (question,), text.w, size, "body")
        place = (text.x, text.y + (room - tall) / 3, text.w, tall)
        held = Prose(paragraphs=(question,))
        asked = text_box(look.measurer, "body", place, (question,), size, look.theme.ink, held)
        under = Frame(frame.x, frame.bottom - INVITED, frame.w, INVITED, 0)
        return (asked, *invitation(prose.words(in_the_chat()), under, look))

    return fill
