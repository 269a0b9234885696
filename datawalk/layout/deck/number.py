"""One big number with its sentence, and its hundred squares. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Stat
from datawalk.layout.deck.exhibits import GAP, DeckLook
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box
from datawalk.layout.exhibits.stat import icons_told
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.page.roles import BoxRole
from datawalk.page.stage import TALL, Frame
from datawalk.problems import Problems
from datawalk.prose import Words, capital
from datawalk.typography.measure import Measurer
from datawalk.words import say

STAT_SIZES = (
    (170.0, 32.0, 24.0, 20.0),
    (150.0, 28.0, 24.0, 20.0),
    (130.0, 28.0, 24.0, 20.0),
    (110.0, 28.0, 22.0, 20.0),
    (90.0, 24.0, 20.0, 18.0),
    (72.0, 24.0, 20.0, 18.0),
    (56.0, 20.0, 18.0, 18.0),
    (40.0, 18.0, 18.0, 18.0),
)
"""Sizes of number, sentence, comparison and range, the first that fit are taken."""
SQUARES = 0.4
"""Share of a slide's width that the hundred squares may take."""
LEAST_WORDS = 200.0
"""Points that the words keep beside the squares; with fewer there are no squares."""
BESIDE = 0.57
"""Share of the width of an opening that the number has beside its squares."""
BIG_SIZES = (147.0, 140.0, 116.0, 96.0, 80.0, 64.0, 48.0)
BIG_TOP, BIG_TALL = 158.0, 177.0
SENTENCES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
SENTENCE_TOP, SENTENCE_TALL = 335.0, 84.0
SURE_TOP, SURE_TALL = 425.0, 48.0
SQUARES_TOP, SQUARES_TALL = 166.0, 320.0
"""Where the parts of an opening stand on a slide 540 points high (deck-direction.md, section 3)."""


@dataclass(frozen=True, slots=True)
class NumberInks:
    """Colours of a number and its full squares, of words, of how sure it is, of empty squares."""

    number: str
    words: str
    range: str
    empty: str
    edge: str = ""


def on_paper(look: DeckLook) -> NumberInks:
    """On a white slide."""
    theme = look.theme
    return NumberInks(look.color, theme.ink, theme.muted, theme.field)


def stat(
    exhibit: Stat, frame: Frame, look: DeckLook, inks: NumberInks | None = None
) -> tuple[Box, ...]:
    """The number over its sentence; a share has its hundred squares on the right."""
    inks = inks or on_paper(look)
    side = min(frame.h, 330.0, frame.w * SQUARES) if exhibit.share is not None else 0.0
    text = frame.text
    side = side if text.w - side - 48 >= LEAST_WORDS else 0.0
    try:
        room = text.w - (side + 48 if side else 0)
        stack = _stat_stack(look.measurer, exhibit, room, frame.h)
    except Problems:
        # Squares give way to words.
        side, room = 0.0, text.w
        stack = _stat_stack(look.measurer, exhibit, room, frame.h)
    boxes: list[Box] = []
    y = frame.y + (frame.h - _stacked(stack)) / 2
    for role, words, size, tall in stack:
        color = {"big": inks.number, "range": inks.range}.get(role, inks.words)
        boxes.append(text_box(look.measurer, role, (text.x, y, room, tall), words, size, color))
        y += tall + GAP * (role != "big")
    if side:
        boxes.append(_icons(exhibit, Frame(frame.right - side, frame.y, side, frame.h), inks))
    return tuple(boxes)


Stack = list[tuple[BoxRole, tuple[Words, ...], float, float]]


