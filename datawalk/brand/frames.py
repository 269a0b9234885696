"""Where a shape of a template stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datawalk.brand.colors import A
from datawalk.page.stage import Frame

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

EMU = 12_700
"""PowerPoint's units in a point."""


def frame_of(shape: Node) -> Frame | None:
    """The frame of a shape, a group or a table, in points; None where it takes another's."""
    places = (f"{{*}}spPr/{A}xfrm", f"{{*}}grpSpPr/{A}xfrm", "{*}xfrm")
    held = next((found for place in places if (found := shape.find(place)) is not None), None)
    offset = held.find(f"{A}off") if held is not None else None
    extent = held.find(f"{A}ext") if held is not None else None
    if offset is None or extent is None:
        return None
    values = (offset.attrib["x"], offset.attrib["y"], extent.attrib["cx"], extent.attrib["cy"])
    x, y, w, h = (int(value) / EMU for value in values)
    return Frame(x, y, w, h)
