"""Figures that a person should look at before they are printed: doubts.csv says which, and why.

A doubt is no error: the source published the figure. The walk answers it with accept:.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from datawalk.metrics.model import Doubt, Observation, Place, Quality
from datawalk.shipped import table
from datawalk.words import phrase, say, spoken

DoubtName = Literal["zero", "silent-police", "far-out", "jump", "twins", "wider-area"]
MOST_NAMED = 3
"""Places that a doubt names; the others are counted."""
FEW_YEARS = 2
"""How many years before a figure a fall is looked for: over many years rates may well fall."""
Told = Callable[[float], str]
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
class DoubtRule:
    """A row of doubts.csv. `rule` is one of _ALONE, or state (its code is the limit), times (of
    all groups together), jump (both neighbouring years are that many times more, or less), fall (a
    year shortly before is that many times more, and both are graded Strong) or twins. With
    `people` it is for larger places. `says` asks the author, `foot` is printed; `where` names the
    area that the figure is about, if that is not the place.
    """

    name: str
    rule: str
    limit: float
    people: int
    says: str = field(repr=False)
    foot: str = field(repr=False)
    where: str = field(repr=False)

    @property
    def doubt(self) -> Doubt:
        """The doubt about a figure that breaks the rule."""
        return Doubt(self.name, self.rule, self.people)


@lru_cache(maxsize=1024)
def rules(metric: str) -> tuple[DoubtRule, ...]:
    """The rules for a metric; no two of them have the same rule and people."""
    return tuple(
        DoubtRule(
            row["name"],
            row["rule"],
            float(row["limit"] or 0),
            int(row["people"] or 0),
            row["says"],
            row["foot"],
            row["where"],
        )
        for row in table("metrics/knowledge/doubts.csv")
        if row["metric"] == metric
    )


def question(observation: Observation, doubt: Doubt, told: Told) -> str:
    """What an author is asked about a doubtful figure. The sentence is English as in all problems;
    `told` writes the figures in it."""
    beside = ", ".join(f"{year}: {told(value)}" for year, value in doubt.beside)
    value = told(observation.value or 0.0)
    return _written(_rule(observation, doubt).says, observation, doubt, beside=beside, value=value)


def foot(observation: Observation, doubt: Doubt) -> str:
    """What is printed of a doubtful figure, in the language in use."""
    words = phrase(spoken(), "doubts.csv foot", _rule(observation, doubt).foot)
    return _written(words, observation, doubt)


def where(observation: Observation) -> str:
    """The area that a figure is about where it is wider than the place, as it is printed: 'all of
    Hawaii'; else ''."""
    wide = next((doubt for doubt in observation.doubts if wider(observation, doubt)), None)
    if wide is None:
        return ""
    words = phrase(spoken(), "doubts.csv where", _rule(observation, wide).where)
    return _written(words, observation, wide)


def wider(observation: Observation, doubt: Doubt) -> bool:
    """Whether a doubt says that a figure is about a wider area than the place."""
    return bool(_rule(observation, doubt).where)


def _rule(observation: Observation, doubt: Doubt) -> DoubtRule:
    known = rules(observation.metric)
    return next(rule for rule in known if (rule.rule, rule.people) == (doubt.rule, doubt.people))


def _written(words: str, observation: Observation, doubt: Doubt, **more: str) -> str:
    """The words with the names of places and years filled in."""
    place = observation.place
    told = {"place": place.short, "state": place.state, "year": observation.year}
    return words.format(**told, others=_listed(doubt), **more)


def _listed(doubt: Doubt) -> str:
    """'Adair County, MO, Cole County, MO and 3 more'; '' for none."""
    names = [place.short for place in doubt.others]
    if doubt.more:
        names.append(say("{count:,} more", count=doubt.more))
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def alone(observation: Observation, people: float) -> tuple[Doubt, ...]:
    """The doubts that the figure itself raises; `people` counts those of its place (nan: unknown).

    One of a name is enough.
    """
    value = observation.value
    if value is None:
        return ()
    found: dict[str, Doubt] = {}
    for rule in rules(observation.metric):
        large = not rule.people or people > rule.people
        if large and _holds(rule, value, observation.place):
            found.setdefault(rule.name, rule.doubt)
    return tuple(found.values())


def _holds(rule: DoubtRule, value: float, place: Place) -> bool:
    if rule.rule == "state":
        return place.geoid[:2] == f"{rule.limit:02.0f}"
    return rule.rule in _ALONE and _ALONE[rule.rule](value, rule.limit)


def among_groups(observation: Observation, everyone: Observation) -> tuple[Doubt, ...]:
    """The doubts of a group's figure beside that of all groups together."""
    value, whole = observation.value, everyone.value
    if value is None or not whole:
        return ()
    return tuple(
        rule.doubt
        for rule in rules(observation.metric)
        if rule.rule == "times" and value > rule.limit * whole
    )


def over_years(observation: Observation, rows: Mapping[int, Observation]) -> tuple[Doubt, ...]:
    """A figure that is out of line with the years before and after it, or fell and stayed low."""
    value, year = observation.value, observation.year
    if value is None or year is None:
        return ()
    found = {rule.rule: rule for rule in rules(observation.metric)}
    jumped = _jump(found["jump"], observation, rows) if "jump" in found else ()
    fallen = _fall(found["fall"], observation, rows) if "fall" in found else ()
    return jumped or fallen


def _fall(
    rule: DoubtRule, observation: Observation, rows: Mapping[int, Observation]
) -> tuple[Doubt, ...]:
    value, year = observation.value or 0.0, observation.year or 0
    before = [rows[y] for y in sorted(rows) if y < year and rows[y].value is not None][-FEW_YEARS:]
    higher = [
        o for o in before if o.quality is Quality.STRONG and (o.value or 0.0) >= rule.limit * value
    ]
    if not (higher and value > 0 and observation.quality is Quality.STRONG):
        return ()
    return (replace(rule.doubt, beside=_figures(higher[-1:])),)


def _jump(
    rule: DoubtRule, observation: Observation, rows: Mapping[int, Observation]
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
    return (replace(rule.doubt, beside=_figures(beside)),)


def _figures(beside: Sequence[Observation]) -> tuple[tuple[int, float], ...]:
    return tuple((o.year or 0, o.value or 0.0) for o in beside)


def of_twins(observation: Observation, others: Sequence[Place]) -> tuple[Doubt, ...]:
    """A figure that other places of the state have to the last digit."""
    found = [rule for rule in rules(observation.metric) if rule.rule == "twins"]
    if not found or not others:
        return ()
    named = tuple(others[:MOST_NAMED])
    return (replace(found[0].doubt, others=named, more=len(others) - len(named)),)