def _stat_stack(measurer: Measurer, exhibit: Stat, room: float, tall: float) -> Stack:
    surely = ". ".join(capital(part) for part in (exhibit.range, exhibit.note) if part)
    told = ". ".join(capital(part) for part in (exhibit.about, exhibit.comparison) if part)
    words: tuple[tuple[BoxRole, tuple[Words, ...]], ...] = (
        ("big", one(exhibit.number)),
        ("sentence", (exhibit.sentence,) if exhibit.sentence else ()),
        ("comparison", one(told)),
        ("range", one(surely)),
    )
    for sizes in STAT_SIZES:
        stack = [
            (role, said, size, height(measurer, said, room, size, role))
            for (role, said), size in zip(words, sizes, strict=True)
            if said
        ]
        wide = measurer.width(exhibit.number, "bold", sizes[0]) > room * measurer.slack
        if not wide and _stacked(stack) <= tall:
            return stack
    raise overflow("The big number with its words", "Shorten the sentence of the number.")


def _stacked(stack: Stack) -> float:
    return sum(item[3] for item in stack) + GAP * max(0, len(stack) - 2)


def _icons(exhibit: Stat, frame: Frame, inks: NumberInks) -> Box:
    """Ten rows of ten squares, filled from the top left."""
    assert exhibit.share is not None
    y = frame.y + (frame.h - frame.w) / 2
    step = frame.w / 10
    side = step * 0.84
    ink = tuple(
        Rect(
            frame.x + (i % 10) * step + step - side,
            y + (i // 10) * step,
            side,
            side,
            fill=inks.number if i < exhibit.share else inks.empty,
            stroke=inks.edge,
            line=1.5 if inks.edge else 0,
            radius=side * 0.2,
        )
        for i in range(100)
    )
    place = (frame.x, y, frame.w, frame.w)
    return Box("icons", *place, ink=ink, exhibit=exhibit, alt=icons_told(exhibit))


def opener_number(exhibit: Stat, look: DeckLook) -> tuple[Box, ...]:
    """The number on the ground of its station, with how sure it is; people or squares beside it.

    Raises Problems where its words do not fit.
    """
    stage, theme, unit = look.stage, look.theme, look.stage.height / TALL
    x, whole = stage.title.x, stage.title.w
    wide = whole * BESIDE if exhibit.share is not None else whole
    big = one(exhibit.number)
    sizes = tuple(size * unit for size in BIG_SIZES)
    size = fit(look.measurer, big, wide, BIG_TALL * unit, sizes, "big", "the big number")
    said = (exhibit.sentence,)
    sentence = fit(
        look.measurer, said, wide, SENTENCE_TALL * unit, SENTENCES, "sentence", "the sentence"
    )
    paper = theme.paper
    boxes = [
        text_box(
            look.measurer, "big", (x, BIG_TOP * unit, wide, BIG_TALL * unit), big, size, paper
        ),
        text_box(
            look.measurer,
            "sentence",
            (x, SENTENCE_TOP * unit, wide, SENTENCE_TALL * unit),
            said,
            sentence,
            paper,
        ),
        *_surely(exhibit, Frame(x, SURE_TOP * unit, wide, SURE_TALL * unit, 0), look),
    ]
    if exhibit.share is not None:
        side = min(whole * 0.37, SQUARES_TALL * unit)
        frame = Frame(stage.title.right - side, SQUARES_TOP * unit, side, side, 0)
        inks = NumberInks(paper, paper, paper, look.color, paper)
        boxes.append(_icons(exhibit, frame, inks))
    return tuple(boxes)


def _surely(exhibit: Stat, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """How sure the number is, in the colour that says so."""
    years = {figure.observation.year for figure in exhibit.figures}
    year = str(years.pop()) if len(years) == 1 else ""
    sure = say("How sure? {range}.", range=capital(exhibit.range)) if exhibit.range else ""
    words = one(". ".join(part for part in (year, sure) if part and part != "None"))
    if not words:
        return ()
    size = fit(look.measurer, words, frame.w, frame.h, SENTENCES, "range", "how sure it is")
    place = (frame.x, frame.y, frame.w, frame.h)
    ink = look.theme.sun_on(look.color)
    return (text_box(look.measurer, "range", place, words, size, ink),)
