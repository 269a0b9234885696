"""The framework in one picture: a row for each pillar, with what it looks at."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.slide import frame_alone, frame_of
from datawalk.layout.deck.text import SMALLEST, height, one, text_box, too_wide
from datawalk.page.document import Box, Note
from datawalk.page.marks import Rect
from datawalk.page.stage import Frame
from datawalk.problems import At, Problems
from datawalk.prose import Run, Words
from datawalk.typography.measure import Measurer
from datawalk.walk import Pillar, SessionPart
from datawalk.words import say

NAME_SHARE = 0.31
"""Share of the width that the names of the pillars take."""
NAME_LEAST, NAME_AIR = 180.0, 4.0
"""Points; less does not hold "neighborhoods" in 18 points. Short names take what they need."""
GAP, PAD, PAD_Y = 4.0, 12.0, 1.0
"""Points; what is left of the height is shared by the rows."""
BAR = 10.0
"""Points; beside a paragraph a bar of this width has the colour of its pillar."""
SIZES = (24.0, 22.0, 20.0, SMALLEST)


def framework(part: SessionPart, look: DeckLook) -> list[SlideDraft]:
    """One slide, or as few as have room; stations are named behind what they are about."""
    assert part.framework
    pillars = part.framework.pillars
    shown = any(p.stations for pillar in pillars for p in pillar.predictors)
    whole = SlideDraft(
        title=part.title or say("Five pillars that help people move up"),
        color=look.color,
        fill=lambda _: (),
        subtitle=say("In bold: what a station is about, and its number.") if shown else "",
        notes=(Note(say("Say"), (_said(),)),),
        sources=(say("Urban Institute, Upward Mobility Framework."),),
        at=At(where="session › framework"),
        stage=look.stage,
        measurer=look.measurer,
    )
    if alone := _alone(whole, pillars, look):
        return [alone]
    parts = _parts(look.measurer, pillars, frame_of(whole, look.theme))
    return [replace(whole, fill=_Rows(part, look)) for part in parts]


def _alone(draft: SlideDraft, pillars: tuple[Pillar, ...], look: DeckLook) -> SlideDraft | None:
    """All on one slide: under full names, else under short ones and a credit without more words."""
    brief = replace(draft, subtitle="", sources=(f"{draft.subtitle} {draft.sources[0]}".strip(),))
    short = tuple(replace(pillar, name=pillar.short) for pillar in pillars)
    for tried, held in ((draft, pillars), (brief, pillars), (brief, short)):
        frame = frame_alone(tried, look.theme)
        if sum(_talls(look.measurer, held, frame, SMALLEST)) <= frame.h:
            return replace(tried, fill=_Rows(held, look))
    credited = (*draft.notes, Note(say("Sources"), draft.sources))
    bare = replace(draft, subtitle="", sources=(), notes=credited)
    lines = _Lines(short, look)
    try:
        lines(frame_alone(bare, look.theme))
    except Problems:
        return None
    return replace(bare, fill=lines)


def _said() -> str:
    return say(
        "The Urban Institute asked what helps people move up, and found five pillars with "
        "24 parts. No walk shows all of them. Ask which part people would add."
    )


def _parts(
    measurer: Measurer, pillars: tuple[Pillar, ...], frame: Frame
) -> list[tuple[Pillar, ...]]:
    """The pillars in as few parts as fit in the smallest type, evenly filled."""
    for count in range(1, len(pillars) + 1):
        each = math.ceil(len(pillars) / count)
        parts = [pillars[i : i + each] for i in range(0, len(pillars), each)]
        if all(sum(_talls(measurer, part, frame, SMALLEST)) <= frame.h for part in parts):
            return parts
    raise overflow("The picture of the framework", "Leave framework out under parts:.")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Places a row for each pillar."""

    pillars: tuple[Pillar, ...]
    look: DeckLook

    def __call__(self, frame: Frame) -> tuple[Box, ...]:
        sizes = (
            s for s in SIZES if sum(_talls(self.look.measurer, self.pillars, frame, s)) <= frame.h
        )
        size = next(sizes, SMALLEST)
        talls = _talls(self.look.measurer, self.pillars, frame, size)
        spare = max(0.0, min(24.0, (frame.h - sum(talls)) / len(self.pillars)))
        rooms = _rooms(self.look.measurer, self.pillars, frame)
        boxes: list[Box] = []
        y = frame.y
        for pillar, tall in zip(self.pillars, talls, strict=True):
            row = Frame(frame.x, y, frame.w, tall - GAP + spare)
            boxes += _row(pillar, row, rooms, size, self.look)
            y += tall + spare
        return tuple(boxes)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Places each pillar as a paragraph that begins with its name, beside a bar of its colour."""

    pillars: tuple[Pillar, ...]
    look: DeckLook

    def __call__(self, frame: Frame) -> tuple[Box, ...]:
        measurer, room = self.look.measurer, frame.w - BAR - PAD
        said = [_named(pillar) for pillar in self.pillars]
        talls = [height(measurer, (words,), room, SMALLEST, "row") for words in said]
        gap = min((frame.h - sum(talls)) / (len(talls) - 1), 3 * GAP)
        if gap < 1:
            raise overflow("The picture of the framework", "Leave framework out under parts:.")
        boxes: list[Box] = []
        y = frame.y
        for pillar, words, tall in zip(self.pillars, said, talls, strict=True):
            color = self.look.theme.pillar(pillar.key)
            bar = Rect(frame.x, y, BAR, tall, fill=color)
            boxes.append(Box("panel", frame.x, y, BAR, tall, ink=(bar,)))
            place = (frame.x + BAR + PAD, y, room, tall)
            ink = self.look.theme.ink
            boxes.append(text_box(measurer, "row", place, (words,), SMALLEST, ink))
            y += tall + gap
        return tuple(boxes)


def _named(pillar: Pillar) -> Words:
    return (Run(f"{pillar.name}: ", bold=True), *_listed(pillar, 0))


def _talls(
    measurer: Measurer, pillars: tuple[Pillar, ...], frame: Frame, size: float
) -> list[float]:
    """The height of each row with the gap under it; without end where a name is too wide."""
    name, rest = _rooms(measurer, pillars, frame)
    return [
        max(
            height(measurer, one(pillar.name), name, size, "pillar"),
            height(measurer, (_listed(pillar),), rest, size, "row"),
        )
        + 2 * PAD_Y
        + GAP
        if not too_wide(measurer, one(pillar.name), name, size, "pillar")
        else math.inf
        for pillar in pillars
    ]


def _rooms(measurer: Measurer, pillars: tuple[Pillar, ...], frame: Frame) -> tuple[float, float]:
    """The widths of a pillar's name and of what it looks at."""
    name = max(frame.w * NAME_SHARE, NAME_LEAST)
    needed = max(measurer.width(p.name, "bold", SMALLEST) for p in pillars) / measurer.slack
    name = min(name, needed + 2 * PAD + NAME_AIR)
    return name - 2 * PAD, frame.w - name - 2 * PAD


