"""The XML of native charts: their elements, the look of parts, and how words are written."""

from __future__ import annotations

import re

from pptx.oxml import parse_xml

from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import Ink
from datawalk.typography.sizes import Type

CHART_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


LABEL = 20.0
"""Points of a label on a slide."""


def em(type_: Type, points: float) -> float:
    """A length of a slide whose labels have 20 points, beside labels of this type."""
    return points * type_.label / LABEL


def element(xml: str) -> Element:
    """A chart's element; it may use the prefixes c and a."""
    head = re.match(r"<[\w:]+", xml)
    assert head
    made: Element = parse_xml(f"{head.group()} {CHART_NAMESPACES}{xml[head.end() :]}")
    return made


def paint(fill: str, line: str) -> str:
    """Shape properties of a series, point or axis."""
    return f"<c:spPr>{fill}{line}</c:spPr>"


def words(tag: str, ink: Ink, turned: int = 0, wrap: bool = False, flush: bool = False) -> str:
    """Text properties of a part of a chart; `turned` is in 60,000ths of a degree.

    Lines of `flush` words begin below each other.
    """
    side = ' algn="l"' if flush else ""
    kept = "" if wrap else ' wrap="none"'
    return (
        f'<{tag}><a:bodyPr rot="{turned}"{kept}/><a:lstStyle/><a:p><a:pPr{side}>'
        f'{ink.properties("a:defRPr")}</a:pPr><a:endParaRPr lang="{ink.lang}"/></a:p></{tag}>'
    )


def dress(series: Element, *parts: Element) -> None:
    """Give a series its look, marks, labels, lines and whiskers instead of those it has.

    `parts` stand in the order of the schema, before the data.
    """
    worn = ("spPr", "invertIfNegative", "marker", "dPt", "dLbls", "trendline", "errBars")
    for old in series.xpath(" | ".join(f"./c:{name}" for name in worn)):
        series.remove(old)
    data = series.xpath("./c:cat | ./c:xVal | ./c:val | ./c:yVal")[0]
    for part in parts:
        data.addprevious(part)
    for smooth in series.xpath("./c:smooth"):
        smooth.set("val", "0")
