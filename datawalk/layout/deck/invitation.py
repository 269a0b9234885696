"""A line in the colour of "your turn": what to do now. Lengths are points."""

from __future__ import annotations

from datawalk.icons.choices import icon_for
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.fit import fit
from datawalk.layout.deck.text import BODY, SMALLEST, height, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Icon, Rect
from datawalk.page.stage import Frame
from datawalk.prose import Words

INVITED = 64.0
"""The height of the line, with two lines of words at most."""
SIGN = 32.0


def invitation(words: Words, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The words beside the sign of writing. Raises Problems where they do not fit."""
    theme = look.theme
    ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=theme.accent, radius=8)
    top = frame.y + (frame.h - SIGN) / 2
    sign = Icon(frame.x + 20, top, SIGN, icon_for("sign", "write"), theme.paper)
    panel = Box(
        "panel", frame.x, frame.y, frame.w, frame.h, (ground, sign) if look.icons else (ground,)
    )
    indent = SIGN + 16 if look.icons else 0.0
    left, room = frame.x + 20 + indent, frame.w - 40 - indent
    sizes = (28.0, BODY, 20.0, SMALLEST)
    size = fit(look.measurer, (words,), room, frame.h, sizes, "invited", "the invitation")
    tall = height(look.measurer, (words,), room, size, "invited")
    place = (left, frame.y + (frame.h - tall) / 2, room, tall)
    return (panel, text_box(look.measurer, "invited", place, (words,), size, theme.paper))
