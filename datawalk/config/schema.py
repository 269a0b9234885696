"""Every setting of a walk. The JSON Schema for editors is made from these classes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from datawalk.blocks import AnyBlock
from datawalk.exhibits import Titles
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


USUAL_BLEED = 0.125
"""Inches; what print shops ask for (envisioncmyk.com and albionsp.com, design guides)."""
MOST_BLEED = 0.5


def _bleed(written: Any) -> Any:
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


class PosterOutput(Setting):
    """One sheet for each station, as PDF."""

    medium: Literal["poster"]
    format: Literal["pdf"] = "pdf"
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
    proof: bool = Field(False, description="All posters on one letter page too, to look over.")


LEAST_SLIDE, MOST_SLIDE = (8.33, 5), 56
"""Inches: on less, words of 18 points have no room; PowerPoint makes no larger slides."""


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

    @model_validator(mode="after")
    def _one_size(self) -> Self:
        if self.template and self.size:
            what = "A template has a size of its own."
            hint = "Leave out size:, or set the size in the template."
            raise PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})
        return self


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
    """Strips with the words explained, to cut and hang under posters, as PDF."""

    medium: Literal["glossary"]
    format: Literal["pdf"] = "pdf"
    size: Literal["letter", "a4", "tabloid", "a3"] = "letter"


Output = Annotated[
    PosterOutput
    | DeckOutput
    | HandoutOutput
    | LargePrintOutput
    | PlacematOutput
    | SignsOutput
    | GlossaryOutput,
    Field(discriminator="medium"),
]


ACCEPT: Any = Field(
    (), description="Doubts about figures that a person has checked, such as jump or twins."
)


Color = Annotated[
    str,
    Field(pattern=r"^#[0-9a-fA-F]{6}$", description="A color such as #0b5c69."),
]


class FaceConfig(Setting):
    """The font files of a face; what is left out is taken from regular or bold."""

    regular: FileName
    bold: FileName
    italic: FileName | None = None
    bolditalic: FileName | None = None
    black: FileName | None = None


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
    accent: Color | None = Field(None, description="Questions, quotes, benchmarks.")
    pillars: dict[Pillar, Color] = Field({}, description="The color of each pillar.")
    face: FaceConfig | None = Field(None, description="Your own face for all that is printed.")
    logos: tuple[FileName, ...] = Field(
        (), description="Pictures for the foot, before those of the event.", max_length=4
    )

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: Any) -> Any:
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


Share = Annotated[int, Field(ge=1, le=6)]
"""A part of the width of a sheet, next to the others."""


TITLES: Any = Field(
    None,
    description="What stands over charts and maps: question (usual on posters, where the band has "
    "it), takeaway (usual on slides: the main point with its number) or neutral (what it shows).",
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
    titles: Titles | None = TITLES
    columns: tuple[Share, ...] = Field(
        (),
        max_length=3,
        description="On posters: how blocks side by side share the width, such as [2, 1]; "
        "[1] sets all under each other.",
    )
    sheets: int = Field(
        1, ge=1, le=4, description="The most sheets that its poster may take, if one is too small."
    )
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
    titles: Titles | None = TITLES
    outputs: tuple[Output, ...] = Field(
        (PosterOutput(medium="poster"), DeckOutput(medium="deck")), min_length=1, max_length=10
    )
    event: EventConfig = EventConfig()
    print: PrintConfig = PrintConfig()
    stations: tuple[StationConfig, ...] = Field(min_length=1, max_length=40)


def json_schema() -> dict[str, Any]:
    """The schema that editors use to complete and check a walk."""
    schema = WalkConfig.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "datawalk walk"
    theme = schema["properties"]["theme"]
    theme["anyOf"] = [{"type": "string"}, {"$ref": theme.pop("$ref")}]
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
