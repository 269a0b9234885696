"""Setting exhibits: how high each must be at a width, and its ink at a height.

Every setter answers two questions, `heights` (smallest, ideal) and `ink` (at the origin); the
heading above and the note below are set here, once for all eight.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from datawalk import prose
from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Prose,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.exhibits import (
    graphic as set_graphic,
)
from datawalk.layout.exhibits import (
    picture as set_picture,
)
from datawalk.layout.exhibits import (
    stat as set_stat,
)
from datawalk.layout.exhibits import (
    table as set_table,
)
from datawalk.layout.exhibits import (
    words as set_words,
)
from datawalk.layout.exhibits import (
    writing as set_writing,
)
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.titles import over
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.moves import Shift, moved
from datawalk.typography.measure import text_height


class Setter(Protocol):
    """What a module that sets one kind of exhibit offers; too wide a word is named."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]: ...
    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]: ...
    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str: ...


SETTERS: dict[type[Exhibit], Setter] = {
    Prose: set_words.ProseSetter(),
    Bullets: set_words.BulletsSetter(),
    Stat: set_stat.StatSetter(),
    Table: set_table.TableSetter(),
    Chart: set_graphic.GraphicSetter(),
    Map: set_graphic.GraphicSetter(),
    Picture: set_picture.PictureSetter(),
    WritingSpace: set_writing.WritingSetter(),
}


@dataclass(frozen=True, slots=True)
class Captions:
    """The heading above and the note below an exhibit."""

    above: tuple[Ink, ...]
    above_height: float
    below: tuple[Ink, ...]
    below_height: float


def heights(exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
    """The smallest and the ideal height of an exhibit with its heading and note, in points."""
    key = (id(exhibit), width, look.type, look.scale)
    if key not in look.known:
        look.known[key] = exhibit, _heights(exhibit, width, look)
    return look.known[key][1]


def _heights(exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
    frame = _frame(exhibit, width, look)
    least, ideal = SETTERS[type(exhibit)].heights(exhibit, width, look)
    around = frame.above_height + frame.below_height
    return least + around, ideal + around


def ink(exhibit: Exhibit, x: float, y: float, w: float, h: float, look: Look) -> tuple[Ink, ...]:
    """Everything to paint for an exhibit in a box of the page."""
    frame = _frame(exhibit, w, look)
    inner = h - frame.above_height - frame.below_height
    body = SETTERS[type(exhibit)].ink(exhibit, w, inner, look)
    return (
        *shifted(frame.above, x, y),
        *shifted(body, x, y + frame.above_height),
        *shifted(frame.below, x, y + h - frame.below_height),
    )


def too_wide(exhibit: Exhibit, width: float, look: Look) -> str:
    """What cannot be broken to fit the width, in words for the author; or nothing."""
    return SETTERS[type(exhibit)].too_wide(exhibit, width, look)


def _frame(exhibit: Exhibit, width: float, look: Look) -> Captions:
    size, above, above_height = look.type.heading, (), 0.0
    above_ink: tuple[Ink, ...] = above
    # On paper the question of the station stands in its band.
    title, shown = over(exhibit, "", "question")
    if title and not isinstance(exhibit, WritingSpace):
        lines = look.measurer.balanced(prose.words(title), width, size, "bold")
        above_ink = (
            Part(
                "H2", text_ink(look.measurer, lines, 0, 0, size, look.theme.ink, 1.14, width=width)
            ),
        )
        above_height = text_height(len(lines), size, 1.14)
        if shown:
            body = look.type.body
            lines = look.measurer.balanced(prose.words(shown), width, body, "regular")
            y = above_height + size * 0.2
            shown_ink = text_ink(look.measurer, lines, 0, y, body, look.theme.muted, width=width)
            above_ink = (*above_ink, Part("P", shown_ink))
            above_height = y + text_height(len(lines), body)
        above_height += size * 0.42
    if not exhibit.note:
        return Captions(above_ink, above_height, (), 0.0)
    small = look.type.note
    notes = look.measurer.break_lines(prose.words(exhibit.note), width, small)
    gap = small * 0.7
    below_ink = Part("P", text_ink(look.measurer, notes, 0, gap, small, look.theme.muted))
    return Captions(above_ink, above_height, (below_ink,), gap + text_height(len(notes), small))


def shifted(ink: Iterable[Ink], dx: float, dy: float) -> tuple[Ink, ...]:
    """The same ink elsewhere on the page."""
    return moved(ink, Shift(dx, dy))
