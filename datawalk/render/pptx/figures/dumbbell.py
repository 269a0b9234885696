"""Groups on one scale as a native XY chart: each mark is a series with its figure.

Words stand where the plan has them, as labels of points without marks. What lies under the marks
is drawn under the chart: office programs do not agree which of two series is painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from datawalk.exhibits import Point
from datawalk.figures.dumbbell.painting import SIZES
from datawalk.figures.dumbbell.parts import (
    BoundsLine,
    CrossLine,
    DownLine,
    Dumbbell,
    GapBracket,
    GroupMark,
    OursBox,
    Piece,
    Wording,
    color_of,
)
from datawalk.figures.native.dumbbells import GroupNames
from datawalk.figures.native.scale import Scale
from datawalk.page.document import Box
from datawalk.render.pptx.figures.axes import figures_axis, hidden_axis
from datawalk.render.pptx.figures.bars import parts_of
from datawalk.render.pptx.figures.benchmark import DASHED
from datawalk.render.pptx.figures.chart_xml import dress, element, paint
from datawalk.render.pptx.figures.dots import caps
from datawalk.render.pptx.figures.labels import ACROSS, DataLabel, labels
from datawalk.render.pptx.figures.native import (
    Plot,
    add_native,
    field_of,
    marked,
    planned,
    unmarked,
)
from datawalk.render.pptx.figures.workbook import XYSeries, pairs
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import swap
from datawalk.render.pptx.xml import Ink, named, shape, straight

SYMBOLS = {"o": "circle", "D": "diamond", "s": "square", "^": "triangle"}
TIP = 2**0.5
"""A diamond is so much wider than a square of its edges."""
OPEN, SOLID = 0.13, 0.05
"""Thickness of the edge of open and of filled marks, of their size."""
STANDING_OUT = 0.15
"""Ends of a range stand out of their mark at least so far, in ems."""

Dress = Callable[[Any], None]
Made = tuple[XYSeries, Dress]


@dataclass(frozen=True, slots=True)
class _Paper:
    """The plan in a box on a slide: where its points stand in the data sheet, in ems upwards."""

    sheet: SlideCanvas
    box: Box
    plan: Dumbbell
    scale: Scale
    size: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the plan in values of the chart."""
        share = (x - self.plan.left) / (self.plan.right - self.plan.left)
        value = self.plan.low + share * (self.plan.high - self.plan.low)
        return float(f"{self.scale.stored(value):.6g}"), self.height(y)

    def height(self, y: float) -> float:
        return round((self.plan.bottom - y) / self.size, 3)

    def color(self, piece: Wording | GroupMark | CrossLine | DownLine) -> str:
        return color_of(piece.hue, self.sheet.palette.theme, self.sheet.color)

    def ink(self, word: Wording) -> Ink:
        bold = word.face in ("bold", "black")
        return Ink(self.sheet.palette, word.size, self.color(word), self.sheet.lang, bold)


def add_dumbbell(sheet: SlideCanvas, box: Box) -> None:
    """Words, then ranges, then marks: LibreOffice shows nothing of a series before a longer one."""
    chart, type_ = parts_of(box)
    plan = field_of(box)
    assert isinstance(plan, Dumbbell)
    scale, native = Scale(chart.format), planned(box, GroupNames)
    paper = _Paper(sheet, box, plan, scale, type_.label)
    _under(paper)
    made = [*_words(paper, native), *_ranges(paper, native), *_marks(paper, native)]
    made.sort(key=lambda pair: -len(pair[0].points))
    plot = _plot(plan, scale)
    data = pairs([row for row, _ in made], scale.code)
    space = add_native(sheet, box, XL_CHART_TYPE.XY_SCATTER, data, plot)
    across, up = space.xpath(".//c:valAx")
    swap(across, element(figures_axis(sheet, across, plot, type_, scale.code)))
    tall = Plot(plot.x, 0, plot.w, plot.h, 0.0, paper.height(0.0))
    swap(up, element(hidden_axis(up, tall, "l", "midCat").replace("autoZero", "min")))
    # The lines under the chart shine through.
    clear = paint(sheet.palette.fill(""), sheet.palette.line("", 0))
    space.xpath("./c:txPr")[0].addprevious(element(clear))
    for series, (_, dressed) in zip(space.xpath(".//c:ser"), made, strict=True):
        dressed(series)


def _plot(plan: Dumbbell, scale: Scale) -> Plot:
    low, high = scale.stored(plan.low), scale.stored(plan.high)
    step = scale.stored(plan.ticks[1]) - low
    return Plot(plan.left, 0, plan.right - plan.left, plan.bottom, low, high, step)


def _words(paper: _Paper, native: GroupNames) -> Iterator[Made]:
    """All words that are no figures, as one series."""
    words = [piece for piece in paper.plan.pieces if isinstance(piece, Wording)]
    anchors = [_anchor(paper, word) for word in words]
    said = [
        DataLabel(i, paper.ink(word), "ctr", shift=_shift(paper, word, x, y), text=_text(word))
        for i, (word, (x, y)) in enumerate(zip(words, anchors, strict=True))
    ]
    row = XYSeries(
        native.words, tuple(paper.at(*anchor) for anchor in anchors), tuple(map(_text, words))
    )
    clear = paper.sheet.palette.line("", 0)
    yield row, lambda series: dress(series, *unmarked(clear), labels(said))


def _text(word: Wording) -> str:
    return "\n".join(word.lines)


def _anchor(paper: _Paper, word: Wording) -> tuple[float, float]:
    """The nearest place inside the field."""
    return min(max(word.middle, paper.plan.left), paper.plan.right), word.y


