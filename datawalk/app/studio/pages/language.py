"""Which language the studio speaks: chosen, remembered, or that of the browser."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from datawalk.app.studio.pages.places import ours
from datawalk.app.studio.phrases import preferred
from datawalk.words import speaking

COOKIE = "datawalk-language"
A_YEAR = 365 * 24 * 3600


class Speaking:
    """Answers each request in the language of the person who asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        request = Request(scope)
        accepted = request.headers.get("accept-language", "")
        with speaking(preferred(request.cookies.get(COOKIE, ""), accepted)):
            return await self._app(scope, receive, send)


def choose(request: Request) -> Response:
    """Remembers a language, and goes back."""
    to = RedirectResponse(ours(request.query_params.get("back", "/")), 303)
    code = preferred(request.path_params["code"], "")
    to.set_cookie(COOKIE, code, max_age=A_YEAR, httponly=True, samesite="strict", path="/")
    return to
