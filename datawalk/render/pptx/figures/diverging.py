"""Differences from the benchmark as native bars left and right of its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.exhibits import Chart, Point
from datawalk.figures.native.rows import NativeRows
from datawalk.figures.native.scale import Scale, literal
from datawalk.page.document import Box
from datawalk.render.pptx.figures.bars import add_rows, parts_of, why_labels
from datawalk.render.pptx.figures.native import planned
from datawalk.render.pptx.slide import SlideCanvas


def add_diverging(sheet: SlideCanvas, box: Box) -> None:
    """Names at the left, bars from the middle line, each difference at its bar's end."""
    chart, _ = parts_of(box)
    points, scale, native = chart.series[0].points, _scale(chart), planned(box, NativeRows)
    names = [point.label for point in points]
    codes = ["" if p.value is None else _code(p, points, scale) for p in points]
    add_rows(sheet, box, names, native, scale, codes, why_labels(sheet, box, native.field))


def _scale(chart: Chart) -> Scale:
    """Differences of shares stand in the workbook as points of 100, as they are told."""
    form = chart.format
    return Scale(replace(form, suffix="" if form.suffix == "%" else form.suffix))


def _code(point: Point, points: Sequence[Point], scale: Scale) -> str:
    """A format that reads as printed, and goes on to say more or less when the figure changes."""
    assert point.value is not None
    own = _tail(point, scale)
    if own is None:
        return scale.code_for(point)
    sides = []
    for sign, plain in ((1, '"+"'), (-1, '"-"')):
        others = (_tail(p, scale) for p in points if (p.value or 0.0) * sign > 0)
        tail = own if point.value * sign > 0 else next(filter(None, others), None)
        sides.append(f"{scale.code}{literal(tail)}" if tail else f"{plain}{scale.code}")
    return f"{sides[0]};{sides[1]};{scale.code}"


def _tail(point: Point, scale: Scale) -> str | None:
    """What is printed behind the figure, such as " points more"; None if it does not come first."""
    shown = scale.shown(abs(point.value or 0.0))
    return point.printed[len(shown) :] if point.value and point.printed.startswith(shown) else None
