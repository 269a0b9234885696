"""Years from which a metric counts otherwise: one row of breaks.csv for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType

from datawalk.shipped import table
from datawalk.words import phrase, spoken


def told(metric: str, years: Collection[int]) -> str:
    """What to say beside figures of these years, if they lie on both sides of a break; else ''."""
    year, says = _breaks().get(metric, (0, ""))
    before_and_after = bool(years) and min(years) < year <= max(years)
    return phrase(spoken(), "breaks.csv says", says) if before_and_after else ""


@cache
def _breaks() -> Mapping[str, tuple[int, str]]:
    rows = table("metrics/knowledge/breaks.csv")
    return MappingProxyType({row["metric"]: (int(row["year"]), row["says"]) for row in rows})
