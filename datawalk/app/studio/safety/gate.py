"""Lets in the browser that the studio opened, and nobody else.

Being on this computer only is no border: any page in the same browser can send requests to it. A
page of another site is told by Origin and Sec-Fetch-Site; one whose name was made to mean this
computer (DNS rebinding) by Host; another program by the cookie; and nothing changes without the
token that stands in our own pages only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from datawalk.app.studio.safety.key import Tokens, same
from datawalk.app.studio.safety.limits import MOST_WORDS, TooLargeError, body

TOKEN = "x-datawalk-token"
"""The header that comes with every change."""
FIELD = "token"
"""The field of a plain form that holds it, where no script sends the header."""
READING = ("GET", "HEAD")
PLAIN = "application/x-www-form-urlencoded"
OPEN = "/static/"
"""What needs no cookie: it is the same for everyone, and pages that refuse need it."""

Reason = Literal["host", "stranger", "closed", "token", "large", "method", "many"]
Refuse = Callable[[Request, Reason], Response]

POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)


class Gate:
    """Checks each request before any page sees it, and marks each answer."""

    def __init__(self, app: ASGIApp, key: Tokens, refuse: Refuse) -> None:
        self._app, self._key, self._refuse = app, key, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008})
        request = Request(scope, receive)
        marked = marking(send)
        answer = self._entering(request) or self._refusal(request)
        if answer is None and request.method not in READING:
            answer, receive = await self._change(request, receive)
        return await (answer or self._app)(scope, receive, marked)

    def _entering(self, request: Request) -> Response | None:
        """The way in for the first request of all: its token becomes a cookie."""
        token = request.query_params.get("token", "")
        if not token or request.url.path != "/" or self._astray(request):
            return None
        others = [(k, v) for k, v in request.query_params.multi_items() if k != "token"]
        to = RedirectResponse("/" + (f"?{urlencode(others)}" if others else ""), 303)
        if self._key.enters(token):
            to.set_cookie(
                self._key.cookie, self._key.session, httponly=True, samesite="strict", path="/"
            )
            return to
        return to if self._known(request) else self._refuse(request, "closed")

    def _refusal(self, request: Request) -> Response | None:
        reason = self._astray(request)
        if reason:
            return self._refuse(request, reason)
        if request.method in READING and request.url.path.startswith(OPEN):
            return None
        return None if self._known(request) else self._refuse(request, "closed")

    def _astray(self, request: Request) -> Reason | None:
        """Why a request cannot come from our own page, or from the person's address bar."""
        if len(request.headers.getlist("host")) != 1 or request.headers["host"] not in (
            self._key.hosts
        ):
            return "host"
        origin = request.headers.get("origin", "null")
        ours = origin in ("null", f"http://{request.headers['host']}")
        if not ours or request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "stranger"
        return None

    def _known(self, request: Request) -> bool:
        return same(request.cookies.get(self._key.cookie, ""), self._key.session)

    async def _change(self, request: Request, receive: Receive) -> tuple[Response | None, Receive]:
        """Refuses a change that does not come from one of our pages; its body can still be read."""
        headers = request.headers
        if request.method not in ("POST", "PUT", "DELETE"):
            return self._refuse(request, "method"), receive
        # Where the referrer is kept back, the Origin of our own forms is "null".
        from_us = headers.get("origin", "null") != "null"
        if not from_us and headers.get("sec-fetch-site") != "same-origin":
            return self._refuse(request, "stranger"), receive
        try:
            token, receive = await token_of(request, receive)
        except TooLargeError:
            return self._refuse(request, "large"), receive
        right = same(token, self._key.change)
        return (None if right else self._refuse(request, "token")), receive


async def token_of(request: Request, receive: Receive) -> tuple[str, Receive]:
    """The token that came with a change, in a header or in a plain form, whose body can be read
    again. Raises TooLargeError."""
    headers = request.headers
    token = headers.get(TOKEN)
    if token is None and headers.get("content-type", "").partition(";")[0] == PLAIN:
        sent = await body(receive, headers, MOST_WORDS)
        token = parse_qs(sent.decode("latin-1")).get(FIELD, [""])[0]
        receive = _again(sent, receive)
    return token or "", receive


def _again(sent: bytes, receive: Receive) -> Receive:
    """Gives a body that was read already to whoever asks first."""
    left = [sent]

    async def received() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return received


def marking(send: Send, referrer: str = "no-referrer") -> Send:
    """Every answer says what browsers may do with it, and is kept only where it says so itself."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name, value in HEADERS:
                headers[name] = value
            headers["referrer-policy"] = referrer
            if "cache-control" not in Headers(raw=message["headers"]):
                headers["cache-control"] = "no-store"
        await send(message)

    return marked
