"""What a template paints that nothing may stand on: crests, logos, ornaments in a corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from datawalk.brand.ground import Painted
from datawalk.page.marks import INCH
from datawalk.page.stage import Frame

GAP = 8.0
"""Points between an ornament and what stands beside it."""
BRUSH = 6.0
"""Points; frames of templates overlap their ornaments by as much without harm."""
LARGE = 0.25
"""Share of a frame from which on a shape is its ground rather than an ornament on it."""
LEAST_KEPT = 0.75
"""Share of a frame that must be left beside its ornaments."""

Least = tuple[float, float]
"""Points of width and height that a frame keeps, if it had them."""


def clear(frame: Frame, painted: Iterable[Painted], least: Least) -> Frame:
    """The largest part of a frame found beside the ornaments on it.

    What covers the frame is its ground, and what is painted before that cannot be seen. An
    ornament stays under the frame where too little would be left beside it.
    """
    left = frame
    for ornament in _ornaments(frame, painted):
        if _touches(ornament, left):
            kept = (part for part in _beside(left, ornament) if _roomy(part, frame, least))
            left = max(kept, key=lambda part: part.area, default=left)
    return left


def taken(what: str, before: Frame, after: Frame) -> Iterator[str]:
    """What a frame of `what` lost to ornaments, by the side on which they stand."""
    sides = {
        "left": after.x - before.x,
        "right": before.right - after.right,
        "top": after.y - before.y,
        "bottom": before.bottom - after.bottom,
    }
    for side, points in sides.items():
        if points > 1:
            inches = f"{points / INCH:.1f} in"
            yield f"A picture or a shape at the {side} takes {inches} from the room for {what}."


def _roomy(part: Frame, frame: Frame, least: Least) -> bool:
    wide, tall = part.w >= min(frame.w, least[0]), part.h >= min(frame.h, least[1])
    return wide and tall and part.area >= LEAST_KEPT * frame.area


def _ornaments(frame: Frame, painted: Iterable[Painted]) -> list[Frame]:
    """Shapes on the frame in other colours than its ground, the largest first."""
    found: list[Frame] = []
    ground: tuple[str, ...] = ()
    for shape in painted:
        if shape.full and shape.frame.shared(frame) > 0.97 * frame.area:
            ground, found = shape.colors, []
        elif not shape.line and (not shape.colors or shape.colors != ground):
            found.append(shape.frame)
    small = [one for one in found if one.shared(frame) < LARGE * frame.area]
    return sorted(small, key=lambda one: -one.shared(frame))


def _touches(ornament: Frame, frame: Frame) -> bool:
    across = min(ornament.right, frame.right) - max(ornament.x, frame.x)
    down = min(ornament.bottom, frame.bottom) - max(ornament.y, frame.y)
    return min(across, down) > BRUSH


def _beside(frame: Frame, ornament: Frame) -> tuple[Frame, ...]:
    """What is left of a frame on each side of an ornament."""
    right, below = ornament.right + GAP, ornament.bottom + GAP
    return (
        replace(frame, w=max(0.0, ornament.x - GAP - frame.x)),
        replace(frame, x=right, w=max(0.0, frame.right - right)),
        replace(frame, h=max(0.0, ornament.y - GAP - frame.y)),
        replace(frame, y=below, h=max(0.0, frame.bottom - below)),
    )
