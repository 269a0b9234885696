"""The layout that a template has for sections, as the ground of the slides that open stations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from datawalk.brand.layouts import Layout
from datawalk.brand.looks import look_of
from datawalk.brand.staging import LOWEST, ROOMY, TITLE_TALL, TOP, on_frames, usual
from datawalk.page.stage import INDENT, Frame, SectionStage

WRITTEN = "secHead"
"""The type of such a layout (ECMA-376, ST_SlideLayoutType)."""
WIDE = 0.6
"""Share of the slide's width that a column of title and number has at least."""
LEAST = (300.0, 165.0)
"""Points of width and height in which a number and its sentence can be read."""
GAP = 8.0

Frames = tuple[Frame, Frame]


def section_layout(layouts: list[Layout], master: int) -> Layout | None:
    """The first layout for sections, of that master if it has one."""
    found = [one for one in layouts if one.written == WRITTEN and one.title]
    return min(found, key=lambda one: (one.master != master, one.number), default=None)


def section_of(layout: Layout) -> SectionStage | None:
    """Where title and number of a station stand on an even ground; None where they cannot."""
    slots = layout.colors.slots
    for frames in _possible(layout):
        stood = on_frames(layout, frames, slots, own=True)
        if stood.title_even and stood.body_even and _roomy(stood.stage.body, LEAST):
            theme, _ = look_of(stood.paper, slots)
            return SectionStage(replace(stood.stage, opens=True), theme)
    return None


def _possible(layout: Layout) -> Iterator[Frames]:
    """A large number in the column of the title or as wide as the slide; else a smaller one where
    the layout has words beside its title."""
    held, slide = layout.title, layout.slide
    assert held
    for frame in (held.frame, usual(slide)[0]):
        title = Frame(frame.x, TOP, frame.w, TITLE_TALL, INDENT)
        body = _down(replace(title, y=title.bottom + GAP), slide)
        if body.w >= WIDE * slide.w and _roomy(body, (0, ROOMY)):
            yield title, body
    for words in layout.bodies:
        short = not _roomy(words.frame, LEAST)
        body = _down(words.frame, slide) if short else replace(words.frame, indent=INDENT)
        if not body.shared(held.frame):
            yield replace(held.frame, indent=INDENT), body


def _down(frame: Frame, slide: Frame) -> Frame:
    """The frame down to the foot of the slide."""
    return replace(frame, h=slide.h - LOWEST - frame.y, indent=INDENT)


def _roomy(frame: Frame, least: tuple[float, float]) -> bool:
    return frame.w >= least[0] and frame.h >= least[1]
