"""A dark head that invites, how a walk goes, the way, what to know of numbers, and who is here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from datawalk.exhibits import Bullets, Exhibit, Prose, WritingSpace
from datawalk.layout.poster.layouts.welcome.head import Invitation
from datawalk.layout.poster.layouts.welcome.knowing import Knowing
from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.layout.poster.layouts.welcome.present import Present
from datawalk.layout.poster.layouts.welcome.way import StationPath
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.problems import Problem, Problems
from datawalk.walk import Station

STEPS, KNOWN, ANSWERS = (3, 4), (2, 3, 4), (2, 3, 4)
"""How many steps, things to know and answers there may be to stand side by side."""
HEAD = 0.46
"""The share of the width of a wide sheet that the dark head has."""
EASE = (1.0, 0.85, 0.7, 0.55)
"""How large drawings and the room around them are: as large as all fits."""


def suits(exhibits: Sequence[Exhibit]) -> bool:
    """What the ready station has: an opening, steps, things to know, and answers for dots."""
    match tuple(exhibits):
        case (
            Prose(form="lead"),
            Bullets(form="numbers", items=steps),
            Bullets(form="bullets", items=known),
            WritingSpace(form="dots", columns=answers),
        ):
            return len(steps) in STEPS and len(known) in KNOWN and len(answers) in ANSWERS
    return False


def lay(exhibits: Sequence[Exhibit], room: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """Raises Problems where that is too much for the sheet, and at other stations."""
    if station.pillar != "welcome":
        raise Problems([Problem("This is no welcome.", at=station.at)])
    for ease in EASE:
        try:
            return list(_laid(exhibits, room, Measures(sheet, ease, bool(station.icon))))
        except Problems:
            if ease == EASE[-1]:
                raise
    raise AssertionError(EASE)


def _laid(exhibits: Sequence[Exhibit], room: SheetArea, measures: Measures) -> Iterator[Box]:
    lead, steps, known, asked = exhibits
    assert isinstance(lead, Prose)
    assert isinstance(steps, Bullets)
    assert isinstance(known, Bullets)
    assert isinstance(asked, WritingSpace)
    wide = measures.sheet.wide
    left = replace(room, width=room.width * HEAD) if wide else room
    head = Invitation(lead, steps, left, 2 if wide else len(steps.items), measures.of(steps))
    rest = replace(room, x=left.x + left.width, width=room.width - left.width)
    if not wide:
        rest = room.below(head.height)
    way = StationPath(rest, measures)
    below = rest.below(way.height)
    knowing = Knowing(known, below, measures.of(known))
    last = below.below(knowing.height)
    present = Present(asked, last, measures.of(asked))
    if head.height > left.height + 0.01 or present.height > last.height + 0.01:
        raise Problems([Problem("There is too little room for the welcome.", at=lead.at)])
    # What is left goes to the way, to what is to be known, and to the dots.
    spare = (last.height - present.height) / 4
    yield from head.boxes(left.height if wide else head.height)
    yield from way.boxes(spare)
    yield from knowing.moved(spare).boxes(spare / 2)
    yield from present.moved(spare * 1.5).boxes()
