"""What changed in a walk since its page was made: by other programs, or found meanwhile."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.line import stations
from datawalk.app.studio.pages.change import ChangeOutcome, pieces
from datawalk.app.studio.pages.desk import on_desk
from datawalk.app.studio.pages.frame import page
from datawalk.app.studio.studio import studio_of

SEEN = "x-datawalk-seen"
"""The header that tells which findings a page shows."""


def news(request: Request) -> Response:
    """The parts of a page that changed; 204 where nothing did."""
    walk, asked = on_desk(request), request.query_params
    seen = walk.bench.seen()
    known = f"{seen.version.tag}" if seen else ""
    same = asked.get("tag") == walk.version.tag
    if same and asked.get("seen", "") == known:
        return Response(status_code=204)
    made = ChangeOutcome(walk.version, asked.get("station", ""), "", structure=not same)
    answer = pieces(request, walk, made)
    answer.headers[SEEN] = known
    return answer


def found(request: Request) -> Response:
    """All that is to fix and all tips of a walk, each with a way to it."""
    walk = on_desk(request)
    rows = stations.rows(walk.version)
    return page(
        request,
        "found.html",
        change=studio_of(request).key.change,
        walk=walk,
        rows={row.id: row for row in rows},
        notes=walk.notes,
        here=None,
    )
