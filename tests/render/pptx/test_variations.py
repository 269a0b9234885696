"""Colours as variations of those of a theme."""

from __future__ import annotations

import pytest

from datawalk.brand.colors import Colors
from datawalk.figures.styles import comparison
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.xml import element
from datawalk.theme import base_theme, mix, rgb, shades

THEME = base_theme()
PALETTE = Palette(THEME)
SHIFTED = Colors({**PALETTE.slots, "accent4": "#006400", "dk2": "#7a5230", "folHlink": "#b8860b"})


def seen(color: str, pen: Palette, colors: Colors) -> str:
    return colors.of([element(pen.color(color))])


def near(color: str, other: str) -> bool:
    return all(abs(a - b) < 1.5 / 255 for a, b in zip(rgb(color), rgb(other), strict=True))


@pytest.mark.parametrize(
    "color",
    [
        *shades(THEME.pillar("neighborhoods"), 5),
        *(mix(color, THEME.paper, 0.9) for color in THEME.pillars.values()),
        *(mix(color, THEME.ink, 0.2) for color in THEME.pillars.values()),
        *(THEME.rule, THEME.field, THEME.sun, comparison(THEME), mix(THEME.muted, THEME.ink, 0.5)),
        *("#ffffff", "#000000", "#808080", "#f4f4f5"),
    ],
)
def test_a_variation_is_the_colour_that_was_meant(color: str) -> None:
    assert "srgbClr" not in PALETTE.color(color)
    assert near(seen(color, PALETTE, Colors(PALETTE.slots)), color)


def test_shades_of_a_map_follow_the_colour_of_its_station() -> None:
    pen = Palette(THEME, own=THEME.pillar("neighborhoods"))
    for shade in shades(pen.own, 5):
        assert 'val="accent4"' in pen.color(shade)
        red, green, blue = rgb(seen(shade, pen, SHIFTED))
        assert green > red
        assert red == pytest.approx(blue, abs=0.01)


def test_greys_follow_the_grey_of_words_and_not_a_pillar() -> None:
    pen = Palette(THEME, own=THEME.pillar("education"))
    for color in (THEME.rule, THEME.field, comparison(THEME)):
        assert 'val="tx2"' in pen.color(color)


def test_what_is_like_no_colour_of_the_theme_stays_as_it_is() -> None:
    pen = Palette(THEME, {"bg1": "#ffffff", "tx1": "#000000", "accent1": "#0b5c69"})
    assert pen.color("#c01010") == '<a:srgbClr val="C01010"></a:srgbClr>'
