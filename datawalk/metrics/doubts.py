"""Figures that a person should look at before they are printed: doubts.csv says which, and why.

A doubt is no error: the source published the figure. The walk answers it with accept:.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from datawalk.metrics.model import Doubt, Observation, Place
from datawalk.words import phrase, say

DoubtName = Literal["zero", "silent-police", "far-out", "jump", "twins", "wider-area"]
MOST_NAMED = 3
"""Places that a doubt names; the others are counted."""
Told = Callable[[Observation], str]
"""Writes a figure for print."""

_ALONE: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {
        "zero": lambda value, _: value == 0,
        "below": lambda value, limit: 0 < value < limit,
        "above": lambda value, limit: value > limit,
    }
)
"""Rules that need the figure and nothing else."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of doubts.csv. `rule` is one of _ALONE, or state (its code is the limit), times (of
    all groups together), jump (both neighbouring years are that many times more, or less) or twins.
    """

    name: str
    rule: str
    limit: float
    says: str
    foot: str
    where: str

    def doubt(self, place: Place, **words: str) -> Doubt:
        """The doubt about a figure of a place, with {value}, {beside} or {others} written in."""
        told = {**words, "place": place.short, "state": place.state}
        says, foot, where = (text.format(**told) for text in (self.says, self.foot, self.where))
        return Doubt(self.name, says, foot, where)


@cache
def rules(metric: str, language: str) -> tuple[Rule, ...]:
    """The rules for a metric, with the sentence for the foot in the language of the walk."""
    text = files("datawalk.metrics").joinpath("doubts.csv").read_text(encoding="utf-8")
    return tuple(
        Rule(
            row["name"],
            row["rule"],
            float(row["limit"] or 0),
            row["says"],
            phrase(language, "doubts.csv foot", row["foot"]),
            phrase(language, "doubts.csv where", row["where"]),
        )
        for row in csv.DictReader(text.splitlines())
        if row["metric"] == metric
    )


def alone(observation: Observation, told: Told, language: str) -> tuple[Doubt, ...]:
    """The doubts that the figure itself raises."""
    value = observation.value
    if value is None:
        return ()
    return tuple(
        rule.doubt(observation.place, value=told(observation))
        for rule in rules(observation.metric, language)
        if _holds(rule, value, observation.place)
    )


def _holds(rule: Rule, value: float, place: Place) -> bool:
    if rule.rule == "state":
        return place.geoid[:2] == f"{rule.limit:02.0f}"
    return rule.rule in _ALONE and _ALONE[rule.rule](value, rule.limit)


def among_groups(
    observation: Observation, everyone: Observation, told: Told, language: str
) -> tuple[Doubt, ...]:
    """The doubts of a group's figure beside that of all groups together."""
    value, whole = observation.value, everyone.value
    if value is None or not whole:
        return ()
    return tuple(
        rule.doubt(observation.place, value=told(observation))
        for rule in rules(observation.metric, language)
        if rule.rule == "times" and value > rule.limit * whole
    )


def over_years(
    observation: Observation, rows: Mapping[int, Observation], told: Told, language: str
) -> tuple[Doubt, ...]:
    """A figure that is out of line with the years before and after it."""
    limits = [rule for rule in rules(observation.metric, language) if rule.rule == "jump"]
    value, year = observation.value, observation.year
    if not limits or value is None or year is None:
        return ()
    known = [y for y in sorted(rows) if rows[y].value is not None]
    before, after = [y for y in known if y < year][-1:], [y for y in known if y > year][:1]
    beside = [rows[y] for y in (*before, *after)]
    values = [o.value or 0.0 for o in beside]
    rule = limits[0]
    if not before or not (
        all(value >= rule.limit * other > 0 for other in values)
        or all(other >= rule.limit * value for other in values if other)
    ):
        return ()
    words = ", ".join(f"{o.year}: {told(o)}" for o in beside)
    return (rule.doubt(observation.place, beside=words),)


def of_twins(observation: Observation, others: Sequence[Place], language: str) -> tuple[Doubt, ...]:
    """A figure that other places of the state have to the last digit."""
    found = [rule for rule in rules(observation.metric, language) if rule.rule == "twins"]
    if not found or not others:
        return ()
    names = [place.short for place in others[:MOST_NAMED]]
    if more := len(others) - len(names):
        names.append(say("{count:,} more", count=more))
    *most, listed = names
    if most:
        listed = say("{first} and {last}", first=", ".join(most), last=listed)
    return (found[0].doubt(observation.place, others=listed),)
