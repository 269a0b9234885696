"""Where we stand among all places: a native histogram of 24 bins with ours in colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Chart
from datawalk.figures.rows import BENCHMARK
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import hidden_axis, ids, names_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.benchmark import DOTTED
from datawalk.render.pptx.figures.chart_xml import dress, element
from datawalk.render.pptx.figures.labels import ACROSS, NAME, Label, label_ink, labels, shown_width
from datawalk.render.pptx.figures.native import (
    Plot,
    add_native,
    error_bars,
    filled,
    set_gap,
    unmarked,
)
from datawalk.render.pptx.figures.workbook import Scale, categories
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.sizes import Type
from datawalk.words import say

BINS = 24
EDGES = (6, 8, 12)
"""Every so many bins one is named, more where their names are wide."""
BESIDE = 6.0
"""Points between a flag's line and its words."""
AXIS = 34.0
"""Points for the names of the bins under the field."""
LANE, ROOF = 1.4, 6.0
"""Height of a name over the columns in ems, and points between columns and names."""


@dataclass(frozen=True, slots=True)
class _Flag:
    """A named value: its words, its place and whether it is ours."""

    text: str
    value: float
    color: str
    bold: bool
    dash: str = ""


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many values are in each of 24 bins, from the lowest edge on, each `step` wide."""

    low: float
    step: float
    counts: tuple[int, ...]

    def bin_of(self, value: float) -> int:
        """The bin that a value falls in; the last one includes its upper edge."""
        return min(BINS - 1, max(0, int((value - self.low) / self.step)))


def _counted(chart: Chart) -> _Counts:
    low, high = min(chart.field), max(chart.field)
    least = 10.0**-chart.format.decimals / chart.format.multiply
    empty = _Counts(low, (high - low) / BINS or least, ())
    counts = [0] * BINS
    for value in chart.field:
        counts[empty.bin_of(value)] += 1
    return replace(empty, counts=tuple(counts))


def add_histogram(sheet: Sheet, box: Box) -> None:
    """Columns of how many places are in each bin; the named places are series of one point each.

    So a name moves to another column with its cell of the data sheet.
    """
    chart, type_ = parts_of(box)
    held, scale = _counted(chart), Scale(chart.format)
    flags = _flags(sheet, chart)
    names = [_bin_name(scale, held, i) for i in range(BINS)]
    start = _start(names, box)
    lines = [start + (box.w - start) * (held.bin_of(f.value) + 0.5) / BINS for f in flags]
    wides = [shown_width(flag.text, "bold", type_.label) for flag in flags]
    sides = _spread_words(lines, wides, box.w)
    spans = _spans(lines, wides, sides, box.w)
    lanes = _lanes(lines, spans, sides)
    over = (max(lanes, default=-1) + 1) * type_.label * LANE + ROOF
    tall = box.h - AXIS
    unit = max(held.counts) / (tall - over)
    plot = Plot(start, 0, box.w - start, tall, 0, tall * unit)
    heights = [(tall - over + ROOF + (lane + 0.5) * type_.label * LANE) * unit for lane in lanes]
    every = _every(names, box.w - start, type_)
    told = [0 if i % every == 0 else None for i in range(BINS)]
    rows: list[tuple[str, Sequence[float | None]]] = [
        (say("Places"), held.counts),
        (say("Scale"), told),
    ]
    for flag, high in zip(flags, heights, strict=True):
        at = held.bin_of(flag.value)
        rows.append((flag.text, [round(high, 1) if i == at else None for i in range(BINS)]))
    space = add_native(
        sheet, box, XL_CHART_TYPE.COLUMN_CLUSTERED, categories(names, rows, "0"), plot
    )
    _axes(sheet, space, plot)
    columns, edges, *named = space.xpath(".//c:ser")
    points = chart.series[0].points
    ours = {held.bin_of(p.value) for p in points if p.highlight and p.value is not None}
    theme, pen = sheet.palette.theme, sheet.palette
    dress(columns, *filled(pen.fill(theme.field), sorted(ours), pen.fill(sheet.color)), labels([]))
    _as_lines(space, [edges, *named])
    _name_edges(sheet, edges, type_, every)
    placed = zip(named, flags, heights, lines, spans, sides, strict=True)
    for native, flag, high, line, span, left in placed:
        past = (span[1] - line + BESIDE if left else span[0] - line - BESIDE) / box.w
        at = held.bin_of(flag.value)
        down = high if flag.dash else high - held.counts[at]
        _dress_flag(sheet, native, flag, box, (at, past, left, down))


def _start(names: Sequence[str], box: Box) -> float:
    """Points from the left to the first column, whose name is wider than it."""
    assert box.type
    half = shown_width(names[0], "regular", box.type.label) / 2
    return max(0.0, (half - box.w / BINS / 2) / (1 - 0.5 / BINS))


def _every(names: Sequence[str], wide: float, type_: Type) -> int:
    """How many columns of a field `wide` points the name of one may cover."""
    widest = max(shown_width(name, "regular", type_.label) for name in names) + type_.label
    return next((few for few in EDGES if widest <= few * wide / BINS), EDGES[-1])


def _bin_name(scale: Scale, held: _Counts, i: int) -> str:
    low, high = (scale.shown(held.low + held.step * edge) for edge in (i, i + 1))
    return say("{low} to {high}", low=low, high=high)


def _flags(sheet: Sheet, chart: Chart) -> list[_Flag]:
    theme = sheet.palette.theme
    found = [
        _Flag(
            f"{point.label}: {point.printed}",
            point.value,
            sheet.color if point.highlight else theme.muted,
            point.highlight,
        )
        for point in chart.series[0].points
        if point.value is not None
    ]
    if chart.reference:
        line = chart.reference
        text = f"{line.label}: {line.printed}"
        found.append(_Flag(text, line.value, theme.accent, bold=True, dash=DOTTED))
    return found


def _spread_words(lines: list[float], wides: list[float], room: float) -> list[bool]:
    """Which flags have their words left of their lines: those on the left, if there is room."""
    order = sorted(range(len(lines)), key=lambda i: lines[i])

    def split(count: int) -> list[bool]:
        left = set(order[:count])
        return [i in left for i in range(len(lines))]

    def fits(sides: list[bool]) -> bool:
        return all(
            line - BESIDE - wide >= 0 if left else line + BESIDE + wide <= room
            for line, wide, left in zip(lines, wides, sides, strict=True)
        )

    half = len(lines) / 2
    counts = sorted(range(len(lines) + 1), key=lambda count: abs(count - half))
    return next((split(count) for count in counts if fits(split(count))), split(counts[0]))


def _spans(
    lines: list[float], wides: list[float], sides: list[bool], room: float
) -> list[tuple[float, float]]:
    """Left and right end of each flag's words, beside its line."""
    spans = []
    for line, wide, left in zip(lines, wides, sides, strict=True):
        start = line - BESIDE - wide if left else line + BESIDE
        start = min(max(0.0, start), room - wide)
        spans.append((start, start + wide))
    return spans


