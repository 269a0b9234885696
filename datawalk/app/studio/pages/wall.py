"""All posters of a walk as they hang beside each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.line.drawing import stamp
from datawalk.app.studio.line.shelf import Opened
from datawalk.app.studio.pages.frame import FOR_EVER, page
from datawalk.app.studio.pages.station import Stop, numbered, opened, stops
from datawalk.app.studio.preview.easel import WALL, Easel
from datawalk.app.studio.preview.findings import FieldFinding
from datawalk.app.studio.studio import studio_of
from datawalk.config.outputs import PosterOutput
from datawalk.layout.poster.sheet import size_in_points
from datawalk.page.marks import INCH
from datawalk.words import spoken

TO_FIX = ("fix", "look")
"""Sorts of findings that somebody has to do something about before posters print."""
IN_A_ROW = 5
"""Posters of one wall."""
GAP = 11
"""Inches between two posters."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A poster on the wall. `to_fix` and `tips` count what is said of it."""

    stop: Stop
    to_fix: int = 0
    tips: int = 0


def wall(request: Request) -> Response:
    """The wall. What is to fix is looked for after it is shown, for that takes a while."""
    walk = opened(request)
    if walk.file is None:
        return RedirectResponse(f"/w/{walk.shelved.name}", 303)
    return _page(request, walk, "wall.html", ())


def found(request: Request) -> Response:
    """The same wall with what is to fix, and the tips."""
    walk = opened(request)
    if walk.file is None:
        raise HTTPException(404)
    findings = easel_of(request, walk).check(Desk(walk.shelved.path).now().text).findings
    return _page(request, walk, "wall_rows.html", findings, looked=True)


def picture(request: Request) -> Response:
    """A poster as it hangs on the wall; the last that there was where it cannot be drawn now.
    Raises HTTPException."""
    walk = opened(request)
    number = numbered(walk, request.path_params["station"])
    text = Desk(walk.shelved.path).now().text
    view = easel_of(request, walk).paint(text, number - 1, width=WALL)
    if view is None or view.picture is None:
        raise HTTPException(404)
    kept = FOR_EVER if view.fresh else {}
    return Response(view.picture.webp, media_type="image/webp", headers=kept)


def easel_of(request: Request, walk: Opened) -> Easel:
    """The easel on which a walk is drawn for the person who asks."""
    return studio_of(request).easels.of(walk.shelved.path, spoken())


def _page(
    request: Request,
    walk: Opened,
    template: str,
    findings: tuple[FieldFinding, ...],
    *,
    looked: bool = False,
) -> Response:
    fix = Counter(one.station for one in findings if one.sort in TO_FIX)
    tips = Counter(one.station for one in findings if one.sort == "tip")
    hung = [Hung(stop, fix[stop.number - 1], tips[stop.number - 1]) for stop in stops(walk)]
    wide, tall = _paper(walk)
    return page(
        request,
        template,
        change=studio_of(request).key.change,
        walk=walk,
        tab="wall",
        tag=Desk(walk.shelved.path).now().tag,
        rows=[hung[i : i + IN_A_ROW] for i in range(0, len(hung), IN_A_ROW)],
        count=len(hung),
        paper=f"{wide:g} × {tall:g}",
        wide=WALL,
        tall=round(WALL * tall / wide),
        minutes=sum(one.stop.minutes for one in hung),
        feet=round((len(hung) * wide + (len(hung) - 1) * GAP) / 12),
        version=stamp(walk.shelved.path),
        looked=looked,
        to_fix=fix.total(),
    )


def _paper(walk: Opened) -> tuple[float, float]:
    """Width and height of the posters in inches."""
    outputs = walk.file.config.outputs if walk.file else ()
    poster = next((one for one in outputs if isinstance(one, PosterOutput)), None)
    width, height = size_in_points((poster or PosterOutput(medium="poster")).size)
    return width / INCH, height / INCH
