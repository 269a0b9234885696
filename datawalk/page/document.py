"""Pages of placed boxes. All lengths are points (1/72 in); x runs right, y runs down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from datawalk.exhibits import Exhibit
from datawalk.page.form import CameraForm
from datawalk.page.ink import Ink, Leaf, leaves
from datawalk.page.roles import BoxRole
from datawalk.problems import Problem
from datawalk.theme import Theme
from datawalk.typography.scripts.typefaces import LATO_ALONE, Faces
from datawalk.typography.sizes import Type

if TYPE_CHECKING:
    from datawalk.page.stage import Brand
    from datawalk.page.web import Telling


@dataclass(frozen=True, slots=True)
class Tracks:
    """How wide the columns of a table are, and how high its rows, in points."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A placed exhibit, or furniture such as the band (`exhibit` is None).

    `role` tells a painter of slides which placeholder the words belong in. `ink` is all that a
    painter of paper needs, in page coordinates. `alt` tells those who do not see it what stands
    there without words: the squares of a share, how large a table is, a number in a disc. Tables
    slides show have `tracks`. A click leads to the page that has `jump` among its anchors.
    """

    role: BoxRole
    x: float
    y: float
    w: float
    h: float
    ink: tuple[Ink, ...] = ()
    exhibit: Exhibit | None = None
    type: Type | None = None
    alt: str = ""
    tracks: Tracks | None = None
    jump: str = ""

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
class Caption:
    """What goes with a picture wherever it is shown, for those who do not see it or its sheet.

    `alt` says what it shows, `sources` who counted it, `by` whose walk it is of. `heads` stand
    over the first two.
    """

    alt: str
    sources: tuple[str, ...]
    by: str
    heads: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet, slide or picture. `notes` are what the speaker says, `color` the station's colour.

    `shows` are the exhibits of the walk that hang on it, whole or in part, as the walk has them.
    `section` names the part of a deck that it belongs to; a `hidden` slide is not presented.
    `key` is what a slide is about, without any figure: by it the slide is found again.
    A picture has a `caption`. `layout` names the layout of a poster or a slide; clicks find a
    slide by its `anchors`. `forms` are what is read from a photo of it. Sheets of the event have
    their kind as `section`. Where a slide `builds`, questions come one by one.
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
    caption: Caption | None = None
    layout: str = ""
    anchors: tuple[str, ...] = ()
    forms: tuple[CameraForm, ...] = ()
    builds: bool = False

    @property
    def spoken(self) -> str:
        """The notes as plain text, a blank line between their parts."""
        return "\n\n".join("\n".join(filter(None, (n.head, *n.lines))) for n in self.notes)


Medium = Literal[
    "poster",
    "deck",
    "handout",
    "large-print",
    "placemat",
    "signs",
    "glossary",
    "cover",
    "flyer",
    "script",
    "images",
    "web",
    "event",
]


@dataclass(frozen=True, slots=True)
class Document:
    """All pages of one medium. `faces` are what they were measured in, beside Lato.

    `second` is the other language of bilingual sheets; slides may be in the look of an
    organiser's template. A deck knows the code of its `place`, by which it is told from others.
    Its `layouts` are pages of hints, each named as it is called, that new slides begin from.
    `left` are warnings, or advice, of what the walk shows and this document does not. A web page
    has the whole walk in each of its languages in its `tellings`.
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
    layouts: tuple[Page, ...] = ()
    left: tuple[Problem, ...] = ()
    tellings: tuple[Telling, ...] = ()