def _lanes(lines: list[float], spans: list[tuple[float, float]], sides: list[bool]) -> list[int]:
    """The row above the columns, from below, in which each flag's words stand.

    Words that run over the line of another flag stand above that flag's words, so that no
    line runs through words.
    """
    order = sorted(range(len(lines)), key=lambda i: lines[i] if sides[i] else -lines[i])
    lanes = [0] * len(lines)
    done: list[int] = []
    for i in order:
        a, b = spans[i]
        below = [lanes[j] for j in done if spans[j][0] < b + 12 and a - 12 < spans[j][1]]
        below += [lanes[j] for j in done if a < lines[j] < b]
        lanes[i] = max(below, default=-1) + 1
        done.append(i)
    return lanes


def _axes(sheet: Sheet, space: Element, plot: Plot) -> None:
    """A line under the columns; how many places they hold is told by their height."""
    set_gap(space, 10)
    names_axis(sheet, space, "b", "")
    (values,) = space.xpath(".//c:valAx")
    swap(values, element(hidden_axis(values, plot, "l")))


def _name_edges(sheet: Sheet, native: Element, type_: Type, every: int) -> None:
    """Every so many columns one is named, by points on the ground.

    LibreOffice would name all on the axis, and break their names.
    """
    ink = label_ink(sheet, type_, sheet.palette.theme.muted)
    said = [Label(i, ink, "b", shown=(ACROSS,)) for i in range(0, BINS, every)]
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


def _dress_flag(
    sheet: Sheet, native: Element, flag: _Flag, box: Box, spot: tuple[int, float, bool, float]
) -> None:
    """A name and a line down to its column; a benchmark's goes to the ground.

    `spot` is the column, how far the name is moved, whether it stands left of the line, and how
    far down that reaches.
    """
    _, type_ = parts_of(box)
    at, past, left, down = spot
    ink = label_ink(sheet, type_, flag.color, flag.bold)
    shift = (past, 0.0) if abs(past) > 1e-6 else (0.0, 0.0)
    said = Label(at, ink, "l" if left else "r", shift=shift, shown=(NAME,))
    line = error_bars(
        [],
        [(at, down)],
        BINS,
        sheet.palette.line(flag.color, BENCHMARK * type_.label, flag.dash),
        True,
    )
    dress(native, *unmarked(sheet.palette.line("", 0)), labels([said], said), line)
