"""Crests and logos of a template stay free; its grounds and bands are stood on as before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx.oxml import parse_xml

from datawalk.brand.ground import Painted
from datawalk.brand.obstacles import clear
from datawalk.brand.reading import read_brand
from datawalk.page.stage import Frame
from tests.brand import templates

BODY = Frame(40, 100, 880, 400)
LEAST = (360.0, 300.0)
SPACES = " ".join(
    f'xmlns:{short}="http://schemas.openxmlformats.org/{long}"'
    for short, long in (
        ("p", "presentationml/2006/main"),
        ("a", "drawingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
    )
)
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
TRIANGLE = (
    '<a:custGeom><a:avLst/><a:pathLst><a:path w="2" h="2"><a:moveTo><a:pt x="1" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="2" y="2"/></a:lnTo><a:lnTo><a:pt x="0" y="2"/></a:lnTo><a:close/></a:path>'
    "</a:pathLst></a:custGeom>"
)
GREEN = '<a:srgbClr val="0B6E4F"/>'
FILLS = {
    "solid": f"<a:solidFill>{GREEN}</a:solidFill>",
    "gradient": f'<a:gradFill><a:gsLst><a:gs pos="0">{GREEN}</a:gs><a:gs pos="100000">'
    '<a:srgbClr val="F2B705"/></a:gs></a:gsLst></a:gradFill>',
    "pattern": f'<a:pattFill prst="dkDnDiag"><a:fgClr>{GREEN}</a:fgClr></a:pattFill>',
    "picture": '<a:blipFill><a:blip r:embed="{}"/><a:stretch/></a:blipFill>',
}
Place = tuple[float, float, float, float]
CORNER: Place = (850, 417, 96, 112)


def shape(place: Place, fill: str, form: str = RECTANGLE) -> Any:
    x, y, w, h = (round(value * 12_700) for value in place)
    return parse_xml(
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="903" name="Crest"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>{form}{fill}'
        "</p:spPr></p:sp>"
    )


def free(frame: Frame, place: Place) -> bool:
    crest = Frame(*place)
    across = min(frame.right, crest.right) - max(frame.x, crest.x)
    down = min(frame.bottom, crest.bottom) - max(frame.y, crest.y)
    return min(across, down) <= 2


def branded(folder: Path, paint: Callable[[Any], None]) -> Any:
    deck = templates.base(templates.CITY, ("Arial", "Arial"))
    paint(deck)
    return read_brand(templates.saved(deck, folder / "t.pptx"))


@pytest.mark.parametrize("kind", FILLS)
@pytest.mark.parametrize("where", ["master", "layouts"])
@pytest.mark.parametrize(
    "place", [CORNER, (14.0, 417.0, 96.0, 112.0), (850.0, 8.0, 100.0, 90.0)], ids=str
)
def test_nothing_stands_on_a_crest(folder: Path, kind: str, where: str, place: Place) -> None:
    def paint(deck: Any) -> None:
        for sheet in [deck.slide_master] if where == "master" else deck.slide_layouts:
            fill = FILLS[kind]
            if kind == "picture":
                out = folder / "logo.png"
                out.write_bytes(templates.logo())
                fill = fill.format(sheet.part.get_or_add_image_part(str(out))[1])
            sheet.shapes._spTree.append(shape(place, fill))

    brand = branded(folder, paint)
    for frame in (brand.stage.title, brand.stage.body, brand.front.title, brand.front.rest):
        assert free(frame, place)
    assert brand.stage.body.h >= 300
    assert brand.stage.cards == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_pictures_and_forms_of_any_kind(folder: Path) -> None:
    def logo(deck: Any) -> None:
        templates.picture(deck.slide_master, CORNER, templates.logo())

    def triangle(deck: Any) -> None:
        deck.slide_master.shapes._spTree.append(shape(CORNER, FILLS["solid"], TRIANGLE))

    for paint in (logo, triangle):
        assert free(branded(folder, paint).stage.body, CORNER)


def test_the_report_says_what_stands_in_the_way(folder: Path) -> None:
    place: Place = (800.0, 100.0, 150.0, 430.0)
    brand = branded(
        folder, lambda deck: deck.slide_master.shapes._spTree.append(shape(place, FILLS["solid"]))
    )
    told = [line for line in brand.instead if "takes" in line]
    assert told == [
        f"A picture or a shape at the right takes 1.7 in from the room for {what}."
        for what in ("titles", "content")
    ]
    assert not [line for line in branded(folder, lambda deck: None).instead if "takes" in line]


def test_a_picture_of_the_whole_slide_is_ground(folder: Path) -> None:
    def paint(deck: Any) -> None:
        templates.picture(deck.slide_master, (0, 0, 960, 540), templates.logo())

    plain = branded(folder, lambda _: None).stage
    assert branded(folder, paint).stage.body == plain.body


def test_the_side_with_most_room_is_kept() -> None:
    crest = Painted(Frame(*CORNER), (), full=False)
    assert clear(BODY, [crest], LEAST) == Frame(40, 100, 802, 400)
    foot = Painted(Frame(0, 480, 960, 60), ("#0f3d5c",), full=True)
    assert clear(BODY, [foot], LEAST) == Frame(40, 100, 880, 372)
    assert clear(BODY, [foot, crest], LEAST) == Frame(40, 100, 802, 372)


def test_what_is_no_ornament() -> None:
    white = Painted(Frame(0, 0, 960, 540), ("#ffffff",), full=True)
    crest = Painted(Frame(*CORNER), (), full=False)
    patch = Painted(Frame(*CORNER), ("#ffffff",), full=True)
    line = Painted(Frame(*CORNER), (), full=False, line=True)
    large = Painted(Frame(400, 100, 500, 400), (), full=False)
    for painted in ([crest, white], [white, patch], [line], [large]):
        assert clear(BODY, painted, LEAST) == BODY


def test_where_too_little_would_be_left_the_frame_stays() -> None:
    low = Frame(40, 100, 880, 310)
    bar = Painted(Frame(0, 380, 960, 60), (), full=False)
    assert clear(low, [bar], LEAST) == low
