"""The web page of a walk: its stations as they are told in a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from datawalk import prose
from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Stat
from datawalk.layout.exhibits.stat import remarks_of
from datawalk.layout.exhibits.titles import over
from datawalk.layout.poster.layouts.choice import ROWS, neighbors, planned
from datawalk.layout.poster.sheets import is_talk
from datawalk.layout.web.drawings import NARROW, WIDE, drawing_of
from datawalk.layout.web.labels import labels_of, said_of
from datawalk.layout.web.tables import table_of, told_of
from datawalk.page.document import Box, Document, Page
from datawalk.page.figure import Drawing
from datawalk.page.ink import Part
from datawalk.page.web import Telling, WebFigure, WebPart, WebQuestion, WebStation
from datawalk.problems import Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.directions import reads_rightwards
from datawalk.walk import Station, Walk
from datawalk.words import say

BETWEEN = 24.0
"""Between two drawings of a page; it matters to nobody but those who check them."""


def arrange_web(
    measurer: Measurer, walk: Walk, theme: Theme, before: Mapping[int, str] | None = None
) -> Document:
    """The walk told in its language: a page for each station, with its figures drawn.

    A chart whose words have no room in any window is shown as a table alone, and told. `before`
    are the layouts of the posters before that of each station; left out, those of this walk.
    """
    near = neighbors(walk.stations) if before is None else before
    stations = tuple(
        _station(measurer, station, near.get(station.number, ""), theme)
        for station in walk.stations
        if walk.only in (None, station.number)
    )
    said = {one.station.number: said_of(one.station, len(walk.stations)) for one in stations}
    rtl = not reads_rightwards(walk.language)
    telling = Telling(walk, walk.language, rtl, stations, labels_of(walk), said)
    pages = tuple(_page(one, theme) for one in stations)
    left = tuple(problem for one in stations for problem in _left(one))
    return Document("web", walk.title, walk.language, pages, theme, left=left, tellings=(telling,))


def _station(measurer: Measurer, station: Station, before: str, theme: Theme) -> WebStation:
    shown = tuple(exhibit for exhibit in station.exhibits if not is_talk(exhibit))
    layout = ROWS
    # What does not suit a poster is told where posters are laid out.
    with suppress(Problems):
        layout = planned(shown, station, before)[0]
    color = theme.pillar(station.pillar)
    parts = tuple(
        _part(measurer, exhibit, theme, color, hero=layout == "number" and i == 0)
        for i, exhibit in enumerate(_led(shown, station, layout))
    )
    return WebStation(station, layout, parts, tuple(_questions(station)))


def _led(shown: Sequence[Exhibit], station: Station, layout: str) -> Sequence[Exhibit]:
    """What is to be seen before all comes first; a map in its layout, else as the walk says."""
    if layout in ("welcome", "visioning"):
        return shown
    first = [e for e in shown if e.emphasis == "main"]
    maps: list[Exhibit] = [e for e in shown if layout == "map" and isinstance(e, Map)]
    first = first or maps[:1]
    first = first or [e for e in shown if station.leading and e.block == station.leading][:1]
    return (*first, *(e for e in shown if not any(e is one for one in first)))


def _part(measurer: Measurer, exhibit: Exhibit, theme: Theme, color: str, *, hero: bool) -> WebPart:
    title, shows = over(exhibit, "", "neutral")
    if isinstance(exhibit, Stat):
        first = hero and exhibit.share is not None
        return WebPart(exhibit, title, shows, hero=first, remarks=remarks_of(exhibit))
    if not isinstance(exhibit, Chart | Map):
        return WebPart(exhibit, title, shows)
    drawn = (drawing_of(measurer, exhibit, window, theme, color) for window in (WIDE, NARROW))
    figure = WebFigure(_name(exhibit), told_of(exhibit.alt), table_of(exhibit), *drawn)
    return WebPart(exhibit, title, shows, figure)


def _name(exhibit: Chart | Map) -> str:
    """One sentence for those who come by: its main point, else what it shows."""
    told = exhibit.takeaway or exhibit.heading or exhibit.alt.partition(". ")[0]
    kind = say("Map") if isinstance(exhibit, Map) else say("Chart")
    return f"{kind}: {prose.one_line(told).rstrip('.')}."


def _questions(station: Station) -> Iterator[WebQuestion]:
    for exhibit in station.exhibits:
        if isinstance(exhibit, Bullets) and exhibit.form == "questions":
            for i, words in enumerate(exhibit.items):
                starter = exhibit.starters[i] if i < len(exhibit.starters) else ""
                yield WebQuestion(exhibit.first + i, prose.plain(words), starter)


def _page(one: WebStation, theme: Theme) -> Page:
    """The drawings of a station one under the other, so that they are checked as all pages are."""
    boxes: list[Box] = []
    y = BETWEEN
    for part in one.parts:
        for drawing in _drawings(part.figure):
            ink = Part("Figure", (replace(drawing, y=y),), alt=drawing.exhibit.alt)
            size = (0.0, y, drawing.w, drawing.h)
            boxes.append(Box("exhibit", *size, (ink,), part.exhibit, drawing.type))
            y += drawing.h + BETWEEN
    station = one.station
    return Page(
        name=f"station-{station.number}",
        title=f"{station.number}. {station.question}",
        width=WIDE.width,
        height=y,
        boxes=tuple(boxes),
        color=theme.pillar(station.pillar),
        number=station.number,
        shows=station.exhibits,
        layout=one.layout,
    )


def _drawings(figure: WebFigure | None) -> Iterator[Drawing]:
    if figure:
        yield from filter(None, (figure.wide, figure.narrow))


def _left(one: WebStation) -> Iterator[Problem]:
    for part in one.parts:
        if part.figure and not (part.figure.wide or part.figure.narrow):
            yield Problem(
                "Words of this picture have no room on the web page, which has its table alone.",
                "Shorten the longest label.",
                part.exhibit.at,
                "warning",
            )
