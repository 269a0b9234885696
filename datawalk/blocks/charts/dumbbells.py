"""Groups of our place on one scale, over those of other places; how far two of ours are apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from datawalk.blocks.charts import groups as chart_groups
from datawalk.blocks.charts.alt import adding
from datawalk.blocks.charts.charting import SURE, ChartRequest
from datawalk.blocks.everyone import everyone
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Bracket, Exhibit, Point, Reference, Series
from datawalk.metrics.findings import groups as gaps
from datawalk.metrics.findings import times, weighing
from datawalk.metrics.knowledge import families
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.metrics.places.places import labeled
from datawalk.metrics.store import NO_GROUP
from datawalk.metrics.words import comparing
from datawalk.metrics.words.difference import difference
from datawalk.words import later, say

FEWEST, MOST = 2, 6
"""Groups whose marks can be told apart by their shape."""
UNBOUNDED = later("The data do not say how sure these figures are.")
COUNTED = later("Everyone was counted, so there is no range.")

Groups = Sequence[Observation]


@dataclass(frozen=True)
class _Held:
    """The groups of our place by their printed names, those of others, and of an earlier year."""

    names: tuple[str, ...]
    ours: Groups
    others: Sequence[tuple[Place, Groups]]
    years: Sequence[int]
    earlier: Callable[[int], Groups]


def groups(asked: ChartRequest, kind: str) -> Exhibit:
    """A row for us and one for each other place; as dots where there are too many groups."""
    own = families.member(asked.metric.name)
    if own and own.by == kind and not own.parts:
        return _of_family(asked, own.family)
    ours = chart_groups.groups_of(asked, asked.context.place, kind, asked.year)
    known = sum(o.known for o in ours)
    if known < FEWEST or len(ours) > MOST:
        return chart_groups.dots(asked, kind)
    return _of_files(asked, kind, ours)


def _of_files(asked: ChartRequest, kind: str, ours: Groups) -> Exhibit:
    """Groups that stand as such in a file."""
    context, name, year = asked.context, asked.metric.name, ours[0].year
    found = [(p, chart_groups.groups_of(asked, p, kind, year)) for p in context.peers()]
    others = [(place, row) for place, row in found if chart_groups.any_known(row)]
    silent = [place.name for place, row in found if not chart_groups.any_known(row)]
    held = _Held(
        tuple(asked.group(o.group) for o in ours),
        ours,
        [(place, _in_order(row, ours)) for place, row in others],
        context.store.group_years(name, context.place, kind),
        lambda earlier: chart_groups.groups_of(asked, context.place, kind, earlier),
    )
    reference: Reference | None = None
    traced: tuple[Printed, ...] = ()
    if whole := everyone(context, asked.metric, kind, year):
        traced = asked.printed([whole[1]])
        reference = Reference(whole[0], whole[1].value or 0.0, traced[0].text)
    told = chart_groups.without(kind, silent) if silent else ""
    return _chart(asked, held, told, reference, traced)


def _in_order(row: Groups, ours: Groups) -> Groups:
    """The groups of a place as ours stand; one that its files do not have says so."""
    known = {o.group: o for o in row}
    bare = replace(row[0], value=None, lower=None, upper=None, missing=NO_GROUP, origin=None)
    return [known.get(o.group) or replace(bare, group=o.group) for o in ours]


def _of_family(asked: ChartRequest, label: str) -> Exhibit:
    """Groups of which each has a metric of its own."""
    context, members = asked.context, families.family(asked.metric.name)
    newest = [context.store.observe(m.metric, context.place, asked.year).year for m in members]
    year = asked.year or max((found for found in newest if found), default=None)

    def row(place: Place, when: int | None) -> Groups:
        return [context.observe(m.metric, place, when) for m in members]

    ours = row(context.place, year)
    if not chart_groups.any_known(ours):
        context.gap(ours[0])
        return gap_note(asked.metric, ours[0], context, heading=label)
    found = [(place, row(place, year)) for place in context.compare]
    series = (context.store.series(m.metric, context.place) for m in members)
    years = sorted({o.year for held in series for o in held if o.known and o.year})
    names = tuple(m.name for m in members)
    held = _Held(names, ours, found, years, lambda earlier: row(context.place, earlier))
    titled = f"{label}, {year}" if year else label
    return _chart(replace(asked, heading=asked.heading or titled), held, "", None, ())


def _chart(
    asked: ChartRequest,
    held: _Held,
    silent: str,
    reference: Reference | None,
    traced: tuple[Printed, ...],
) -> Exhibit:
    pair = _pair(asked, held.ours, held.names)
    points = _points(asked, held.ours, held.names, ours=True)
    series = [Series(asked.context.place.short, points, highlight=True)]
    for place, row in held.others:
        middle = place.level == "benchmark"
        series.append(
            Series(labeled(place), _points(asked, row, held.names, ours=False), middle=middle)
        )
    rows = (held.ours, *(row for _, row in held.others))
    figures = tuple(figure for row in rows for figure in asked.printed(row))
    chart = asked.noting_all(_sure(held.ours), silent).chart(
        "dumbbell", held.ours[0].year, tuple(series), (*figures, *traced), reference=reference
    )
    if pair is None:
        return chart
    words = _apart(asked, held, pair)
    told = say(
        "{first} and {second}: {words}",
        first=held.names[pair[0]],
        second=held.names[pair[1]],
        words=words,
    )
    return replace(chart, bracket=Bracket(*pair, words), alt=adding(chart.alt, told))


def _points(
    asked: ChartRequest, row: Groups, names: Sequence[str], *, ours: bool
) -> tuple[Point, ...]:
    return tuple(asked.point(o, name, ours) for o, name in zip(row, names, strict=True))


def _pair(asked: ChartRequest, ours: Groups, names: Sequence[str]) -> tuple[int, int] | None:
    """The two groups that a finding tells of, else the two furthest that can be told apart; by
    their places, the one with the larger figure first."""
    found = gaps.gap(dict(zip(names, ours, strict=True)), asked.metric)
    if found and found.kind == "gap":
        told = [figure.observation for figure in found.figures]
        pair = [i for i, o in enumerate(ours) if any(o is one for one in told)]
    else:
        pair = _furthest(ours)
    if len(pair) != 2:
        return None
    first, second = sorted(pair, key=lambda i: -(ours[i].value or 0.0))
    number, _ = comparing.gap(ours[first], ours[second], asked.metric)
    return (first, second) if number else None


def _furthest(ours: Groups) -> list[int]:
    known = [i for i, o in enumerate(ours) if o.known and not weighing.weak(o)]
    pairs = [(i, j) for i in known for j in known if i < j and _told_apart(ours[i], ours[j])]
    if not pairs:
        return []
    return [*max(pairs, key=lambda ij: abs((ours[ij[0]].value or 0) - (ours[ij[1]].value or 0)))]


def _told_apart(one: Observation, two: Observation) -> bool:
    apart = difference(one, two)
    return apart is not None and apart.told_apart is not False


def _apart(asked: ChartRequest, held: _Held, pair: tuple[int, int]) -> str:
    """'25 more of every 100. In 2014 it was 30.'; the second only where both years bear it out."""
    now = [held.ours[i] for i in pair]
    number, more = comparing.gap(now[0], now[1], asked.metric)
    if asked.metric.kind == "share":
        told = say("{number} more of every 100.", number=number)
    else:
        told = say("{number} {more} {unit}.", number=number, more=more, unit=asked.metric.unit)
    before = _before(asked, held, pair)
    return f"{told} {before}" if before else told


def _before(asked: ChartRequest, held: _Held, pair: tuple[int, int]) -> str:
    """How far both were apart in the first year of which that can be said."""
    now = [held.ours[i] for i in pair]
    for year in sorted(held.years):
        if year >= (now[0].year or 0):
            break
        row = held.earlier(year)
        if len(row) != len(held.ours):
            continue
        then = [row[i] for i in pair]
        if not all(_comparable(asked, a, b) for a, b in zip(then, now, strict=True)):
            continue
        number, _ = comparing.gap(then[0], then[1], asked.metric)
        alike = number == comparing.gap(now[0], now[1], asked.metric)[0]
        grown = (then[0].value or 0.0) > (then[1].value or 0.0)
        if number and grown and not alike and _changed(then, now):
            return say("In {year} it was {value}.", year=year, value=number)
        return ""
    return ""


def _comparable(asked: ChartRequest, then: Observation, now: Observation) -> bool:
    doubted = weighing.doubted(then, now) or weighing.weak(now)
    return then.known and not doubted and times.comparable(then, now, asked.metric)


def _changed(then: Groups, now: Groups) -> bool:
    """Whether ranges say that the difference changed; or without any, whether all were counted."""
    old, new = difference(then[0], then[1]), difference(now[0], now[1])
    if old is None or new is None:
        return False
    if None in (old.lower, old.upper, new.lower, new.upper):
        bare = all(o.lower is None and o.upper is None for o in (*then, *now))
        return bare and all(weighing.counted(o) for o in (*then, *now))
    halves = [((d.upper or 0.0) - (d.lower or 0.0)) / 2 for d in (old, new)]
    return abs(old.value - new.value) > math.hypot(*halves)


def _sure(ours: Groups) -> str:
    """How sure the figures are: by their ranges, or why there are none."""
    known = [o for o in ours if o.known]
    if any(o.lower is not None for o in known):
        return say(SURE)
    return say(COUNTED) if all(map(weighing.counted, known)) else say(UNBOUNDED)
