"""The sizes that slides may have."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

LARGEST_PAGE = 56
"""Inches: PowerPoint makes no longer sides, and gives all pages of a file one size."""
LEAST_SLIDE, MOST_SLIDE = (8.33, 5), LARGEST_PAGE
"""Inches: on less, words of 18 points have no room."""


def _of_a_slide(size: str) -> str:
    sides = [float(side) for side in size.split("x")] if "x" in size else list(LEAST_SLIDE)
    small = any(side < least for side, least in zip(sides, LEAST_SLIDE, strict=True))
    if small or max(sides) > MOST_SLIDE:
        what = f"size: {size} is too {'small' if small else 'large'} for slides."
        hint = f"They are at least {LEAST_SLIDE[0]} x {LEAST_SLIDE[1]} and at most 56 inches."
        raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
    return size


SlideSize = Annotated[
    str,
    Field(
        pattern=r"^(16:9|4:3|\d{1,2}(\.\d+)?x\d{1,2}(\.\d+)?)$",
        description="16:9, 4:3, or width x height in inches, such as 11x8.5.",
    ),
    AfterValidator(_of_a_slide),
]
