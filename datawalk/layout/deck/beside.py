"""Questions to talk about, in a panel beside what a slide shows.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Bullets
from datawalk.icons.choices import icon_for
from datawalk.layout.deck.draft import Fill
from datawalk.layout.deck.exhibits import DeckLook, map_is_large
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Icon, Rect
from datawalk.page.stage import Frame
from datawalk.problems import Problems
from datawalk.prose import Words
from datawalk.words import say

MOST = 2
"""Questions beside an exhibit; a third is on the poster, and on a slide behind."""
SHARE, GAP = 0.32, 22.0
"""The panel takes columns 9 to 12 of twelve (deck-direction.md, section 2)."""
LOW_SHARE, LOW_GAP = 0.139, 12.0
"""Share of a slide's height that it takes where it stands under the exhibit."""
SQUARE = 1.5
"""A slide that is less wide for its height has the panel under the exhibit."""
LOW_BODY = 0.6
"""Share of a slide's height; what stands in a template's lower body has it for itself."""
PAD, LOW_PAD = 20.0, 12.0
SIZES = (28.0, 26.0, BODY, 22.0, 20.0, SMALLEST)
DISC = 18.0
HEAD = 20.0


@dataclass(frozen=True, slots=True)
class Asking:
    """What `fill` shows, with the first questions beside it, of `most` points at most.

    Where both do not fit, or a map would be small, what is shown has the slide for itself: the
    notes have the questions.
    """

    fill: Fill
    asked: tuple[Words, ...]
    look: DeckLook
    most: float = SIZES[0]

    def __call__(self, frame: Frame) -> tuple[Box, ...]:
        for room, panel in _parted(frame, self.look):
            try:
                beside = (*self.fill(room), *self.panel(frame, panel))
            except Problems:
                continue
            if all(map_is_large(box, self.look) for box in beside if box.role == "map"):
                return beside
        return self.fill(frame)

    def panel(self, frame: Frame, place: Frame) -> tuple[Box, ...]:
        """The questions right of what they ask about, or under it. Raises Problems."""
        drawn = _low_panel if place.y > frame.y else _panel
        return drawn(self.asked, place, self.look, self.sizes)

    @property
    def sizes(self) -> tuple[float, ...]:
        """Those that questions may have, the largest first."""
        return tuple(size for size in SIZES if size <= self.most)

    def largest(self, frame: Frame) -> float:
        """The size of the questions where they first would stand; 0 where they do not fit."""
        try:
            boxes = self.panel(frame, _parted(frame, self.look)[0][1])
        except Problems:
            return 0.0
        return max((box.type.body for box in boxes if box.role == "asked" and box.type), default=0)


def with_questions(
    fill: Fill, asked: tuple[Words, ...], look: DeckLook, most: float = SIZES[0]
) -> Fill:
    """What `fill` shows, with the first questions beside it.

    Where a template leaves little room, what is shown has the slide for itself.
    """
    held = asked[:MOST]
    return Asking(fill, held, look, most) if held and not _is_low(look) else fill


def beside_questions(frame: Frame, look: DeckLook) -> Frame:
    """The room that questions leave of a frame to what they ask about."""
    return frame if _is_low(look) else _parted(frame, look)[0][0]


def _is_low(look: DeckLook) -> bool:
    return not look.stage.ours and look.stage.body.h < LOW_BODY * look.stage.height


def _parted(frame: Frame, look: DeckLook) -> list[tuple[Frame, Frame]]:
    """Room for the exhibit, and for the panel at its right, or else under it."""
    wide, tall = frame.w * SHARE, look.stage.height * LOW_SHARE
    beside = Frame(frame.x, frame.y, frame.w - wide - GAP, frame.h, frame.indent)
    over = Frame(frame.x, frame.y, frame.w, frame.h - tall - LOW_GAP, frame.indent)
    right = Frame(beside.right + GAP, frame.y, wide, frame.h, 0)
    under = Frame(frame.x, over.bottom + LOW_GAP, frame.w, tall, 0)
    found = [(beside, right), (over, under)]
    return found[1:] if look.stage.width / look.stage.height < SQUARE else found


def _low_panel(
    asked: tuple[Words, ...], frame: Frame, look: DeckLook, sizes: tuple[float, ...]
) -> tuple[Box, ...]:
    """The questions side by side, right of the sign of talk."""
    theme, side = look.theme, 2 * DISC if look.icons else 0.0
    ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.tint, radius=8)
    boxes = [Box("panel", frame.x, frame.y, frame.w, frame.h, (ground,))]
    if look.icons:
        boxes.append(_sign(frame.x + LOW_PAD, frame.y + frame.h / 2 - DISC, look))
    left = frame.x + LOW_PAD + (side + LOW_PAD if side else 0.0)
    wide = (frame.right - LOW_PAD - left - PAD * (len(asked) - 1)) / len(asked)
    tall = frame.h - 2 * LOW_PAD
    found = [
        fit(look.measurer, (words,), wide, tall, sizes, "asked", "the question") for words in asked
    ]
    for number, words in enumerate(asked):
        place = (left + number * (wide + PAD), frame.y + LOW_PAD, wide, tall)
        held = Bullets(items=(words,), form="questions")
        boxes.append(text_box(look.measurer, "asked", place, (words,), min(found), theme.ink, held))
    return tuple(boxes)


def _panel(
    asked: tuple[Words, ...], frame: Frame, look: DeckLook, sizes: tuple[float, ...]
) -> tuple[Box, ...]:
    theme = look.theme
    ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.tint, radius=8)
    panel = Box("panel", frame.x, frame.y, frame.w, frame.h, (ground,))
    inner = Frame(frame.x + PAD, frame.y + PAD, frame.w - 2 * PAD, frame.h - 2 * PAD, 0)
    head, low = _head(inner, look)
    wide, tall = inner.w, inner.bottom - low
    size = fit(look.measurer, asked, wide, tall, sizes, "asked", "the list of questions")
    place = (inner.x, low, wide, height(look.measurer, asked, wide, size, "asked"))
    items = Bullets(items=asked, form="questions")
    said = text_box(look.measurer, "asked", place, asked, size, theme.ink, items)
    return (panel, *head, said)


def _head(inner: Frame, look: DeckLook) -> tuple[tuple[Box, ...], float]:
    """The sign of talk with its words, and where what stands under them begins."""
    theme, side = look.theme, 2 * DISC if look.icons else 0.0
    disc = _sign(inner.x, inner.y, look)
    words = one(say("Talk about it"))
    gap = 10.0 if look.icons else 0.0
    left, room = inner.x + side + gap, inner.w - side - gap
    size = fit(look.measurer, words, room, 2 * DISC, (HEAD, SMALLEST), "invited", "the heading")
    tall = height(look.measurer, words, room, size, "invited")
    place = (left, inner.y + DISC - tall / 2, room, tall)
    said = text_box(look.measurer, "invited", place, words, size, theme.accent)
    return ((disc, said) if look.icons else (said,)), inner.y + 2 * DISC + 14


def _sign(x: float, y: float, look: DeckLook) -> Box:
    """The sign of talk in a disc."""
    side = 2 * DISC
    inset = side * 0.2
    sign = Icon(x + inset, y + inset, side * 0.6, icon_for("sign", "talk"), look.theme.paper)
    ground = Disc(x + DISC, y + DISC, DISC, look.theme.accent)
    return Box("icon", x, y, side, side, (ground, sign))
