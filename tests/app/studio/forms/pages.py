"""A page of the studio with nothing but forms on it: those of a station, or of a tab."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms.stations import station_forms
from datawalk.app.studio.forms.walks import walk_forms
from datawalk.app.studio.pages import frame
from datawalk.app.studio.pages.station import opened
from datawalk.app.studio.studio import studio_of
from datawalk.words import spoken

STATION = """{% extends "base.html" %}{% import "forms/fields.html" as fields with context %}
{% block title %}forms{% endblock %}
{% block page %}<main id="main" class="page tight" tabindex="-1"><h1>Boone</h1>{{ fields.WHAT() }}
<p id="see"></p></main>{% endblock %}"""


def seen(path: Path) -> Version:
    """A walk as it lies on the disk, its stations with their ids."""
    return Desk(path).now()


def forms_page(request: Request) -> Response:
    """The forms that the address names: a number of a station, or a tab."""
    walk, which = opened(request), request.path_params["which"]
    version = seen(walk.shelved.path)
    folder = walk.shelved.path.parent
    if which.isdigit():
        named = version.stations[int(which) - 1].id
        forms: object = station_forms(version, named, spoken(), folder)
    else:
        forms = walk_forms(version, which, spoken())
    macro = "station" if which.isdigit() else "walk_settings"
    pages = frame._pages()
    text = pages.from_string(STATION.replace("WHAT", macro)).render(
        language=spoken(), back="/", change=studio_of(request).key.change, walk=walk, forms=forms
    )
    return HTMLResponse(text)


ROUTE = Route("/forms/{walk}/{which}", forms_page, methods=("GET",))
