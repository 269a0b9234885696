"""What native charts over years share: an axis of years, and a line with its labels."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.render.pptx.figures.axes import hidden_axis, names_axis
from datawalk.render.pptx.figures.chart_xml import dress, element, paint, words
from datawalk.render.pptx.figures.labels import Label, label_ink, labels
from datawalk.render.pptx.figures.native import Plot, marked
from datawalk.render.pptx.slide import Sheet
from datawalk.render.pptx.types import Element, swap
from datawalk.typography.sizes import Type


def bare_axes(sheet: Sheet, space: Element, plot: Plot, type_: Type, named: bool = True) -> None:
    """Years below, unless they are not `named`; the axis of values only fixes the range."""
    text = words("c:txPr", label_ink(sheet, type_, sheet.palette.theme.ink))
    names_axis(sheet, space, "b", text if named else "", type_)
    (values,) = space.xpath(".//c:valAx")
    swap(values, element(hidden_axis(values, plot, "l", "midCat")))


def dress_line(
    sheet: Sheet,
    native: Element,
    strong: bool,
    said: Sequence[Label],
    symbol: str = "circle",
    dash: str = "solid",
    back: str = "",
) -> None:
    """Ours thick and coloured, others thin and grey or `back`, each with its labels."""
    theme, pen = sheet.palette.theme, sheet.palette
    color = sheet.color if strong else back or theme.muted
    dot = paint(pen.fill(color), pen.line(theme.paper, 1))
    line = pen.line(color, 4.5 if strong else 2.5, dash)
    dress(native, *marked(dot, 11 if strong else 8, line, symbol), labels(said))
