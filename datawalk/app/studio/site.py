"""The studio as one application: its addresses, and the gate before them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from datawalk.app.studio.pages import (
    adding,
    change,
    conflict,
    event,
    faults,
    history,
    language,
    news,
    numbers,
    own_data,
    picker,
    picture,
    place,
    printing,
    questions,
    settings,
    share,
    start,
    station,
    tabs,
    text,
    uploads,
    wall,
    work,
)
from datawalk.app.studio.pages.frame import STATIC, icons
from datawalk.app.studio.safety.gate import Gate
from datawalk.app.studio.safety.guest_gate import GuestGate
from datawalk.app.studio.safety.guests import Guests
from datawalk.app.studio.safety.limits import Limit
from datawalk.app.studio.studio import Studio

GET, POST = ("GET",), ("POST",)
ROUTES = (
    Route("/", start.start, methods=GET),
    Route("/sample", start.sample, methods=POST),
    Route("/open", start.bring, methods=POST),
    Route("/schema.json", text.schema, methods=GET),
    Route("/help", start.help_page, methods=GET),
    Route("/w/{walk}/copy", start.copy, methods=POST),
    Route("/w/{walk}/more", start.more, methods=GET),
    Route("/language/{code}", language.choose, methods=GET),
    Route("/new/place", place.place, methods=GET),
    Route("/new/place/hits", place.hits, methods=GET),
    Route("/new/place/chosen", place.chosen, methods=GET),
    Route("/new/questions", questions.questions, methods=GET),
    Route("/new/questions/sum", questions.sums, methods=GET),
    Route("/new/card/{template:path}.webp", questions.card, methods=GET),
    Route("/new/numbers", numbers.numbers, methods=GET),
    Route("/new/numbers/get", numbers.get, methods=POST),
    Route("/new/walk", numbers.write, methods=POST),
    Route("/move", start.move, methods=POST),
    Route("/work/{task}", work.progress, methods=GET),
    Route("/work/{task}/stop", work.stop, methods=POST),
    Route("/w/{walk}", station.first, methods=GET),
    Route("/w/{walk}/s/{station}", station.station, methods=GET),
    Route("/w/{walk}/wall", wall.wall, methods=GET),
    Route("/w/{walk}/wall/found", wall.found, methods=GET),
    Route("/w/{walk}/wall/{station}.jpg", wall.picture, methods=GET),
    Route("/w/{walk}/page/{station}.jpg", picture.picture, methods=GET),
    Route("/w/{walk}/see/{station}", picture.see, methods=GET),
    Route("/w/{walk}/news", news.news, methods=GET),
    Route("/w/{walk}/found", news.found, methods=GET),
    Route("/w/{walk}/add", adding.add, methods=GET),
    Route("/w/{walk}/change", change.change, methods=POST),
    Route("/w/{walk}/undo", change.undo, methods=POST),
    Route("/w/{walk}/redo", change.redo, methods=POST),
    Route("/w/{walk}/tip", change.hide, methods=POST),
    Route("/w/{walk}/history", history.history, methods=GET),
    Route("/w/{walk}/history/restore", history.restore, methods=POST),
    Route("/w/{walk}/history/revert", history.revert, methods=POST),
    Route("/w/{walk}/conflict/{station}", conflict.conflict, methods=GET),
    Route("/w/{walk}/conflict/{station}", conflict.choose, methods=POST),
    Route("/w/{walk}/text", text.text, methods=GET),
    Route("/w/{walk}/text", text.write, methods=POST),
    Route("/w/{walk}/place", tabs.place, methods=GET),
    Route("/w/{walk}/look", tabs.look, methods=GET),
    Route("/w/{walk}/data", tabs.data, methods=GET),
    Route("/w/{walk}/data/get", tabs.get, methods=POST),
    Route("/w/{walk}/languages", tabs.languages, methods=GET),
    Route("/w/{walk}/languages", tabs.translate, methods=POST),
    Route("/w/{walk}/event", event.event, methods=GET),
    Route("/w/{walk}/event/supplies", event.bring, methods=GET),
    Route("/w/{walk}/event/room.webp", event.room, methods=GET),
    Route("/w/{walk}/event/file/{name}", event.file, methods=GET),
    Route("/w/{walk}/print", printing.print_page, methods=GET),
    Route("/w/{walk}/print", printing.begin, methods=POST),
    Route("/w/{walk}/print/ready", printing.ready, methods=GET),
    Route("/w/{walk}/print/list", printing.shop_list, methods=GET),
    Route("/w/{walk}/print/poster", printing.poster, methods=GET),
    Route("/w/{walk}/print/{task}/kit", printing.kit_file, methods=GET),
    Route("/w/{walk}/share", share.share, methods=GET),
    Route("/w/{walk}/share", share.begin, methods=POST),
    Route("/w/{walk}/share/people", share.people, methods=GET),
    Route("/w/{walk}/share/stop", share.stop, methods=POST),
    Route("/w/{walk}/share/renew", share.renew, methods=POST),
    Route("/w/{walk}/share/end", share.end, methods=POST),
    Route("/w/{walk}/numbers", picker.numbers, methods=GET),
    Route("/w/{walk}/number", picker.choose, methods=POST),
    Route("/w/{walk}/ticks", settings.ticks, methods=POST),
    Route("/w/{walk}/grid", settings.grid, methods=POST),
    Route("/w/{walk}/photo", uploads.shown, methods=GET),
    Route("/w/{walk}/photo", uploads.photo, methods=POST),
    Route("/w/{walk}/font", uploads.font, methods=POST),
    Route("/w/{walk}/slides", uploads.slides, methods=POST),
    Route("/w/{walk}/crop", uploads.crop, methods=GET),
    Route("/w/{walk}/crop", uploads.cropped, methods=POST),
    Route("/w/{walk}/table", own_data.table, methods=POST),
    Route("/w/{walk}/table", own_data.looked, methods=GET),
    Route("/w/{walk}/table/use", own_data.use, methods=POST),
    Route("/w/{walk}/table/drop", own_data.drop, methods=POST),
    Route("/static/icons.svg", icons, methods=GET),
    Mount("/static", StaticFiles(directory=STATIC)),
)


def site(studio: Studio) -> ASGIApp:
    """All pages of a studio, behind its gate."""
    return language.Speaking(Gate(Limit(_pages(studio)), studio.key, faults.refuse))


def guest_site(studio: Studio, guests: Guests) -> ASGIApp:
    """The pages of the one walk that is shared, behind the gate for people on the network."""
    gate = GuestGate(Limit(_pages(studio)), guests, faults.refuse, share.ask)
    return language.Speaking(gate)


def _pages(studio: Studio) -> Starlette:
    pages = Starlette(routes=ROUTES, exception_handlers=dict(faults.HANDLERS))
    pages.state.studio = studio
    return pages
