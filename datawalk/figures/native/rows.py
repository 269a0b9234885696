"""Charts with a row for each name: bars, dots, and what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Point
from datawalk.figures.native.forms import field_of
from datawalk.figures.rows import reference_left, reference_width
from datawalk.page.figure import Drawing, Field, Native
from datawalk.page.marks import Text
from datawalk.prose import Run
from datawalk.typography.measure import Measurer
from datawalk.words import say

GUTTER, WHOLE = 0.4, 0.46
"""Largest share of a chart's width that names may take where they break, and where none does."""
AIR = 0.7
"""Between names and bars, in ems."""


@dataclass(frozen=True, slots=True)
class NativeRows(Native):
    """The field beside the names, and what series are called that the chart does not name.

    `reference` is where the words of the benchmark begin, and how wide they are.
    """

    field: Field
    series: tuple[str, ...] = ()
    reference: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Dots(NativeRows):
    """Rows of dots: `names` are broken into lines, `bounds` are what each row's whisker is called.

    The first of its `series` is that of the dots, the second that of the names.
    """

    names: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()


def name_of(point: Point) -> str:
    """The name beside a bar; without a value, why there is none, unless that is told apart."""
    told = point.value is not None or not point.printed
    return point.label if told else f"{point.label}: {point.printed}"


def names_in_groups(chart: Chart) -> list[str]:
    """Each group's name; behind it, why a bar is not there."""
    columns = zip(*(row.points for row in chart.series), strict=True)
    return [_group(chart, points) for points in columns]


def _group(chart: Chart, points: Sequence[Point]) -> str:
    gaps = [
        (row.label, p.printed)
        for row, p in zip(chart.series, points, strict=True)
        if p.value is None
    ]
    if not gaps:
        return points[0].label
    if len(gaps) == len(points) and len({why for _, why in gaps}) == 1:
        return f"{points[0].label}: {gaps[0][1]}"
    return f"{points[0].label} ({'; '.join(f'{name}: {why}' for name, why in gaps)})"


def bars(chart: Chart, drawing: Drawing, measurer: Measurer) -> NativeRows:
    """With a benchmark, why a bar is missing stands in its row rather than behind its name.

    The second of its `series` is that of the ends of whiskers.
    """
    names = () if chart.reference else _silent(chart)
    name = chart.series[0].label or chart.heading or say("Value")
    series = (name, say("Upper end of the likely range"))
    return _rows(chart, drawing, measurer, names, series)


def diverging(chart: Chart, drawing: Drawing, measurer: Measurer) -> NativeRows:
    """Why a bar is missing stands in its row, at the line that all are compared with."""
    return _rows(chart, drawing, measurer, (), (chart.heading or say("Difference"),))


def pairs(chart: Chart, drawing: Drawing, measurer: Measurer) -> NativeRows:
    """A series for what groups are a share of, and one for what they hold."""
    series = tuple(say("Share {of_what}", of_what=row.label) for row in chart.series)
    return _rows(chart, drawing, measurer, _silent(chart), series)


def steps(chart: Chart, drawing: Drawing, measurer: Measurer) -> NativeRows:
    """A series for what is left at each step, and one for what is gone."""
    series = (say("Of 100"), say("Fewer than the step before"))
    return _rows(chart, drawing, measurer, _silent(chart), series)


def grouped(chart: Chart, drawing: Drawing, measurer: Measurer) -> NativeRows:
    """Series are called as in the chart; the names of groups say what is missing."""
    return _rows(chart, drawing, measurer, names_in_groups(chart))


def dots(chart: Chart, drawing: Drawing, measurer: Measurer) -> Dots:
    """Names beside dots are labels, which do not break by themselves."""
    name = chart.series[0].label or chart.heading or say("Value")
    made = _rows(chart, drawing, measurer, _silent(chart), (name, say("Names")))
    points, size = chart.series[0].points, drawing.type.label
    room = (made.field.left - AIR * size) * measurer.slack
    broken = [measurer.break_lines((Run(name_of(p)),), room, size, "bold") for p in points]
    return Dots(
        made.field,
        made.series,
        made.reference,
        tuple("\n".join(line.text for line in lines) for lines in broken),
        tuple(say("{name}: bounds", name=point.label) for point in points),
    )


def _silent(chart: Chart) -> list[str]:
    """The names of rows without a value, with the reason."""
    return [name_of(point) for point in chart.series[0].points if point.value is None]


def _rows(
    chart: Chart,
    drawing: Drawing,
    measurer: Measurer,
    names: Sequence[str],
    series: tuple[str, ...] = (),
) -> NativeRows:
    field, line, size = _beside(names, drawing, measurer), chart.reference, drawing.type.label
    if line is None:
        return NativeRows(field, series)
    left = reference_left(measurer, line, field, drawing.w, size)
    return NativeRows(field, series, (left, reference_width(measurer, line, size)))


def _beside(names: Sequence[str], drawing: Drawing, measurer: Measurer) -> Field:
    """The field of the plan beside names in another face, whose lines are a little longer.

    It is narrower where `names` say more than on paper: why a bar is missing.
    """
    size, field = drawing.type.label, field_of(drawing)
    texts = (mark for mark in drawing.plan.marks if isinstance(mark, Text))
    planned = [text.text for text in texts if text.x + text.width < field.left]
    # Others may be as wide as if they were ours.
    wides = [measurer.shown(text, "bold", size) + AIR * size for text in (*planned, *names)]
    whole, broken = drawing.w * WHOLE, drawing.w * GUTTER
    left = max(min(wide, broken if wide > whole else whole) for wide in wides)
    return replace(field, left=max(field.left, left))
