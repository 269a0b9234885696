"""Whether the colours of a theme can be read on each other, and the nearest that could."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.problems import At, Problem
from datawalk.theme import TEXT, Theme, contrast, rgb

APART = 1.6
"""Our bar and those of others side by side: they differ by their labels too."""
STEPS = 200
"""Steps of lightness that are tried between black and white."""

Locate = Callable[[str], At]
"""Where a colour was written, by its name: ink, or pillars.work."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that stands on a ground, both named as in the theme, and the ratio it needs."""

    color: str
    ground: str
    least: float


def pairs(theme: Theme) -> tuple[Pair, ...]:
    """Every pair of colours that the painters set on each other."""
    grounds = ("paper", "tint")
    type_ = ("ink", "muted", "accent")
    written = [Pair(name, ground, TEXT) for name in type_ for ground in grounds]
    of_pillars = [
        Pair(f"pillars.{pillar}", other, least)
        for pillar in theme.pillars
        for other, least in (("paper", TEXT), ("tint", TEXT), ("field", APART))
    ]
    return (*written, *of_pillars, Pair("field", "paper", APART))


def contrast_problems(theme: Theme, locate: Locate) -> list[Problem]:
    """One Problem for each pair that is too faint."""
    return [_problem(theme, pair, locate) for pair in pairs(theme) if not _passes(theme, pair)]


def color_of(theme: Theme, name: str) -> str:
    """The colour called ink, or pillars.work."""
    _, _, pillar = name.partition("pillars.")
    return theme.pillars[pillar] if pillar else str(getattr(theme, name))


def _passes(theme: Theme, pair: Pair) -> bool:
    return _reached(theme, pair) >= pair.least


def _reached(theme: Theme, pair: Pair) -> float:
    return contrast(color_of(theme, pair.color), color_of(theme, pair.ground))


def _problem(theme: Theme, pair: Pair, locate: Locate) -> Problem:
    color, ground = color_of(theme, pair.color), color_of(theme, pair.ground)
    better = nearest_passing(theme, pair.color)
    hint = f"The nearest that can be read is {better}." if better else "Change the ground as well."
    return Problem(
        f"The color {pair.color} ({color}) on {pair.ground} ({ground}) reaches "
        f"{_reached(theme, pair):.1f} to 1; {pair.least:g} is needed.",
        hint,
        locate(pair.color),
        kind="faint",
    )


def nearest_passing(theme: Theme, name: str) -> str:
    """The colour of the same hue, nearest in lightness, that passes on all its grounds.

    Empty where none does. Lightness is that of OKLab (Ottosson 2020), in which equal steps look
    equal.
    """
    needs = [(color_of(theme, p.ground), p.least) for p in pairs(theme) if p.color == name]
    return _nearest(color_of(theme, name), needs)


def readable(color: str, ground: str, least: float) -> str:
    """The same for a colour that stands on one ground."""
    return _nearest(color, [(ground, least)])


def _nearest(from_: str, needs: Sequence[tuple[str, float]]) -> str:
    lightness, a, b = _oklab(from_)
    tried = sorted((i / STEPS for i in range(STEPS + 1)), key=lambda other: abs(other - lightness))
    for other in tried:
        color = _hex(other, a, b)
        if all(contrast(color, ground) >= least for ground, least in needs):
            return color
    return ""


def _oklab(color: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(c) for c in rgb(color))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _hex(lightness: float, a: float, b: float) -> str:
    """#rrggbb of a colour in OKLab; what the screen cannot show is brought to its edge."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return "#" + "".join(f"{round(255 * _coded(c)):02x}" for c in _mixed(long, middle, short))


def _mixed(long: float, middle: float, short: float) -> Iterator[float]:
    yield 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    yield -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    yield -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _coded(channel: float) -> float:
    """The inverse, between 0 and 1."""
    if channel <= 0.0031308:
        return max(0.0, channel * 12.92)
    return min(1.0, float(1.055 * channel ** (1 / 2.4) - 0.055))
