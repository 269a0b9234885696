"""Where we stand among all places of the state or of the country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.blocks.charts import earlier
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.stat import gap_note, number_alone
from datawalk.exhibits import Chart, Exhibit, Point, Reference, Series, in_columns
from datawalk.metrics.findings import places, weighing
from datawalk.metrics.knowledge.bases import PEOPLE
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Gap, Observation, Place, Printed
from datawalk.metrics.places.places import Scope, benchmark, scope_of
from datawalk.metrics.words import claims
from datawalk.words import say, say_many

FEWEST = 8
"""A distribution of fewer places than this would be no crowd."""
MOST_NAMED = 4
"""Other places whose names a distribution has room for, beside ours."""


@dataclass(frozen=True)
class _Crowd:
    """All places with a figure that is fit for print, and those whose figure is Weak.

    They are of `state`, or of the country where that is None.
    """

    sure: tuple[Observation, ...]
    weak: tuple[Observation, ...]
    state: str | None


@dataclass(frozen=True)
class _Named:
    """Ours and those that the walk compares with; others that are named where there is room."""

    asked: tuple[Observation, ...]
    chosen: tuple[Observation, ...]


def distribution(asked: ChartRequest, among: Literal["state", "us"]) -> Exhibit:
    """Every county (or city) of the state or the country, ours and some others named.

    A state of few places is shown among those of the country.
    """
    context, metric = asked.context, asked.metric
    ours = context.ours(metric.name, asked.year)
    if ours.value is None:
        context.gap(ours)
        return gap_note(metric, ours, context)
    home = _crowd(asked, ours, context.place.state)
    crowd = home if among == "state" else _crowd(asked, ours, None)
    if len(crowd.sure) < FEWEST and crowd.state:
        crowd = _crowd(asked, ours, None)
    if len(crowd.sure) < FEWEST:
        few = Gap("few places", count=len(crowd.sure))
        return number_alone(metric, ours, few, context)
    return _chart(asked, ours, crowd, _named(asked, ours, crowd, home))


def _chart(asked: ChartRequest, ours: Observation, crowd: _Crowd, named: _Named) -> Chart:
    metric, place = asked.metric, asked.context.place
    values = [o.value or 0.0 for o in crowd.sure]
    columns = in_columns([*values, *(o.value or 0.0 for o in crowd.weak)])
    hollow = [o.value or 0.0 for o in (() if columns else crowd.weak)]
    lines, traced = _middles(asked, ours.year, crowd)
    chart = asked.chart(
        "distribution",
        ours.year,
        tuple(
            Series("", tuple(_point(asked, o, ours, crowd) for o in row))
            for row in (named.asked, named.chosen)
        ),
        (*asked.printed((*named.asked, *named.chosen)), *traced),
        reference=next(iter(lines), None),
        field=tuple(sorted([*values, *hollow])),
        field_label=_told(len(values), len(hollow), place, crowd.state, columns=columns),
        takeaway=claims.among(ours, values, _others(place, crowd.state), metric),
    )
    asides, before = earlier.asides(asked, ours)
    return replace(
        chart,
        hollow=tuple(sorted(hollow)),
        second=lines[1] if len(lines) > 1 else None,
        asides=asides,
        figures=(*chart.figures, *before),
    )


def _crowd(asked: ChartRequest, ours: Observation, state: str | None) -> _Crowd:
    """All with a figure of that year, ours among the first whatever its grade."""
    context = asked.context
    around = context.store.across(asked.metric.name, context.place.level, ours.year, state)
    sure, weak = [], []
    for one in around:
        if one.place == ours.place:
            sure.append(ours)
        elif weighing.weak(one):
            weak += [one] if one.value is not None and not one.doubts else []
        elif context.fit(one).value is not None:
            sure.append(one)
    return _Crowd(tuple(sure), tuple(weak), state)


def _named(asked: ChartRequest, ours: Observation, crowd: _Crowd, home: _Crowd) -> _Named:
    """Chosen are the lowest and the highest, and large ones; of a small state all."""
    context, metric = asked.context, asked.metric
    peers = [context.observe(metric.name, peer, ours.year) for peer in context.peers()]
    near = [o for o in peers if o.known and (not crowd.state or o.place.state == crowd.state)]
    near = near[:MOST_NAMED]
    found: Sequence[Observation] = ()
    if crowd.state is None and len(home.sure) < FEWEST:
        found = home.sure
    elif metric.ranked and crowd.state:
        found = [*_ends(crowd.sure), *_largest(asked, crowd)]
    taken = {o.place for o in (ours, *near)}
    others = {o.place: o for o in found if o.place not in taken}
    return _Named((ours, *near), tuple(list(others.values())[: MOST_NAMED - len(near)]))


def _ends(around: Sequence[Observation]) -> list[Observation]:
    """The lowest and the highest place, where they stand alone."""
    ranked = sorted(around, key=lambda o: o.value or 0.0)
    ends = ((ranked[0], ranked[1]), (ranked[-1], ranked[-2]))
    return [end for end, beside in ends if end.value != beside.value]


def _largest(asked: ChartRequest, crowd: _Crowd) -> list[Observation]:
    """Those with most people first, where their numbers are known."""
    store, level = asked.context.store, asked.context.place.level
    newest = max((o.year or 0 for o in store.series(PEOPLE, asked.context.place)), default=0)
    people = {o.place: o.value or 0.0 for o in store.across(PEOPLE, level, newest, crowd.state)}
    known = [o for o in crowd.sure if people.get(o.place)]
    return sorted(known, key=lambda o: -people[o.place])[:MOST_NAMED]


def _point(asked: ChartRequest, o: Observation, ours: Observation, crowd: _Crowd) -> Point:
    label = o.place.name if crowd.state else o.place.short
    point = asked.point(o, label, o is ours)
    remark = _sides(ours, crowd, asked.metric) if o is ours else ""
    return replace(point, remark=remark, weak=weighing.weak(o))


def _sides(ours: Observation, crowd: _Crowd, metric: Metric) -> str:
    """'89 counties: air more clean. 24: air less clean. 1: the same.'

    Nothing where places may not be told apart by it: they are counted as a takeaway counts them.
    """
    others = [o for o in crowd.sure if o.place != ours.place and places.counts(o, ours)]
    fit = places.may_rank(ours, metric) and not weighing.weak(ours) and not weighing.doubted(ours)
    if not fit or len(others) < FEWEST - 1 or ours.value is None:
        return ""
    values = [ours.value, *(o.value or 0.0 for o in others)]
    below, same, above = claims.beside(ours.value, values)
    county = ours.place.level == "county"
    told = [(above, metric.more), (below, metric.less), (same, say("the same"))]
    told = sorted(told[:2], key=lambda side: -side[0]) + told[2:]
    (most, first), *rest = [side for side in told if side[0]]
    if county:
        head = say_many("{count:,} county: {what}", "{count:,} counties: {what}", most, what=first)
    else:
        head = say_many("{count:,} city: {what}", "{count:,} cities: {what}", most, what=first)
    tail = (say("{count:,}: {what}", count=count, what=what) for count, what in rest)
    return "; ".join([head, *tail])


def _middles(
    asked: ChartRequest, year: int | None, crowd: _Crowd
) -> tuple[list[Reference], tuple[Printed, ...]]:
    """The middle that the walk compares with first, then those of the state and the country."""
    context = asked.context
    wanted = [context.benchmark(), *(benchmark(s, context.place) for s in ("state", "us"))]
    found = {scope_of(place): place for place in reversed(wanted) if place}
    lines = [asked.line_of(found[scope], year) for scope in _scopes(wanted, crowd)]
    known = [(line, traced) for line, traced in lines if line]
    return [line for line, _ in known][:2], tuple(one for _, t in known[:2] for one in t)


def _scopes(wanted: Iterable[Place | None], crowd: _Crowd) -> list[Scope]:
    """Each once, in this order; that of a state that is not shown has no meaning here."""
    scopes = dict.fromkeys(scope_of(place) for place in wanted if place)
    return [scope for scope in scopes if crowd.state or scope.startswith("us")]


def _told(count: int, weak: int, place: Place, state: str | None, *, columns: bool) -> str:
    """What a dot or a column is."""
    where = _where(place, state)
    if columns:
        return say("Taller columns hold more of {count:,} {where}.", count=count, where=where)
    kind = say("Each dot is one of {count:,} {where}.", count=count, where=where)
    if not weak:
        return kind
    hollow = say_many(
        "A hollow dot is one more, whose figure is too unsure to count.",
        "Hollow dots are {count:,} more, whose figures are too unsure to count.",
        weak,
    )
    return f"{kind} {hollow}"


def _others(place: Place, state: str | None) -> str:
    """'{others} other Missouri counties with a figure', the count open."""
    told = {"others": claims.OTHERS, "state": state}
    if place.level == "county":
        if state:
            return say("{others} others in {state} with a figure", **told)
        return say("{others} other U.S. counties with a figure", **told)
    if state:
        return say("{others} other larger {state} cities", **told)
    return say("{others} other larger U.S. cities", **told)


def _where(place: Place, state: str | None) -> str:
    """'Missouri counties', 'U.S. cities'."""
    if state:
        if place.level == "county":
            return say("{state} counties", state=state)
        return say("larger {state} cities", state=state)
    return say("U.S. counties") if place.level == "county" else say("larger U.S. cities")
