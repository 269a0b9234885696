"""The strip under the band of a poster: what people are to take home."""

from __future__ import annotations

from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import INCH, Rect
from datawalk.problems import refuse
from datawalk.prose import SECOND, plain
from datawalk.theme import mix
from datawalk.typography.measure import surplus, text_height
from datawalk.walk import Station, Takeaway

LIGHT = 0.8
"""How much paper is in its ground."""
PAD = 0.36 * INCH
"""Above and below the words; on a 24 x 36 in sheet."""
LEADING = 1.16
MOST, MOST_BESIDE = 3, 4
"""The most lines for each language, over the whole width of a sheet and beside a column."""


def strip(
    takeaway: Takeaway,
    station: Station,
    y: float,
    width: float,
    margin: float,
    look: Look,
    *,
    narrow: bool = False,
) -> Box | None:
    """As high as its words need, over `width` points from the left edge.

    Beside a column it is `narrow`, and smaller. One of ours that is too long for the sheet is
    left out. Raises Problems for an author's own.
    """
    type_ = type_scale(look.scale)
    pad = PAD * type_.enlarged
    room = width - 2 * margin
    most = (MOST_BESIDE if narrow else MOST) * (1 + plain(takeaway.words).count(SECOND))
    first = type_.takeaway_beside if narrow else type_.takeaway
    for size in (first, type_.head, type_.question):
        lines = look.measurer.balanced(takeaway.words, room, size, "bold")
        if len(lines) <= most:
            break
    else:
        if not takeaway.own:
            return None
        raise refuse(
            f"The takeaway needs more than {'four' if narrow else 'three'} lines on a poster.",
            f"Cut {_over(surplus(lines, most)[1])}; 22 words or fewer read best.",
            station.line("takeaway"),
            kind="takeaway-long",
            counts=surplus(lines, most),
        )
    tall = text_height(len(lines), size, LEADING) + 2 * pad
    ground = Rect(0, y, width, tall, fill=mix(look.color, look.theme.paper, LIGHT))
    said = text_ink(
        look.measurer, lines, margin, y + pad, size, look.theme.ink, LEADING, width=room
    )
    return Box("takeaway", 0, y, width, tall, (ground, Part("P", said)))


def _over(words: int) -> str:
    """How much stands in lines that there is no room for."""
    return "one word or more" if words < 2 else f"{words} words or more"
