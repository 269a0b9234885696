"""The labels at the ends of lines: what they say, and where they stand without meeting.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from datawalk.exhibits import Chart, Point, Reference, Series
from datawalk.figures.times import times
from datawalk.metrics.words.wording import no_data
from datawalk.prose import Run
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

LINE = 1.16
"""Baseline to baseline in an end label, in ems."""
APART = 0.25
"""Room between two end labels, in ems."""
LEVEL = 0.55
"""From the upper edge of a line of words to the middle of its letters, in ems."""


Role = Literal["ours", "other", "reference"]


@dataclass(frozen=True, slots=True)
class EndLine:
    """A line of words at the end of a line, and the size that it is set in."""

    text: str
    face: Face
    size: float


@dataclass(frozen=True, slots=True)
class End:
    """The last value of a line over its name; `year` is when the line ends.

    Without any value the words that say why stand in its place. The benchmark has no year.
    """

    name: str
    lines: tuple[EndLine, ...]
    value: float | None
    year: str | None
    role: Role
    width: float
    height: float

    @property
    def tip(self) -> float:
        """How far under its upper edge a pointer to it ends: level with its first line."""
        return self.lines[0].size * LEVEL


def ends(measurer: Measurer, chart: Chart, room: float, type: Type) -> tuple[End, ...]:
    """One for each series and the benchmark, their names broken into lines of `room` points.

    Our last figure is set as large as the room allows; what is told of its change stands below.
    """
    newest, size = times(chart).last, type.label
    labels = [
        _with_change(
            measurer, row, _label(measurer, row, last_of(row, newest), room, size), room, type
        )
        for row in chart.series
    ]
    if chart.reference:
        labels.append(_reference_end(measurer, chart.reference, room, size))
    return tuple(labels)


def sides(
    measurer: Measurer, chart: Chart, room: float, size: float
) -> tuple[tuple[End, ...], tuple[End, ...]]:
    """The labels left and right of a slope: the first and the last value of each line."""
    left, right = (
        tuple(_label(measurer, row, row.points[i], room, size) for row in chart.series)
        for i in (0, -1)
    )
    return left, right


def last_of(series: Series, newest: str) -> Point:
    """The last point with a figure, which tells its time unless that is the newest of the chart.

    Where there is none, the point tells why.
    """
    known = [p for p in series.points if p.value is not None]
    if not known:
        return next((p for p in reversed(series.points) if p.printed), Point("", None, no_data()))
    last = known[-1]
    return last if last.label == newest else replace(last, printed=f"{last.printed} ({last.label})")


def _label(measurer: Measurer, series: Series, point: Point, room: float, size: float) -> End:
    """The figure over the name of its line; or the words that stand for it."""
    name = _broken(measurer, series.label, "bold" if series.highlight else "regular", room, size)
    if point.value is None:
        words = _broken(measurer, point.printed, "italic", room, size)
        return _end(measurer, series.label, (*words, *name), None, _role(series))
    lines = (EndLine(point.printed, "bold", size), *name)
    return _end(measurer, series.label, lines, point.value, _role(series), point.label)


def _role(series: Series) -> Role:
    if series.worked_out:
        return "reference"
    return "ours" if series.highlight else "other"


def _with_change(measurer: Measurer, series: Series, end: End, room: float, type: Type) -> End:
    """The end of our line with its figure large, and its change in words."""
    if end.role != "ours" or end.value is None:
        return end
    figure, *name = end.lines
    sizes = (type.strong, type.heading, type.label)
    size = next((s for s in sizes if measurer.width(figure.text, "black", s) <= room), type.label)
    told = series.change.told if series.change else ""
    change = _broken(measurer, told, "regular", room, type.label) if told else ()
    lines = (EndLine(figure.text, "black", size), *name, *change)
    return _end(measurer, end.name, lines, end.value, end.role, end.year)


def _reference_end(measurer: Measurer, reference: Reference, room: float, size: float) -> End:
    name = _broken(measurer, reference.label, "bold", room, size)
    lines = (EndLine(reference.printed, "bold", size), *name)
    return _end(measurer, reference.label, lines, reference.value, "reference")


def _end(
    measurer: Measurer,
    name: str,
    lines: tuple[EndLine, ...],
    value: float | None,
    role: Role,
    year: str | None = None,
) -> End:
    width = max(measurer.width(line.text, line.face, line.size) for line in lines)
    tall = sum(line.size * LINE for line in lines) + lines[-1].size * APART
    return End(name, lines, value, year, role, width, tall)


def _broken(
    measurer: Measurer, text: str, face: Face, room: float, size: float
) -> tuple[EndLine, ...]:
    found = measurer.balanced((Run(text),), room, size, face)
    return tuple(EndLine(line.text, face, size) for line in found)


def spread(tops: list[float], heights: list[float], bottom: float) -> list[float]:
    """Sorted tops moved as little as needed so that no two labels meet and none leaves."""
    placed: list[float] = []
    for top in tops:
        floor = placed[-1] + heights[len(placed) - 1] if placed else 0.0
        placed.append(max(top, floor))
    limit = bottom
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], limit - heights[i])
        limit = placed[i]
    return placed
