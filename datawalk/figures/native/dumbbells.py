"""Groups on one scale: what the series of their marks are called."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Chart
from datawalk.figures.dumbbell.parts import Dumbbell
from datawalk.page.figure import Drawing, Native
from datawalk.typography.measure import Measurer
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class GroupNames(Native):
    """The name of each mark in the order of the plan, that of its range, and that of all words."""

    marks: tuple[str, ...]
    bounds: tuple[str, ...]
    words: str


def dumbbell(chart: Chart, drawing: Drawing, _measurer: Measurer) -> GroupNames:
    """A series for each mark: place and group."""
    plan = drawing.plan.field
    assert isinstance(plan, Dumbbell)
    rows = chart.series
    named = tuple(f"{rows[s.row].label}: {rows[s.row].points[s.group].label}" for s in plan.spots)
    return GroupNames(named, tuple(say("{name}: bounds", name=n) for n in named), say("Names"))
