"""How far places, or groups of people, are from the benchmark. Never from another group."""

from __future__ import annotations

from dataclasses import replace

from datawalk.blocks.charts import groups as chart_groups
from datawalk.blocks.charts import places as chart_places
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.charts.differences import in_words
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Exhibit, Point, Reference, Series
from datawalk.metrics.model import Observation
from datawalk.metrics.places.places import called
from datawalk.metrics.words import wording
from datawalk.metrics.words.credits import mark
from datawalk.metrics.words.difference import difference


def places(asked: ChartRequest) -> Exhibit:
    """Bars of our place and the others, left and right of the benchmark; without one, bars."""
    context, metric = asked.context, asked.metric
    ours = context.ours(metric.name, asked.year)
    if not ours.known:
        context.gap(ours)
        return gap_note(metric, ours, context)
    middle = _benchmark(asked, ours.year)
    if middle is None:
        return chart_places.bars(asked, context.peers())
    others = [p for p in context.peers() if p != middle.place]
    found = [ours, *(context.observe(metric.name, place, ours.year) for place in others)]
    found = chart_places.ordered(found, metric)
    points = tuple(_apart(asked, o, middle, o.place.short, o is ours) for o in found)
    return _chart(asked, points, found, middle, asked.takeaway(ours))


def groups(asked: ChartRequest, kind: str) -> Exhibit:
    """Bars of our groups, in their order, left and right of the benchmark of all people."""
    found = chart_groups.groups_of(asked, asked.context.place, kind, asked.year)
    middle = _benchmark(asked, found[0].year) if found else None
    if middle is None or not chart_groups.any_known(found):
        return chart_groups.dots(asked, kind)
    points = tuple(_apart(asked, o, middle, asked.group(o.group), False) for o in found)
    return _chart(asked, points, found, middle, "")


def _benchmark(asked: ChartRequest, year: int | None) -> Observation | None:
    """The first middle that the walk compares with, else the first other place."""
    beside = asked.context.beside()
    if beside is None or not asked.metric.ranked:
        return None
    found = asked.context.observe(asked.metric.name, beside, year)
    return found if found.value is not None else None


def _chart(
    asked: ChartRequest,
    points: tuple[Point, ...],
    found: list[Observation],
    middle: Observation,
    takeaway: str,
) -> Exhibit:
    told = asked.context.printed(middle)
    return asked.chart(
        "diverging",
        found[0].year,
        (Series("", points),),
        (*asked.printed(found), told),
        reference=Reference(called(middle.place), 0.0, told.text),
        takeaway=takeaway,
    )


def _apart(
    asked: ChartRequest, one: Observation, middle: Observation, label: str, ours: bool
) -> Point:
    """The difference of two figures as they are stored, so far as it is printed."""
    point = asked.point(one, label, ours)
    if one.value is None or middle.value is None:
        return point
    form = asked.metric.format
    steps = wording.steps(one.value - middle.value, form)
    value = steps / 10**form.decimals / form.multiply
    low, high = _bounds(one, middle)
    text = in_words(one, middle, asked.metric, alone=True)
    printed = text + mark(one)
    return replace(point, value=value, printed=printed, lower=low, upper=high)


def _bounds(one: Observation, middle: Observation) -> tuple[float | None, float | None]:
    """Those of the difference; against a middle, which has none, those of the figure."""
    apart = difference(one, middle)
    if apart is not None and apart.lower is not None:
        return apart.lower, apart.upper
    if one.lower is None or one.upper is None or middle.value is None:
        return None, None
    return one.lower - middle.value, one.upper - middle.value
