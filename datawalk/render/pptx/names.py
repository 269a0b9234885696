"""What shapes told when they were written: codes in their names, by which edits are known.

Behind the code of its slide and that of its words, a shape with figures or a text for those who do
not see it has eight letters more: "Chart 3f2a1c 77aa12bc".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from datawalk.render.pptx.types import Node, XmlPart
from datawalk.render.pptx.update.facts import C, chart_of
from datawalk.render.pptx.update.identity import (
    A,
    P,
    coded,
    color_told,
    digest,
    identity,
    own,
    words,
)

PARTS = ("tx", "cat", "val", "xVal", "yVal")


def mark(elements: Iterable[Node], code: str, part: XmlPart) -> None:
    """Give shapes of `part` that were just painted names by which they are found again."""
    for element in elements:
        named = own(element)
        if code and named is not None:
            told = (named.get("name"), code, digest(element), _codes(element, part))
            named.set("name", " ".join(text for text in told if text))


def _codes(element: Node, part: XmlPart) -> str:
    figures, alt = figures_of(element, part), alt_of(element)
    return coded(figures, 4) + coded(alt, 4) if figures or alt else ""


def figures_changed(element: Node, part: XmlPart) -> bool:
    """Whether a person changed the figures of a chart, table or drawing of ours."""
    told = identity(element)
    return bool(told and told.figures and coded(figures_of(element, part), 4) != told.figures)


def alt_changed(element: Node) -> bool:
    """Whether a person wrote another text for those who do not see it; programs may drop ours."""
    told, alt = identity(element), alt_of(element)
    return bool(alt and told and told.alt and coded(alt, 4) != told.alt)


def alt_of(element: Node) -> str:
    """The alternative text of a shape; nothing where it has none."""
    named = own(element)
    return str(named.get("descr", "")) if named is not None else ""


def figures_of(element: Node, part: XmlPart) -> str:
    """All that a chart, a table or a group of shapes tells, in a text that programs leave alone."""
    chart = chart_of(element, part)
    if chart is not None:
        return "|".join(_of_chart(chart._element))
    if element.tag == f"{P}grpSp":
        return "|".join([words(element), *_fills(element)])
    return "|".join(words(cell) for cell in element.iter(f"{A}tc"))


def _fills(group: Node) -> Iterator[str]:
    """The colours of a drawing, which tell figures too."""
    for fill in group.iterfind(f".//{P}spPr/{A}solidFill/*"):
        yield color_told(fill)


def _of_chart(space: Node) -> Iterator[str]:
    """The data, the titles, and labels in words of their own; others repeat the data."""
    for series in space.iter(f"{C}ser"):
        for name in PARTS:
            yield name
            for point in series.iterfind(f"{C}{name}//{C}pt"):
                yield f"{point.get('idx')} {steady(point.findtext(f'{C}v') or '')}"
    yield from map(words, space.iter(f"{C}title"))
    runs = (text.text or "" for text in space.iterfind(f".//{C}dLbl//{A}r/{A}t"))
    yield "".join(sign for text in runs for sign in text if sign.isalpha())


def steady(text: str) -> str:
    """A number to nine digits, for programs write them anew; other text as it is."""
    try:
        return f"{float(text):.9g}"
    except ValueError:
        return " ".join(text.split())
