"""Settings of what is made: sheets, slides and small paper, each with its size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from datawalk.config.images import ImagesOutput
from datawalk.config.papers import (
    CoverOutput,
    FlyerOutput,
    GlossaryOutput,
    HandoutOutput,
    LargePrintOutput,
    Leaf,
    PlacematOutput,
    ScriptOutput,
    SignsOutput,
)
from datawalk.config.sheets import LEAST_SIDE, Bleed, Size, Writing
from datawalk.config.slides import LARGEST_PAGE, SlideSize
from datawalk.fields import LANGUAGE, FileName, Setting

INSTEAD = {
    "bleed": "Take it out; a print shop wants the PDF.",
    "marks": "Take it out; a print shop wants the PDF.",
    "grey": "Take it out, and print in grey (Print > Grayscale) or write theme: print-grey.",
    "copies": "Take it out, and say how many when you print.",
    "tile": "Take it out, or give it to an output with format: pdf.",
    "proof": "Take it out, or give it to an output with format: pdf.",
}
"""What to do about settings of posters that PowerPoint has no use for."""


class PosterOutput(Setting):
    """One sheet for each station, as PDF or to be changed in PowerPoint."""

    medium: Literal["poster"]
    format: Literal["pdf", "pptx"] = Field(
        "pdf", description="pdf to print, or pptx: pages of their real size to edit in PowerPoint."
    )
    size: Size = "24x36"
    bleed: Bleed = Field(
        0,
        description="Inches that colours run over the edge for a print shop to cut off; "
        "true means 0.125.",
    )
    marks: bool = Field(False, description="Print marks outside the sheet where to cut.")
    grey: bool = Field(False, description="Print in shades of grey.")
    files: Literal["together", "each", "both"] = Field(
        "together", description="One file in hanging order, a file for each station, or both."
    )
    copies: int = Field(
        1, ge=1, le=20, description="How often each poster is in its file, for large crowds."
    )
    tile: Literal["letter", "legal", "tabloid", "a4", "a3"] | None = Field(
        None, description="Posters on paper of this size too, to tape together."
    )
    second: Annotated[str, Field(pattern=LANGUAGE)] | None = Field(
        None, description="Another language of the walk, to stand under the first on each poster."
    )
    writing: Writing = Field(
        "panel",
        description="Where people write: panel, at the foot of each poster, or sheet, on a sheet "
        "of its own beside it with more places for notes.",
    )
    proof: bool = Field(False, description="All posters on one letter page too, to look over.")

    @field_validator("size")
    @classmethod
    def _of_a_page(cls, size: str, told: ValidationInfo) -> str:
        sides = [float(side) for side in size.split("x")] if size[0].isdigit() else [0]
        if told.data.get("format") == "pptx" and max(sides) > LARGEST_PAGE:
            what = f"size: {size} is too large for PowerPoint, whose pages have sides of at most "
            what += f"{LARGEST_PAGE} inches."
            raise PydanticCustomError(
                "mistake", "{what} {hint}", {"what": what, "hint": _smaller(sides)}
            )
        return size

    @field_validator(*INSTEAD)
    @classmethod
    def _of_a_pdf(cls, written: object, told: ValidationInfo) -> object:
        name = str(told.field_name)
        if told.data.get("format") == "pptx" and written != cls.model_fields[name].default:
            what = f"{name}: is for PDF; this output is PowerPoint (format: pptx)."
            hint = INSTEAD[name]
            raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
        return written


def _smaller(sides: Sequence[float]) -> str:
    """Which size to write, and how large to print it."""
    times = math.ceil(max(sides) / LARGEST_PAGE)
    small = [side / times for side in sides]
    if min(small) < LEAST_SIDE:
        return "Use format: pdf."
    size = "x".join(f"{math.floor(side * 100) / 100:g}" for side in small)
    return f"Write size: {size} and print at {times * 100} %, or use format: pdf."


class DeckOutput(Setting):
    """Slides for each station, as PowerPoint."""

    medium: Literal["deck"]
    format: Literal["pptx"] = "pptx"
    size: SlideSize | None = Field(
        None, description="16:9 (usual), 4:3, or width x height in inches; not with a template."
    )
    template: FileName | None = Field(
        None, description="Your own PowerPoint template (.potx or .pptx), whose look slides take."
    )

    variant: Literal["room", "virtual", "report-back"] = Field(
        "room",
        description="For the room; virtual, with one question on a slide, for calls; or "
        "report-back, which begins with what people said, for weeks later.",
    )
    length: Literal["short", "full"] = Field(
        "short",
        description="Short: about two slides a station are shown, and the rest waits hidden behind "
        "them. Full: all slides are shown.",
    )

    build: bool = Field(
        False, description="Let questions come one by one, on a click of the speaker."
    )

    @model_validator(mode="after")
    def _one_size(self) -> Self:
        if self.template and self.size:
            what = "A template has a size of its own."
            hint = "Leave out size:, or set the size in the template."
            raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
        return self


class WebOutput(Setting):
    """One page for browsers, in all languages of the walk, for those who could not come: a file
    that needs no other and asks no server for anything."""

    medium: Literal["web"]
    format: Literal["html"] = "html"


EventSheetName = Literal[
    "run-of-show",
    "rotation",
    "guide",
    "timekeeper",
    "tags",
    "sign-in",
    "station-card",
    "notes",
    "spare-notes",
    "wall-field",
    "note-key",
    "who-counted",
    "agreement",
    "way-signs",
    "booklet",
    "large-print",
    "ballot",
    "tally",
    "my-step",
    "pledge-wall",
    "evaluation",
    "consent",
    "quote-form",
    "exit-card",
    "debrief",
    "invitation",
    "floor-plan",
    "supplies",
    "timeline",
]


class EventOutput(Setting):
    """What lies on the tables and hangs on the walls: a PDF for each kind of sheet."""

    medium: Literal["event"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"
    only: tuple[EventSheetName, ...] = Field(
        (), max_length=40, description="Some of the sheets; all if left out."
    )


Output = Annotated[
    PosterOutput
    | DeckOutput
    | HandoutOutput
    | LargePrintOutput
    | PlacematOutput
    | SignsOutput
    | GlossaryOutput
    | CoverOutput
    | FlyerOutput
    | ScriptOutput
    | ImagesOutput
    | WebOutput
    | EventOutput,
    Field(discriminator="medium"),
]
