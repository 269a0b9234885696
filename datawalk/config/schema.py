"""Every setting of a walk. The JSON Schema for editors is made from these classes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from datawalk.blocks import AnyBlock
from datawalk.fields import LANGUAGE, FileName, Name, Setting, Text, Title
from datawalk.metrics.described import USUAL_LEAST, LocalSource
from datawalk.metrics.doubts import DoubtName

Pillar = Literal[
    "welcome",
    "work",
    "education",
    "neighborhoods",
    "health",
    "governance",
    "voices",
    "vision",
]

Size = Annotated[
    str,
    Field(
        pattern=r"^(letter|tabloid|a[0-4]|\d{1,3}(\.\d+)?x\d{1,3}(\.\d+)?)$",
        description="letter, tabloid, a4 to a0, or width x height in inches, such as 24x36.",
    ),
]


class PosterOutput(Setting):
    """One sheet for each station, as PDF."""

    medium: Literal["poster"]
    format: Literal["pdf"] = "pdf"
    size: Size = "24x36"


class DeckOutput(Setting):
    """Slides for each station, as PowerPoint."""

    medium: Literal["deck"]
    format: Literal["pptx"] = "pptx"


Output = Annotated[PosterOutput | DeckOutput, Field(discriminator="medium")]


ACCEPT: Any = Field(
    (), description="Doubts about figures that a person has checked, such as jump or twins."
)


Language = Annotated[
    str,
    Field(pattern=LANGUAGE),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": LANGUAGE},
                {
                    "type": "array",
                    "items": {"type": "string", "pattern": LANGUAGE},
                    "minItems": 1,
                    "maxItems": 10,
                    "uniqueItems": True,
                },
            ]
        }
    ),
]
"""Of several languages the one that is being made: `load` has chosen it."""


class EventConfig(Setting):
    """When and where, and who invites."""

    date: Title | None = Field(None, description="As it should be printed, such as March 14, 2027.")
    venue: Title | None = None
    hosts: tuple[Title, ...] = Field((), max_length=6)
    logos: tuple[FileName, ...] = Field((), description="Pictures for the foot.", max_length=4)
    link: Name | None = Field(
        None,
        description="A web address; printed with a code for phones.",
        pattern=r"^https?://\S+$",
    )


class TermConfig(Setting):
    """A word that readers may not know."""

    term: Title
    meaning: Text


class FurtherConfig(Setting):
    """Where a local group finds more about the topic."""

    name: Title
    finds: Text = Field(description="What one finds there.")
    link: Name | None = Field(
        None, description="Its web address, if it is the same for all.", pattern=r"^https://\S+$"
    )


class StationConfig(Setting):
    """One stop: a template, blocks of your own, or a template with keys replaced."""

    template: Name | None = Field(
        None, description="A ready station, such as work/jobs; `datawalk templates` lists them."
    )
    question: Title | None = Field(None, description="The title, as a question.")
    title: Title | None = Field(None, description="The title of a station that asks nothing.")
    kicker: Title | None = Field(None, description="The short line above the title.")
    pillar: Pillar = Field("voices", description="Gives the station its colour.")
    predictor: Name | None = Field(
        None, description="What the station is about: one of the 24 predictors of the framework."
    )
    definition: Text | None = Field(
        None, description="What is counted, in plain words; printed under the title."
    )
    why: Text | None = Field(None, description="Why it matters here, in one sentence.")
    glossary: tuple[TermConfig, ...] = Field(
        (), description="Words to explain, for the speaker of the slides.", max_length=8
    )
    further: tuple[FurtherConfig, ...] = Field(
        (), description="Where a local group finds more.", max_length=8
    )
    minutes: int = Field(8, ge=1, le=90, description="How long a group stays.")
    facilitator: Text | None = Field(None, description="Notes for the person who runs it.")
    accept: tuple[DoubtName, ...] = ACCEPT
    blocks: tuple[AnyBlock, ...] = Field((), max_length=12)
    more_blocks: tuple[AnyBlock, ...] = Field(
        (), description="Blocks to add to those of the template.", max_length=12
    )

    @property
    def heading(self) -> str:
        return self.title or self.question or ""


class WalkConfig(Setting):
    """A data walk."""

    title: Title
    place: Name = Field(description='A county or city: "29019", or "Boone County, Missouri".')
    compare: tuple[Name, ...] = Field(
        (),
        max_length=5,
        description="Up to 5 others: codes, names, peers (three found for you); and the middles "
        "us-median and state-median (of places), us-weighted and state-weighted (of people).",
    )
    data: tuple[FileName, ...] = Field((), description="CSV files with the figures.", max_length=30)
    local_data: tuple[LocalSource, ...] = Field(
        (), max_length=40, description="Files of your own: who counted, when, and how."
    )
    min_count: int = Field(
        USUAL_LEAST,
        ge=0,
        le=1000,
        description="Counts of people under this in files of your own are hidden; 0 hides none.",
    )
    theme: Literal["default"] = "default"
    language: Language = Field(
        "en",
        description="The language that the walk is written in, such as en or es; "
        "or several, the main one first: [en, es] makes the posters and slides in each.",
    )
    allow_weak: bool = Field(
        False, description="Print figures that are graded Weak, with their mark."
    )
    accept: tuple[DoubtName, ...] = ACCEPT
    outputs: tuple[Output, ...] = Field(
        (PosterOutput(medium="poster"), DeckOutput(medium="deck")), min_length=1, max_length=10
    )
    event: EventConfig = EventConfig()
    stations: tuple[StationConfig, ...] = Field(min_length=1, max_length=40)


def json_schema() -> dict[str, Any]:
    """The schema that editors use to complete and check a walk."""
    schema = WalkConfig.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "datawalk walk"
    return {key: _numbers_too(value) for key, value in schema.items()}


def _numbers_too(schema: Any) -> Any:
    """Text settings take bare numbers too (place: 29019), which editors must not underline."""
    if isinstance(schema, dict):
        out = {key: _numbers_too(value) for key, value in schema.items()}
        if out.get("type") == "string" and "enum" not in out and "const" not in out:
            out["type"] = ["string", "number"]
        return out
    if isinstance(schema, list):
        return [_numbers_too(item) for item in schema]
    return schema
