"""The slide that begins a station: its number, its question, and why it matters here."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Stat
from datawalk.layout.deck.code import QUIET, SIDE, code_alone, written
from datawalk.layout.deck.cover import halves
from datawalk.layout.deck.draft import Fill, SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.notes import exhibit_notes, opening_notes
from datawalk.layout.deck.number import opener_number, stat
from datawalk.layout.deck.path import path
from datawalk.layout.deck.slide import grounds
from datawalk.layout.deck.text import BODY, SMALLEST, height, largest, one, paragraphs_of, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words, plain
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk
from datawalk.words import say

TOLD = (32.0, 28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
GAP, PAD = 22.0, 20.0
CODE_FOOT, CODE_GAP = 28.0, 18.0
"""What stays free under a code, and between it and the words right of it."""


def opening(station: Station, look: DeckLook, lead: Stat | None) -> SlideDraft:
    """The first slide of a station: its question, with its big number or else why it matters."""
    told = tuple(words for words in (station.about.why, station.about.definition) if words)
    if lead:
        told = ()
    kicker = _kicker(station)
    if kicker and not look.stage.ours:
        # On the panel; in our own design it stands beside the disc.
        told, kicker = ((Run(kicker, bold=True),), *told), ""
    return SlideDraft(
        title=station.question,
        color=look.color,
        fill=_numbered(lead, look) if lead else _fill(told, look),
        station=station,
        subtitle=kicker,
        sources=lead.sources if lead else (),
        notes=opening_notes(station, lead),
        shows=(lead,) if lead else (),
        at=station.at,
        stage=look.stage,
        opening=True,
        told=told,
        measurer=look.measurer,
    )


def on_section(look: DeckLook, pillar: str) -> DeckLook:
    """The look of what opens a station or ends the session, on the layout for that if any."""
    section = look.section
    if section is None:
        return look
    color = section.theme.pillar(pillar)
    return replace(look, theme=section.theme, stage=section.stage, color=color)


def closing(thanks: Station, walk: Walk, look: DeckLook) -> SlideDraft:
    """The last slide, in the same look: the words and the code beside the way of the walk."""
    told = tuple(words for e in thanks.exhibits for words in paragraphs_of(e))
    link = walk.event.link
    if look.stage.ours and link:
        told = tuple(words for words in told if plain(words) != link)
    return SlideDraft(
        title=thanks.question,
        color=look.color,
        fill=_parting(told, walk, look) if look.stage.ours else _fill(told, look),
        notes=exhibit_notes(thanks, thanks.exhibits),
        at=thanks.at,
        stage=look.stage,
        opening=True,
        told=told,
        measurer=look.measurer,
    )


def _parting(told: tuple[Words, ...], walk: Walk, look: DeckLook) -> Fill:
    def fill(frame: Frame) -> tuple[Box, ...]:
        dark, light = halves(look.stage)
        link, theme = walk.event.link, look.theme
        wide = dark.right - frame.x - 24
        way = path(walk.stations, light, look.measurer, theme)
        if not link:
            room = Frame(frame.x, frame.y, wide, frame.h, 0)
            return (*_said(look, told, room, theme.paper, middle=False), *way)
        side = SIDE + 2 * QUIET
        top = look.stage.height - side - CODE_FOOT
        over = Frame(frame.x, frame.y, wide, top - frame.y - CODE_GAP, 0)
        said = _said(look, told[:1], over, theme.paper, middle=False)
        beside = Frame(frame.x + side + CODE_GAP, top, wide - side - CODE_GAP, side, 0)
        names = (*one(written(link)), *told[1:])
        return (*said, *code_alone(link, frame.x, top, look), *_names(names, beside, look), *way)

    return fill


def _names(told: tuple[Words, ...], room: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The address and the hosts beside the code, as many of them as have room."""
    sizes = (BODY, 22.0, 20.0, SMALLEST)
    for count in range(len(told), 0, -1):
        size = largest(look.measurer, told[:count], room.w, room.h, sizes, "hosts")
        if size:
            tall = height(look.measurer, told[:count], room.w, size, "hosts")
            place = (room.x, room.y + (room.h - tall) / 2, room.w, tall)
            return (text_box(look.measurer, "hosts", place, told[:count], size, look.theme.paper),)
    return ()


def _fill(told: tuple[Words, ...], look: DeckLook) -> Fill:
    """The words on the ground of the slide; in a template on a panel in the station's colour."""

    def fill(frame: Frame) -> tuple[Box, ...]:
        if look.stage.ours:
            return _said(look, told, frame.text, look.theme.paper, middle=False)
        if look.stage.opens:
            return _said(look, told, frame.text, look.theme.ink, middle=False)
        x, y, w, h = frame.x, frame.y, frame.w, frame.h
        panel = grounds((Rect(x, y, w, h, fill=look.color, radius=8),), "panel")
        text = frame.text if frame.indent else frame.inset(PAD)
        inner = Frame(text.x, y + PAD, text.w - PAD, h - 2 * PAD, 0)
        return (*panel, *_said(look, told, inner, look.theme.paper, middle=True))

    return fill


def _numbered(lead: Stat, look: DeckLook) -> Fill:
    """The number of the station; in a template on a panel in the station's colour."""

    def fill(frame: Frame) -> tuple[Box, ...]:
        if look.stage.ours:
            return opener_number(lead, look)
        return stat(lead, frame, look)

    return fill


def _said(
    look: DeckLook, told: tuple[Words, ...], frame: Frame, color: str, *, middle: bool
) -> tuple[Box, ...]:
    said, size = _that_fit(look.measurer, told, frame)
    if not said:
        return ()
    tall = height(look.measurer, said, frame.w, size, "body")
    place = (frame.x, frame.y + (frame.h - tall) / 2 * middle, frame.w, tall)
    return (text_box(look.measurer, "body", place, said, size, color),)


def _that_fit(
    measurer: Measurer, told: tuple[Words, ...], frame: Frame
) -> tuple[tuple[Words, ...], float]:
    """As many paragraphs as fit, and their size; the notes say the others too."""
    for count in range(len(told), 0, -1):
        size = largest(measurer, told[:count], frame.w, frame.h, TOLD, "body")
        if size:
            return told[:count], size
    return (), SMALLEST


def _kicker(station: Station) -> str:
    minutes = station.minutes and say("about {minutes} minutes", minutes=station.minutes)
    return " · ".join(part for part in (station.kicker, minutes) if part)
