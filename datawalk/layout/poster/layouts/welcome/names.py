"""What the way through all stations says: how many there are, and the name of each.

Lengths are points.
"""

from __future__ import annotations

from datawalk.layout.poster.layouts.welcome.measures import Measures
from datawalk.prose import SECOND, Run
from datawalk.typography.measure import Line, Measurer
from datawalk.walk import Station
from datawalk.words import say, say_many


def head_of(measures: Measures, width: float) -> tuple[Line, ...]:
    """How many stations there are, and how long all of them take."""
    walk = measures.sheet.walk
    said = say_many("1 station", "{count} stations", len(walk.stations))
    if walk.minutes:
        said = say(
            "{stations}, about {minutes} minutes in all", stations=said, minutes=walk.minutes
        )
    return measures.lines((Run(said),), width, measures.type_.head, "bold")


def named(
    measurer: Measurer, station: Station, room: float, size: float, most: int
) -> tuple[Line, ...]:
    """Its short name in at most so many lines for each language; of a longer one as many words as
    they hold. Empty where they hold none."""
    parts = [_shortened(measurer, said, room, size, most) for said in station.name.split(SECOND)]
    if not all(parts):
        return ()
    first, *second = parts
    words = (Run(first), *(Run(SECOND + said) for said in second))
    return measurer.balanced(words, room, size, "bold")


def _shortened(measurer: Measurer, said: str, room: float, size: float, most: int) -> str:
    words = said.split()
    for count in range(len(words), 0, -1):
        held = " ".join(words[:count]) + ("" if count == len(words) else " …")
        lines = measurer.balanced((Run(held),), room, size, "bold")
        if len(lines) <= most and all(line.width <= room for line in lines):
            return held
    return ""
