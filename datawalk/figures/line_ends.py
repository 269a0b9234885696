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

LINE = 1.16
"""Baseline to baseline in an end label, in ems."""
APART = 0.25
"""Room between two end labels, in ems."""


@dataclass(frozen=True, slots=True)
class End:
    """The last value of a line over its name; `year` is when the line ends.

    Without any value the words that say why stand in its place. The benchmark has no year.
    """

    name: str
    lines: tuple[tuple[str, Face], ...]
    value: float | None
    year: str | None
    role: Literal["ours", "other", "reference"]
    width: float
    height: float


def ends(measurer: Measurer, chart: Chart, room: float, size: float) -> tuple[End, ...]:
    """One for each series and the benchmark, their names broken into lines of `room` points."""
    newest = times(chart).last
    labels = [
        _label(measurer, series, last_of(series, newest), room, size) for series in chart.series
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
    role: Literal["ours", "other"] = "ours" if series.highlight else "other"
    if point.value is None:
        words = _broken(measurer, point.printed, "italic", room, size)
        return _end(measurer, series.label, (*words, *name), None, role, size)
    lines = ((point.printed, "bold"), *name)
    return _end(measurer, series.label, lines, point.value, role, size, point.label)


def _reference_end(measurer: Measurer, reference: Reference, room: float, size: float) -> End:
    lines = ((reference.printed, "bold"), *_broken(measurer, reference.label, "bold", room, size))
    return _end(measurer, reference.label, lines, reference.value, "reference", size)


def _end(
    measurer: Measurer,
    name: str,
    lines: tuple[tuple[str, Face], ...],
    value: float | None,
    role: Literal["ours", "other", "reference"],
    size: float,
    year: str | None = None,
) -> End:
    width = max(measurer.width(text, face, size) for text, face in lines)
    return End(name, lines, value, year, role, width, size * (LINE * len(lines) + APART))


def _broken(
    measurer: Measurer, text: str, face: Face, room: float, size: float
) -> tuple[tuple[str, Face], ...]:
    return tuple((line.text, face) for line in measurer.balanced((Run(text),), room, size, face))


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
