"""Colours that can be read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields, replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk import kit
from datawalk.check.colours import contrast_problems, nearest_passing, readable
from datawalk.config.schema import ThemeConfig
from datawalk.exhibits import Series
from datawalk.figures.grouped import fills
from datawalk.figures.hundred import PALE
from datawalk.problems import NOWHERE, Problems
from datawalk.theme import base_theme, contrast, luminance, mix, rgb, shades, theme_of

THEME = base_theme()
TEXT, MARK = 4.5, 3.0


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("pillar", THEME.pillars)
def test_pillars_carry_white_text_and_stand_out_as_marks(pillar: str) -> None:
    color = THEME.pillar(pillar)
    assert contrast(color, THEME.paper) >= TEXT
    assert contrast(mix(color, THEME.paper, 0.82), color) >= MARK  # the kicker, 50 pt


@pytest.mark.parametrize("name", ["ink", "muted", "accent"])
def test_text_colors_on_paper_and_on_the_talk_panel(name: str) -> None:
    assert contrast(getattr(THEME, name), THEME.paper) >= TEXT
    assert contrast(getattr(THEME, name), THEME.tint) >= TEXT


@pytest.mark.parametrize("pillar", THEME.pillars)
def test_our_bar_differs_from_others_in_grey_print(pillar: str) -> None:
    assert contrast(THEME.pillar(pillar), THEME.field) >= 2.5


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_shades_run_from_light_to_dark(count: int) -> None:
    for color in THEME.pillars.values():
        ramp = [luminance(shade) for shade in shades(color, count)]
        assert len(ramp) == count
        assert all(a > b for a, b in pairwise(ramp))


SHIPPED = get_args(ThemeConfig.model_fields["base"].annotation)


def test_neighboring_shades_are_told_apart_without_colour() -> None:
    for color in base_theme().pillars.values():
        ramp = shades(color, 5)
        assert all(contrast(one, two) > 1.5 for one, two in pairwise(ramp))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_themes_can_be_read(name: str) -> None:
    theme = theme_of(ThemeConfig(base=name))
    assert contrast_problems(theme, lambda _: NOWHERE) == []
    for pillar in theme.pillars:
        color = theme.pillar(pillar)
        assert contrast(mix(color, theme.paper, 0.82), color) >= MARK


def test_high_contrast_is_7_to_1() -> None:
    """WCAG 2.1, 1.4.6."""
    theme = theme_of(ThemeConfig(base="high-contrast"))
    for color in (theme.ink, theme.muted, theme.accent, *theme.pillars.values()):
        assert contrast(color, theme.paper) >= 7
        assert contrast(color, theme.tint) >= 7


def test_print_grey_is_grey() -> None:
    theme = theme_of(ThemeConfig(base="print-grey"))
    own = [getattr(theme, f.name) for f in fields(theme) if f.name != "pillars"]
    assert all(len(set(rgb(color))) == 1 for color in (*own, *theme.pillars.values()))


def test_own_colors_lie_over_the_theme_they_start_from() -> None:
    written = ThemeConfig(base="urban", ink="#101010", pillars={"work": "#003C46"})
    theme, start = theme_of(written), theme_of(ThemeConfig(base="urban"))
    assert (theme.ink, theme.muted) == ("#101010", start.muted)
    assert theme.pillars["work"] == "#003c46"
    assert theme.pillars["health"] == start.pillars["health"]


@given(st.integers(0, 0xFFFFFF))
def test_the_nearest_color_passes_and_keeps_its_hue(number: int) -> None:
    faint = replace(base_theme(), muted=f"#{number:06x}")
    better = nearest_passing(faint, "muted")
    assert contrast(better, faint.paper) >= TEXT
    assert contrast(better, faint.tint) >= TEXT
    if contrast(faint.muted, faint.paper) >= TEXT and contrast(faint.muted, faint.tint) >= TEXT:
        assert abs(luminance(better) - luminance(faint.muted)) < 0.02


def test_a_theme_file_and_a_walk_with_it(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(
        'title: W\nplace: "29019"\ndata: [metrics.csv]\ntheme: city.yaml\nstations:\n'
        "  - title: Jobs\n    pillar: work\n    blocks: [{kind: stat, metric: share_employed}]\n"
    )
    city = path.parent / "city.yaml"
    city.write_text('base: high-contrast\npillars:\n  work: "#20124d"\n', encoding="utf-8")
    page = kit.prepared(path, only="poster").documents[0].pages[0]
    assert page.color == "#20124d"
    city.write_text('base: high-contrast\nmuted: "#eeeeee"\n', encoding="utf-8")
    with pytest.raises(Problems) as found:
        kit.prepared(path)
    assert {(p.at.file, p.at.line) for p in found.value.problems} == {("city.yaml", 2)}


# How people with a colour vision deficiency see: matrices on linear sRGB for full severity, from
# Machado, Oliveira and Fernandes, IEEE Transactions on Visualization 15 (2009), table 1.
SIGHTS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}


def seen(color: str, sight: str) -> tuple[float, float, float]:
    """CIELAB (D65) of a colour as it is seen."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear, strict=True))))
        for row in SIGHTS[sight]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(color: str, other: str, sight: str) -> float:
    return math.dist(seen(color, sight), seen(other, sight))


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", SHIPPED)
def test_what_must_be_told_apart_is(name: str, sight: str) -> None:
    """Ours from others, and each class of a map from the next, by far more than is just seen."""
    theme = theme_of(ThemeConfig(base=name))
    # The two bars of a pair, of others than us.
    assert apart(theme.muted, theme.field, sight) > 20
    for pillar in theme.pillars:
        ours = theme.pillar(pillar)
        assert apart(ours, theme.field, sight) > 20, pillar
        # The part of 100 that stands out.
        assert apart(ours, mix(ours, theme.paper, PALE), sight) > 20, pillar
        for count in (2, 3, 4, 5):
            for first, second in pairwise(shades(ours, count)):
                assert apart(first, second, sight) > 5, (pillar, first, second)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", SHIPPED)
def test_bars_of_a_group_are_told_apart(name: str, sight: str) -> None:
    """Ours, a second and a third place; all but ours have an outline that stands out."""
    theme = theme_of(ThemeConfig(base=name))
    three = tuple(Series(label, (), not label) for label in ("", "second", "third"))
    for pillar in theme.pillars:
        looks = fills(three, theme, theme.pillar(pillar))
        for first, second in combinations(looks, 2):
            assert apart(first, second, sight) > 15, (pillar, first, second)
    assert contrast(theme.muted, theme.paper) >= MARK


@pytest.mark.parametrize(
    "color", ["#ff0000", "#00ff00", "#0000ff", "#fdbf11", "#0b5c69", "#ffffff"]
)
def test_a_color_that_passes_stays_what_it_is(color: str) -> None:
    """There and back through OKLab, up to a step of its lightness."""
    for one, two in zip(rgb(readable(color, "#ffffff", 1)), rgb(color), strict=True):
        assert one == pytest.approx(two, abs=4 / 255)
