"""Settings of pictures of what stations show, and how large they can be."""

from __future__ import annotations

import math
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from datawalk.fields import Setting

Card = Literal["square", "wide", "story"]

LEAST_WIDTH, MOST_WIDTH = 3, 20
"""Inches: on less the words of charts have no room."""
LEAST_DPI, MOST_DPI = 72, 600
MOST_PIXELS = 6000
"""Across a picture; one with more takes seconds to open."""
CARDS = {"square": "1080 x 1080", "wide": "1200 x 675", "story": "1080 x 1920"}
"""Pixels that social media show such pictures in (imghunt.com, size guide of 2025)."""


class ImagesOutput(Setting):
    """Each block as a picture, with a text that says what it shows and who counted it."""

    medium: Literal["images"]
    format: Literal["png", "svg"] = Field(
        "png", description="png for most uses, or svg: lines that stay sharp at any size."
    )
    width: float = Field(
        7,
        ge=LEAST_WIDTH,
        le=MOST_WIDTH,
        description="Inches; a picture is as tall as what it shows.",
    )
    dpi: int = Field(300, ge=LEAST_DPI, le=MOST_DPI, description="Pixels for each inch.")
    for_: Card | None = Field(
        None,
        alias="for",
        description="Social media: square (1080 x 1080 pixels), wide (1200 x 675) or story "
        "(1080 x 1920), in place of width and dpi.",
    )
    ground: Literal["paper", "transparent"] = Field(
        "paper", description="What lies behind: the color of paper in the theme, or nothing."
    )

    @model_validator(mode="after")
    def _of_one_size(self) -> Self:
        what, hint = self._at_odds()
        if what:
            raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
        return self

    def _at_odds(self) -> tuple[str, str]:
        """What two settings say that cannot both be, and what to do; or nothing."""
        written = self.model_fields_set
        if self.for_ and self.format == "svg":
            return f"for: {self.for_} is for social media, which take no SVG.", "Use format: png."
        if self.for_ and (more := [name for name in ("width", "dpi") if name in written]):
            size = f"for: {self.for_} has {CARDS[self.for_]} pixels."
            return f"{more[0]}: has no use here: {size}", f"Take out {more[0]}:, or take out for:."
        if self.format == "svg" and "dpi" in written:
            return "dpi: is for PNG; this output is SVG, which has no pixels.", "Take it out."
        pixels = self.width * self.dpi
        if pixels > MOST_PIXELS:
            most = math.floor(MOST_PIXELS / self.width)
            what = f"{self.width:g} inches at dpi: {self.dpi} are {pixels:,.0f} pixels across; "
            return f"{what}datawalk paints {MOST_PIXELS:,}.", f"Write dpi: {most} or less."
        return "", ""