def _row(
    pillar: Pillar, frame: Frame, rooms: tuple[float, float], size: float, look: DeckLook
) -> list[Box]:
    theme, color = look.theme, look.theme.pillar(pillar.key)
    name, rest = rooms
    wide = name + 2 * PAD
    whole = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.tint, radius=8)
    head = Rect(frame.x, frame.y, wide, frame.h, fill=color, radius=8)
    panel = Box("panel", frame.x, frame.y, frame.w, frame.h, ink=(whole, head))
    where = (frame.x + PAD, frame.y, name, frame.h)
    told = (frame.x + wide + PAD, frame.y, rest, frame.h)
    return [
        panel,
        text_box(look.measurer, "pillar", where, one(pillar.name), size, theme.paper),
        text_box(look.measurer, "row", told, (_listed(pillar),), size, theme.ink),
    ]


def _listed(pillar: Pillar, longest: int = 24) -> Words:
    """What a pillar looks at, in one paragraph; in bold what stations are about. Names of fewer
    letters than the `longest` do not break."""
    runs: list[Run] = []
    for i, predictor in enumerate(pillar.predictors):
        numbers = ", ".join(map(str, predictor.stations))
        short = len(predictor.name) < longest
        name = predictor.name.replace(" ", "\u00a0") if short else predictor.name
        named = f"{name}\u00a0({numbers})" if numbers else name
        runs += [Run("\u00a0· ")] * bool(i) + [Run(named, bold=bool(numbers))]
    return tuple(runs)
