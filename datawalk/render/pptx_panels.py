"""Small charts over years, each a native chart of its own; all have the same scale."""

from __future__ import annotations

from dataclasses import replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.charts.lines import runs
from datawalk.charts.panels import columns_for, ends_of, said_of, why_not
from datawalk.exhibits import Chart, Point, Series
from datawalk.fonts import LEADING, width
from datawalk.layout.deck_text import Style
from datawalk.layout.measure import break_lines
from datawalk.layout.page import Box
from datawalk.prose import Run
from datawalk.render.pptx_bars import parts_of
from datawalk.render.pptx_data import Scale, categories
from datawalk.render.pptx_native import Label, Plot, add_native, label_ink, shown_width
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_xml import body, named, paragraph, shape, text_of
from datawalk.render.pptx_years import bare_axes, dress_line

NARROWEST = 110.0
"""Points; a narrower field has no room for its lines."""
GAP = 18.0
FOOT = 30.0
EDGE = 0.1


def add_panels(sheet: Sheet, box: Box) -> None:
    """A title and a chart for each series, in rows from the left top."""
    chart, type_ = parts_of(box)
    count = len(chart.series)
    sides = _sides(chart, type_.label)
    most = int((box.w + GAP) / (sum(sides) + NARROWEST + GAP))
    columns = columns_for(count, min(most, 2 if count == 4 else most))
    rows = -(-count // columns)
    wide = (box.w - (columns - 1) * GAP) / columns
    tall = (box.h - (rows - 1) * GAP) / rows
    head = max(_lines(row, wide, type_.label) for row in chart.series) * type_.label * LEADING + 4
    for i, series in enumerate(chart.series):
        x, y = box.x + i % columns * (wide + GAP), box.y + i // columns * (tall + GAP)
        _title(sheet, replace(box, x=x, y=y, w=wide, h=head), series, chart)
        alone = replace(chart, series=(series,), alt=_told(series))
        place = replace(box, x=x, y=y + head, w=wide, h=tall - head, exhibit=alone)
        _panel(sheet, place, series, chart, sides)


def _lines(series: Series, wide: float, size: float) -> int:
    """Lines of a title, as wide as slides may set it."""
    wider = shown_width(series.label, "bold", size) / width(series.label, "bold", size)
    return len(break_lines((Run(series.label),), wide / wider, size, "bold"))


def _told(series: Series) -> str:
    return f"{series.label}: " + "; ".join(f"{p.label} {p.printed}" for p in series.points)


def _strong(series: Series, chart: Chart) -> bool:
    return series.highlight or not any(row.highlight for row in chart.series)


def _title(sheet: Sheet, box: Box, series: Series, chart: Chart) -> None:
    assert box.type
    theme = sheet.palette.theme
    hue = sheet.color if _strong(series, chart) else theme.ink
    ink = label_ink(sheet, box.type, hue, bold=True)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(series.label)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style())], "bottom")
    identity = named(sheet.next_id(), "Title of a small chart")
    sheet.add(shape(identity, sheet.place(box), "", text=said))


def _sides(chart: Chart, size: float) -> tuple[float, float]:
    """Room left and right of the fields for their first and last values, and half a year."""
    half = shown_width("2020", "regular", size) / 2
    years = _years(chart)
    left, right = (
        max([half, *(shown_width(said_of(p, year), "bold", size) + 16 for p in points if p)])
        for year, points in zip(years, zip(*map(ends_of, chart.series), strict=True), strict=True)
    )
    return left, right


def _years(chart: Chart) -> tuple[int, int]:
    """The first and the last year of all."""
    points = chart.series[0].points
    return int(points[0].label), int(points[-1].label)


def _panel(
    sheet: Sheet, box: Box, series: Series, chart: Chart, sides: tuple[float, float]
) -> None:
    assert box.type
    scale = Scale(chart.format)
    known = [p.value for row in chart.series for p in row.points if p.value is not None] or [0.0]
    low, high = scale.stored(min(known)), scale.stored(max(known))
    edge = (high - low or 1.0) * EDGE
    plot = Plot(sides[0], 6, box.w - sum(sides), box.h - FOOT - 6, low - edge, high + edge)
    points = _parted(series)
    row = (series.label, [None if p.value is None else scale.stored(p.value) for p in points])
    data = categories([point.label for point in points], [row], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.LINE_MARKERS, data, plot)
    bare_axes(sheet, space, plot, box.type, named=False)
    ink = label_ink(sheet, box.type, sheet.palette.theme.ink, bold=True)
    said = [
        Label(
            points.index(point),
            ink,
            side,
            scale.code_for(point),
            text="" if int(point.label) == year else said_of(point, year),
        )
        for point, side, year in zip(ends_of(series), "lr", _years(chart), strict=True)
        if point is not None
    ]
    native = space.xpath(".//c:ser")[0]
    dress_line(sheet, native, _strong(series, chart), said)
    for point, x in ((points[0], plot.x), (points[-1], plot.x + plot.w)):
        _year(sheet, box, point.label, x)
    if not said:
        place = (box.x, box.y, box.w, box.h - FOOT)
        why = label_ink(sheet, box.type, sheet.palette.theme.muted)
        run = f"<a:r>{why.properties()}<a:t>{text_of(why_not(series))}</a:t></a:r>"
        words = body([paragraph(run, why, Style())], "middle")
        sheet.add(shape(named(sheet.next_id(), "No figure"), place, "", text=words))


def _parted(series: Series) -> list[Point]:
    """The points, with a nameless gap where the lines of posters break between two years."""
    years = tuple(int(point.label) for point in series.points)
    starts = {run[0].label for run in runs(series.points, years)[1:]}
    found: list[Point] = []
    for point in series.points:
        if point.label in starts and found[-1].value is not None:
            found.append(Point(" ", None, ""))
        found.append(point)
    return found


def _year(sheet: Sheet, box: Box, year: str, x: float) -> None:
    """A year under the end of a field."""
    assert box.type
    ink = label_ink(sheet, box.type, sheet.palette.theme.ink)
    wide = shown_width(year, "regular", box.type.label)
    run = f"<a:r>{ink.properties()}<a:t>{text_of(year)}</a:t></a:r>"
    said = body([paragraph(run, ink, Style(align="center"))], "top", wrap=False)
    place = (box.x + x - wide / 2, box.y + box.h - FOOT + 4, wide, FOOT - 4)
    sheet.add(shape(named(sheet.next_id(), "Year"), place, "", text=said))
