"""Axes of native charts: names, years, and ranges that give way to changed figures."""

from __future__ import annotations

from dataclasses import replace

from datawalk.render.pptx.figures.chart_xml import element, em, paint, words
from datawalk.render.pptx.figures.labels import label_ink
from datawalk.render.pptx.figures.native import Plot, set_gap
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element, swap
from datawalk.render.pptx.xml import attribute
from datawalk.typography.sizes import Type

NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def bar_axes(
    sheet: SlideCanvas, space: Element, plot: Plot, type_: Type, gap: int, overlap: int = 0
) -> None:
    """Names from the top down at the left, and a hidden axis of values.

    `gap` and `overlap` are in percent of a bar.
    """
    set_gap(space, gap, overlap)
    ink = label_ink(sheet, type_, sheet.palette.theme.ink)
    # PowerPoint breaks names that are too long for their side.
    text = words("c:txPr", ink, wrap=True)
    names_axis(sheet, space, "l", text, type_, '<c:tickLblSkip val="1"/>')
    (values,) = space.xpath(".//c:valAx")
    swap(values, element(hidden_axis(values, plot, "t")))


def names_axis(
    sheet: SlideCanvas, space: Element, side: str, text: str, type_: Type, more: str = ""
) -> None:
    """Names or years without ticks, at the left from the top down; not named without `text`."""
    old = space.xpath(".//c:catAx | .//c:dateAx")[0]
    own, other = ids(old)
    way = "maxMin" if side == "l" else "minMax"
    crossing = "autoZero" if side == "l" else "min"
    line = paint("", sheet.palette.line(sheet.palette.theme.ink, em(type_, 1.25)))
    xml = (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="{way}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="{"low" if text else "none"}"/>{line}{text}'
        f'<c:crossAx val="{other}"/><c:crosses val="{crossing}"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{more}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    swap(old, element(xml))


def ids(axis: Element) -> tuple[str, str]:
    """The number of an axis, and that of the one that it crosses."""
    own, other = (str(axis.xpath(f"./{name}/@val")[0]) for name in ("c:axId", "c:crossAx"))
    return own, other


def figures_axis(sheet: SlideCanvas, old: Element, plot: Plot, type_: Type, code: str) -> str:
    """An axis of values below, whose ends are fixed, with ticks that are `plot.step` apart."""
    own, other = ids(old)
    line = paint("", sheet.palette.line(sheet.palette.theme.muted, em(type_, 1.25)))
    text = words("c:txPr", label_ink(sheet, type_, sheet.palette.theme.muted))
    return (
        f'<c:valAx><c:axId val="{own}"/>{scaling(replace(plot, step=0.0))}'
        f'<c:delete val="0"/><c:axPos val="b"/>'
        f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{line}{text}<c:crossAx val="{other}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="midCat"/>{unit(plot)}</c:valAx>'
    )


def hidden_axis(old: Element, plot: Plot, side: str, between: str = "between") -> str:
    """A value axis that is not drawn."""
    own, other = ids(old)
    return (
        f'<c:valAx><c:axId val="{own}"/>{scaling(plot)}'
        f'<c:delete val="1"/><c:axPos val="{side}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{NO_TICKS}<c:tickLblPos val="none"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/>{unit(plot)}</c:valAx>'
    )


def scaling(plot: Plot) -> str:
    """The range of values; its upper end only where it does not give way."""
    top = "" if plot.step else f'<c:max val="{plot.high:.10g}"/>'
    return (
        f'<c:scaling><c:orientation val="minMax"/>{top}<c:min val="{plot.low:.10g}"/></c:scaling>'
    )


def unit(plot: Plot) -> str:
    """The step in which the range grows."""
    return f'<c:majorUnit val="{plot.step:.10g}"/>' if plot.step else ""
