"""A station of a walk: the list of all, and the poster that will print."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import shelf
from datawalk.app.studio.line.drawing import WIDTHS, stamp
from datawalk.app.studio.line.shelf import Opened
from datawalk.app.studio.pages.frame import FOR_EVER, page
from datawalk.app.studio.studio import studio_of
from datawalk.config.station import StationConfig
from datawalk.icons.choices import icon_for, station_icon
from datawalk.metrics.model import Place
from datawalk.problems import Problems


@dataclass(frozen=True, slots=True)
class Stop:
    """A station as the list shows it."""

    name: str
    number: int
    question: str
    pillar: str
    icon: str
    minutes: int


def opened(request: Request) -> Opened:
    """The walk that an address names. Raises HTTPException where there is none."""
    found = shelf.walk(studio_of(request).folder, request.path_params["walk"])
    if found is None:
        raise HTTPException(404)
    return shelf.opened(found)


def stops(walk: Opened) -> tuple[Stop, ...]:
    """The stations of a walk in their order."""
    place = walk.place
    return tuple(
        _stop(name, number, one, place)
        for number, (name, one) in enumerate(walk.stations.items(), 1)
    )


def _stop(name: str, number: int, one: StationConfig, place: Place | None) -> Stop:
    asked = shelf.filled(one.question or one.title or "", place)
    icon = station_icon(one.icon or "", one.predictor or "", one.pillar)
    icon = icon or icon_for("sign", "any")
    return Stop(name, number, asked, one.pillar, icon, one.minutes)


def first(request: Request) -> Response:
    """On to the first station; a walk that cannot be read says why."""
    walk = opened(request)
    if walk.file is None:
        change = studio_of(request).key.change
        return page(request, "broken.html", change=change, walk=walk)
    return RedirectResponse(f"/w/{walk.shelved.name}/s/{next(iter(walk.stations))}", 303)


def station(request: Request) -> Response:
    """The list, and the poster of one station. Raises HTTPException where it is not there."""
    walk = opened(request)
    if walk.file is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    listed = stops(walk)
    here = next((stop for stop in listed if stop.name == request.path_params["station"]), None)
    if here is None:
        raise HTTPException(404)
    return page(
        request,
        "station.html",
        change=studio_of(request).key.change,
        walk=walk,
        stops=listed,
        here=here,
        version=stamp(walk.shelved.path),
        minutes=sum(stop.minutes for stop in listed),
    )


def numbered(walk: Opened, name: str) -> int:
    """The number of a station that an address names. Raises HTTPException."""
    names = list(walk.stations)
    if name not in names:
        raise HTTPException(404)
    return names.index(name) + 1


def picture(request: Request) -> Response:
    """The poster of a station as an image, kept by the browser for as long as it does not
    change. Raises HTTPException where there is none."""
    walk = opened(request)
    number = numbered(walk, request.path_params["station"])
    wide = request.query_params.get("w", "")
    width = int(wide) if wide in map(str, WIDTHS) else WIDTHS[0]
    try:
        drawn = studio_of(request).drawings.poster(walk.shelved.path, number, width)
    except Problems as found:
        raise HTTPException(404) from found
    return Response(drawn, media_type="image/webp", headers=FOR_EVER)
