"""A station of a walk: the list of all, its words, and the sheet that will print."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk.version import StationAt
from datawalk.app.studio.line import shelf, stations
from datawalk.app.studio.line.shelf import Opened
from datawalk.app.studio.pages.desk import OnDesk, forms_of, on_desk, station_of
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.picture import shown_of, wish_of
from datawalk.app.studio.studio import studio_of
from datawalk.config.station import StationConfig
from datawalk.icons.choices import icon_for, station_icon
from datawalk.metrics.model import Place


@dataclass(frozen=True, slots=True)
class StationTile:
    """A station as lists show it."""

    name: str
    number: int
    question: str
    pillar: str
    icon: str
    minutes: int


def opened(request: Request) -> Opened:
    """The walk that an address names. Raises HTTPException where there is none."""
    walk = on_desk(request)
    return shelf.opened(walk.shelved, tuple(stop.id for stop in walk.version.stations))


def stops(walk: Opened) -> tuple[StationTile, ...]:
    """The stations of a walk in their order."""
    place = walk.place
    return tuple(
        _stop(name, number, one, place)
        for number, (name, one) in enumerate(walk.stations.items(), 1)
    )


def _stop(name: str, number: int, one: StationConfig, place: Place | None) -> StationTile:
    asked = shelf.filled(one.question or one.title or "", place)
    icon = station_icon(one.icon or "", one.predictor or "", one.pillar)
    icon = icon or icon_for("sign", "any")
    return StationTile(name, number, asked, one.pillar, icon, one.minutes)


def numbered(walk: Opened, name: str) -> int:
    """The number of a station that an address names. Raises HTTPException."""
    names = list(walk.stations)
    if name not in names:
        raise HTTPException(404)
    return names.index(name) + 1


def first(request: Request) -> Response:
    """On to the first station; to the text of a walk that has none that can be read."""
    walk = on_desk(request)
    there = walk.version.stations if walk.version.manuscript else ()
    to = f"s/{there[0].id}" if there else "text"
    return RedirectResponse(f"/w/{walk.shelved.name}/{to}", 303)


def station(request: Request) -> Response:
    """The list, the words of one station, and its picture."""
    walk = on_desk(request)
    if walk.version.readable is None:
        return RedirectResponse(f"/w/{walk.shelved.name}/text", 303)
    here = station_of(request, walk)
    return page(request, "station.html", 200, **about(request, walk, here))


def about(request: Request, walk: OnDesk, here: StationAt) -> dict[str, object]:
    """All that the page of a station shows."""
    found = stations.rows(walk.version)
    wish = wish_of(request)
    return {
        "change": studio_of(request).key.change,
        "walk": walk,
        "rows": found,
        "here": found[here.index],
        "minutes": sum(row.minutes for row in found),
        "forms": forms_of(walk, here),
        "notes": walk.notes,
        "wish": wish,
        "seen": shown_of(walk, here, wish),
        "codes": stations.languages_of(walk.version),
        "contested": [one for one in walk.bench.desk.contests() if one.station == here.id],
        "removed": request.query_params.get("removed", "")[:200],
        "moved": "",
        "saved": "",
    }
