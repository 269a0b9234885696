"""What native charts over years share: an axis of years, and a line with its labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datawalk.exhibits import Series
from datawalk.layout.page import Type
from datawalk.render.pptx_bars import hidden_axis
from datawalk.render.pptx_data import Scale
from datawalk.render.pptx_native import (
    Label,
    Plot,
    before_data,
    element,
    label_ink,
    labels,
    paint,
    words,
)
from datawalk.render.pptx_slide import Sheet


def stored(series: Series, scale: Scale) -> list[float | None]:
    """The values of a series as its workbook has them; None is a gap."""
    return [None if p.value is None else scale.stored(p.value) for p in series.points]


def bare_axes(sheet: Sheet, space: Any, plot: Plot, type_: Type, named: bool = True) -> None:
    """Years below, unless they are not `named`; the axis of values only fixes the range."""
    years, values = space.xpath(".//c:catAx | .//c:dateAx")[0], space.xpath(".//c:valAx")[0]
    own, other = (years.xpath(f"./{name}/@val")[0] for name in ("c:axId", "c:crossAx"))
    theme, pen = sheet.palette.theme, sheet.palette
    text = words("c:txPr", label_ink(sheet, type_, theme.ink))
    xml = (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"low" if named else "none"}"/>'
        f"{paint('', pen.line(theme.ink, 1.25))}{text}"
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    years.getparent().replace(years, element(xml))
    hidden = hidden_axis(values, plot, "l").replace('val="between"', 'val="midCat"')
    values.getparent().replace(values, element(hidden))


def dress_line(
    sheet: Sheet,
    native: Any,
    strong: bool,
    said: Sequence[Label],
    symbol: str = "circle",
    dash: str = "solid",
) -> None:
    """Ours thick and coloured, others thin and grey, each with its labels."""
    theme, pen = sheet.palette.theme, sheet.palette
    for old in native.xpath("./c:spPr | ./c:marker | ./c:dPt | ./c:dLbls"):
        native.remove(old)
    color = sheet.color if strong else theme.muted
    dot = paint(pen.fill(color), pen.line(theme.paper, 1))
    size = 11 if strong else 8
    marker = f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{dot}</c:marker>'
    line = pen.line(color, 4.5 if strong else 2, dash)
    for part in (element(paint("", line)), element(marker), labels(said)):
        before_data(native, part)
    for smooth in native.xpath("./c:smooth"):
        smooth.set("val", "0")
