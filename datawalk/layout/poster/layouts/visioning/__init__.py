"""What we hope for in five colours, who can do what, and a dark board of what each will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from datawalk.exhibits import Exhibit, WritingSpace
from datawalk.layout.poster.layouts.visioning.actions import actions
from datawalk.layout.poster.layouts.visioning.board import commitments
from datawalk.layout.poster.layouts.visioning.hopes import hopes
from datawalk.layout.poster.layouts.visioning.section import VisionSection
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.walk import Station

SHARES = (0.305, 0.385, 0.31)
"""How hopes, actions and the board share the height; on a wide sheet the board has a column."""
BOARD = 0.38
"""The share of the width of that column."""
FORMS = ("lines", "notes", "table")


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """What `kind: visioning` makes, with or without commitments, and nothing else."""
    forms = tuple(e.form for e in exhibits if isinstance(e, WritingSpace) and e.kind == "visioning")
    return len(forms) == len(exhibits) and forms in (FORMS, FORMS[:2])


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems where a field is too small for a note."""
    spaces = [e for e in exhibits if isinstance(e, WritingSpace)]
    areas = _areas(room, len(spaces), sheet)
    makers = (hopes, actions, commitments)
    boxes: list[Box] = []
    for i, (maker, space, area) in enumerate(zip(makers, spaces, areas, strict=False), start=1):
        boxes += maker(VisionSection(i, space, area, bool(station.icon), sheet))
    return boxes


def _areas(room: SheetArea, count: int, sheet: Sheet) -> tuple[SheetArea, ...]:
    """The three under each other, or on a wide sheet the board at the side of the others."""
    whole = room
    beside: tuple[SheetArea, ...] = ()
    if sheet.wide and count == len(FORMS):
        column = room.width * BOARD
        whole = replace(room, width=room.width - column)
        beside = (replace(room, x=room.x + whole.width, width=column),)
        count -= 1
    shares = SHARES[:count]
    tops = accumulate((whole.height * s / sum(shares) for s in shares), initial=whole.y)
    stacked = (replace(whole, y=top, height=low - top) for top, low in pairwise(tops))
    return (*stacked, *beside)
