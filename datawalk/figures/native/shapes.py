"""What office programs show by shapes rather than charts: parts of 100, networks, maps."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart, Map
from datawalk.figures import hundred
from datawalk.figures import lineup as lineups
from datawalk.figures import network as boxes
from datawalk.figures.map import placing
from datawalk.page.figure import Drawing, Native
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Squares(Native):
    """100 squares in the parts of a whole."""

    placed: hundred.PlacedSquares


@dataclass(frozen=True, slots=True)
class Queue(Native):
    """100 in a line, what is told of some, and what the line is called."""

    placed: lineups.PlacedLine
    name: str


@dataclass(frozen=True, slots=True)
class Boxes(Native):
    """Boxes and the lines between them, each with what it is called."""

    placed: boxes.PlacedNetwork
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Areas(Native):
    """A map, and how wide the words of its scale and of its locator are."""

    placed: placing.PlacedMap
    scale: float
    locator: float


def parts(chart: Chart, drawing: Drawing, _measurer: Measurer, theme: Theme) -> Squares:
    """Squares of a whole, in the colors of the theme and of the station."""
    type_, color = drawing.type, drawing.color
    return Squares(hundred.place(_measurer, chart, drawing.w, drawing.h, type_, color, theme))


def lineup(chart: Chart, drawing: Drawing, measurer: Measurer) -> Queue:
    """The line where the plan for paper has it."""
    placed = lineups.place(measurer, chart, drawing.w, drawing.h, drawing.type)
    return Queue(placed, say("100 in line"))


def network(chart: Chart, drawing: Drawing, measurer: Measurer) -> Boxes:
    """Boxes and lines where the plan for paper has them."""
    placed = boxes.place(measurer, chart, drawing.w, drawing.h, drawing.type)
    nodes = placed.nodes
    ends = ((nodes[link.start].point.label, nodes[link.end].point.label) for link in chart.links)
    names = tuple(say("Tie from {start} to {end}", start=start, end=end) for start, end in ends)
    return Boxes(placed, names)


def areas(map_: Map, drawing: Drawing, measurer: Measurer) -> Areas:
    """A map as the plan for paper has it."""
    placed = placing.place(measurer, map_, drawing.w, drawing.h, drawing.type)
    wides = (
        measurer.width(part.label, "regular", placed.size) if part else 0.0
        for part in (placed.scale, placed.locator)
    )
    return Areas(placed, *wides)
