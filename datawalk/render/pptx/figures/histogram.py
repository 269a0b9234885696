"""So many places that they are columns: a native histogram, ours in color and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.figures.crowd import Crowd
from datawalk.figures.flags import Flag
from datawalk.figures.native.crowds import Places
from datawalk.figures.native.scale import Scale
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import hidden_axis, ids, names_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.chart_xml import dress, element
from datawalk.render.pptx.figures.labels import NAME, DataLabel, label_ink, labels
from datawalk.render.pptx.figures.native import (
    Plot,
    add_native,
    error_bars,
    filled,
    planned,
    set_gap,
    unmarked,
)
from datawalk.render.pptx.figures.places import crowd_of, moved, name_ink, pointer, under
from datawalk.render.pptx.figures.workbook import categories
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.sizes import Type

GAP = 10
"""Room between two columns, in percent of one."""


def add_histogram(sheet: SlideCanvas, box: Box) -> None:
    """Columns of how many places are in each part; names are series of one point each.

    So a name moves to another column with its cell of the data sheet.
    """
    chart, type_ = parts_of(box)
    crowd, scale, unit = crowd_of(box), Scale(chart.format), _unit(crowd_of(box))
    native, parts = planned(box, Places), len(crowd.counts)
    ticked = [0 if i in _ticked(crowd) else None for i in range(parts)]
    rows: list[tuple[str, Sequence[float | None]]] = [
        (native.places, crowd.counts),
        (native.scale, ticked),
    ]
    for flag in crowd.flags:
        high, at = round((crowd.bottom - flag.foot) * unit, 3), crowd.column(flag.value)
        rows.append((flag.text, [high if i == at else None for i in range(parts)]))
    plot = Plot(crowd.left, 0, crowd.right - crowd.left, crowd.bottom, 0, crowd.bottom * unit)
    data = categories(native.parts, rows, "0")
    space = add_native(sheet, box, XL_CHART_TYPE.COLUMN_CLUSTERED, data, plot)
    _axes(sheet, space, plot, type_)
    columns, ticks, *named = space.xpath(".//c:ser")
    theme, pen = sheet.palette.theme, sheet.palette
    ours = sorted({crowd.column(flag.value) for flag in crowd.flags if flag.who == "ours"})
    dress(columns, *filled(pen.fill(theme.field), ours, pen.fill(sheet.color)), labels([]))
    _as_lines(space, [ticks, *named])
    _write_ticks(sheet, box, ticks, scale)
    for native, flag in zip(named, crowd.flags, strict=True):
        _dress_flag(sheet, native, flag, box)


def _unit(crowd: Crowd) -> float:
    """How many places a point of height stands for."""
    return max(1, *crowd.counts) / (crowd.bottom - crowd.top)


def _axes(sheet: SlideCanvas, space: Element, plot: Plot, type_: Type) -> None:
    """A line under the columns; how many places they hold is told by their height."""
    set_gap(space, GAP)
    names_axis(sheet, space, "b", "", type_)
    (values,) = space.xpath(".//c:valAx")
    swap(values, element(hidden_axis(values, plot, "l")))


def _ticked(crowd: Crowd) -> dict[int, tuple[float, float]]:
    """The columns beside which a tick stands: its value, and how far it is from their middle.

    It stands at their left edge, and the last one at the right edge, in widths of a column.
    """
    parts = len(crowd.counts)
    each = parts // (len(crowd.ticks) - 1)
    found = {i * each: (tick, -0.5) for i, tick in enumerate(crowd.ticks[:-1])}
    return {**found, parts - 1: (crowd.ticks[-1], 0.5)}


def _write_ticks(sheet: SlideCanvas, box: Box, native: Element, scale: Scale) -> None:
    """The figures of the axis, which is one of names: a column has two of them at its edges."""
    _, type_ = parts_of(box)
    crowd = crowd_of(box)
    wide = (crowd.right - crowd.left) / len(crowd.counts) / box.w
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    said = [
        DataLabel(i, ink, "b", shift=(aside * wide, 0.0), text=scale.shown(tick))
        for i, (tick, aside) in _ticked(crowd).items()
    ]
    dress(native, *unmarked(sheet.palette.line("", 0)), labels(said))


def _as_lines(space: Element, named: Sequence[Element]) -> None:
    """Make lines of these series of columns: beside a line's point words may stand at one side."""
    columns, (axis,) = space.xpath(".//c:barChart")[0], space.xpath(".//c:catAx")
    axes = "".join(f'<c:axId val="{number}"/>' for number in ids(axis))
    made = element(
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:marker val="1"/>{axes}</c:lineChart>'
    )
    for series in named:
        series.append(element('<c:smooth val="0"/>'))
        made.xpath("./c:marker")[0].addprevious(series)
    columns.addnext(made)


def _dress_flag(sheet: SlideCanvas, native: Element, flag: Flag, box: Box) -> None:
    """A name, and a line from it down to its column; a benchmark's goes to the ground."""
    _, type_ = parts_of(box)
    crowd = crowd_of(box)
    at, top, parts = crowd.column(flag.value), flag.foot, len(crowd.counts)
    end = crowd.bottom if flag.who == "middle" else crowd.roof(at)
    middle = crowd.left + (crowd.right - crowd.left) * (at + 0.5) / parts
    shift, (lines, small) = moved(box, flag, middle, top), under(sheet, flag)
    said = DataLabel(at, name_ink(sheet, flag), "ctr", shift=shift, shown=(NAME,))
    if lines:
        said = replace(said, fields=(flag.text,), under=lines, small=small)
    down = [(at, (end - top) * _unit(crowd))]
    line = error_bars([], down, parts, pointer(sheet, flag.who, type_.label), of_line=True)
    dress(native, *unmarked(sheet.palette.line("", 0)), labels([said], said), line)
