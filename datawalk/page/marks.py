"""The marks that pages and figures are made of.

All lengths are points (1/72 in); x runs right, y runs down.
"""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.metrics.model import Ring
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.directions import Base

INCH = 72.0


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
    """A rectangle, `opaque` from 0 to 1. `hatch` is the color of slanting lines over its fill."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    line: float = 0
    radius: float = 0
    dash: float = 0
    hatch: str = ""
    opaque: float = 1


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
    """A circle with centre (x, y), filled or only drawn."""

    x: float
    y: float
    r: float
    fill: str = ""
    stroke: str = ""
    line: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """Lines through points. `closed` ones go back to their start and may be filled, with holes.

    `dash` are the lengths of a stroke and of the gap after it. `hatch` is the color of slanting
    lines over the fill.
    """

    lines: tuple[Ring, ...]
    fill: str = ""
    stroke: str = ""
    line: float = 0
    closed: bool = False
    dash: tuple[float, float] | None = None
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """PNG or JPEG bytes in a frame with its left top at (x, y), all of it filled.

    `part` is what is shown of the picture: its left, top, right and lower edge, from 0 to 1.
    """

    x: float
    y: float
    w: float
    h: float
    data: bytes
    part: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: rows of modules, True is dark, drawn as squares on a w x w field."""

    x: float
    y: float
    w: float
    rows: tuple[tuple[bool, ...], ...]
    color: str


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon by its name, in a square with its left top at (x, y). It adorns and is not read."""

    x: float
    y: float
    w: float
    name: str
    color: str


Mark = Text | Rect | Disc | Path
"""What figures are made of."""
