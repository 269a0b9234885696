"""The picture of a station: the sheet that will print, with the parts that lead to their fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.version import StationAt
from datawalk.app.studio.pages.desk import OnDesk, on_desk, station_of
from datawalk.app.studio.pages.frame import FOR_EVER, page
from datawalk.app.studio.preview.drafts import Show
from datawalk.app.studio.preview.easel import EaselView
from datawalk.app.studio.preview.outlines import PartOutline
from datawalk.app.studio.preview.words import PARTS
from datawalk.words import spoken

SHOWS: tuple[Show, ...] = get_args(Show)
WIDTHS = (240, 480, 720, 900, 1200, 1600, 2400)
"""Pixels that a picture may be wide."""


@dataclass(frozen=True, slots=True)
class PictureWish:
    """What is asked to be seen: a poster, a slide or a handout, its language, sheet, and width."""

    show: Show = "poster"
    lang: str = ""
    sheet: int = 0
    width: int = 900
    tab: str = ""

    @property
    def query(self) -> str:
        """As a part of an address."""
        return f"show={self.show}&lang={self.lang}&sheet={self.sheet}"


@dataclass(frozen=True, slots=True)
class HotPart:
    """A part of a picture that leads to a field: where it lies in pixels, and what it is called."""

    href: str
    name: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A picture as a page shows it. `fresh` is whether it shows the words as they are now; `held`
    whether that sheet cannot print."""

    src: str
    width: int
    height: int
    sheet: int
    sheets: int
    alt: str
    parts: tuple[HotPart, ...]
    fresh: bool
    why: str
    inches: float = 0.0


def wish_of(request: Request) -> PictureWish:
    """What an address asks to see; what is strange in it is the usual."""
    asked = request.query_params
    show: Show = next((one for one in SHOWS if one == asked.get("show")), "poster")
    lang, sheet, wide = (asked.get(name, "") for name in ("lang", "sheet", "w"))
    return PictureWish(
        show,
        lang if lang.isalpha() and len(lang) <= 3 else "",
        int(sheet) if sheet.isdecimal() and len(sheet) < 3 else 0,
        next((one for one in WIDTHS if wide == str(one)), 900),
        asked.get("tab", "")[:40],
    )


def see(request: Request) -> Response:
    """The picture of a station as it is now, to be put into its page; 204 where the same page
    asked for another one meanwhile."""
    walk, wish = on_desk(request), wish_of(request)
    here = station_of(request, walk)
    seen = _painted(walk, here, wish)
    if seen is None:
        return Response(status_code=204)
    made = page(request, "see.html", walk=walk, wish=wish, seen=seen, here_id=here.id)
    made.headers["etag"] = f'"{walk.version.tag}"'
    return made


def _painted(walk: OnDesk, here: StationAt, wish: PictureWish) -> ShownSheet | None:
    view = walk.bench.paint(
        walk.version,
        here.index,
        wish.show,
        language=wish.lang,
        width=wish.width,
        sheet=wish.sheet,
        tab=wish.tab,
    )
    return None if view is None else _shown(walk, here, view)


def _shown(walk: OnDesk, here: StationAt, view: EaselView) -> ShownSheet:
    of_here = [one for one in view.findings if one.station in (None, here.index)]
    why = of_here[0].text if of_here and not view.fresh else ""
    made = view.picture
    if made is None:
        return ShownSheet("", 900, 1350, 0, 1, "", (), False, why)
    src = f"/w/{walk.shelved.name}/page/{here.id}.jpg?v={made.hash}"
    parts = _parts(made.outlines, walk.shelved.name, made.width, made.height)
    known = (made.sheet, made.sheets, made.alt, parts)
    return ShownSheet(src, made.width, made.height, *known, view.fresh, why, round(made.inches, 2))


def shown_of(walk: OnDesk, here: StationAt, wish: PictureWish) -> ShownSheet:
    """A picture that is still to be painted, so that its page need not wait for it."""
    src = (
        f"/w/{walk.shelved.name}/page/{here.id}.jpg?{wish.query}&w={wish.width}"
        f"&v={walk.version.tag}"
    )
    wide, high = (900, 506) if wish.show == "slide" else (900, 1350)
    return ShownSheet(src, wide, high, wish.sheet, 1, "", (), True, "")


def _parts(found: Sequence[PartOutline], walk: str, wide: int, high: int) -> tuple[HotPart, ...]:
    """The parts in the order of the page, each before those that lie on it."""
    left, ordered = sorted(found, key=lambda o: (o.bounds.y, o.bounds.x)), list[PartOutline]()
    while left:
        one = left[0]
        over = [o for o in left if o.bounds.area > one.bounds.area and o.bounds.meets(one.bounds)]
        one = max(over, key=lambda o: o.bounds.area, default=one)
        left.remove(one)
        ordered.append(one)
    return tuple(_part(one, walk, wide, high) for one in ordered)


def _part(one: PartOutline, walk: str, wide: int, high: int) -> HotPart:
    b, inner = one.bounds, one.address[:1] == ("stations",)
    field = addresses.written(one.address[2:] if inner else one.address)
    href = ("" if inner else f"/w/{walk}/place") + "#f-" + field.replace(".", "-")
    name = PARTS[one.part].told(spoken()) if one.part in PARTS else one.part
    box = (round(n, 1) for n in (b.x * wide, b.y * high, b.w * wide, b.h * high))
    return HotPart(href if field else "#main", name, *box)


def picture(request: Request) -> Response:
    """A picture, kept by the browser for as long as it does not change."""
    walk = on_desk(request)
    made, kept = walk.bench.picture(request.query_params.get("v", "")), True
    if made is None:
        here, wish = station_of(request, walk), wish_of(request)
        view = walk.bench.paint(
            walk.version,
            here.index,
            wish.show,
            language=wish.lang,
            width=wish.width,
            sheet=wish.sheet,
        )
        made, kept = (view.picture, view.fresh) if view else (None, False)
    if made is None:
        return nothing()
    return Response(made.jpeg, media_type="image/jpeg", headers=FOR_EVER if kept else {})


def nothing() -> Response:
    """What stands for a picture that cannot be drawn and never was; it is asked for again."""
    return Response(_NOTHING, media_type="image/svg+xml", headers={"cache-control": "no-store"})


_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="36"/>'
