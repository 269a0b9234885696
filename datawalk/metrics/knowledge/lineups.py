"""Metrics that tell of one of 100 who stand in line, such as incomes: rows of lineups.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from datawalk.shipped import table
from datawalk.words import phrase, spoken

PRINTED = ("lineup", "each")
"""The columns whose words are printed."""


@dataclass(frozen=True, slots=True)
class InLine:
    """A metric that is the figure of the one `at` a place of 100; `lineup` heads all of them."""

    metric: str
    lineup: str
    each: str
    at: int


def lineup(metric: str) -> tuple[InLine, ...]:
    """All metrics of the line in which this one tells of somebody, the first in line first."""
    held = _known(spoken())
    own = held.get(metric)
    found = (one for one in held.values() if own and one.lineup == own.lineup)
    return tuple(sorted(found, key=lambda one: one.at))


def lined_up() -> tuple[str, ...]:
    """The metrics that tell of one in a line."""
    return tuple(_known(spoken()))


@lru_cache(maxsize=16)
def _known(language: str) -> Mapping[str, InLine]:
    return MappingProxyType(
        {row["metric"]: _told(row, language) for row in table("metrics/knowledge/lineups.csv")}
    )


def _told(row: Mapping[str, str], language: str) -> InLine:
    lineup, each = (phrase(language, f"lineups.csv {name}", row[name]) for name in PRINTED)
    return InLine(row["metric"], lineup, each, int(row["at"]))
