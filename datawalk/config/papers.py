"""Settings of small paper, of signs and of what invites: all of it PDF."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from datawalk.config.sheets import Size
from datawalk.fields import LANGUAGE, Setting

Leaf = Literal["letter", "a4"]


class HandoutOutput(Setting):
    """A page for each station to take home, as PDF."""

    medium: Literal["handout"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"
    second: Annotated[str, Field(pattern=LANGUAGE)] | None = Field(
        None, description="Another language of the walk, to stand under the first on each page."
    )


class LargePrintOutput(Setting):
    """Every station in type of 18 points, in one column, as PDF."""

    medium: Literal["large-print"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"


class PlacematOutput(Setting):
    """The whole walk on one landscape sheet for tables, as PDF."""

    medium: Literal["placemat"]
    format: Literal["pdf"] = "pdf"
    size: Literal["tabloid", "a3"] = "tabloid"


class SignsOutput(Setting):
    """The number of each station, to stand on a table or hang over heads, as PDF."""

    medium: Literal["signs"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"
    upright: bool = Field(False, description="Stand the sheet on its short side.")


class GlossaryOutput(Setting):
    """The words of the walk explained, to hang by the posters or lay on tables, as PDF."""

    medium: Literal["glossary"]
    format: Literal["pdf"] = "pdf"
    size: Literal["letter", "a4", "tabloid", "a3"] = "letter"


class CoverOutput(Setting):
    """A poster for the door: what this is, when and where, who invites, and what is there for
    people; as PDF."""

    medium: Literal["cover"]
    format: Literal["pdf"] = "pdf"
    size: Size = "24x36"


class FlyerOutput(Setting):
    """An invitation with the date, the place and what people need to know, as PDF."""

    medium: Literal["flyer"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"


class ScriptOutput(Setting):
    """What the speaker says to each slide of the first deck, to print, as PDF."""

    medium: Literal["script"]
    format: Literal["pdf"] = "pdf"
    size: Leaf = "letter"
