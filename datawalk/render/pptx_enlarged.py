"""Charts and maps as painters of slides make them, at the size of a sheet.

Painters of slides know lengths in points of a slide: the size of a dot, the room around a value.
So they paint a slide of its usual size of type, and what they made is enlarged as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from datawalk.exhibits import Map
from datawalk.layout.page import Box, Drawing, Type
from datawalk.render.pptx_chart import add_chart
from datawalk.render.pptx_map import add_map
from datawalk.render.pptx_slide import Sheet

LABEL = 20.0
"""Points of a label on a slide."""
LENGTHS: Mapping[str, tuple[str, ...]] = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "chOff": ("x", "y"),
    "chExt": ("cx", "cy"),
    "path": ("w", "h"),
    "pt": ("x", "y"),
    "ln": ("w",),
    "rPr": ("sz",),
    "defRPr": ("sz",),
    "endParaRPr": ("sz",),
    "spcPts": ("val",),
    "pPr": ("marL", "indent"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "size": ("val",),
}
"""The attributes of DrawingML that say how long something is, by element."""
MOST_MARKER = 72
"""Points of the largest mark of a point (ECMA-376, ST_MarkerSize)."""


def add_drawing(sheet: Sheet, drawing: Drawing) -> None:
    """The chart or map of a sheet."""
    factor = drawing.type.label / LABEL
    slide = replace(sheet, color=drawing.color)
    before = len(sheet.tree)
    x, y, w, h = (length / factor for length in (drawing.x, drawing.y, drawing.w, drawing.h))
    role = "map" if isinstance(drawing.exhibit, Map) else "chart"
    box = Box(role, x, y, w, h, exhibit=drawing.exhibit, type=_smaller(drawing.type, factor))
    (add_map if role == "map" else add_chart)(slide, box)
    for made in list(sheet.tree)[before:]:
        _enlarge(made, factor)
        for chart in _charts(sheet, made):
            _enlarge(chart, factor)


def _smaller(type_: Type, factor: float) -> Type:
    return Type(**{field.name: getattr(type_, field.name) / factor for field in fields(type_)})


def _charts(sheet: Sheet, shape: Any) -> Iterator[Any]:
    """The charts that a shape shows, which are parts of the file of their own."""
    for found in shape.iter("{*}chart"):
        for name, value in found.attrib.items():
            if name.endswith("}id"):
                yield sheet.slide.part.related_part(value)._element


def _enlarge(root: Any, factor: float) -> None:
    for element in root.iter("{*}*"):
        tag = element.tag.rpartition("}")[2]
        for name in LENGTHS.get(tag, ()):
            if name in element.attrib:
                longer = round(int(element.get(name)) * factor)
                most = MOST_MARKER if tag == "size" else longer
                element.set(name, str(min(longer, most)))
