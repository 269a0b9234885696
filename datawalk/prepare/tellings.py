"""The web page of a walk laid out: each station in each language, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from datawalk.config.outputs import Output
from datawalk.layout.arrange import arrange
from datawalk.layout.poster.layouts.choice import neighbors
from datawalk.output.second import voice_of
from datawalk.page.document import Document
from datawalk.page.web import Telling
from datawalk.prepare.taken import TakenOver
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Station, Walk
from datawalk.words import speaking


def told(
    output: Output,
    walks: Sequence[Walk],
    theme: Theme,
    faces: Faces,
    before: TakenOver[Document],
) -> TakenOver[Document]:
    """A document for each station in the language of each walk, the main one first.

    They depend on the station, the layout of the one before it, and what is `around` all of them.
    """
    whose = {id(station): walk for walk in walks for station in walk.stations}
    main = walks[0].language

    def lay(station: Station, near: str) -> Document:
        walk = whose[id(station)].alone(station.number)
        measurer = Measurer(replace(faces, language=walk.language))
        with speaking(voice_of(walk.language, main)):
            made = arrange(measurer, walk, output, theme, before={station.number: near})
        if walk.language == main:
            return made
        # Pages of other languages go by another name.
        pages = (replace(page, name=f"{walk.language}-{page.name}") for page in made.pages)
        return replace(made, pages=tuple(pages))

    near = ((walk, neighbors(walk.stations)) for walk in walks)
    things = ((one, found[one.number]) for walk, found in near for one in walk.stations)
    return before.again(things, lay)


def around(walks: Sequence[Walk], theme: Theme, faces: Faces) -> tuple[object, ...]:
    """What every station depends on beside itself."""
    spoken = (
        (walk.title, walk.place, walk.language, walk.event, walk.alone(0).stations)
        for walk in walks
    )
    return (*spoken, theme, faces)


def put_together(walks: Sequence[Walk], stations: Sequence[Document]) -> Document:
    """One document of those of all stations."""
    pages = tuple(page for one in stations for page in one.pages)
    left = tuple(dict.fromkeys(problem for one in stations for problem in one.left))
    told = [telling for one in stations for telling in one.tellings]
    tellings = tuple(
        _whole(walk, [one for one in told if one.language == walk.language]) for walk in walks
    )
    return replace(stations[0], pages=pages, left=left, tellings=tellings)


def _whole(walk: Walk, parts: Sequence[Telling]) -> Telling:
    stations = tuple(station for part in parts for station in part.stations)
    said: Mapping[int, Mapping[str, str]] = {n: s for part in parts for n, s in part.said.items()}
    return replace(parts[0], walk=walk, stations=stations, said=said)
