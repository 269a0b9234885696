"""Colours that can be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from datawalk.theme import base_theme, contrast, luminance, mix, shades

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
