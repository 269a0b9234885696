"""Albers' equal-area projection on the GRS80 ellipsoid, in closed form."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from datawalk.metrics.model import Ring

AXIS = 6378137.0
"""Half the equator's diameter in metres (GRS80)."""
E2 = 0.00669438002290
"""Eccentricity squared (GRS80)."""
_E = math.sqrt(E2)


@dataclass(frozen=True, slots=True)
class Albers:
    """Snyder, Map Projections (USGS 1395), equations 14-1 to 14-8, centred on an extent."""

    n: float
    c: float
    rho0: float
    center: float

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Metres east and north of the middle of the extent."""
        turned = longitude - 360 if longitude > 0 and self.center < -90 else longitude
        rho = AXIS * math.sqrt(self.c - self.n * _q(math.radians(latitude))) / self.n
        theta = self.n * math.radians(turned - self.center)
        return rho * math.sin(theta), self.rho0 - rho * math.cos(theta)

    def ring(self, ring: Ring) -> Ring:
        return tuple(self.point(x, y) for x, y in ring)


def albers_for(rings: Iterable[Ring]) -> Albers:
    """A projection for these rings (degrees): parallels at 1/6 and 5/6 of their latitudes.

    Longitudes over 0 next to those under -90 are the end of the Aleutians, west of 180.
    """
    points = [point for ring in rings for point in ring]
    west = min(x for x, _ in points) < -90
    xs = [x - 360 if west and x > 0 else x for x, _ in points]
    ys = [y for _, y in points]
    low, high = min(ys), max(ys)
    # An extent of one point or one latitude still needs two parallels.
    span = max(high - low, 0.01)
    # Parallels on both sides of the equator cancel out; close to it, one side serves for both.
    start = low if abs(low + high) > 2 else 1.0
    first, second = (math.radians(start + span * share) for share in (1 / 6, 5 / 6))
    m1, m2, q1, q2 = _m(first), _m(second), _q(first), _q(second)
    n = (m1**2 - m2**2) / (q2 - q1)
    c = m1**2 + n * q1
    rho0 = AXIS * math.sqrt(c - n * _q(math.radians((low + high) / 2))) / n
    return Albers(n, c, rho0, (min(xs) + max(xs)) / 2)


def _m(latitude: float) -> float:
    return math.cos(latitude) / math.sqrt(1 - E2 * math.sin(latitude) ** 2)


def _q(latitude: float) -> float:
    s = _E * math.sin(latitude)
    return (1 - E2) * (math.sin(latitude) / (1 - s**2) - math.log((1 - s) / (1 + s)) / (2 * _E))
