"""A picture of each exhibit of a walk, with its title and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from datawalk import prose
from datawalk.exhibits import Chart, Exhibit, Map, Picture, WritingSpace
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.alternative import alternative
from datawalk.layout.exhibits.look import Look
from datawalk.layout.images.card import (
    CARDS,
    Card,
    Foot,
    Head,
    bare,
    card_of,
    foot_of,
    head_of,
    look_at,
    titles_of,
    whose,
)
from datawalk.page.document import Box, Caption, Document, Page
from datawalk.problems import NOWHERE, Problem, Problems
from datawalk.theme import Theme
from datawalk.walk import Station, Walk

EASE = 0.5
"""How far from its least to its ideal height a drawing must come, or its type is made smaller."""
SPREAD = 1.3
"""A drawing takes so much more than its ideal height where there is room."""
HIGHER = 0.4
"""The share of free room over what is shown: as much as under it looks too low."""


def arrange_images(walk: Walk, theme: Theme, width: float, shape: str | None) -> Document:
    """A page for each exhibit, `width` inches wide or of the `shape` of a picture in CARDS.

    What does not fit at readable sizes is left out and told. Raises Problems if nothing fits.
    """
    card = CARDS[shape] if shape else card_of(width)
    pages: list[Page] = []
    left: list[Problem] = []
    for station in walk.stations:
        names = Counter[str]()
        for shown in _together(station):
            name = _name(station, shown[0])
            names[name] += 1
            name += f"-{names[name]}" if names[name] > 1 else ""
            made = _page(_Asked(walk, station, shown, card, theme), name)
            if isinstance(made, Page):
                pages.append(made)
            else:
                left.append(made)
    if not pages:
        raise Problems(
            [replace(one, severity="problem") for one in left] or [_nothing(walk)]
        )
    return Document(
        "images", walk.title, walk.language, tuple(pages), theme, left=tuple(left)
    )


def _together(station: Station) -> Iterator[tuple[Exhibit, ...]]:
    """What goes on one picture: an exhibit, or a network with the key to its numbers."""
    shown = (e for e in station.exhibits if not isinstance(e, WritingSpace))
    for _, block in groupby(shown, key=lambda exhibit: exhibit.block):
        first, *others = block
        if isinstance(first, Chart) and first.form == "network":
            yield (first, *others)
            continue
        yield (first,)
        yield from ((other,) for other in others)


def _name(station: Station, exhibit: Exhibit) -> str:
    """02-work-block1-stat: what its file is called."""
    kind = exhibit.kind.replace("_", "-")
    return f"{station.number:02}-{station.pillar}-block{exhibit.block}-{kind}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be shown on a picture of that size."""

    walk: Walk
    station: Station
    shown: tuple[Exhibit, ...]
    card: Card
    theme: Theme

    @property
    def at(self) -> Problem:
        """The problem of a picture that there is no room for, without its reason."""
        first = self.shown[0]
        return Problem("", at=first.at if first.at != NOWHERE else self.station.at)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line for one in self.shown for line in one.sources))


@dataclass(frozen=True, slots=True)
class _Laid:
    """The parts of a picture, not placed yet; heights are least and ideal."""

    head: Head
    foot: Foot
    look: Look
    parts: tuple[Exhibit, ...]
    heights: tuple[tuple[float, float], ...]

    @property
    def gap(self) -> float:
        return self.look.gap(0.9)

    @property
    def around(self) -> float:
        """What titles, foot and the gaps take, in points."""
        return self.head.height + self.foot.height + self.gap * (len(self.parts) + 1)


def _page(asked: _Asked, name: str) -> Page | Problem:
    """The picture in the largest type that fits; or why there is none."""
    card, wide = asked.card, ""
    for size, ease in (*((size, EASE) for size in card.sizes), (card.sizes[-1], 0.0)):
        laid = _laid(asked, look_at(size, asked.theme, asked.theme.pillar(asked.station.pillar)))
        wide = _too_wide(laid, card.inner)
        if not wide and _fits(laid, card, ease):
            return _placed(asked, laid, name)
    return _unfit(asked, wide)


