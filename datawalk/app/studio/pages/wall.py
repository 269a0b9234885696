"""All posters of a walk as they hang beside each other."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.line import stations
from datawalk.app.studio.pages.desk import OnDesk, on_desk, station_of
from datawalk.app.studio.pages.frame import FOR_EVER, page
from datawalk.app.studio.pages.picture import nothing
from datawalk.app.studio.preview.easel import WALL
from datawalk.app.studio.studio import studio_of
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.marks import INCH

IN_A_ROW = 5
"""Posters of one wall."""
GAP = 11
"""Inches between two posters."""
USUAL = "24x36"


def wall(request: Request) -> Response:
    """The wall. What is to fix comes after it is shown, for that takes a while."""
    walk = on_desk(request)
    if walk.version.readable is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    return _page(request, walk, "wall.html")


def found(request: Request) -> Response:
    """The same wall with what is to fix, and the tips, as soon as they are known."""
    return _page(request, on_desk(request), "wall_rows.html")


def picture(request: Request) -> Response:
    """A poster as it hangs on the wall; the last that there was where it cannot be drawn now."""
    walk = on_desk(request)
    here = station_of(request, walk)
    view = walk.bench.paint(walk.version, here.index, "poster", width=WALL)
    if view is None or view.picture is None:
        return nothing()
    kept = FOR_EVER if view.fresh else {}
    return Response(view.picture.jpeg, media_type="image/jpeg", headers=kept)


def looked(walk: OnDesk) -> bool:
    """Whether what was found is of the walk as it is now."""
    seen = walk.bench.seen()
    return seen is not None and seen.version.tag == walk.version.tag


def _page(request: Request, walk: OnDesk, template: str) -> Response:
    hung = stations.rows(walk.version)
    wide, tall = _paper(walk)
    return page(
        request,
        template,
        change=studio_of(request).key.change,
        walk=walk,
        tab="wall",
        rows=[hung[i : i + IN_A_ROW] for i in range(0, len(hung), IN_A_ROW)],
        count=len(hung),
        paper=f"{wide:g} × {tall:g}",
        wide=WALL,
        tall=round(WALL * tall / wide),
        minutes=sum(one.minutes for one in hung),
        feet=round((len(hung) * wide + (len(hung) - 1) * GAP) / 12),
        notes=walk.notes,
        looked=looked(walk),
    )


def _paper(walk: OnDesk) -> tuple[float, float]:
    """Width and height of the posters in inches; the usual ones where they cannot be read."""
    data = walk.version.readable.data if walk.version.readable else None
    outputs = data.get("outputs") if isinstance(data, dict) else None
    listed = outputs if isinstance(outputs, list) else []
    posters = (one for one in listed if isinstance(one, dict) and one.get("medium") == "poster")
    size = str(next(posters, {}).get("size", USUAL))
    try:
        width, height = size_in_points(size)
    except ValueError:
        width, height = size_in_points(USUAL)
    return width / INCH, height / INCH
