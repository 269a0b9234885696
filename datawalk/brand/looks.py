"""The colours of slides in a template's look: its own where they can be read, else the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from datawalk.check.colours import APART, color_of, nearest_passing, pairs
from datawalk.theme import TEXT, Theme, base_theme, contrast, luminance, mix

BLACK, WHITE = "#000000", "#ffffff"
STRONG = 7.0
"""Running text on its ground (WCAG 2.1, 1.4.6)."""
ORDER = ("work", "education", "neighborhoods", "health", "governance", "voices", "vision")
"""Pillars take the accents in this order; the welcome wears the first."""


def legible(wished: Iterable[str], ground: str, least: float = TEXT) -> str:
    """The first of the colours that can be read on the ground; else black or white."""
    good = (color for color in wished if color and contrast(color, ground) >= least)
    return next(good, max((BLACK, WHITE), key=lambda color: contrast(color, ground)))


def look_of(paper: str, slots: Mapping[str, str]) -> tuple[Theme, list[str]]:
    """The theme of slides on that paper, and a line for each accent that had to change."""
    accents = [slots[f"accent{i}"] for i in range(1, 7)]
    ink = legible((slots["tx1"], slots["tx2"], slots["bg1"]), paper, STRONG)
    theme = Theme(
        paper=paper,
        ink=ink,
        muted=mix(ink, paper, 0.28),
        rule=mix(ink, paper, 0.82),
        field=_field(ink, paper),
        tint=_tint(accents[0], ink, paper),
        accent=accents[1],
        sun=base_theme().sun,
        pillars=MappingProxyType(_pillars(accents)),
    )
    return _readable(theme)


def _field(ink: str, paper: str) -> str:
    """A grey for the bars of others, that stands off the paper no more than it must."""
    apart = 2.4 if luminance(paper) < luminance(ink) else APART + 0.2
    shares = (i / 100 for i in range(90, 0, -1))
    steps = (mix(ink, paper, share) for share in shares)
    return next(color for color in steps if contrast(color, paper) >= apart)


def _tint(accent: str, ink: str, paper: str) -> str:
    """The paper with a breath of the first accent, as far as text keeps its contrast."""
    for share in (0.9, 0.93, 0.96):
        tint = mix(accent, paper, share)
        if contrast(ink, tint) >= STRONG:
            return tint
    return paper


def _pillars(accents: list[str]) -> dict[str, str]:
    colors = {name: accents[i % len(accents)] for i, name in enumerate(ORDER)}
    return {name: colors.get(name, accents[0]) for name in base_theme().pillars}


def _readable(theme: Theme) -> tuple[Theme, list[str]]:
    """The theme with every colour that is too faint moved to the nearest that is not."""
    told: dict[str, str] = {}
    pillars = {
        name: _moved(theme, f"pillars.{name}", color, told) for name, color in theme.pillars.items()
    }
    muted = nearest_passing(theme, "muted") if _faint(theme, "muted") else theme.muted
    accent = _moved(theme, "accent", theme.accent, told)
    mended = replace(theme, muted=muted, accent=accent, pillars=MappingProxyType(pillars))
    return mended, list(told.values())


def _moved(theme: Theme, name: str, color: str, told: dict[str, str]) -> str:
    if not _faint(theme, name):
        return color
    better = nearest_passing(theme, name) or theme.ink
    grounds = f"{theme.paper} or on panels ({theme.tint})"
    told[color] = f"The color {color} is too faint on {grounds}: {better} stands in for it."
    return better


def _faint(theme: Theme, name: str) -> bool:
    color = color_of(theme, name)
    mine = (pair for pair in pairs(theme) if pair.color == name)
    return any(contrast(color, color_of(theme, pair.ground)) < pair.least for pair in mine)
