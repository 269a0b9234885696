"""Sizes of sheets as they are written, and what may be cut off around them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

LEAST_SIDE, MOST_SIDE = 8, 200
"""Inches: on less the notes are too small to read, and PDF has no page with more."""


def _of_a_sheet(size: str) -> str:
    sides = [float(side) for side in size.split("x")] if size[0].isdigit() else []
    if any(not LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        what = f"size: {size} is too {'small' if min(sides) < LEAST_SIDE else 'large'} for a sheet."
        hint = f"Each side is from {LEAST_SIDE} to {MOST_SIDE} inches."
        raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
    return size


Size = Annotated[
    str,
    Field(
        pattern=r"^(letter|tabloid|a[0-4]|\d{1,3}(\.\d+)?x\d{1,3}(\.\d+)?)$",
        description="letter, tabloid, a4 to a0, or width x height in inches, such as 24x36.",
    ),
    AfterValidator(_of_a_sheet),
]


SIZES = {
    "letter": (8.5, 11.0),
    "tabloid": (11.0, 17.0),
    "a0": (33.1, 46.8),
    "a1": (23.4, 33.1),
    "a2": (16.5, 23.4),
    "a3": (11.7, 16.5),
    "a4": (8.27, 11.69),
}
"""Width and height in inches."""


def inches(size: str) -> tuple[float, float]:
    """Width and height of a size as it is written, '24x36' or a name."""
    if size in SIZES:
        return SIZES[size]
    width, height = (float(part) for part in size.split("x"))
    return width, height


USUAL_BLEED = 0.125
"""Inches; what print shops ask for (envisioncmyk.com and albionsp.com, design guides)."""
MOST_BLEED = 0.5


def _bleed(written: object) -> object:
    """Yes means the usual length."""
    return {"true": USUAL_BLEED, "false": 0}.get(str(written).lower(), written)


Bleed = Annotated[
    float,
    BeforeValidator(_bleed),
    Field(ge=0, le=MOST_BLEED),
    WithJsonSchema(
        {"anyOf": [{"type": "boolean"}, {"type": "number", "minimum": 0, "maximum": MOST_BLEED}]}
    ),
]


Writing = Literal["panel", "sheet"]
"""Where people write: on the poster, or on a sheet of its own beside it."""
