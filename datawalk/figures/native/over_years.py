"""Charts over years: the room for what stands around their fields."""

from __future__ import annotations

import math
from dataclasses import dataclass

from datawalk.exhibits import Chart, Point, Series
from datawalk.figures.lines.ends import last_of
from datawalk.figures.lines.field import BESIDE, band, firsts, silence, silent
from datawalk.figures.native.forms import field_of
from datawalk.figures.native.scale import Scale
from datawalk.figures.panels import columns_for, first_and_last, said_of
from datawalk.figures.times import Times, times
from datawalk.page.figure import Drawing, Native
from datawalk.prose import Run
from datawalk.typography.fonts import LEADING, Face
from datawalk.typography.measure import Measurer
from datawalk.words import later, say

FOOT = 1.7
"""Room for the years under the field, in ems."""
ENDS = 0.36
"""Largest share of a chart's width for the names at one end of its lines."""
TOP, AXIS, AIR, LOW = 0.6, 0.6, 1.2, 0.4
"""Room over the field for half of the highest label, beside written values, beside names at the
ends, and under the years of two, in ems."""
NARROWEST, GAP, ASIDE, UNDER = 6.0, 1.0, 0.9, 0.2
"""Width of a small field at least, and room between charts, beside figures and under titles, in
ems."""
TITLE = 0.78
"""Share of a small chart's width for its title."""

SURE = later("Thin lines show the range: 95 times in 100 the true number lies inside.")
"""Bars of a program stand in for a ribbon: they follow their figure when that is changed."""

Place = tuple[float, float, float, float]
"""Left, top, width and height in points."""


@dataclass(frozen=True, slots=True)
class Lines(Native):
    """The field between written values with our first figure, and the names at the ends.

    `written` are the times that have room, `blanks` so many zeros as wide as our first figure,
    `years` what the series of the times is called. `told` stands over the field: our change, what
    thin lines mean, and what has no figure. Under `stacked` names stand their figures, each with so
    many spaces after it as `filled` says: both lines of a label are as wide, so that they begin
    below each other in programs that set labels in the middle.
    """

    place: Place
    written: tuple[int, ...]
    blanks: int
    years: str
    told: tuple[str, ...]
    stacked: bool = False
    filled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slope(Native):
    """The field between the labels, and whether names stand at its left too."""

    place: Place
    named: bool


@dataclass(frozen=True, slots=True)
class Panels(Native):
    """Small charts in rows of `columns`, `gap` apart, each `w` by `h` with its title in lines.

    `head` is the room over a field for its title, `left` and `right` that for first and last
    values. `years` is what the series of the times is called.
    """

    columns: int
    gap: float
    w: float
    h: float
    head: float
    left: float
    right: float
    titles: tuple[tuple[str, ...], ...]
    years: str


def lines(chart: Chart, drawing: Drawing, measurer: Measurer) -> Lines:
    """Lines, each with its name and last figure at its end."""
    size, field, moments = drawing.type.label, field_of(drawing), times(chart)
    scale = Scale(chart.format)
    ticks = (measurer.shown(scale.shown(tick), "regular", size) for tick in field.ticks)
    ends = [(row.label, last_of(row, moments.last).printed) for row in chart.series]
    ends += [(line.label, line.printed) for line in (chart.reference,) if line]
    strong = [*(row.highlight for row in chart.series), *([True] if chart.reference else [])]
    stacked = chart.bare and 2 * len(ends) * size * LEADING <= drawing.h - (TOP + FOOT) * size
    texts = [part for end in ends for part in (end if stacked else (" ".join(end),))]
    named = max(measurer.shown(text, "bold", size) for text in texts) + AIR * size
    right = min(named, drawing.w * ENDS)
    begun = (measurer.shown(p.printed, "bold", size) + BESIDE * size for p in firsts(chart))
    # Over the first mark, half of its figure reaches to the left.
    first = max(begun, default=0.0) / (2 if chart.bare else 1)
    left = max(ticks) + AXIS * size + first
    told = () if chart.bare else told_over(chart)
    top = TOP * size + len(told) * size * LEADING
    wide = drawing.w - left - right
    return Lines(
        (left, top, wide, drawing.h - top - FOOT * size),
        moments.written(wide, _widest(moments, size, measurer), size / 2),
        math.ceil(first / measurer.shown("0", "regular", size)),
        say("Years"),
        told,
        stacked,
        tuple(_filled(end, measurer, bold) for end, bold in zip(ends, strong, strict=True)),
    )


