"""Lets in people on the same network, to one walk alone.

Browsers send no Sec-Fetch-Site to an address of a network, so a change must have the Origin of our
own page, the cookie, and the token of that person's pages. What is not on the list below is not
there for guests: nothing that writes beside the walk, no other walk, and not the sharing itself.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from datawalk.app.studio.safety.gate import (
    OPEN,
    READING,
    Reason,
    Refuse,
    marking,
    token_of,
)
from datawalk.app.studio.safety.guests import Guest, Guests, TooManyError
from datawalk.app.studio.safety.key import same
from datawalk.app.studio.safety.limits import TooLargeError, UnreadableError, form

WRITES = frozenset(
    {
        "change",
        "undo",
        "redo",
        "tip",
        "conflict",
        "number",
        "ticks",
        "grid",
        "photo",
        "crop",
        "languages",
    }
)
"""What guests who may write can do, by the part of the address behind the walk."""
KEPT = frozenset({"share", "more", "text", "data", "history", "print"})
"""Pages of a walk that are for the person at the computer alone."""
WITHOUT_NAMES = frozenset({"event", "event/room.webp"})
"""What those who only look see of the event: sheets have names of people, and links to calls."""
GUEST = "datawalk.guest"
"""Where pages find who asks."""


class GuestGate:
    """Checks each request from the network before any page sees it. `ask` is the page with the
    form for the code; it is told why it is shown again."""

    def __init__(self, app: ASGIApp, guests: Guests, refuse: Refuse, ask: Refuse) -> None:
        self._app, self._guests, self._refuse, self._ask = app, guests, refuse, ask
        self._home = f"/w/{guests.walk}"
        self._cookie = f"datawalk-guest-{guests.host.rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008})
        request = Request(scope, receive)
        answer, receive = await self._answer(request, receive)
        return await (answer or self._app)(scope, receive, marking(send, "same-origin"))

    async def _answer(self, request: Request, receive: Receive) -> tuple[Response | None, Receive]:
        """What is said in place of a page, if anything; the body can still be read."""
        if reason := self._astray(request):
            return self._refuse(request, reason), receive
        path, reading = request.url.path, request.method in READING
        if reading and path.startswith(OPEN):
            return None, receive
        if path == "/enter":
            return await self._entering(request), receive
        guest = self._guests.guest(request.cookies.get(self._cookie, ""))
        if guest is None:
            return self._ask(request, "closed"), receive
        if path == "/":
            return RedirectResponse(self._home, 303), receive
        if not self._open_to(guest, path, reading=reading):
            return self._refuse(request, "stranger"), receive
        if not reading:
            refused, receive = await self._change(request, receive, guest)
            if refused:
                return refused, receive
        elif not path.endswith((".jpg", ".webp")):
            self._guests.at(guest, path)
        request.scope[GUEST] = guest
        return None, receive

    def _astray(self, request: Request) -> Reason | None:
        hosts = request.headers.getlist("host")
        if hosts != [self._guests.host]:
            return "host"
        origin = request.headers.get("origin", "null")
        if origin not in ("null", f"http://{self._guests.host}"):
            return "stranger"
        return None if request.method in (*READING, "POST") else "method"

    def _open_to(self, guest: Guest, path: str, *, reading: bool) -> bool:
        if reading and path.startswith("/language/"):
            return True
        if path != self._home and not path.startswith(f"{self._home}/"):
            return False
        inner = path.removeprefix(self._home).strip("/")
        part = inner.partition("/")[0]
        if not reading:
            return guest.writes and part in WRITES
        return part not in KEPT and (part != "event" or guest.writes or inner in WITHOUT_NAMES)

    async def _entering(self, request: Request) -> Response:
        """The form with the code, or the link of those who only look, becomes a cookie."""
        if request.method in READING:
            return await self._by_link(request)
        if request.headers.get("origin") != f"http://{self._guests.host}":
            return self._refuse(request, "stranger")
        try:
            sent = await form(request)
        except (TooLargeError, UnreadableError):
            return self._refuse(request, "large")
        code, name = str(sent.get("code", ""))[:40], str(sent.get("name", ""))[:200]
        address = request.client.host if request.client else ""
        try:
            guest = await run_in_threadpool(self._guests.enter, code, name, address)
        except TooManyError:
            return self._ask(request, "many")
        return self._let_in(guest) if guest else self._ask(request, "token")

    async def _by_link(self, request: Request) -> Response:
        guest = self._guests.enter_to_look(request.query_params.get("look", ""), "")
        return self._let_in(guest) if guest else self._ask(request, "closed")

    def _let_in(self, guest: Guest) -> Response:
        to = RedirectResponse(self._home, 303)
        to.set_cookie(self._cookie, guest.session, httponly=True, samesite="strict", path="/")
        return to

    async def _change(
        self, request: Request, receive: Receive, guest: Guest
    ) -> tuple[Response | None, Receive]:
        if request.headers.get("origin") != f"http://{self._guests.host}":
            return self._refuse(request, "stranger"), receive
        try:
            token, receive = await token_of(request, receive)
        except TooLargeError:
            return self._refuse(request, "large"), receive
        right = same(token, guest.change)
        return (None if right else self._refuse(request, "token")), receive
