"""Places and figures for tests of what is said of them."""

from __future__ import annotations

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Gap, Observation, Origin, Place, Quality

BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")
JOHNSON = Place("19103", "county", "Johnson County", "Iowa", "IA")
GREENE = Place("29077", "county", "Greene County", "Missouri", "MO")
MIDDLE = Place("us-median", "benchmark", "Middle U.S. county")
ORIGIN = Origin("a.csv", 2, "x", "May 2025")
METRICS = catalog().metrics


def seen(
    metric: str,
    value: float | None,
    place: Place = BOONE,
    *,
    bounds: tuple[float, float] | None = None,
    pair: tuple[float, float] | None = None,
    year: int = 2023,
    quality: Quality | None = Quality.STRONG,
) -> Observation:
    low, high = bounds or (None, None)
    missing = None if value is not None or pair else Gap("year", 2023)
    return Observation(
        metric,
        place,
        year,
        value=value,
        pair=pair,
        lower=low,
        upper=high,
        quality=quality,
        missing=missing,
        origin=ORIGIN,
    )
