"""Colours of templates: what their shapes make of them, and how they are mended."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml import parse_xml

from datawalk.brand.colors import USUAL, Colors, on_layout
from datawalk.brand.faces import UNKNOWN, wider
from datawalk.brand.ground import Painted, ground_under
from datawalk.brand.looks import look_of
from datawalk.check.colours import contrast_problems
from datawalk.page.stage import Frame
from datawalk.problems import NOWHERE
from datawalk.theme import contrast

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
COLOR = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def fill(inner: str) -> Any:
    return parse_xml(f"<a:solidFill {A}>{inner}</a:solidFill>")


@pytest.mark.parametrize(
    ("inner", "color"),
    [
        ('<a:srgbClr val="0F3D5C"/>', "#0f3d5c"),
        ('<a:sysClr val="window" lastClr="FFFFFF"/>', "#ffffff"),
        ('<a:sysClr val="window"/>', "#ffffff"),
        ('<a:sysClr val="windowText"/>', "#000000"),
        ('<a:prstClr val="white"/>', "#ffffff"),
        ('<a:srgbClr val="FF0000"><a:lumOff val="25000"/></a:srgbClr>', "#ff8080"),
        ('<a:schemeClr val="bg1"/>', "#ffffff"),
        ('<a:schemeClr val="phClr"/>', "#123456"),
        ('<a:srgbClr val="FF0000"><a:lumMod val="50000"/></a:srgbClr>', "#800000"),
        ('<a:srgbClr val="FF0000"><a:shade val="50000"/></a:srgbClr>', "#800000"),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', "#808080"),
        ('<a:srgbClr val="FF0000"><a:alpha val="20000"/></a:srgbClr>', ""),
        ("", ""),
    ],
)
def test_a_fill_is_read(inner: str, color: str) -> None:
    assert Colors(USUAL).of(fill(inner), "#123456") == color


def test_a_layout_may_swap_light_and_dark() -> None:
    swap = '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"/>'
    layout = parse_xml(f"<p:sldLayout {P} {A}><p:clrMapOvr>{swap}</p:clrMapOvr></p:sldLayout>")
    assert on_layout(Colors(USUAL), layout).slots["bg1"] == "#000000"
    plain = parse_xml(f"<p:sldLayout {P}/>")
    assert on_layout(Colors(USUAL), plain).slots["bg1"] == "#ffffff"


@settings(max_examples=60, deadline=None)
@given(st.lists(COLOR, min_size=9, max_size=9), st.booleans())
def test_any_colours_end_as_a_theme_that_can_be_read(colors: list[str], dark: bool) -> None:
    paper = "#0b1f33" if dark else "#f7f3ea"
    names = ["tx1", "tx2", "bg2", *(f"accent{i}" for i in range(1, 7))]
    theme, _ = look_of(paper, dict(zip(names, colors, strict=True)) | {"bg1": paper})
    assert contrast_problems(theme, lambda _: NOWHERE) == []
    assert contrast(theme.ink, paper) >= 7


def test_grounds_are_even_or_busy() -> None:
    slide, words = Frame(0, 0, 960, 540), Frame(40, 120, 880, 380)
    white = Painted(slide, ("#ffffff",), full=True)
    assert ground_under(words, [white]).color == "#ffffff"
    band = Painted(Frame(0, 0, 960, 100), ("#123456",), full=True)
    assert ground_under(words, [white, band]).color == "#ffffff"
    assert ground_under(Frame(40, 10, 880, 80), [white, band]).color == "#123456"
    photo = Painted(Frame(0, 0, 500, 540), (), full=False)
    assert ground_under(words, [white, photo]).busy
    assert ground_under(words, [photo, white]).color == "#ffffff"
    line = Painted(Frame(0, 300, 960, 0), (), full=False, line=True)
    assert ground_under(words, [white, line]).busy
    frame = Painted(Frame(10, 10, 940, 520), (), full=False, line=True)
    assert not ground_under(words, [white, frame]).busy
    dots = [Painted(Frame(100 * i, 300, 9, 9), ("#ff0000",), full=False) for i in range(1, 8)]
    assert not ground_under(words, [white, *dots[:3]]).busy
    assert ground_under(words, [white, *dots]).busy
    blend = Painted(slide, ("#ffffff", "#0b1f33"), full=True)
    assert ground_under(words, [blend]).busy


def test_faces_that_run_wide_are_known() -> None:
    assert wider("Calibri") == wider("arial") == wider("") == 1
    assert wider("Verdana") > wider("Open Sans") > 1
    assert wider("Municipal Sans") == UNKNOWN
