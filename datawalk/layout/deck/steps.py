"""How a walk goes, as icons with words in a row. Lengths are points."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from datawalk.exhibits import Bullets
from datawalk.icons.choices import icon_for
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Icon
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words
from datawalk.theme import mix
from datawalk.walk import Station

SIGNS = ("walk", "look", "talk", "write")
"""The icons of the steps, in their order."""
SIZES = (28.0, BODY, 22.0, 20.0, SMALLEST)
RADIUS, UNDER, GAP = 54.0, 18.0, 24.0
DOTS, DOT, PALE = 4, 4.0, 0.55


def of_walking(told: Bullets, station: Station) -> bool:
    """Whether these are the four steps of a walk: of the station that welcomes, or of the part."""
    welcomes = bool(station.number) and station.pillar == "welcome"
    return (
        told.form == "numbers"
        and len(told.items) == len(SIGNS)
        and (welcomes or told.kind == "about")
    )


def steps(told: Bullets, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """An icon over each step. Raises Problems where the words do not fit."""
    count = len(told.items)
    wide = (frame.w - GAP * (count - 1)) / count
    places = [Frame(frame.x + i * (wide + GAP), frame.y, wide, frame.h, 0) for i in range(count)]
    r = min(RADIUS, wide * 0.32, frame.h * 0.2)
    top = frame.y + 2 * r + UNDER
    words = [_numbered(i, item) for i, item in enumerate(told.items, start=1)]
    for size in SIZES:
        tall = [height(look.measurer, (w,), wide, size, "person") for w in words]
        broad = any(too_wide(look.measurer, (w,), wide, size, "person") for w in words)
        if broad or top + max(tall) > frame.bottom:
            continue
        down = max(0.0, (frame.bottom - top - max(tall)) / 3)
        spots = [replace(place, y=frame.y + down) for place in places]
        signs = (_sign(*pair, r, look) for pair in zip(spots, SIGNS, strict=True))
        said = (
            text_box(
                look.measurer, "person", (p.x, top + down, wide, t), (w,), size, look.theme.ink
            )
            for p, t, w in zip(places, tall, words, strict=True)
        )
        return (_dotted(spots, r, look), *signs, *said)
    raise overflow("The steps", "Shorten them.")


def _numbered(number: int, item: Words) -> Words:
    return (Run(f"{number}. ", bold=True), *item)


def _sign(place: Frame, name: str, r: float, look: DeckLook) -> Box:
    x, y = place.x + place.w / 2, place.y + r
    disc = Disc(x, y, r, look.color)
    side = r * 1.15
    sign = Icon(x - side / 2, y - side / 2, side, icon_for("sign", name), look.theme.paper)
    return Box("icon", x - r, y - r, 2 * r, 2 * r, (disc, sign) if look.icons else (disc,))


def _dotted(places: list[Frame], r: float, look: DeckLook) -> Box:
    """Dots from disc to disc."""
    color, dots = mix(look.theme.accent, look.theme.paper, PALE), []
    for left, right in pairwise(places):
        start, end = left.x + left.w / 2 + r, right.x + right.w / 2 - r
        step = (end - start) / (DOTS + 1)
        dots += [Disc(start + step * (i + 1), left.y + r, DOT, color) for i in range(DOTS)]
    first, last = places[0], places[-1]
    return Box("panel", first.x, first.y, last.x + last.w - first.x, 2 * r, tuple(dots))
