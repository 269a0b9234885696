"""Hosts as a grid: a card for each, with a round photo or initials. Lengths are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from datawalk.layout.deck.cards import PAD, card_ground, places
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box, too_wide
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Photo
from datawalk.page.roles import BoxRole
from datawalk.page.stage import Frame
from datawalk.prose import Run, Words
from datawalk.walk import Host

SIZES = (BODY, 22.0, 20.0, SMALLEST)
FEW, FEW_SIZES = 2, (36.0, 32.0, 28.0)
"""So many hosts are named in larger letters."""
LARGEST = 62.0
"""Radius of a face, and of one on a low card."""
INSET = 12.0
FACE_SHARE = 0.3
"""Of the width of a card, the radius of a face over its words."""
LEAST_FACE = 24.0
ACROSS = {
    1: (1,),
    2: (2, 1),
    3: (3, 1),
    4: (4, 2),
    5: (3, 2),
    6: (3, 2),
    7: (4, 3, 2),
    8: (4, 3, 2),
}
"""How many cards of so many stand side by side, the best first."""
MANY = (4, 3, 2)


Lines = Callable[[Host], tuple[Words, ...]]
"""What is told of a host, a paragraph for each line, the name first."""


def told_of_host(host: Host) -> tuple[Words, ...]:
    """Who they are: what they do, and where they are from."""
    name: Words = (Run(host.name, bold=True),)
    return (name, *one(host.role), *one(host.organization))


def how_to_reach(host: Host) -> tuple[Words, ...]:
    """Who they are, and where they are reached."""
    name: Words = (Run(host.name, bold=True),)
    return (name, *host.reached, *one(host.organization))


def people(
    hosts: Sequence[Host], frame: Frame, look: DeckLook, told_of: Lines = told_of_host
) -> tuple[Box, ...]:
    """All hosts in one size; many with long words without the last of what is told of them.

    Raises Problems where their names do not fit.
    """
    most = max(len(told_of(host)) for host in hosts)
    for lines in range(most, 0, -1):
        told = [told_of(host)[:lines] for host in hosts]
        for size in (FEW_SIZES if len(hosts) <= FEW else ()) + SIZES:
            for columns in ACROSS.get(len(hosts), MANY):
                spots = places(len(hosts), columns, frame)
                pairs = list(zip(told, spots, strict=True))
                if all(_fits(words, spot, size, look) for words, spot in pairs):
                    cards = zip(hosts, told, spots, strict=True)
                    return tuple(box for held in cards for box in _card(*held, size, look))
    raise overflow("The hosts", "Shorten their names, or name fewer.")


def _stacked(spot: Frame) -> bool:
    """Whether a face stands over its words: on a card that is higher than wide."""
    return spot.h > spot.w * 0.8


def _role(spot: Frame) -> BoxRole:
    return "person" if _stacked(spot) else "card"


def _radius(spot: Frame) -> float:
    if _stacked(spot):
        return min(LARGEST, spot.w * FACE_SHARE)
    return max(LEAST_FACE, min(LARGEST, (spot.h - 2 * INSET) / 2, spot.w * 0.16))


def _room(spot: Frame) -> Frame:
    """Room for the words, under the face or right of it."""
    side = 2 * _radius(spot) + INSET
    if _stacked(spot):
        top = spot.y + PAD + side
        return Frame(spot.x + INSET, top, spot.w - 2 * INSET, spot.bottom - INSET - top, 0)
    room = Frame(spot.x + INSET, spot.y + 6, spot.w - 2 * INSET, spot.h - 12, 0)
    return room.inset(side)


def _fits(told: tuple[Words, ...], spot: Frame, size: float, look: DeckLook) -> bool:
    room, role = _room(spot), _role(spot)
    fits = height(look.measurer, told, room.w, size, role) <= room.h
    return fits and not too_wide(look.measurer, told, room.w, size, role)


def _card(
    host: Host, told: tuple[Words, ...], spot: Frame, size: float, look: DeckLook
) -> tuple[Box, ...]:
    room, role = _room(spot), _role(spot)
    tall = height(look.measurer, told, room.w, size, role)
    top = room.y if _stacked(spot) else room.y + (room.h - tall) / 2
    said = (room.x, top, room.w, tall)
    words = text_box(look.measurer, role, said, told, size, look.theme.ink)
    return (card_ground(spot, look), _face(host, spot, look), words)


def _face(host: Host, spot: Frame, look: DeckLook) -> Box:
    """The photo in a circle, or initials on a disc in the dark colour."""
    r = _radius(spot)
    x = spot.x + (spot.w / 2 - r if _stacked(spot) else INSET)
    y = spot.y + (PAD if _stacked(spot) else (spot.h - 2 * r) / 2)
    place = (x, y, 2 * r, 2 * r)
    if host.photo:
        part = _square(host.photo.width, host.photo.height)
        return Box("portrait", *place, (Photo(*place, host.photo.data, part),), host.photo)
    size = max(SMALLEST, round(r * 0.75))
    words = text_box(
        look.measurer, "initials", place, one(_initials(host.name)), size, look.theme.paper
    )
    disc = Disc(x + r, y + r, r, look.theme.pillar("welcome"))
    return Box(words.role, *place, (disc, *words.ink), words.exhibit, words.type)


def _square(width: int, height_: int) -> tuple[float, float, float, float]:
    """The middle of a photo; of a high one more of what is above, where faces are."""
    if width >= height_:
        cut = (1 - height_ / width) / 2
        return (cut, 0.0, 1 - cut, 1.0)
    spare = 1 - width / height_
    return (0.0, spare / 4, 1.0, 1 - spare * 3 / 4)


def _initials(name: str) -> str:
    """Of the first and the last word that begin with a letter."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in ends) or name[:1]
