"""Words beside a map on slides: its legend with bars, the list of what is near, and callouts."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.figures.map.callouts import DOT
from datawalk.figures.map.labels import Label
from datawalk.figures.map.legend import Key
from datawalk.figures.map.nearby import PlacedNear
from datawalk.figures.map.placing import PlacedMap
from datawalk.page.document import Box
from datawalk.page.roles import TextStyle
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.xml import Ink, Place, body, named, paragraph, shape, straight
from datawalk.typography.fonts import LEADING

THIN, EDGE = 0.05, 0.08
"""Thickness of edges and of lines, in ems."""
STRONG = ("bold", "black")
"""Faces that are bold in an office program."""


def legend_told(placed: PlacedMap) -> str:
    """What is shown, its classes, and how many areas are in each."""
    title = " ".join(line.text for line in placed.legend.title)
    rows = (f"{key.label.text}: {key.count.text}" for key in placed.legend.keys)
    return f"{title}: {'; '.join(rows)}"


def legend_place(placed: PlacedMap, box: Box) -> Place:
    """Where the legend stands on the slide."""
    one = placed.legend
    return box.x + one.x, box.y + one.y, one.w, one.h


def legend(
    sheet: SlideCanvas, placed: PlacedMap, box: Box, colors: Sequence[str], pattern: str
) -> None:
    """What is shown, then a row for each class: its range, a bar, and how many areas."""
    size, one, theme = placed.size, placed.legend, sheet.palette.theme
    ink = Ink(sheet.palette, size, theme.ink, sheet.lang, bold=True)
    where = (box.x + one.x, box.y + one.y, one.w, len(one.title) * size * LEADING)
    # In the lines that were measured, so that no other face breaks it anew.
    said = [paragraph(ink.said(part.text), ink, TextStyle()) for part in one.title]
    text = body(said, TextStyle().anchor, wrap=False)
    sheet.add(shape(named(sheet.next_id(), "Title of the legend"), where, "", text=text))
    for key in one.keys:
        if key.w:
            _bar(sheet, key, box, colors, pattern, size)
        line(sheet, key.label, theme.ink, box, "Class")
        line(sheet, key.count, theme.ink, box, "Count")
    if one.counts:
        line(sheet, one.counts, theme.muted, box, "What is counted")


def _bar(
    sheet: SlideCanvas, key: Key, box: Box, colors: Sequence[str], pattern: str, size: float
) -> None:
    theme, pen = sheet.palette.theme, sheet.palette
    fill = pattern if not key.point else pen.fill(theme.paper)
    if key.shade is not None:
        fill = pen.fill(colors[key.shade])
    identity = named(sheet.next_id(), "Swatch", decorative=True)
    where = (box.x + key.x, box.y + key.y, key.w, key.h)
    sheet.add(shape(identity, where, fill + pen.line(theme.muted, THIN * size)))


def near_told(near: PlacedNear) -> str:
    """The list in words."""
    rows = "; ".join(f"{row.row.label}: {row.row.printed}" for row in near.rows)
    return f"{near.head.text}: {rows}"


def near_place(near: PlacedNear, box: Box) -> Place:
    """Where the list stands on the slide."""
    return box.x + near.x, box.y + near.y, near.w, near.h


def near(sheet: SlideCanvas, near: PlacedNear, box: Box, size: float) -> None:
    """The head, the rows, and a line before the middles; `size` is in points."""
    theme = sheet.palette.theme
    line(sheet, near.head, theme.ink, box, "Head")
    for row in near.rows:
        hue = sheet.color if row.row.role == "ours" else theme.ink
        line(sheet, row.name, hue, box, row.row.label)
        line(sheet, row.figure, hue, box, "Figure")
    if near.rule is not None:
        ends = (near.x, near.rule, near.x + near.w, near.rule)
        _straight(sheet, ends, box, EDGE * size, "Line")


def callouts(sheet: SlideCanvas, placed: PlacedMap, box: Box) -> None:
    """Lines to dots in areas, and their words."""
    size, pen, theme = placed.size, sheet.palette, sheet.palette.theme
    for one in placed.callouts:
        (x1, y1), (x2, y2) = one.leader
        _straight(sheet, (x1, y1, x2, y2), box, EDGE * size, "Pointer")
        across = DOT * size
        where = (box.x + x2 - across / 2, box.y + y2 - across / 2, across, across)
        look = pen.fill(theme.ink) + pen.line(theme.paper, THIN * size)
        identity = named(sheet.next_id(), "Dot", decorative=True)
        sheet.add(shape(identity, where, look, geometry="ellipse"))
        for part in one.lines:
            line(sheet, part, theme.ink, box)


def _straight(
    sheet: SlideCanvas, ends: tuple[float, float, float, float], box: Box, thick: float, name: str
) -> None:
    x1, y1, x2, y2 = ends
    moved = (box.x + x1, box.y + y1, box.x + x2, box.y + y2)
    pen = sheet.palette.line(sheet.palette.theme.ink, thick)
    sheet.add(straight(named(sheet.next_id(), name, decorative=True), moved, pen))


def line(sheet: SlideCanvas, label: Label, color: str, box: Box, name: str = "") -> None:
    """Words in one line, in the place where the plan has them."""
    ink = Ink(sheet.palette, label.size, color, sheet.lang, label.face in STRONG)
    style = TextStyle(align="left", gap=0)
    text = body([paragraph(ink.said(label.text), ink, style)], "middle", wrap=False)
    where = (box.x + label.x, box.y + label.y, label.w, label.h)
    sheet.add(shape(named(sheet.next_id(), name or label.text), where, "", text=text))
