"""Figures that a person should look at before they are printed: doubts.csv says which, and why.

A doubt is no error: the source published the figure. The walk answers it with accept:.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from datawalk.metrics.model import Doubt, Observation, Place, Quality
from datawalk.words import phrase, say

DoubtName = Literal["zero", "silent-police", "far-out", "jump", "twins", "wider-area"]
MOST_NAMED = 3
"""Places that a doubt names; the others are counted."""
FEW_YEARS = 2
"""How many years before a figure a fall is looked for: over many years rates may well fall."""
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
    all groups together), jump (both neighbouring years are that many times more, or less), fall (a
    year shortly before is that many times more, and both are graded Strong) or twins. With
    `people` it is for larger places.
    """

    name: str
    rule: str
    limit: float
    people: int
    says: str
    foot: str
    where: str

    def doubt(self, place: Place, **words: str) -> Doubt:
        """The doubt about a figure of a place, with {value}, {beside} or {others} written in."""
        told = {**words, "place": place.short, "state": place.state}
        says, foot, where = (text.format(**told) for text in (self.says, self.foot, self.where))
        return Doubt(self.name, says, foot, where)


@lru_cache(maxsize=1024)
def rules(metric: str, language: str) -> tuple[Rule, ...]:
    """The rules for a metric, with the sentence for the foot in the language of the walk."""
    text = files("datawalk.metrics").joinpath("doubts.csv").read_text(encoding="utf-8")
    return tuple(
        Rule(
            row["name"],
            row["rule"],
            float(row["limit"] or 0),
            int(row["people"] or 0),
            row["says"],
            phrase(language, "doubts.csv foot", row["foot"]),
            phrase(language, "doubts.csv where", row["where"]),
        )
        for row in csv.DictReader(text.splitlines())
        if row["metric"] == metric
    )


def alone(observation: Observation, people: float, told: Told, language: str) -> tuple[Doubt, ...]:
    """The doubts that the figure itself raises; `people` counts those of its place (nan: unknown).

    One of a name is enough.
    """
    value = observation.value
    if value is None:
        return ()
    found: dict[str, Doubt] = {}
    for rule in rules(observation.metric, language):
        large = not rule.people or people > rule.people
        if large and _holds(rule, value, observation.place):
            doubt = rule.doubt(observation.place, value=told(observation))
            found.setdefault(rule.name, doubt)
    return tuple(found.values())


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
    """A figure that is out of line with the years before and after it, or fell and stayed low."""
    value, year = observation.value, observation.year
    if value is None or year is None:
        return ()
    found = {rule.rule: rule for rule in rules(observation.metric, language)}
    jumped = _jump(found["jump"], observation, rows, told) if "jump" in found else ()
    fallen = _fall(found["fall"], observation, rows, told) if "fall" in found else ()
    return jumped or fallen


def _fall(
    rule: Rule, observation: Observation, rows: Mapping[int, Observation], told: Told
) -> tuple[Doubt, ...]:
    value, year = observation.value or 0.0, observation.year or 0
    before = [rows[y] for y in sorted(rows) if y < year and rows[y].value is not None][-FEW_YEARS:]
    higher = [
        o for o in before if o.quality is Quality.STRONG and (o.value or 0.0) >= rule.limit * value
    ]
    if not (higher and value > 0 and observation.quality is Quality.STRONG):
        return ()
    return (rule.doubt(observation.place, beside=f"{higher[-1].year}: {told(higher[-1])}"),)


def _jump(
    rule: Rule, observation: Observation, rows: Mapping[int, Observation], told: Told
) -> tuple[Doubt, ...]:
    value, year = observation.value or 0.0, observation.year or 0
    known = [y for y in sorted(rows) if rows[y].value is not None]
    before, after = [y for y in known if y < year][-1:], [y for y in known if y > year][:1]
    beside = [rows[y] for y in (*before, *after)]
    values = [o.value or 0.0 for o in beside]
    higher = all(value >= rule.limit * other > 0 for other in values)
    lower = any(values) and all(other >= rule.limit * value for other in values if other)
    if not before or not (higher or lower):
        return ()
    words = ", ".join(f"{o.year}: {told(o)}" for o in beside)
    return (rule.doubt(observation.place, beside=words, year=f"{year}"),)


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
