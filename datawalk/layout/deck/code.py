"""A code for phones on a slide, with the address that it stands for. Lengths are points."""

from __future__ import annotations

from datawalk.layout.deck.draft import Fill
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import SMALLEST, height, one, text_box
from datawalk.layout.poster.event_marks import qr_rows
from datawalk.page.document import Box
from datawalk.page.marks import Rect, Symbol
from datawalk.page.stage import Frame
from datawalk.theme import luminance
from datawalk.words import say

SIDE = 150.0
"""A little over two inches, which a phone reads from the second row."""
QUIET = 18.0
"""White around a code: four of its modules and more (ISO/IEC 18004)."""
GAP = 24.0
NARROW = 700.0
"""A frame that is narrower has no room for a code beside what it holds."""


def beside_code(fill: Fill, link: str, look: DeckLook) -> Fill:
    """What `fill` shows, with the code of `link` at its right where there is one."""

    def filled(frame: Frame) -> tuple[Box, ...]:
        if not link or frame.w < NARROW:
            return fill(frame)
        wide = SIDE + 2 * QUIET
        room = Frame(frame.x, frame.y, frame.w - wide - GAP, frame.h, frame.indent)
        return (*fill(room), *code(link, frame.right - wide, frame.y, look, look.theme.muted))

    return filled


def written(link: str) -> str:
    """An address as people write it."""
    for scheme in ("https://", "http://", "mailto:"):
        link = link.removeprefix(scheme)
    return link


def code_alone(link: str, x: float, y: float, look: DeckLook) -> tuple[Box]:
    """The code, dark on light also in a dark theme: telephones read no other."""
    theme, side = look.theme, SIDE + 2 * QUIET
    dark, light = sorted((theme.ink, theme.paper), key=luminance)
    ground = Rect(x, y, side, side, fill=light, radius=8)
    held = Symbol(x + QUIET, y + QUIET, SIDE, qr_rows(link), dark)
    alt = say("Code for phones: {link}", link=link)
    return (Box("code", x, y, side, side, (ground, held), alt=alt),)


def code(link: str, x: float, y: float, look: DeckLook, color: str) -> tuple[Box, ...]:
    """The code on white with its address under it, in `color`."""
    side = SIDE + 2 * QUIET
    words = one(written(link))
    size = fit(look.measurer, words, side, 3 * 20, (20.0, SMALLEST), "address", "the link")
    tall = height(look.measurer, words, side, size, "address")
    said = text_box(look.measurer, "address", (x, y + side + 8, side, tall), words, size, color)
    return (*code_alone(link, x, y, look), said)
