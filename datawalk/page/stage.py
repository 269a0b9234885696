"""Where things stand on the slides of a deck: of our own design, or of an organiser's template.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.page.marks import Rect
from datawalk.theme import Theme

WIDE, TALL = 960.0, 540.0
"""A slide of 13.333 x 7.5 in, in points."""
MARGIN, NARROW_MARGIN = 43.2, 32.4
"""Points at both sides, of a slide of 16:9 and of one that is narrower (deck-direction.md)."""
INDENT = 72.0
"""Points from the left edge of a frame to its running text; the disc stands there."""
MARK = 52.0
"""Points that the mark beside a quote takes."""
KICKER_TOP, KICKER_TALL = 27.4, 34.0
"""Where the line over a title stands, with the disc of a station."""
KICKER_FREE = 150.0
"""Points right of it, for a link to what waits behind a slide."""
TITLE_TOP, TITLE_TALL = 65.5, 73.5
"""Two lines of 30 points, with their leading."""
BELOW = 15.0
"""Points that stay free under the foot."""
TITLES = (30.0, 28.0, 26.0)
NARROW_TITLES = (28.0, 26.0, 24.0)
NARROW = 900.0
"""Points; slides that are narrower have smaller titles."""

Anchor = Literal["top", "middle", "bottom"]

Variant = Literal["room", "virtual", "report-back"]
"""Whether a deck is shown in the room, on everyone's own screen, or some weeks later."""
Length = Literal["short", "full"]
"""Whether what is not presented waits hidden behind the rest, or all slides are shown."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a deck is for. In a `short` one about two slides a station are presented; with `build`
    questions come one by one.
    """

    variant: Variant = "room"
    length: Length = "short"
    build: bool = False


ROOM = Aim()
"""A deck for the room."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for an exhibit, in points; running text stands `indent` to the right in it."""

    x: float
    y: float
    w: float
    h: float
    indent: float = INDENT

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def area(self) -> float:
        return self.w * self.h

    def inset(self, left: float) -> Frame:
        """The frame without `left` points on its left."""
        return replace(self, x=self.x + left, w=self.w - left)

    @property
    def text(self) -> Frame:
        """The part in which running text stands, flush with the title."""
        return self.inset(self.indent)

    @property
    def quoted(self) -> Frame:
        """The part in which quotes stand, right of their large mark."""
        return self.inset(max(self.indent, MARK))

    def shared(self, other: Frame) -> float:
        """The area that both frames cover, in square points."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0.0, across) * max(0.0, down)

    def outset(self, by: float, width: float, height: float) -> Frame:
        """The frame made larger on all sides, within a slide of that size."""
        x, y = max(0.0, self.x - by), max(0.0, self.y - by)
        right, bottom = min(width, self.right + by), min(height, self.bottom + by)
        return Frame(x, y, right - x, bottom - y)


def around(first: Frame, second: Frame) -> Frame:
    """The smallest frame that holds both."""
    x, y = min(first.x, second.x), min(first.y, second.y)
    right, bottom = max(first.right, second.right), max(first.bottom, second.bottom)
    return Frame(x, y, right - x, bottom - y)


@dataclass(frozen=True, slots=True)
class Stage:
    """The frames of every slide after the first, in points.

    `kicker` is the line over the title, with the disc of a station, in our own design. `title`
    holds the title, in a template the disc too, `body` all between title and foot; over a title
    without an indent there is room for the disc. `on_band` says that titles stand on another
    colour than the body, `opens` that stations open here,
    `numbered` that the template shows the slide's number itself. Colours are empty where those of
    the theme serve. `grounds` is what a template paints there itself, `cards` are the panels to
    draw over it, so that words stand on an even ground.
    """

    width: float
    height: float
    title: Frame
    body: Frame
    kicker: Frame | None = None
    titles: tuple[float, ...] = TITLES
    title_lines: int = 2
    anchor: Anchor = "top"
    title_ink: str = ""
    on_band: bool = False
    number: Frame | None = None
    number_ink: str = ""
    numbered: bool = False
    ours: bool = True
    opens: bool = False
    grounds: tuple[Rect, ...] = ()
    cards: tuple[Rect, ...] = ()

    @property
    def inches(self) -> str:
        """'13.3 x 7.5 in'."""
        return f"{self.width / 72:.1f} x {self.height / 72:.1f} in"

    @property
    def stacked(self) -> bool:
        """Whether the title stands over the body, rather than beside or under it."""
        title, body = self.title, self.body
        beside = title.right <= body.x + 1 or title.x >= body.right - 1
        return not beside and title.y <= body.y + 1


def plain_stage(width: float, height: float) -> Stage:
    """Our own design on a slide of that size: lengths down a slide follow its height."""
    unit = height / TALL
    margin, titles = (MARGIN, TITLES) if width >= NARROW else (NARROW_MARGIN, NARROW_TITLES)
    wide, top = width - 2 * margin, TITLE_TOP * unit
    return Stage(
        width,
        height,
        Frame(margin, top, wide, TITLE_TALL * unit, 0),
        Frame(margin, top, wide, height - top - BELOW * unit, 0),
        Frame(margin, KICKER_TOP * unit, wide - KICKER_FREE, KICKER_TALL * unit, 0),
        titles,
    )


PLAIN = plain_stage(WIDE, TALL)
"""Our own design on a slide of 16:9."""


@dataclass(frozen=True, slots=True)
class Front:
    """The first slide of a template: room for the title, and for place, date and hosts."""

    title: Frame
    rest: Frame
    size: float
    anchor: Anchor = "bottom"
    title_ink: str = ""
    rest_ink: str = ""
    grounds: tuple[Rect, ...] = ()
    cards: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which layout of the template (number of its master, its own number) serves for what."""

    title: tuple[int, int]
    exhibit: tuple[int, int]
    talk: tuple[int, int]
    section: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SectionStage:
    """The slides that open stations, on the layout that a template has for sections."""

    stage: Stage
    theme: Theme


@dataclass(frozen=True)
class Brand:
    """An organiser's template, as recognised.

    `blob` is the file, free of macros and openable; `slots` maps names of colours (tx1, accent1)
    to #rrggbb; `wider` is the width of its faces as a multiple of Arial's. Without a `section`
    stations open on the layout of the others. `found` are lines for
    people: what, and how it is used; `instead` says what is done where the template lacks
    something.
    """

    name: str
    blob: bytes
    stage: Stage
    front: Front
    theme: Theme
    slots: Mapping[str, str]
    heading_font: str
    body_font: str
    wider: float
    sheets: Sheets
    section: SectionStage | None = None
    footer: str = ""
    found: tuple[tuple[str, str], ...] = ()
    instead: tuple[str, ...] = ()