def _laid(asked: _Asked, look: Look) -> _Laid:
    inner = asked.card.inner
    head = head_of(titles_of(asked.shown[0], asked.station), inner, look)
    foot = foot_of(asked.walk, asked.sources, asked.card, look)
    parts = (bare(asked.shown[0]), *asked.shown[1:])
    tall = tuple(setting.heights(part, inner, look) for part in parts)
    return _Laid(head, foot, look, parts, tall)


def _too_wide(laid: _Laid, width: float) -> str:
    if laid.head.too_wide:
        return f'the word "{laid.head.too_wide}" of its title is too wide'
    found = (setting.too_wide(part, width, laid.look) for part in laid.parts)
    return next(filter(None, found), "")


def _drawn(exhibit: Exhibit) -> bool:
    return isinstance(exhibit, Chart | Map | Picture)


def _fits(laid: _Laid, card: Card, ease: float) -> bool:
    if card.height is None:
        return True
    needed = sum(
        least + (ease * (ideal - least) if _drawn(part) else 0.0)
        for part, (least, ideal) in zip(laid.parts, laid.heights, strict=True)
    )
    return laid.around + needed <= card.height - 2 * (card.margin + card.kept)


def _placed(asked: _Asked, laid: _Laid, name: str) -> Page:
    card, look = asked.card, laid.look
    ideal = sum(ideal for _, ideal in laid.heights)
    height = card.height or laid.around + ideal + 2 * card.margin
    room = height - 2 * (card.margin + card.kept) - laid.around
    tall = _shared(laid, room)
    x, y = card.margin, card.margin + card.kept
    boxes = [laid.head.box(x, y, card.inner)]
    y += laid.head.height + laid.gap + (room - sum(tall)) * HIGHER
    for part, own, h in zip(laid.parts, asked.shown, tall, strict=True):
        ink = setting.ink(part, x, y, card.inner, h, look)
        boxes.append(Box("exhibit", x, y, card.inner, h, ink, own, look.type))
        y += h + laid.gap
    low = height - card.margin - card.kept - laid.foot.height
    boxes.append(laid.foot.box(x, low, card.inner))
    titles = titles_of(asked.shown[0], asked.station)
    told = "\n".join(filter(None, (prose.plain(titles.shown), *map(alternative, asked.shown))))
    return Page(
        name=name,
        title=prose.plain(titles.title),
        width=card.width,
        height=height,
        boxes=tuple(boxes),
        color=look.color,
        number=asked.station.number,
        shows=asked.shown,
        caption=Caption(told, asked.sources, whose(asked.walk)),
    )


def _shared(laid: _Laid, room: float) -> list[float]:
    """The height of each part: its ideal one or less, of drawings a little more."""
    least = sum(low for low, _ in laid.heights)
    ideals = [
        high * SPREAD if _drawn(part) and room else high
        for part, (_, high) in zip(laid.parts, laid.heights, strict=True)
    ]
    spare = sum(ideals) - least
    ease = min(1.0, (room - least) / spare) if spare > 0 else 0.0
    return [
        low + ease * (high - low)
        for (low, _), high in zip(laid.heights, ideals, strict=True)
    ]


def _unfit(asked: _Asked, wide: str) -> Problem:
    what = f"There is no picture of this {asked.shown[0].kind}: " + (
        f"{wide}." if wide else "it is too tall for it, even in small type."
    )
    hint = "Shorten it, or make wider pictures (width:)."
    if asked.card.height:
        hint = "Shorten it, or add pictures of another shape (for: square or story, or width:)."
    return replace(asked.at, what=what, try_this=hint, severity="warning")


def _nothing(walk: Walk) -> Problem:
    return Problem(
        "The walk shows nothing that a picture could be made of, only room to write.",
        "Add a block, or take this output out.",
        walk.stations[0].at if walk.stations else NOWHERE,
    )
