"""The title of a native chart, over its field."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.render.pptx.figures.chart_xml import element
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import Ink


def title(space: Element, lines: Sequence[tuple[str, Ink]], left: float = 0.0) -> None:
    """Lines from the top of a chart, at `left` of its width.

    Each is a paragraph of its own, as PowerPoint would break long titles elsewhere.
    """
    said = "".join(
        f'<a:p><a:pPr algn="l">{ink.properties("a:defRPr")}</a:pPr>{ink.said(line)}</a:p>'
        for line, ink in lines
    )
    found = element(
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>'
        f'<a:lstStyle/>{said}</c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{left:.5f}"/><c:y val="0"/></c:manualLayout></c:layout>'
        '<c:overlay val="1"/></c:title>'
    )
    chart = space.xpath("./c:chart")[0]
    chart.insert(0, found)
    for none in chart.xpath("./c:autoTitleDeleted"):
        none.set("val", "0")
