"""Every setting of a walk. The JSON Schema for editors is made from these classes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from datawalk.config.audience import AudienceConfig
from datawalk.config.event import EventConfig
from datawalk.config.outputs import DeckOutput, Output, PosterOutput
from datawalk.config.session import PARTS, SessionConfig
from datawalk.config.station import ACCEPT, TITLES, Pillar, StationConfig
from datawalk.exhibits import Titles
from datawalk.fields import LANGUAGE, FileName, Name, Setting, Title, is_switch, mistake
from datawalk.metrics.knowledge.doubts import DoubtName
from datawalk.metrics.local.description import USUAL_LEAST, LocalSource

Color = Annotated[
    str,
    Field(pattern=r"^#[0-9a-fA-F]{6}$", description="A color such as #0b5c69."),
]


class FaceConfig(Setting):
    """Font files (TTF or OTF) that everything is set in; what is left out is taken from these."""

    regular: FileName
    bold: FileName
    italic: FileName | None = Field(None, description="As regular if left out.")
    bolditalic: FileName | None = Field(None, description="As bold if left out.")
    black: FileName | None = Field(None, description="For large numbers; as bold if left out.")


class ThemeConfig(Setting):
    """Colors: those of a theme that ships with datawalk, and your own over them."""

    base: Literal["default", "high-contrast", "print-grey", "urban"] = Field(
        "default", description="The theme to start from."
    )
    paper: Color | None = Field(None, description="The ground of every sheet.")
    ink: Color | None = Field(None, description="Type.")
    muted: Color | None = Field(None, description="Type that is less important.")
    rule: Color | None = Field(None, description="Thin lines.")
    field: Color | None = Field(None, description="Bars of other places.")
    tint: Color | None = Field(None, description="The ground of the talk panel.")
    accent: Color | None = Field(None, description="What people do: questions and notes.")
    sun: Color | None = Field(None, description="How sure a number is, on a dark ground.")
    pillars: dict[Pillar, Color] = Field({}, description="The color of each pillar.")
    face: FaceConfig | None = Field(None, description="Your own type, in place of Lato.")
    logos: tuple[FileName, ...] = Field(
        (), description="Pictures for the foot, before those of the event.", max_length=4
    )

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: object) -> object:
        """A name alone is the theme to start from."""
        return {"base": written} if isinstance(written, str) else written


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


class PrintConfig(Setting):
    """Prices for the print list, in dollars; its cells can be changed too."""

    # A guess: 24 x 36 in. costs 16 to 21 dollars in bulk and 30 to 70 at retail, says the trade
    # (staplesphotoprinting.com, visualfoodie.com); 5 is the low end of retail.
    price_per_square_foot: float = Field(
        5, ge=0, le=1000, description="What a print shop asks; 5 is a guess."
    )
    price_per_page: float | None = Field(
        None, ge=0, le=100, description="What a page on your own printer costs, for tiles."
    )


Policy = Literal["ask", "leave-out", "mark"]
"""What becomes of figures that a person should look at before they are printed."""


def _not_switched(prices: object) -> object:
    """What is written of prices, if it may be a file: the charts have a switch of this name."""
    if prices is not None and is_switch(prices):
        raise mistake(
            "prices: of the walk names a file of your own prices; it turns nothing off.",
            "For a chart without the dotted line of prices, write prices: false in its block.",
        )
    return prices


class WalkConfig(Setting):
    """A data walk."""

    title: Title = Field(description="What the walk is called; it stands on every sheet.")
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
    prices: Annotated[FileName | None, BeforeValidator(_not_switched)] = Field(
        None,
        description="A CSV file of your own with year, value and source: a price index that goes "
        "before the usual one (consumer prices of the U.S.), or continues it.",
    )
    min_count: int = Field(
        USUAL_LEAST,
        ge=0,
        le=1000,
        description="Counts of people under this are hidden: those in files of your own, and "
        "published figures that stand for fewer cases; 0 hides none.",
    )
    theme: ThemeConfig = Field(
        ThemeConfig(), description="A theme by name, a file with colors, or colors of your own."
    )
    language: Language = Field(
        "en",
        description="The language that the walk is written in, such as en or es; "
        "or several, the main one first: [en, es] makes the posters and slides in each.",
    )
    fonts: tuple[FileName, ...] = Field(
        (),
        max_length=20,
        description="Font files for letters that the usual ones lack: regular, and bold.",
    )
    allow_weak: bool = Field(
        False, description="Print figures that are graded Weak, with their mark."
    )
    accept: tuple[DoubtName, ...] = ACCEPT
    policy: Policy = Field(
        "ask",
        description="What becomes of figures that are graded Weak or in doubt: ask stops for your "
        "answer; leave-out prints in their place that they are too unsure; mark prints them with "
        "their marks. For many places at once, where nobody looks at each.",
    )
    titles: Titles | None = TITLES
    icons: bool = Field(True, description="Show an icon beside the number of each station.")
    outputs: tuple[Output, ...] = Field(
        (PosterOutput(medium="poster"), DeckOutput(medium="deck")),
        min_length=1,
        max_length=10,
        description="What is made: posters and a deck if left out.",
    )
    event: EventConfig = EventConfig()
    session: SessionConfig = SessionConfig()
    print: PrintConfig = PrintConfig()
    audiences: tuple[AudienceConfig, ...] = Field(
        (),
        max_length=8,
        description="Walks of their own for some people, such as teens: with their stations, words "
        "and minutes; each is made in place of the walk for all.",
    )
    stations: tuple[StationConfig, ...] = Field(min_length=1, max_length=40)


def json_schema() -> dict[str, object]:
    """The schema that editors use to complete and check a walk."""
    schema = WalkConfig.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "datawalk walk"
    theme = schema["properties"]["theme"]
    theme["anyOf"] = [{"type": "string"}, {"$ref": theme.pop("$ref")}]
    part = schema["$defs"]["SessionConfig"]["properties"]["parts"]["items"]
    part["anyOf"] = [{"enum": list(PARTS)}, {"$ref": part.pop("$ref")}]
    host = schema["$defs"]["EventConfig"]["properties"]["hosts"]["items"]
    stop = schema["$defs"]["AudienceConfig"]["properties"]["stations"]["items"]
    stop["anyOf"] = [{"type": "string"}, {"$ref": stop.pop("$ref")}]
    host["anyOf"] = [{"type": "string"}, {"$ref": host.pop("$ref")}]
    return {key: _numbers_too(value) for key, value in schema.items()}


def _numbers_too(schema: object) -> object:
    """Text settings take bare numbers too (place: 29019), which editors must not underline."""
    if isinstance(schema, dict):
        out = {key: _numbers_too(value) for key, value in schema.items()}
        if out.get("type") == "string" and "enum" not in out and "const" not in out:
            out["type"] = ["string", "number"]
        return out
    if isinstance(schema, list):
        return [_numbers_too(item) for item in schema]
    return schema
