"""Adding a station to a walk: a ready one, or an empty one of one's own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.new.walk import PILLARS
from datawalk.app.studio.line import seeking, stations
from datawalk.app.studio.line.offers import plain_offers
from datawalk.app.studio.pages.desk import on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of
from datawalk.icons.choices import icon_for
from datawalk.words import spoken


def add(request: Request) -> Response:
    """Cards of all ready stations with their numbers here, and an empty one."""
    walk, studio = on_desk(request), studio_of(request)
    read = walk.version.readable
    written = read.value(("place",)) if read and read.has(("place",)) else None
    told_place = written if isinstance(written, str) else ""
    place = seeking.place_of(told_place) or (seeking.sure(told_place) if told_place else None)
    ready = studio.offers.soon(place, spoken()) if place else ()
    found = ready or plain_offers(spoken())
    after = request.query_params.get("after", "")
    count = len(walk.version.stations)
    at = min(int(after), count) if after.isdecimal() and len(after) < 4 else count
    there = {
        stop.value.get("template") for stop in walk.version.stations if isinstance(stop.value, dict)
    }
    return page(
        request,
        "adding.html",
        change=studio.key.change,
        walk=walk,
        here=None,
        notes=walk.notes,
        at=at,
        rows=stations.rows(walk.version),
        there=there,
        coming=ready is None,
        pillars=[(p, icon_for("pillar", p), [o for o in found if o.pillar == p]) for p in PILLARS],
    )
