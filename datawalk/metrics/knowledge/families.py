"""Metrics that tell the same of one group each: one row of families.csv for each of them.

The published files have no groups for these; the group stands in the name of the metric.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from datawalk.shipped import table
from datawalk.words import phrase, spoken

PRINTED = ("family", "name", "left", "right", "parts")
"""The columns whose words are printed."""


@dataclass(frozen=True, slots=True)
class Member:
    """A metric of a family. `family` heads a chart of all of them, `name` is the group.

    `by` is the kind of groups. The two sides of a pair read `left` and `right` after their
    numbers. Members that make up a whole say what it is made of in `parts`.
    """

    metric: str
    family: str
    by: str
    name: str
    left: str
    right: str
    parts: str


def member(metric: str) -> Member | None:
    """What is known of a metric as one of a family, if it is."""
    return _members(spoken()).get(metric)


def family(metric: str) -> tuple[Member, ...]:
    """All members of the metric's family in the order of the table, which is the alphabet of their
    English names: none comes first for its size in any language. () without a family.
    """
    own = member(metric)
    return tuple(m for m in _members(spoken()).values() if own and m.family == own.family)


def paired(metric: str) -> tuple[str, ...]:
    """All metrics of the family of a pair, which one survey tells together; () for others."""
    own = member(metric)
    return tuple(m.metric for m in family(metric)) if own and own.left else ()


def wholes() -> tuple[str, ...]:
    """The metrics that are parts of a whole."""
    return tuple(m.metric for m in _members(spoken()).values() if m.parts)


@lru_cache(maxsize=16)
def _members(language: str) -> Mapping[str, Member]:
    return MappingProxyType(
        {row["metric"]: _told(row, language) for row in table("metrics/knowledge/families.csv")}
    )


def _told(row: Mapping[str, str], language: str) -> Member:
    printed = {name: phrase(language, f"families.csv {name}", row[name]) for name in PRINTED}
    return Member(**{**row, **printed})
