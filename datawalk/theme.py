"""Themes: the colours of a kit, read from YAML over the base, and their contrast."""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from datawalk.config.schema import ThemeConfig
from datawalk.shipped import text
from datawalk.source import read_text


def _fixed(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


# Pages keep their theme, and pages can be pickled.
copyreg.pickle(MappingProxyType, lambda held: (_fixed, (dict(held),)))


TEXT = 4.5
"""The least contrast of text on its ground (WCAG 2.1, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb. `pillars` maps a station's pillar to its colour."""

    paper: str
    ink: str
    muted: str
    rule: str
    field: str
    tint: str
    accent: str
    sun: str
    pillars: Mapping[str, str]

    def sun_on(self, ground: str) -> str:
        """What says how sure a number is on a dark ground; plain paper where it is too faint."""
        return self.sun if contrast(self.sun, ground) >= TEXT else self.paper

    def pillar(self, name: str) -> str:
        """The colour of a pillar; stations without one wear the colour of the welcome."""
        return self.pillars.get(name, self.pillars["welcome"])


@cache
def base_theme() -> Theme:
    """The theme that every other one is laid over."""
    written = _read("base")
    names = {field.name for field in fields(Theme)}
    colors = {key: value for key, value in written.items() if key in names}
    return Theme(**{**colors, "pillars": MappingProxyType(dict(written["pillars"]))})


def theme_of(written: ThemeConfig) -> Theme:
    """The base, under the shipped theme that is named, under the author's own colours."""
    shipped = ThemeConfig() if written.base == "default" else _shipped(written.base)
    return _over(_over(base_theme(), shipped), written)


@cache
def _shipped(name: str) -> ThemeConfig:
    return ThemeConfig.model_validate(_read(name))


def _read(name: str) -> Mapping[str, Any]:
    file = f"themes/{name}.yaml"
    data = read_text(text(file), file).data
    assert isinstance(data, dict)
    return data


def _over(theme: Theme, written: ThemeConfig) -> Theme:
    colors = written.model_dump(exclude_none=True, exclude={"base", "pillars", "face", "logos"})
    pillars: dict[str, str] = {key: value.lower() for key, value in written.pillars.items()}
    return replace(
        theme,
        **{key: value.lower() for key, value in colors.items()},
        pillars=MappingProxyType({**theme.pillars, **pillars}),
    )


@lru_cache(maxsize=1024)
def rgb(color: str) -> tuple[float, float, float]:
    """'#rrggbb' as three numbers from 0 to 1."""
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


def mix(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it."""
    pairs = zip(rgb(color), rgb(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=1024)
def contrast(color: str, ground: str) -> float:
    """Contrast ratio, WCAG 2.1: 1 to 21; text needs 4.5, large text and marks 3."""
    light, dark = sorted((luminance(color), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: str, theme: Theme) -> str:
    """Ink or paper, whichever can be read on a colour and better; '' where neither can."""
    best = max((theme.ink, theme.paper), key=lambda color: contrast(color, ground))
    return best if contrast(best, ground) >= TEXT else ""


def shades(color: str, count: int) -> tuple[str, ...]:
    """`count` steps from a light tint to a dark shade of `color`, for the classes of a map."""
    light, dark = mix(color, "#ffffff", 0.86), mix(color, "#000000", 0.5)
    ramp = (light, mix(color, "#ffffff", 0.58), mix(color, "#ffffff", 0.28), color, dark)
    if count <= 1:
        return (color,)
    return tuple(ramp[round(i * (len(ramp) - 1) / (count - 1))] for i in range(count))
