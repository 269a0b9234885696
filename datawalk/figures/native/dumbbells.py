"""Groups on one scale: what the series of their marks are called."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart
from datawalk.figures.dumbbell.parts import Dumbbell
from datawalk.page.figure import Drawing, Native
from datawalk.typography.measure import Measurer
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class Marks(Native):
    """The name of each mark in the order of the plan; those of all words and of all lines."""

    marks: tuple[str, ...]
    words: str
    lines: str


def dumbbell(chart: Chart, drawing: Drawing, _measurer: Measurer) -> Marks:
    """A series for each mark: place and group."""
    plan = drawing.plan.field
    assert isinstance(plan, Dumbbell)
    rows = chart.series
    named = (
        say("{name}: {value}", name=rows[s.row].label, value=rows[s.row].points[s.group].label)
        for s in plan.spots
    )
    return Marks(tuple(named), say("Names"), say("Lines"))
