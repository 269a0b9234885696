"""What the figures of a predictor leave open: one row of unsaid.csv for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.shipped import table
from datawalk.words import phrase, spoken


def unsaid(metric: str) -> str:
    """What a figure of this metric does not say, in the language in use."""
    return phrase(spoken(), "unsaid.csv says", _says()[catalog().get(metric).predictor])


@cache
def _says() -> Mapping[str, str]:
    return {row["predictor"]: row["says"] for row in table("metrics/knowledge/unsaid.csv")}
