"""The first step of a new walk: where, and when."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import seeking
from datawalk.app.studio.line.seeking import Hits
from datawalk.app.studio.pages.draft import NewWalk, drafted
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.pages.questions import known


def place(request: Request) -> Response:
    """The form. What was typed without a choice is looked up when the form comes back."""
    draft = drafted(request.query_params, known())
    hits = seeking.sought(draft.typed) if draft.typed and not draft.place else Hits((), 0)
    return page(request, "place.html", draft=draft, hits=hits, asked="next" in request.query_params)


def chosen(request: Request) -> Response:
    """On to the questions where one place is meant; back to choose one where several may be."""
    draft = drafted(request.query_params, known())
    draft = replace(draft, code=_code(draft, request.query_params.get("choice", "")))
    if draft.place is None:
        return RedirectResponse(f"/new/place?{draft.query}&next=1", 303)
    return RedirectResponse(f"/new/questions?{_named(draft).query}", 303)


def _code(draft: NewWalk, choice: str) -> str:
    """The code of the place that was chosen, or that is meant by what was typed since."""
    if seeking.place_of(choice):
        return choice
    if draft.place and draft.place.full == draft.typed:
        return draft.code
    sure = seeking.sure(draft.typed) if draft.typed else None
    return sure.geoid if sure else ""


def _named(draft: NewWalk) -> NewWalk:
    place_ = draft.place
    return replace(draft, typed=place_.full) if place_ else draft


def hits(request: Request) -> Response:
    """The places for what is typed so far, as options of a list."""
    typed = drafted(request.query_params).typed
    return page(request, "place_hits.html", hits=seeking.sought(typed), typed=typed)
