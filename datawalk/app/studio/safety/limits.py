"""How much may be sent: counted while it arrives, whatever its length is said to be."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 100_000_000
"""Of one request."""
MOST_OF_A_FILE = 20_000_000
MOST_FILES = 40
MOST_FIELDS = 400
MOST_WORDS = 1_000_000
"""Bytes of a form without files, and of one field."""


class TooLargeError(Exception):
    """More was sent than is taken."""


class UnreadableError(Exception):
    """What was sent is no form."""


class Limit:
    """Stops reading a request at the most that is taken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            receive = counted(receive, Headers(scope=scope), MOST_BYTES)
        await self._app(scope, receive, send)


def counted(receive: Receive, headers: Headers, most: int) -> Receive:
    """The same, until there is more of it than `most`: then TooLargeError is raised."""
    told = headers.get("content-length", "0")
    said = int(told) if told.isdigit() else 0
    arrived = 0

    async def received() -> Message:
        nonlocal arrived
        if said > most:
            raise TooLargeError
        message = await receive()
        arrived += len(message.get("body", b""))
        if arrived > most:
            raise TooLargeError
        return message

    return received


async def body(receive: Receive, headers: Headers, most: int) -> bytes:
    """All that was sent, where it is no more than `most`. Raises TooLargeError."""
    receive = counted(receive, headers, most)
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


async def form(request: Request) -> FormData:
    """The fields and files of a form. Raises TooLargeError, UnreadableError.

    Files have names that their sender chose: they are to be shown, never to be used as paths.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        sent = await body(request.receive, request.headers, MOST_WORDS)
        try:
            found = parse_qsl(sent.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except UnicodeDecodeError as error:
            raise UnreadableError from error
        except ValueError as error:
            raise TooLargeError from error
        fields: list[tuple[str, str | UploadFile]] = [*found]
        return FormData(fields)
    if kind != "multipart/form-data":
        return FormData()
    parser = _Files(
        request.headers,
        request.stream(),
        max_files=MOST_FILES,
        max_fields=MOST_FIELDS,
        max_part_size=MOST_WORDS,
    )
    try:
        parsed = await parser.parse()
    except MultiPartException as error:
        # The parser tells by words alone which of both it is.
        large = "many" in error.message or "exceeded" in error.message
        raise (TooLargeError if large else UnreadableError) from error
    if not parser.whole:
        await parsed.close()
        raise UnreadableError
    return parsed


class _Files(MultiPartParser):
    """Counts each file too, and knows whether the last of them arrived."""

    whole = False
    _of_file = 0

    def on_end(self) -> None:
        self.whole = True

    def on_part_begin(self) -> None:
        self._of_file = 0
        super().on_part_begin()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self._of_file += end - start
        if self._current_part.file is not None and self._of_file > MOST_OF_A_FILE:
            raise TooLargeError
        super().on_part_data(data, start, end)
