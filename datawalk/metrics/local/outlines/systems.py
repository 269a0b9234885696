"""Coordinates in degrees, whatever system a file has them in."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from datawalk.metrics.local.outlines.features import Unreadable
from datawalk.metrics.model import Ring

if TYPE_CHECKING:
    from pyproj import Transformer

_DEGREES = {"4326", "4269", "4979", "4152", "4759", "6318", "4322"}
"""Systems in degrees that differ by a few metres: WGS 84, and NAD 83 in its versions."""
_OUTSIDE = re.compile(r"grids|parameterfile|extension|boundcrs", re.IGNORECASE)
"""Words of a description that makes the reader open further files."""

WEB = "EPSG:3857"
"""The metres of web maps, which programs for such maps save without saying so."""
WEB_EDGE = 20_037_509.0
"""Half the width of that map."""

Turn = Callable[[Sequence[tuple[float, float]]], Ring]


def are_degrees(system: str) -> bool:
    """Whether a system is known to be in degrees from Greenwich."""
    if system.startswith("EPSG:"):
        return system.removeprefix("EPSG:") in _DEGREES
    bare = system.upper().replace(" ", "")
    plain = bare.startswith(("GEOGCS[", "GEOGCRS[", "GEODCRS[")) and "BOUNDCRS" not in bare
    return plain and "DEGREE" in bare and "GREENWICH" in bare


def to_degrees(system: str) -> Turn:
    """What takes points of a system to longitude and latitude. Raises Unreadable."""
    if are_degrees(system):
        return tuple
    try:
        from pyproj import network
    except ImportError:
        raise Unreadable(
            "it is not in degrees, and turning it needs the maps extra (pip install '.[maps]' in "
            "the folder of datawalk)"
        ) from None
    if _OUTSIDE.search(system):
        raise Unreadable("its projection names further files, which are not opened")
    network.set_network_enabled(False)  # type: ignore[attr-defined]
    turn = _transformer(system)

    def turned(points: Sequence[tuple[float, float]]) -> Ring:
        xs, ys = turn.transform([x for x, _ in points], [y for _, y in points])
        if not all(map(math.isfinite, (*xs, *ys))):
            raise Unreadable("its coordinates do not fit its projection")
        return tuple(zip(xs, ys, strict=True))

    return turned


@lru_cache(maxsize=8)
def _transformer(system: str) -> Transformer:
    """Finding the way between two systems takes 40 ms; a walk is read again after every edit."""
    from pyproj import CRS, Transformer
    from pyproj.exceptions import ProjError

    try:
        known = CRS.from_user_input(system) if system[:5] == "EPSG:" else CRS.from_wkt(system)
        return Transformer.from_crs(known, 4326, always_xy=True)
    except (ProjError, ValueError, UnicodeError):
        raise Unreadable("its projection is not one that is known") from None
