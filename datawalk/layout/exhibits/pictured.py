"""Lists that are drawn: on a line of time, side by side, in a ring. Lengths are points."""

from __future__ import annotations

from datawalk.exhibits import Bullets
from datawalk.layout.exhibits.cycle import CycleDrawing
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.sides import SidesDrawing
from datawalk.layout.exhibits.timeline import TimelineDrawing, drawn

ListDrawing = TimelineDrawing | SidesDrawing | CycleDrawing


def pictured(exhibit: Bullets, width: float, look: Look) -> ListDrawing | None:
    """The drawing of a list; None where it is one to read, or has no room to be drawn."""
    drawing: SidesDrawing | CycleDrawing
    match exhibit.form:
        case "sides":
            drawing = SidesDrawing(exhibit, width, look)
        case "cycle":
            drawing = CycleDrawing(exhibit, width, look)
        case _:
            return drawn(exhibit, width, look)
    return drawing if drawing.fits else None
