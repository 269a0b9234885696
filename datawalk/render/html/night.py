"""Colors of the page by night: lightness is turned round, and every contrast stays as it is."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from datawalk.theme import luminance, rgb

GROUND = "#10151f"
"""What paper becomes."""


@lru_cache(maxsize=1024)
def night(color: str, paper: str) -> str:
    """The color with as much contrast to the dark ground as it has to paper, in the same hue.

    Two colors then differ by night as they do by day, so that what could be read still can.
    """
    ratio = (luminance(paper) + 0.05) / (luminance(color) + 0.05)
    wanted = min(1.0, (luminance(GROUND) + 0.05) * ratio - 0.05)
    if color == paper:
        return GROUND
    hue, _, full = colorsys.rgb_to_hls(*rgb(color))
    low, high = 0.0, 1.0
    for _ in range(18):
        middle = (low + high) / 2
        found = _hex(hue, middle, full)
        low, high = (middle, high) if luminance(found) < wanted else (low, middle)
    return _hex(hue, high, full)


def _hex(hue: float, light: float, full: float) -> str:
    return "#" + "".join(
        f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue, light, full)
    )
