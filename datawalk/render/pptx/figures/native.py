"""What all native charts share: their part, plot area, bars and whiskers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar, cast

from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.graphfrm import GraphicFrame

from datawalk.exhibits import Chart, Point
from datawalk.figures.native.scale import Scale
from datawalk.figures.scale import ends_of, top_over
from datawalk.figures.whiskers import whisker
from datawalk.page.document import Box
from datawalk.page.figure import Drawing, Field, FigurePlan, Native
from datawalk.page.marks import Text
from datawalk.render.pptx.figures.chart_xml import element, paint, words
from datawalk.render.pptx.figures.workbook import Categories, Pairs
from datawalk.render.pptx.slide import SlideCanvas, describe
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import Ink, length

MOST_MARK = 72
"""Points of the largest mark of a point (ECMA-376, ST_MarkerSize)."""


Kind = TypeVar("Kind", bound=Native)


@dataclass(frozen=True, slots=True)
class Plot:
    """The field inside the axes in points from the chart's corner, and its range of values.

    With a `step`, PowerPoint raises the upper end in such steps when figures are changed.
    """

    x: float
    y: float
    w: float
    h: float
    low: float
    high: float
    step: float = 0.0

    def along(self, value: float) -> float:
        """Points from the left of the field to a value of a horizontal axis."""
        return (value - self.low) / (self.high - self.low) * self.w


def plan_of(box: Box) -> FigurePlan:
    """The plan of the chart or map in a box."""
    (drawing,) = (ink for ink in box.ink if isinstance(ink, Drawing))
    return drawing.plan


def field_of(box: Box) -> Field:
    """Where the plan has the values of a chart."""
    field = plan_of(box).field
    assert field
    return field


def planned(box: Box, kind: type[Kind]) -> Kind:
    """What the chart or map of a box needs beyond the plan, of its form."""
    native = plan_of(box).native
    assert isinstance(native, kind)
    return native


def words_of(plan: FigurePlan) -> list[tuple[Text, ...]]:
    """The words of a plan that say why there is no mark, of each such row from the top down."""
    texts = (mark for mark in plan.marks if isinstance(mark, Text))
    runs = groupby(texts, key=lambda text: text.face == "italic")
    return [tuple(run) for italic, run in runs if italic]


def plot_in(field: Field, scale: Scale, chart: Chart) -> Plot:
    """The field of bars or dots; its upper end is open where PowerPoint would set it alike.

    An automatic range reaches over what the data sheet has: bars and dots have the ends of their
    whiskers in it.
    """
    points = [p for row in chart.series for p in row.points if p.value is not None]
    held = [p.value for p in points if p.value is not None]
    held = ends_of(points) if chart.form in ("bars", "dots") else held
    most = max([*held, chart.reference.value if chart.reference else 0.0])
    step = field.ticks[1] - field.ticks[0] if field.ticks else 0.0
    alike = step and most > 0 and math.isclose(top_over(field.low, most, step), field.high)
    low, high = (scale.stored(end) for end in (field.low, field.high))
    wide, tall = field.right - field.left, field.bottom - field.top
    step = scale.stored(step) if alike else 0.0
    return Plot(field.left, field.top, wide, tall, low, high, step)


def add_native(
    sheet: SlideCanvas, box: Box, kind: XL_CHART_TYPE, data: Categories | Pairs, plot: Plot
) -> Element:
    """A chart on the slide with its plot area fixed; returns its c:chartSpace."""
    assert isinstance(box.exhibit, Chart)
    assert box.type
    x, y, w, h = (length(value) for value in sheet.place(box))
    # Its types say that it takes bars alone and returns a chart.
    made = sheet.slide.shapes.add_chart(kind, x, y, w, h, data)  # type: ignore[arg-type]
    frame = cast(GraphicFrame, made)
    describe(frame, "Chart", box.exhibit.alt)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    space: Element = chart._chartSpace
    for axis in space.xpath(".//c:axId | .//c:crossAx"):
        # python-pptx writes negative ids, which the schema does not allow.
        axis.set("val", str(int(axis.get("val")) & 0x7FFFFFFF))
    _lay_out(space, box, plot)
    ink = Ink(sheet.palette, box.type.label, sheet.palette.theme.ink, sheet.lang)
    _replace(space, "c:txPr", element(words("c:txPr", ink)), before="c:externalData")
    return space


def _replace(parent: Element, name: str, new: Element, before: str) -> None:
    for old in parent.xpath(f"./{name}"):
        parent.remove(old)
    parent.xpath(f"./{before}")[0].addprevious(new)


def _lay_out(space: Element, box: Box, plot: Plot) -> None:
    area = space.xpath("./c:chart/c:plotArea")[0]
    for old in area.xpath("./c:layout"):
        area.remove(old)
    shares = {"x": plot.x / box.w, "y": plot.y / box.h, "w": plot.w / box.w, "h": plot.h / box.h}
    values = "".join(f'<c:{key} val="{value:.5f}"/>' for key, value in shares.items())
    xml = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )
    area.insert(0, element(xml))


def set_gap(space: Element, percent: int, overlap: int = 0) -> None:
    """The gap between bars and how far they stand over each other, in percent of a bar."""
    bars = space.xpath(".//c:barChart")[0]
    for old in bars.xpath("./c:gapWidth | ./c:overlap"):
        bars.remove(old)
    follower = bars.xpath("./c:axId")[0]
    follower.addprevious(element(f'<c:gapWidth val="{percent}"/>'))
    follower.addprevious(element(f'<c:overlap val="{overlap}"/>'))


def stored(points: Sequence[Point], scale: Scale) -> list[float | None]:
    """Values as a workbook has them; None is a gap."""
    return [None if p.value is None else scale.stored(p.value) for p in points]


def filled(fill: str, ours: Sequence[int] = (), own: str = "", edge: str = "") -> list[Element]:
    """The look of bars and columns; those at `ours` have the fill `own`."""
    plain = '<c:invertIfNegative val="0"/>'
    return [
        element(paint(fill, edge)),
        element(plain),
        *(
            element(
                f'<c:dPt><c:idx val="{i}"/>{plain}<c:bubble3D val="0"/>{paint(own, "")}</c:dPt>'
            )
            for i in ours
        ),
    ]


def marked(dot: str, size: float, line: str, symbol: str = "circle") -> list[Element]:
    """The look of a line and of the marks at its points."""
    look = f'<c:symbol val="{symbol}"/><c:size val="{min(round(size), MOST_MARK)}"/>{dot}'
    return [element(paint("", line)), element(f"<c:marker>{look}</c:marker>")]


def unmarked(line: str) -> list[Element]:
    """The look of a line without marks."""
    none = element('<c:marker><c:symbol val="none"/></c:marker>')
    return [element(paint("", line)), none]


def whiskers(
    points: Sequence[Point], field: Field, size: float, scale: Scale, line: str
) -> list[Element]:
    """Error bars from lower to upper bound, where any is to be seen."""
    ups, downs = [], []
    for i, point in enumerate(points):
        ends = whisker(point, field, size)
        if ends is None or point.value is None:
            continue
        low, high, value = (scale.stored(v) for v in (*ends, point.value))
        ups.append((i, high - value))
        downs.append((i, value - low))
    return [error_bars(ups, downs, len(points), line)] if ups else []


def error_bars(
    ups: Sequence[tuple[int, float]],
    downs: Sequence[tuple[int, float]],
    count: int,
    line: str,
    of_line: bool = False,
) -> Element:
    """Lines that reach so far up and down from the points of these indexes.

    Those of a line chart have no caps and say that they run along y, those of bars need not.
    """
    along = '<c:errDir val="y"/>' if of_line else ""
    return element(
        f'<c:errBars>{along}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="{int(of_line)}"/><c:plus>{_numbers(ups, count)}</c:plus>'
        f"<c:minus>{_numbers(downs, count)}</c:minus>{paint('', line)}</c:errBars>"
    )


def _numbers(values: Sequence[tuple[int, float]], count: int) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{max(0.0, v):.12g}</c:v></c:pt>' for i, v in values)
    literal = f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}'
    return f"<c:numLit>{literal}</c:numLit>"
