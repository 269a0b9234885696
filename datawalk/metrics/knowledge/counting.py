"""How those who publish figures count: one row of counting.csv for each source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.shipped import table
from datawalk.words import phrase, spoken


def counting(metric: str) -> str:
    """How figures of this metric come about, in the language in use."""
    return phrase(spoken(), "counting.csv how", _told()[catalog().get(metric).source])


@cache
def _told() -> Mapping[str, str]:
    return {row["source"]: row["how"] for row in table("metrics/knowledge/counting.csv")}
