"""What a web page tells: stations with figures, tables and questions, each in every language.

A browser lays it out; only figures have places of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from datawalk.exhibits import Exhibit
from datawalk.page.figure import Drawing
from datawalk.walk import Station, Walk


@dataclass(frozen=True, slots=True)
class WebTable:
    """The figures behind a picture: a head for each column, and rows that begin with theirs."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WebFigure:
    """A chart or a map: drawn for a `wide` and for a `narrow` page, where it has room there.

    `name` says in one sentence what it is, `told` what it shows.
    """

    name: str
    told: str
    table: WebTable
    wide: Drawing | None
    narrow: Drawing | None


@dataclass(frozen=True, slots=True)
class WebPart:
    """An exhibit under its `title`, and under that what it `shows` where the title says it not.

    A `hero` is shown before all, on the dark field of its station. `remarks` stand under the
    sentence of a big number.
    """

    exhibit: Exhibit
    title: str = ""
    shows: str = ""
    figure: WebFigure | None = None
    hero: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WebQuestion:
    """A question with room to answer; `starter` is how an answer can begin."""

    number: int
    words: str
    starter: str = ""


@dataclass(frozen=True, slots=True)
class WebStation:
    """A station as the page tells it, in the `layout` of its poster."""

    station: Station
    layout: str
    parts: tuple[WebPart, ...]
    questions: tuple[WebQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """The whole walk in one language; `rtl` ones run leftwards. `labels` are our own words by key.

    `said` are those of a station, by its number.
    """

    walk: Walk
    language: str
    rtl: bool
    stations: tuple[WebStation, ...]
    labels: Mapping[str, str]
    said: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
