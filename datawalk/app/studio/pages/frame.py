"""What every page has around it, and how templates become answers."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from datawalk.app.studio.phrases import LANGUAGES, told, told_many
from datawalk.icons.outlines import SIDE
from datawalk.shipped import table
from datawalk.words import spoken

HOME = Path(__file__).resolve().parents[1]
STATIC = HOME / "static"
FOR_EVER = {"cache-control": "private, max-age=31536000, immutable"}


@cache
def _pages() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HOME / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        told=told, told_many=told_many, poster=poster, version=version(), languages=LANGUAGES
    )
    return made


def page(request: Request, template: str, /, status: int = 200, **shown: object) -> HTMLResponse:
    """A template with what it shows; `change` is the token of pages that may change something."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    text = (
        _pages()
        .get_template(template)
        .render(
            language=spoken(),
            guest=request.scope.get("datawalk.guest"),
            back=quote(back, safe="") if request.method == "GET" else quote("/", safe=""),
            **{"change": "", **shown},
        )
    )
    return HTMLResponse(text, status)


def poster(walk: str, station: str, version: str, width: int) -> str:
    """The address of the picture of a poster; `version` changes whenever the walk does."""
    return f"/w/{walk}/page/{station}.jpg?w={width}&v={version}"


@cache
def version() -> str:
    """Changes whenever a file that pages load does."""
    files = (path.read_bytes() for path in sorted(STATIC.iterdir()))
    return sha256(b"".join(files) + sprite().encode()).hexdigest()[:10]


@cache
def sprite() -> str:
    """All icons as one SVG: those of stations, and those of what can be done."""
    rows = (*table("icons/outlines.csv"), *table("app/studio/static/actions.csv"))
    symbols = "".join(
        f'<symbol id="{row["icon"]}" viewBox="0 0 {SIDE:g} {SIDE:g}">'
        f'<path d="{row["outline"]}"/></symbol>'
        for row in rows
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>'


def icons(_: Request) -> Response:
    """The file that pages take their icons from."""
    return Response(sprite(), media_type="image/svg+xml", headers=FOR_EVER)
