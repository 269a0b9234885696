"""One picture: its parts in the largest type that leaves room for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from datawalk import prose
from datawalk.exhibits import Chart, Exhibit, Map, Picture, Stat
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.alternative import alternative
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.stat import icon_array, icons_told
from datawalk.layout.images.around import (
    Foot,
    Head,
    Titles,
    bare,
    foot_of,
    head_of,
    short_titles,
    titles_of,
    whose,
)
from datawalk.layout.images.blank import blank
from datawalk.layout.images.card import Card, look_at
from datawalk.page.document import Box, Caption, Page
from datawalk.page.ink import Part
from datawalk.page.marks import Rect
from datawalk.problems import NOWHERE, Problem
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Station, Walk
from datawalk.words import say

EASE = 0.5
"""How far from its least to its ideal height a drawing must come, or type is made smaller."""
SPREAD = 1.3
"""A drawing takes so much more than its ideal height where there is room."""
HIGHER = 0.4
"""The share of free room over what is shown: with as much as under it, it looks too low."""
FOOT, FOOT_BESIDE = 0.33, 0.6
"""The share of the height up to which the foot tells all sources, under and beside the rest."""
SQUARES = (0.25, 0.52)
"""The side of the hundred squares under their number, in widths: at least, and ideally."""
GUTTER = 14.0


@dataclass(frozen=True, slots=True)
class PictureContent:
    """What is to be shown on a picture, the first of it under its title."""

    walk: Walk
    station: Station
    shown: tuple[Exhibit, ...]
    card: Card
    theme: Theme
    measurer: Measurer

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line for one in self.shown for line in one.sources))


@dataclass(frozen=True, slots=True)
class _Laid:
    """The parts of a picture, not placed yet; each has its least and its ideal height.

    `width` is that of what is shown. `squares` stand under a number: out of 100, so many.
    """

    titles: Titles
    head: Head
    foot: Foot
    look: Look
    parts: tuple[Exhibit, ...]
    heights: tuple[tuple[float, float], ...]
    width: float
    beside: bool
    squares: int | None = None

    @property
    def gap(self) -> float:
        return self.look.gap(0.9)

    @property
    def around(self) -> float:
        """What titles, foot and gaps take of the height for what is shown, in points."""
        gaps = self.gap * (len(self.heights) - 1)
        return gaps if self.beside else self.head.height + self.foot.height + 2 * self.gap + gaps

    @property
    def told(self) -> float:
        """The height of titles and foot one over the other."""
        return self.head.height + self.foot.height + self.gap

    @property
    def drawn(self) -> list[bool]:
        """Which of the heights are those of drawings, which may be squeezed."""
        return [isinstance(part, Chart | Map | Picture) for part in self.parts] + [True] * (
            len(self.heights) - len(self.parts)
        )


def page_of(asked: PictureContent, name: str) -> Page | Problem:
    """The picture; or a warning that says why there is none."""
    wide = ""
    for laid, ease in _ways(asked):
        wide = _too_wide(laid)
        if not wide and _fits(laid, asked.card, ease):
            return _placed(asked, laid, name)
    return _unfit(asked, wide)


def _ways(asked: PictureContent) -> Iterator[tuple[_Laid, float]]:
    """Easy type with titles over what is shown, then beside it; then the same in small type."""
    card, first = asked.card, asked.shown[0]
    titles = titles_of(first, asked.station)
    easy = [size for size in card.sizes if size >= 1]
    sides = (False, True) if card.column else (False,)
    for beside in sides:
        for size in easy:
            yield _laid(asked, titles, size, beside=beside), EASE
    for size in card.sizes[len(easy) :]:
        for beside in sides:
            yield _laid(asked, titles, size, beside=beside), EASE
    for said in (titles, short_titles(first, asked.station)):
        for beside in sides:
            yield _laid(asked, said, card.sizes[-1], beside=beside), 0.0


def _laid(asked: PictureContent, titles: Titles, size: float, *, beside: bool) -> _Laid:
    card = asked.card
    look = look_at(asked.measurer, size, asked.theme, asked.theme.pillar(asked.station.pillar))
    column = card.inner * card.column if beside else card.inner
    width = card.inner - column - GUTTER if beside else card.inner
    most = (card.height or float("inf")) * (FOOT_BESIDE if beside else FOOT)
    head = head_of(titles, column, look)
    foot = foot_of(asked.walk, asked.sources, column, most, look)
    first, squares = bare(asked.shown[0]), None
    if isinstance(first, Stat) and card.upright:
        first, squares = replace(first, share=None), first.share
    parts = (first, *asked.shown[1:])
    tall = [setting.heights(part, width, look) for part in parts]
    if card.height is None:
        tall = [
            (low, max(low, high - blank(part, width, high, look)))
            for part, (low, high) in zip(parts, tall, strict=True)
        ]
    if squares is not None:
        tall.append((width * SQUARES[0], width * SQUARES[1]))
    return _Laid(titles, head, foot, look, parts, tuple(tall), width, beside, squares)


def _too_wide(laid: _Laid) -> str:
    if laid.head.too_wide:
        return f'the word "{laid.head.too_wide}" of its title is too wide'
    found = (setting.too_wide(part, laid.width, laid.look) for part in laid.parts)
    return next(filter(None, found), "")


def _fits(laid: _Laid, card: Card, ease: float) -> bool:
    if card.height is None:
        return True
    room = card.height - 2 * (card.margin + card.kept)
    needed = sum(
        least + (ease * (ideal - least) if drawn else 0.0)
        for (least, ideal), drawn in zip(laid.heights, laid.drawn, strict=True)
    )
    return laid.around + needed <= room and laid.told <= room


def _placed(asked: PictureContent, laid: _Laid, name: str) -> Page:
    card = asked.card
    ideal = sum(ideal for _, ideal in laid.heights)
    height = card.height or laid.around + ideal + 2 * card.margin
    top, bottom = card.margin + card.kept, height - card.margin - card.kept
    column = card.inner - laid.width - GUTTER if laid.beside else card.inner
    head = laid.head.box(laid.look, card.left, top, column)
    foot = laid.foot.box(laid.look, card.left, bottom - laid.foot.height, column)
    tall = _shared(laid, bottom - top - laid.around)
    spare = bottom - top - laid.around - sum(tall)
    y = top + spare * HIGHER + (0 if laid.beside else laid.head.height + laid.gap)
    shown = _shown(asked, laid, tall, card.left + card.inner - laid.width, y)
    told = (prose.plain(laid.titles.shown), *map(alternative, asked.shown))
    heads = (say("Alternative text"), say("Sources"))
    return Page(
        name=name,
        title=prose.plain(laid.titles.title),
        width=card.width,
        height=height,
        boxes=(*_stripe(card, height, laid.look.color), head, *shown, foot),
        color=laid.look.color,
        number=asked.station.number,
        shows=asked.shown,
        caption=Caption("\n".join(filter(None, told)), asked.sources, whose(asked.walk), heads),
    )


def _shown(asked: PictureContent, laid: _Laid, tall: list[float], x: float, y: float) -> list[Box]:
    boxes: list[Box] = []
    look = laid.look
    for part, own, h in zip(laid.parts, asked.shown, tall, strict=False):
        ink = setting.ink(part, x, y, laid.width, h, look)
        boxes.append(Box("exhibit", x, y, laid.width, h, ink, own, look.type))
        y += h + laid.gap
    first = asked.shown[0]
    if laid.squares is not None and isinstance(first, Stat):
        squares = icon_array(laid.squares, x, y, tall[-1], look)
        told = Part("Figure", tuple(squares), alt=icons_told(first))
        boxes.append(Box("icons", x, y, tall[-1], tall[-1], (told,), first, look.type))
    return boxes


def _stripe(card: Card, height: float, color: str) -> tuple[Box, ...]:
    """The station's color along the left edge."""
    if not card.stripe:
        return ()
    place = (0.0, 0.0, card.stripe, height)
    return (Box("stripe", *place, (Rect(*place, fill=color),)),)


def _shared(laid: _Laid, room: float) -> list[float]:
    """The height of each part: its ideal one or less, of drawings a little more."""
    least = [low for low, _ in laid.heights]
    parts = zip(laid.parts, laid.heights, strict=False)
    most = [high * SPREAD if isinstance(part, Chart) else high for part, (_, high) in parts]
    most += [high for _, high in laid.heights[len(most) :]]
    spare = sum(most) - sum(least)
    ease = min(1.0, (room - sum(least)) / spare) if spare > 0 else 0.0
    return [low + ease * (high - low) for low, high in zip(least, most, strict=True)]


def _unfit(asked: PictureContent, wide: str) -> Problem:
    first = asked.shown[0]
    why = wide or "it is too tall, even in the smallest type"
    hint = "Shorten it, or make wider pictures (width:)."
    if asked.card.height:
        hint = "Shorten it, or add pictures of another shape (for: square or story, or width:)."
    at = first.at if first.at != NOWHERE else asked.station.at
    return Problem(f"There is no picture of this {first.kind}: {why}.", hint, at, "warning")
