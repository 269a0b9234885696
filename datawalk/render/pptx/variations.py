"""Colours as variations of those of a theme: lighter, darker, duller, as office programs say it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from datawalk.theme import mix, rgb

WHOLE = 100_000
"""All of a share in DrawingML, which counts in thousandths of a percent (ECMA-376)."""
TURN = 21_600_000
"""All hues, in 60,000ths of a degree."""
ALIKE = 1 / 12
"""Share of all hues by which a colour may differ from the one that it is a variation of."""
DULL = 0.2
"""Colours of less than this between their strongest and weakest light are of words and grounds."""
GROUNDS = ("tx2", "tx1", "bg2", "bg1")
"""The colours of words and grounds, the likeliest one first."""
ENDS = ("#ffffff", "#000000")

Named = tuple[tuple[str, str], ...]
"""Colours of a theme by the names that shapes use, the likeliest one first."""


@dataclass(frozen=True, slots=True)
class Variation:
    """The name of a colour of the theme, and the steps from it to another one, as XML."""

    name: str
    steps: str


@lru_cache(maxsize=2048)
def variation(color: str, named: Named) -> Variation | None:
    """`color` as a variation of that colour of the theme which it was most likely made of.

    None where it is like none of them: then it does not follow the theme.
    """
    found = _tinted(color, named) or _akin(color, named)
    return Variation(found[0], "".join(_steps(color, found[1]))) if found else None


def _tinted(color: str, named: Named) -> tuple[str, str] | None:
    """The colour of which it is a tint or a shade, mixed with the paper, white or black."""
    ends = tuple(dict.fromkeys((*(base for name, base in named if name == "bg1"), *ENDS)))
    mixed = (one for one in named if _reached(color, one[1]) and _between(color, one[1], ends))
    return next(mixed, None)


def _between(color: str, base: str, ends: Sequence[str]) -> bool:
    return any(
        _near(color, mix(base, end, share)) for end in ends for share in _share(color, base, end)
    )


def _share(color: str, base: str, end: str) -> Iterator[float]:
    """How much of `end` is in a mixture, by the light that differs most in the two."""
    three = zip(rgb(color), rgb(base), rgb(end), strict=True)
    (mixed, one, other) = max(three, key=lambda light: abs(light[2] - light[1]))
    if one != other and 0 <= (mixed - one) / (other - one) <= 1:
        yield (mixed - one) / (other - one)


def _near(color: str, other: str) -> bool:
    """Alike to the last digit, which is rounded."""
    return all(abs(a - b) < 1.5 / 255 for a, b in zip(rgb(color), rgb(other), strict=True))


def _akin(color: str, named: Named) -> tuple[str, str] | None:
    """The colour of the nearest hue; of dull colours that of words and grounds."""
    fit = [one for one in named if _reached(color, one[1]) and _apart(color, one[1]) <= ALIKE]
    calm = [one for one in fit if one[0] in GROUNDS] if _chroma(color) < DULL else []
    return min(calm or fit, key=lambda one: _apart(color, one[1]), default=None)


def _reached(color: str, base: str) -> bool:
    """Whether steps lead there: no step gives a grey a hue."""
    return not _chroma(color) or bool(_chroma(base))


def _apart(color: str, other: str) -> float:
    """How far apart two hues are, from 0 to 0.5; greys have none."""
    if not _chroma(color):
        return 0.0
    apart = abs(_hls(color)[0] - _hls(other)[0])
    return min(apart, 1 - apart)


def _chroma(color: str) -> float:
    return max(rgb(color)) - min(rgb(color))


def _hls(color: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*rgb(color))


def _steps(color: str, base: str) -> Iterator[str]:
    """From one colour to another: its hue, how full it is, and how light."""
    (hue, light, full), (other, before, plain) = _hls(color), _hls(base)
    if full and round((hue - other) * TURN):
        yield f'<a:hueOff val="{round((hue - other) * TURN)}"/>'
    if plain and round(full / plain, 3) != 1:
        yield f'<a:satMod val="{round(full / plain * WHOLE)}"/>'
    if light > before:
        kept = round((1 - light) / (1 - before) * WHOLE)
        yield f'<a:lumMod val="{kept}"/><a:lumOff val="{WHOLE - kept}"/>'
    elif light < before:
        yield f'<a:lumMod val="{round(light / before * WHOLE)}"/>'