def _filled(end: tuple[str, str], measurer: Measurer, bold: bool) -> int:
    """How many spaces make a figure as wide as the name over it."""
    face: Face = "bold" if bold else "regular"
    name, figure, space = (measurer.width(text, face, 1.0) for text in (*end, " "))
    return max(0, round((name - figure) / space))


def told_over(chart: Chart) -> tuple[str, ...]:
    """Lines of words over a field, whose points an office program may move at any time."""
    rows, moments = chart.series, times(chart)
    changes = [(row, row.change) for row in rows if row.change]
    found = [f"{row.label}: {change.told}" if row.label else change.told for row, change in changes]
    found += [say(SURE)] if any(band(row, moments) for row in rows) else []
    found += [silence(labels) for labels in silent(chart)]
    lasts = [(row, last_of(row, moments.last)) for row in rows]
    found += [name_of_line(row, last) for row, last in lasts if last.value is None]
    return tuple(found)


def name_of_line(series: Series, last: Point) -> str:
    """The name of a line; of one that is not there, why."""
    return series.label if last.value is not None else f"{series.label}: {last.printed}"


def _widest(moments: Times, size: float, measurer: Measurer) -> float:
    return max(measurer.shown(label, "regular", size) for label in moments.labels)


def name_with_gaps(series: Series) -> str:
    """The name of a line between two years; with it, why one has no figure."""
    gaps = [f"{p.label}: {p.printed}" for p in series.points if p.value is None]
    return f"{series.label} ({'; '.join(gaps)})" if gaps else series.label


def slope(chart: Chart, drawing: Drawing, measurer: Measurer) -> Slope:
    """Lines between two years, with what stands at both their ends."""
    size = drawing.type.label
    points = [(row, point) for row in chart.series for point in row.points]
    full = [measurer.shown(f"{name_with_gaps(row)} {p.printed}", "bold", size) for row, p in points]
    plain = [measurer.shown(p.printed, "bold", size) for _, p in points if p.value is not None]
    room = max(full) + AIR * size
    named = room <= drawing.w * ENDS
    left = room if named else max(plain, default=0.0) + AIR * size
    right = min(room, drawing.w - left - drawing.w * (1 - 2 * ENDS))
    tall = drawing.h - size - (FOOT + LOW) * size
    return Slope((left, size, drawing.w - left - right, tall), named)


def panels(chart: Chart, drawing: Drawing, measurer: Measurer) -> Panels:
    """A small chart for each line; all have the same room."""
    count, size = len(chart.series), drawing.type.label
    left, right = _sides(chart, size, measurer)
    gap, narrowest = GAP * size, NARROWEST * size
    most = int((drawing.w + gap) / (left + right + narrowest + gap))
    columns = columns_for(count, min(most, 2 if count == 4 else most))
    rows = -(-count // columns)
    wide = (drawing.w - (columns - 1) * gap) / columns
    tall = (drawing.h - (rows - 1) * gap) / rows
    titles = tuple(_title(row, wide, size, measurer) for row in chart.series)
    head = (max(map(len, titles)) * LEADING + UNDER) * size
    return Panels(columns, gap, wide, tall, head, left, right, titles, say("Years"))


def _title(series: Series, wide: float, size: float, measurer: Measurer) -> tuple[str, ...]:
    """The lines of a title; LibreOffice breaks those that are wider than `TITLE` of the chart."""
    label = series.label
    wider = measurer.shown(label, "bold", size) / measurer.width(label, "bold", size)
    lines = measurer.break_lines((Run(label),), wide * TITLE / wider, size, "bold")
    return tuple(line.text for line in lines)


def _sides(chart: Chart, size: float, measurer: Measurer) -> tuple[float, float]:
    """Room left and right of the fields for their first and last values, and a year."""
    moments = times(chart)
    year = _widest(moments, size, measurer) / 2
    said = (
        [said_of(first_and_last(series)[i], moments.labels[-i]) for series in chart.series]
        for i in (0, 1)
    )
    left, right = (
        max(year, *(measurer.shown(text, "bold", size) + ASIDE * size for text in texts))
        for texts in said
    )
    return left, right