def _shift(paper: _Paper, word: Wording, x: float, y: float) -> tuple[float, float]:
    """How far the middle of words is from a point, in shares of the chart."""
    return (word.middle - x) / paper.box.w, (word.y - y) / paper.box.h


def _under(paper: _Paper) -> None:
    """The box of ours, and all lines, as decoration under the chart."""
    sheet, box = paper.sheet, paper.box
    with sheet.grouped("Lines", "", sheet.place(box)):
        for piece in paper.plan.pieces:
            for made in _drawn(paper, piece):
                sheet.add(made)


def _drawn(paper: _Paper, piece: Piece) -> Iterator[str]:
    """The shapes of a piece that is neither a word nor a mark."""
    sheet, pen, theme = paper.sheet, paper.sheet.palette, paper.sheet.palette.theme

    def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
        """Between two places of the plan."""
        left, top = paper.box.x, paper.box.y
        identity = named(sheet.next_id(), "Line", decorative=True)
        return straight(identity, (left + x1, top + y1, left + x2, top + y2), look)

    match piece:
        case OursBox():
            place = (paper.box.x + piece.x, paper.box.y + piece.y, piece.w, piece.h)
            look = pen.fill(color_of("pale", theme, sheet.color)) + pen.line("", 0)
            yield shape(named(sheet.next_id(), "Ground", decorative=True), place, look)
        case CrossLine(x1=x1, x2=x2, y=y):
            look = pen.line(paper.color(piece), piece.thick, DASHED if piece.dash else "")
            yield line(x1, y, x2, y, look)
        case DownLine(x=x, y1=y1, y2=y2):
            look = pen.line(paper.color(piece), piece.thick, DASHED if piece.dash else "")
            yield line(x, y1, x, y2, look)
        case GroupMark():
            yield from _ring(paper, piece)
        case GapBracket(x1=x1, x2=x2, y=y, tall=tall):
            look = pen.line(theme.ink, piece.thick)
            yield line(x1, y, x2, y, look)
            for x in (x1, x2):
                yield line(x, y - tall, x, y, look)


def _ring(paper: _Paper, spot: GroupMark) -> Iterator[str]:
    """Under a mark of paper one in color: LibreOffice leaves the edges of marks out."""
    form, filled = spot.shape
    if filled:
        return
    side = spot.across * SIZES[form]
    left, top = paper.box.x + spot.x - side / 2, paper.box.y + spot.y - side / 2
    look = paper.sheet.palette.fill(paper.color(spot)) + paper.sheet.palette.line("", 0)
    identity = named(paper.sheet.next_id(), "Edge", decorative=True)
    kind = "ellipse" if form == "o" else "rect"
    yield shape(identity, (left, top, side, side), look, geometry=kind)


def _ranges(paper: _Paper, native: GroupNames) -> Iterator[Made]:
    """Lines with ends, which stand out of marks that cover them."""
    for piece in paper.plan.pieces:
        if isinstance(piece, BoundsLine):
            yield _range(paper, native, piece)


def _range(paper: _Paper, native: GroupNames, piece: BoundsLine) -> Made:
    spots = paper.plan.spots
    i = next(i for i, s in enumerate(spots) if s.y == piece.y and piece.x1 <= s.x <= piece.x2)
    spot = spots[i]
    cap = max(piece.cap, spot.across / 2 + STANDING_OUT * paper.size)
    pen = paper.sheet.palette.line(paper.sheet.palette.theme.ink, piece.thick)
    row = XYSeries(native.bounds[i], (paper.at(piece.x1, piece.y), paper.at(piece.x2, piece.y)))
    return row, lambda series: dress(series, *unmarked(pen), caps(cap / paper.size, pen))


def _marks(paper: _Paper, native: GroupNames) -> Iterator[Made]:
    """A series for each mark; marks that share their figure have it once."""
    spots = paper.plan.spots
    for i, (spot, name) in enumerate(zip(spots, native.marks, strict=True)):
        told = spot.figure not in [later.figure for later in spots[i + 1 :]]
        yield _mark(paper, spot, name, told=told)


def _mark(paper: _Paper, spot: GroupMark, name: str, *, told: bool) -> Made:
    value = paper.scale.stored(spot.value)
    row = XYSeries(name, ((value, paper.height(spot.y)),), (name,))
    pen, theme, hue = paper.sheet.palette, paper.sheet.palette.theme, paper.color(spot)
    form, filled = spot.shape
    size = spot.across * SIZES[form] * (TIP if form == "D" else 1.0)
    fill, edge = (hue, theme.paper) if filled else (theme.paper, hue)
    thick = size * (SOLID if filled else OPEN)
    # Half of an edge is drawn outside of the mark, and one in color lies under an open mark.
    size -= thick if filled else 2.2 * thick
    drawn = paint(pen.fill(fill), pen.line(edge, thick))
    look = marked(drawn, size, pen.line("", 0), SYMBOLS[form])
    said = [_figure(paper, spot)] if told else []
    return row, lambda series: dress(series, *look, labels(said))


def _figure(paper: _Paper, spot: GroupMark) -> DataLabel:
    """The figure, which PowerPoint reads from the data sheet."""
    (printed,) = spot.figure.lines
    code = paper.scale.code_for(Point("", spot.value, printed))
    shift = _shift(paper, spot.figure, spot.x, spot.y)
    bare = DataLabel(0, paper.ink(spot.figure), "ctr", code, shift)
    return replace(bare, shown=(ACROSS,), fields=(printed,))
