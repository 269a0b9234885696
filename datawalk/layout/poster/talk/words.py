"""The words of a talk panel: its heading, how long it takes, and its questions.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.exhibits import Bullets
from datawalk.icons.choices import icon_for
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.places import takes_notes
from datawalk.layout.poster.talk.fields import indent
from datawalk.layout.poster.talk.question import QuestionField
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Disc, Icon, Text
from datawalk.problems import refuse
from datawalk.prose import SECOND, Run, one_line
from datawalk.typography import fonts
from datawalk.typography.measure import Line
from datawalk.walk import Station
from datawalk.words import say, say_many


def words(
    talk: Bullets,
    station: Station,
    fields: Sequence[QuestionField],
    x: float,
    y: float,
    w: float,
    look: Look,
) -> Box:
    """The heading, how long it takes, and the questions."""
    type_ = type_scale(look.scale)
    ink: list[Ink] = [*_heading(talk, station, x, y + type_.head * 0.5, w, look)]
    questions: list[Ink] = []
    size = type_.question
    for field in fields:
        r = size * 0.74
        middle = field.y + r
        number = str(field.number)
        wide = look.measurer.width(number, "black", size)
        sign = (
            Disc(field.x + r, middle, r, look.theme.accent),
            Text(
                field.x + r - wide / 2,
                middle + size * fonts.CAP / 2,
                number,
                "black",
                size,
                look.theme.paper,
                wide,
            ),
        )
        room = field.w - indent(type_)
        lines = look.measurer.balanced(field.words, room, size, "bold")
        low = middle - size * (fonts.ASCENT - 0.30)
        body = text_ink(
            look.measurer, lines, field.x + indent(type_), low, size, look.theme.ink, width=room
        )
        questions.append(Part("LI", (Part("Lbl", sign), Part("LBody", body))))
    ink.append(Part("L", tuple(questions)))
    tall = max(f.y + f.asked for f in fields) - y
    return Box("talk", x, y, w, tall, tuple(ink), talk, look.type)


def _heading(
    talk: Bullets, station: Station, x: float, y: float, w: float, look: Look
) -> Iterator[Ink]:
    """The heading with its sign, how long it takes at the right, and between them what to do.

    The sign of the time gives way to a long heading. Raises Problems.
    """
    type_ = type_scale(look.scale)
    sign = type_.head * 1.2 if station.icon else 0.0
    left = x + sign * 1.25
    minutes, taken = _minutes(station, x, y, w, look, signed=bool(station.icon))
    fit = _fitting(talk, x + w - taken - left, look, (type_.head, type_.question))
    if fit is None:
        minutes, taken = _minutes(station, x, y, w, look, signed=False)
        sizes = (type_.head, type_.question, type_.body, type_.label)
        fit = _fitting(talk, x + w - taken - left, look, sizes, most=2)
    if fit is None:
        raise refuse(
            f'The heading "{one_line(talk.heading)[:60]}" is longer than its line on the poster.',
            "Shorten it; two or three words read best.",
            talk.at if talk.at.file else station.at,
            kind="heading-long",
        )
    size, lines = fit
    icon = [Icon(x, y, sign, icon_for("sign", "talk"), look.theme.accent)] if sign else []
    low = y + (type_.head - size) * fonts.ASCENT
    said = text_ink(look.measurer, lines, left, low, size, look.theme.accent)
    yield Part("H2", (*icon, *said))
    yield from minutes
    wide = max(line.width for line in lines)
    yield from _hint(left + wide + type_.head * 0.7, x + w - taken, y, look)


def _fitting(
    talk: Bullets, room: float, look: Look, sizes: Sequence[float], most: int = 1
) -> tuple[float, tuple[Line, ...]] | None:
    """The heading in the first of these sizes in which it has one line; in the last it may have
    `most`."""
    said = (Run(one_line(talk.heading)),)
    for size in sizes:
        lines = look.measurer.balanced(said, room, size, "black")
        allowed = most if size == sizes[-1] else 1
        if len(lines) <= allowed and all(line.width <= room for line in lines):
            return size, lines
    return None


def _minutes(
    station: Station, x: float, y: float, w: float, look: Look, *, signed: bool
) -> tuple[list[Ink], float]:
    """How long it takes, at the right of the heading, and how much of its line that takes."""
    if not station.minutes:
        return [], 0.0
    type_ = type_scale(look.scale)
    size = type_.body
    low = y + (type_.head - size) * fonts.ASCENT
    minutes = say_many("{count} minute", "{count} minutes", station.minutes)
    lines = look.measurer.break_lines((Run(minutes.replace(SECOND, " / ")),), w, size)
    wide = lines[0].width
    said: list[Ink] = [
        Part("P", text_ink(look.measurer, lines, x, low, size, look.theme.ink, 1.22, "right", w))
    ]
    if signed:
        side = size * 1.2
        wide += side * 1.3
        said[:0] = [Icon(x + w - wide, low, side, icon_for("sign", "minutes"), look.theme.ink)]
    return said, wide + type_.head * 0.5


def _hint(left: float, right: float, y: float, look: Look) -> Iterator[Ink]:
    """What people do with their notes, where it has room."""
    type_ = type_scale(look.scale)
    size = type_.body
    sticks = takes_notes(look)
    hint = say("Talk, then stick your notes here") if sticks else say("Talk, then write here")
    lines = look.measurer.break_lines((Run(hint),), right, size)
    if len(lines) == 1 and left + lines[0].width + type_.head * 0.5 < right:
        low = y + (type_.head - size) * fonts.ASCENT
        yield Part("P", text_ink(look.measurer, lines, left, low, size, look.theme.ink))
