"""Pages of placed boxes. All lengths are points (1/72 in); x runs right, y runs down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from datawalk.exhibits import Chart, Exhibit, Map
from datawalk.fonts import Face
from datawalk.lettering.directions import Base
from datawalk.lettering.typefaces import LATO_ALONE, Faces
from datawalk.theme import Theme

if TYPE_CHECKING:
    from datawalk.layout.stage import Brand

INCH = 72.0


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of type that an exhibit is set in, in points."""

    number: float
    lead: float
    heading: float
    body: float
    label: float
    note: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text in one face; `y` is its baseline. `base` is how its paragraph runs.

    On a bilingual sheet the words of the other language are `second`.
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    color: str
    width: float
    link: str = ""
    base: Base = ""
    second: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    line: float = 0
    radius: float = 0
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    line: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle with centre (x, y)."""

    x: float
    y: float
    r: float
    fill: str


@dataclass(frozen=True, slots=True)
class Photo:
    x: float
    y: float
    w: float
    h: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or a map, to be drawn by `datawalk.charts` at this size."""

    x: float
    y: float
    w: float
    h: float
    exhibit: Chart | Map
    type: Type
    color: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: rows of modules, True is dark, drawn as squares on a w x w field."""

    x: float
    y: float
    w: float
    rows: tuple[tuple[bool, ...], ...]
    color: str


Leaf = Text | Rect | Rule | Disc | Photo | Drawing | Symbol

Role = Literal[
    "H1",
    "H2",
    "P",
    "BlockQuote",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Artifact",
]
"""What ink is to a reader who hears the page: the structure types of PDF (ISO 32000-1, 14.8.4).

An Artifact is a letter that only adorns, such as the large sign over a quote: it is not read.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Ink that belongs together, and what it is. Lines and fills in it are decoration.

    A Figure is told by `alt`; a TH says by `scope` whether it heads its row or its column.
    """

    role: Role
    ink: tuple[Ink, ...]
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""


Ink = Leaf | Part


def leaves(ink: Iterable[Ink]) -> Iterator[Leaf]:
    """All that is painted, in order, whatever it is part of."""
    for item in ink:
        if isinstance(item, Part):
            yield from leaves(item.ink)
        else:
            yield item


@dataclass(frozen=True, slots=True)
class Box:
    """A placed exhibit, or furniture such as the band (`exhibit` is None).

    `role` tells a painter of slides which placeholder the words belong in. `ink` is all that a
    painter of paper needs, in page coordinates.
    """

    role: str
    x: float
    y: float
    w: float
    h: float
    ink: tuple[Ink, ...] = ()
    exhibit: Exhibit | None = None
    type: Type | None = None

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """All that is painted, without what it is part of."""
        return tuple(leaves(self.ink))


@dataclass(frozen=True, slots=True)
class Note:
    """Lines for the speaker under a head such as "Ask"."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet or slide. `notes` are what the speaker says, `color` the station's colour.

    `shows` are the exhibits of the walk that hang on it, whole or in part, as the walk has them.
    `section` names the part of a deck that it belongs to; a `hidden` slide is not presented.
    `key` is what a slide is about, without any figure: by it the slide is found again.
    """

    name: str
    title: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    color: str
    number: int | None = None
    notes: tuple[Note, ...] = ()
    shows: tuple[Exhibit, ...] = ()
    section: str = ""
    hidden: bool = False
    key: str = ""

    @property
    def spoken(self) -> str:
        """The notes as plain text, a blank line between their parts."""
        return "\n\n".join("\n".join(filter(None, (n.head, *n.lines))) for n in self.notes)


Medium = Literal[
    "poster", "deck", "handout", "large-print", "placemat", "signs", "glossary", "script"
]


@dataclass(frozen=True, slots=True)
class Document:
    """All pages of one medium. `faces` are what they were measured in, beside Lato.

    `second` is the other language of bilingual sheets; slides may be in the look of an
    organiser's template. A deck knows the code of its `place`, by which it is told from others.
    """

    medium: Medium
    title: str
    language: str
    pages: tuple[Page, ...]
    theme: Theme
    faces: Faces = LATO_ALONE
    second: str = ""
    brand: Brand | None = None
    place: str = ""
