"""A large icon that is hardly seen, behind the words of a band or of a slide.

Lengths are points.
"""

from __future__ import annotations

from datawalk.page.marks import Icon
from datawalk.theme import Theme, contrast, mix

SHARE = 0.13
"""How much of another color is mixed into that of the ground."""
LEAST = 4.5
"""Contrast that words in the color of the paper keep on it (WCAG 2.1, 1.4.3)."""


def ghost(name: str, x: float, y: float, w: float, color: str, theme: Theme) -> Icon:
    """The icon on a ground of `color`: lighter, or darker where words could not be read on it."""
    lighter = mix(color, theme.paper, SHARE)
    seen = contrast(theme.paper, lighter) >= LEAST
    return Icon(x, y, w, name, lighter if seen else mix(color, theme.ink, SHARE))
