"""What boxes are on a page: the closed list of their roles, and one table of what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from datawalk.page.ink import Align
from datawalk.typography.fonts import Face

BoxRole = Literal[
    # Of sheets and of slides.
    "exhibit",
    "title",
    "number",
    "panel",
    "lines",
    # Of sheets alone.
    "band",
    "takeaway",
    "opening",
    "talk",
    "zone",
    "foot",
    "running",
    "folio",
    "marks",
    "rule",
    "sources",
    "cut",
    # Of slides alone.
    "ground",
    "stripe",
    "icon",
    "cover",
    "place",
    "subtitle",
    "source",
    "disc",
    "body",
    "bullets",
    "numbers",
    "questions",
    "quote",
    "speaker",
    "mark",
    "big",
    "sentence",
    "comparison",
    "range",
    "label",
    "hint",
    "row",
    "backdrop",
    "opener",
    "kicker",
    "asked",
    "card",
    "side",
    "spoke",
    "when",
    "step",
    "person",
    "portrait",
    "initials",
    "invited",
    "span",
    "address",
    "code",
    "more",
    "pillar",
    "minutes",
    "caption",
    "event",
    "hosts",
    "icons",
    "picture",
    "chart",
    "map",
    "table",
]

Hue = Literal["ink", "muted", "paper", "station", "accent"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set. `gap` and `indent` are in ems."""

    face: Face = "regular"
    hue: Hue = "ink"
    align: Align = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"
    gap: float = 0.5
    indent: float = 0


Kind = Literal[
    "words",
    "shapes",
    "number",
    "disc",
    "backdrop",
    "quote",
    "icons",
    "picture",
    "portrait",
    "chart",
    "map",
    "table",
    "nothing",
]
"""What a slide paints for a box: native words, plain shapes, or an object of its own."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What a role asks of slides.

    `holder` is the placeholder that it stands in, if any. What is `still` does not change
    with the data. `silent` boxes are not read aloud from a page.
    """

    style: TextStyle = TextStyle()
    kind: Kind = "words"
    holder: str = ""
    still: bool = False
    silent: bool = False


def _words(style: TextStyle | None = None, holder: str = "", *, still: bool = False) -> Trait:
    return Trait(style or TextStyle(), holder=holder, still=still)


TRAITS: Mapping[BoxRole, Trait] = {
    **dict.fromkeys(("exhibit", "band", "takeaway", "opening", "talk", "zone", "foot"), Trait()),
    **dict.fromkeys(("marks", "rule", "sources", "cut"), Trait()),
    **dict.fromkeys(("running", "folio"), Trait(silent=True)),
    "ground": Trait(kind="nothing"),  # The template paints it.
    **dict.fromkeys(("stripe", "icon", "panel", "lines"), Trait(kind="shapes", still=True)),
    "backdrop": Trait(kind="backdrop", still=True),
    "title": _words(TextStyle("bold", anchor="middle"), "title"),
    "opener": _words(TextStyle("bold", "paper"), "opener"),
    "kicker": _words(TextStyle("bold", "station", anchor="middle"), "kicker"),
    "cover": _words(TextStyle("bold", "paper", anchor="bottom"), "cover"),
    "place": _words(TextStyle(hue="paper"), "place"),
    "subtitle": _words(TextStyle(hue="muted"), "subtitle"),
    "source": _words(TextStyle(hue="muted", anchor="bottom", gap=0), "source"),
    "number": Trait(
        TextStyle(hue="muted", align="right", anchor="bottom"), "number", "number", still=True
    ),
    "disc": Trait(TextStyle("bold", "paper", "center", "middle"), "disc"),
    "body": _words(holder="body"),
    "bullets": _words(TextStyle(indent=1.1), "body"),
    "numbers": _words(TextStyle(indent=1.5), "body"),
    "questions": _words(TextStyle(anchor="middle", indent=1.5, gap=0.8), "body"),
    "sentence": _words(holder="sentence"),
    "quote": Trait(kind="quote", holder="quote"),
    "speaker": _words(TextStyle(hue="muted")),
    "mark": _words(TextStyle("bold", "accent"), still=True),
    "big": _words(TextStyle("bold", "station", anchor="bottom", gap=0), "big"),
    "comparison": _words(TextStyle("bold")),
    "range": _words(TextStyle(hue="muted"), "range"),
    "label": _words(TextStyle("bold", "station")),
    "hint": _words(TextStyle(hue="muted")),
    "row": _words(TextStyle(anchor="middle")),
    "asked": _words(TextStyle(gap=0.8), "asked"),
    "card": _words(TextStyle(gap=0.25), "card"),
    "side": _words(TextStyle(gap=0.5, indent=1.1), "card"),
    "spoke": _words(TextStyle(align="right", gap=0.25), "card"),
    "when": _words(TextStyle("bold", "station"), "card"),
    "step": _words(TextStyle("bold", "paper", "center", "middle"), still=True),
    "person": _words(TextStyle(align="center", gap=0.15), "person"),
    "portrait": Trait(kind="portrait", holder="picture", still=True),
    # A photo may take its place.
    "initials": Trait(
        TextStyle("bold", "paper", "center", "middle"), "disc", "picture", still=True
    ),
    "invited": _words(TextStyle("bold", "accent"), "invited"),
    "span": _words(TextStyle("bold", align="center"), still=True),
    "address": _words(TextStyle(align="center"), still=True),
    "code": Trait(kind="shapes", still=True),
    "more": _words(TextStyle(hue="muted", align="right", anchor="middle"), still=True),
    "pillar": _words(TextStyle("bold", "paper", anchor="middle")),
    "minutes": _words(TextStyle(hue="muted", align="right", anchor="middle")),
    "caption": _words(TextStyle(hue="muted")),
    "event": _words(TextStyle("bold", gap=0.2), "event"),
    "hosts": _words(TextStyle(hue="muted", gap=0.2), "hosts"),
    "icons": Trait(kind="icons"),
    "picture": Trait(kind="picture", holder="picture", still=True),
    "chart": Trait(kind="chart", holder="chart"),
    "map": Trait(kind="map"),
    "table": Trait(kind="table", holder="table"),
}
"""Every role, once."""
