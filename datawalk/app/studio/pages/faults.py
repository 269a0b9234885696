"""What went wrong, as a page in plain words: what is so, what is safe, the way on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.phrases import told
from datawalk.app.studio.safety.gate import Reason
from datawalk.app.studio.safety.limits import TooLargeError, UnreadableError
from datawalk.problems import Problems

_STATUS: Mapping[Reason, int] = {
    "host": 421,
    "stranger": 403,
    "closed": 401,
    "token": 403,
    "large": 413,
    "method": 405,
}


def refuse(request: Request, reason: Reason) -> Response:
    """The answer to a request that is not let in. It tells nothing of what is inside."""
    return _fault(request, _STATUS[reason], *_refused(reason))


def _refused(reason: Reason) -> tuple[str, str]:
    match reason:
        case "closed":
            return told("This page is not open here"), told(
                "The studio opens in the browser that it started. Close this page, and start "
                "the studio again: a new page opens by itself."
            )
        case "large":
            return _too_large()
        case "token":
            return told("This page is from before"), told(
                "The studio was started again since this page was opened. Nothing was changed. "
                "Open the first page, and do it once more."
            )
        case _:
            return told("The studio does not answer this"), told(
                "It answers only its own pages on this computer. Nothing was changed."
            )


def _too_large() -> tuple[str, str]:
    return told("That is too much at once"), told(
        "One file may have 20 MB, and up to 40 files may come at a time, 100 MB together. "
        "Nothing was changed. Make the file smaller, or send fewer."
    )


def _fault(request: Request, status: int, title: str, words: str, **more: object) -> Response:
    shown = {"problems": (), "inside": status not in (401, 403, 421), **more}
    return page(request, "fault.html", status, title=title, words=words, **shown)


def not_found(request: Request, error: Exception) -> Response:
    """The answer to an address that leads nowhere, or is used in a wrong way."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return _fault(
        request,
        status,
        told("There is no such page"),
        told("The walk or the station may have been renamed or removed. Nothing was changed."),
    )


def too_large(request: Request, _: Exception) -> Response:
    """The answer to more than is taken."""
    return _fault(request, 413, *_too_large())


def unreadable(request: Request, _: Exception) -> Response:
    """The answer to what is no form, or only half of one."""
    return _fault(
        request,
        400,
        told("That did not arrive whole"),
        told("What was sent cannot be read. Nothing was changed. Go back, and send it again."),
    )


def problems(request: Request, error: Exception) -> Response:
    """The answer where the walk, its data or the folder stand in the way."""
    found = error.problems if isinstance(error, Problems) else ()
    return _fault(
        request,
        409,
        told("This could not be done yet"),
        told("Nothing was changed, and nothing is lost. This stands in the way:"),
        problems=found,
    )


def broken(request: Request, _: Exception) -> Response:
    """The answer where the program itself is at fault."""
    return _fault(
        request,
        500,
        told("The studio made a mistake"),
        told(
            "Your walks are safe on this computer. Go back, and try again. If it happens "
            "again, tell us what you did: the window where the studio was started says more."
        ),
    )


HANDLERS: Mapping[type[Exception], Callable[[Request, Exception], Response]] = {
    HTTPException: not_found,
    TooLargeError: too_large,
    UnreadableError: unreadable,
    Problems: problems,
    Exception: broken,
}
