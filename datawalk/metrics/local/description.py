"""What an author says about a file of the community's own: who counted, when, and how."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from datawalk.fields import FileName, Name, Setting, Title
from datawalk.words import say

USUAL_LEAST = 10


def _counted(written: object) -> object:
    """Numbers of a walk are read as text, which no choice of numbers knows."""
    return int(written) if isinstance(written, str) and written.isdecimal() else written


def _listed(written: object) -> object:
    """One name is a list of one."""
    return (written,) if isinstance(written, str) else written


class LocalMeasure(Setting):
    """A column of a table of your own (in a long table: a name in its column `measure`)."""

    column: Name = Field(description="The column, or the name in the column measure.")
    label: Title | None = Field(None, description="What it shows, in words for residents.")
    prefix: str = Field("", max_length=8, description="Written before each number, such as $.")
    suffix: str = Field("", max_length=20, description="Written behind each number, such as %.")
    people: bool = Field(
        True, description="false for what counts no people, such as buses: nothing is hidden then."
    )
    count: Name | None = Field(
        None, description="For a rate or share: the column with how many people it counts."
    )
    of: Name | None = Field(
        None, description="For a rate or share: the column with how many people it is out of."
    )
    lower: Name | None = Field(None, description="The column with the low end of each number.")
    upper: Name | None = Field(None, description="The column with the high end of each number.")
    margin: Name | None = Field(
        None, description="The column with the margin of error, plus or minus."
    )
    level: int | None = Field(
        None, description="How sure the margin is: 90 for the Census Bureau's ACS, or 95."
    )

    per: Annotated[Literal[1, 100, 1000, 10000, 100000] | None, BeforeValidator(_counted)] = Field(
        None, description="For a rate or share: out of how many, such as 100 for percents or 1000."
    )
    derived: Literal["change", "average", "rank", "margin"] | None = Field(
        None, description="What was worked out of counts: hidden wherever one of them is."
    )

    @model_validator(mode="after")
    def _sure(self) -> Self:
        if bool(self.lower) != bool(self.upper):
            raise ValueError("lower: and upper: go together")
        if self.margin and self.lower:
            raise ValueError("write margin:, or lower: and upper:")
        if self.level not in (None, 90, 95):
            raise ValueError("level: is 90 (as in the Census Bureau's ACS) or 95")
        if (self.margin or self.lower) and self.level is None:
            raise ValueError("a margin needs level: 90 (as in the Census Bureau's ACS) or 95")
        return self

    @property
    def rate(self) -> bool:
        return bool(self.count or self.of)


class LocalSource(Setting):
    """A file of your own: what it is, who counted, when and how, and what it may be used for."""

    file: FileName
    name: Title = Field(description="What it is, such as Street survey.")
    who: Title = Field(description="Who counted.")
    when: Title = Field(description="When they counted.")
    how: Title | None = Field(None, description="How they counted, such as door to door.")
    licence: Title | None = Field(
        None, description="The licence, or the agreement under which the data are shared."
    )
    use: Title | None = Field(None, description="What the data may be used for.")
    sheet: Name | None = Field(
        None, description="The sheet of a workbook; the first with a table if left out."
    )
    missing: tuple[Name | int | float, ...] | None = Field(
        None,
        max_length=40,
        description="What stands in cells without a number, such as [-1, unknown]; [] if every "
        "number is one.",
    )
    area: Name | None = Field(
        None, description="The column that names the areas; the first one if left out."
    )
    group: Annotated[
        tuple[Name, ...],
        BeforeValidator(_listed, json_schema_input_type=Name | tuple[Name, ...]),
    ] = Field(
        (),
        max_length=2,
        description="The column with groups of people, or two: [group, subgroup]; found by itself "
        "if it is called group.",
    )
    year: Name | None = Field(
        None,
        description="The column with years, dates or other times; found by its heading if left "
        "out.",
    )
    totals: tuple[Name, ...] = Field(
        (), max_length=40, description="Names of areas or groups that are totals of others."
    )
    min_count: int | None = Field(
        None, ge=0, le=1000, description="Counts of people under this are hidden; 0 hides none."
    )
    measures: tuple[LocalMeasure, ...] = Field((), max_length=60)

    @property
    def missing_codes(self) -> tuple[str, ...] | None:
        """The codes of missing numbers as texts; None where nothing is said about them."""
        return None if self.missing is None else tuple(map(str, self.missing))

    @model_validator(mode="after")
    def _filled_in(self) -> Self:
        """What `datawalk data` proposes has dots where only the author knows."""
        for name in ("name", "who", "when"):
            if getattr(self, name).strip() in ("…", "..."):
                raise ValueError(f"write it in place of the dots in {name}:")
        return self

    @property
    def credit(self) -> str:
        """What was counted, by whom and when."""
        return f"{self.name}, {self.who}, {self.when}."

    @property
    def terms(self) -> str:
        """The line of the foot and of the speaker's notes; '' where there is nothing to add."""
        how, licence, use = (
            (text or "").rstrip(".") for text in (self.how, self.licence, self.use)
        )
        said = (
            f"{how}." if how else "",
            say("Licence: {licence}.", licence=licence) if licence else "",
            say("Use: {use}.", use=use) if use else "",
        )
        told = " ".join(filter(None, said))
        return f"{self.name}: {told}" if told else ""
