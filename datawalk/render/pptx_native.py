"""What all native charts share: their part, plot area, labels and whiskers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml

from datawalk.exhibits import Chart, Point
from datawalk.fonts import Face, width
from datawalk.layout.deck_text import slack
from datawalk.layout.page import Box, Type
from datawalk.render.pptx_data import Scale
from datawalk.render.pptx_slide import Sheet, describe
from datawalk.render.pptx_xml import Ink, attribute, emu, text_of

CHART_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""Labels that are moved are not tied to their points by thin lines ([MS-ODRAWXML] 2.24.3)."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The field inside the axes in points from the chart's corner, and its range of values."""

    x: float
    y: float
    w: float
    h: float
    low: float
    high: float

    def along(self, value: float) -> float:
        """Points from the left of the field to a value of a horizontal axis."""
        return (value - self.low) / (self.high - self.low) * self.w


def element(xml: str) -> Any:
    """A chart's element; it may use the prefixes c and a."""
    head = re.match(r"<[\w:]+", xml)
    assert head
    return parse_xml(f"{head.group()} {CHART_NAMESPACES}{xml[head.end() :]}")


def add_native(sheet: Sheet, box: Box, kind: Any, data: Any, plot: Plot) -> Any:
    """A chart on the slide with its plot area fixed; returns its c:chartSpace."""
    assert isinstance(box.exhibit, Chart)
    assert box.type
    x, y, w, h = (emu(value) for value in sheet.place(box))
    frame = sheet.slide.shapes.add_chart(kind, x, y, w, h, data)
    describe(frame, "Chart", box.exhibit.alt)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    space = chart._chartSpace
    for axis in space.xpath(".//c:axId | .//c:crossAx"):
        # python-pptx writes negative ids, which the schema does not allow.
        axis.set("val", str(int(axis.get("val")) & 0x7FFFFFFF))
    _lay_out(space, box, plot)
    ink = Ink(sheet.palette, box.type.label, sheet.palette.theme.ink, sheet.lang)
    _replace(space, "c:txPr", element(words("c:txPr", ink)), before="c:externalData")
    return space


def _replace(parent: Any, name: str, new: Any, before: str) -> None:
    for old in parent.xpath(f"./{name}"):
        parent.remove(old)
    parent.xpath(f"./{before}")[0].addprevious(new)


def _lay_out(space: Any, box: Box, plot: Plot) -> None:
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


def set_gap(space: Any, percent: int) -> None:
    """The gap between bars, in percent of a bar's thickness."""
    bars = space.xpath(".//c:barChart")[0]
    for old in bars.xpath("./c:gapWidth"):
        bars.remove(old)
    follower = bars.xpath("./c:overlap | ./c:axId")[0]
    follower.addprevious(element(f'<c:gapWidth val="{percent}"/>'))


def words(tag: str, ink: Ink) -> str:
    """Text properties of a part of a chart."""
    return (
        f'<{tag}><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'{ink.properties("a:defRPr")}</a:pPr><a:endParaRPr lang="{ink.lang}"/></a:p></{tag}>'
    )


def paint(fill: str, line: str) -> str:
    """Shape properties of a series, point or axis."""
    return f"<c:spPr>{fill}{line}</c:spPr>"


@dataclass(frozen=True, slots=True)
class Label:
    """The label of point `index`; `shift` moves it, in shares of the chart (x, y).

    It shows the value in the format `code`, or the series' name before it, or only `text`.
    """

    index: int
    ink: Ink
    at: str
    code: str = "General"
    shift: tuple[float, float] = (0, 0)
    name: bool = False
    text: str = ""


def labels(found: Sequence[Label]) -> Any:
    """The c:dLbls of a series: these labels and no others."""
    said = "".join(_label(label) for label in found)
    return element(f"<c:dLbls>{said}{_shows(())}{NO_LEADERS}</c:dLbls>")


def _label(label: Label) -> str:
    x, y = label.shift
    moved = f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>'
    layout = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>" if x or y else ""
    shown = ("Val", "SerName") if label.name else ("Val",)
    head = f'<c:dLbl><c:idx val="{label.index}"/>{layout}'
    if label.text:
        lines = (
            f"<a:p><a:r>{label.ink.properties()}<a:t>{text_of(line)}</a:t></a:r></a:p>"
            for line in label.text.split("\n")
        )
        head += '<c:tx><c:rich><a:bodyPr rot="0" wrap="none"/><a:lstStyle/>'
        head += f"{''.join(lines)}</c:rich></c:tx>"
    else:
        head += f'<c:numFmt formatCode={attribute(label.code)} sourceLinked="0"/>'
    look = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    rest = "" if label.text else words("c:txPr", label.ink)
    separator = "<c:separator> </c:separator>" if label.name else ""
    return f'{head}{look}{rest}<c:dLblPos val="{label.at}"/>{_shows(shown)}{separator}</c:dLbl>'


def _shows(which: Sequence[str]) -> str:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{name} val="{int(name in which)}"/>' for name in names)


def whiskers(points: Sequence[Point], scale: Scale, direction: str, line: str) -> Any:
    """Error bars from lower to upper bound; `direction` is x, y, or empty for bars."""
    ups, downs = [], []
    for i, point in enumerate(points):
        if point.value is None or point.lower is None or point.upper is None:
            continue
        value = scale.stored(point.value)
        ups.append((i, scale.stored(point.upper) - value))
        downs.append((i, value - scale.stored(point.lower)))
    which = f'<c:errDir val="{direction}"/>' if direction else ""
    return element(
        f'<c:errBars>{which}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{_numbers(ups, len(points))}</c:plus>'
        f"<c:minus>{_numbers(downs, len(points))}</c:minus>{paint('', line)}</c:errBars>"
    )


def _numbers(values: Sequence[tuple[int, float]], count: int) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{max(0.0, v):.12g}</c:v></c:pt>' for i, v in values)
    literal = f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}'
    return f"<c:numLit>{literal}</c:numLit>"


def bounded(points: Sequence[Point]) -> bool:
    """Whether any point has bounds."""
    return any(p.lower is not None and p.upper is not None for p in points)


def before_data(series: Any, new: Any) -> None:
    """Put labels or whiskers where the schema wants them: after the look, before the data."""
    series.xpath("./c:cat | ./c:xVal | ./c:val | ./c:yVal")[0].addprevious(new)


def shown_width(text: str, face: Face, size: float) -> float:
    """The width in points that a label may take in the font of slides."""
    return width(text, face, size) / slack()


def label_ink(sheet: Sheet, type_: Type, color: str, bold: bool = False) -> Ink:
    """How a label of a chart is written."""
    return Ink(sheet.palette, type_.label, color, sheet.lang, bold)
