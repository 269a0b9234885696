"""Charts of metrics that set one share next to another, such as home value next to homes."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.blocks.stat import alone, gap_note
from datawalk.exhibits import Chart, Exhibit, Point, Series
from datawalk.metrics.knowledge import families
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import Observation
from datawalk.metrics.places.places import labeled
from datawalk.metrics.words import claims, reasons, wording
from datawalk.metrics.words.credits import mark
from datawalk.problems import refuse
from datawalk.words import say

Named = Sequence[tuple[str, Observation]]


def needed(metric: str, show: str) -> set[str]:
    """All metrics of the family, where the groups of it are shown."""
    return {m.metric for m in families.family(metric) if m.by == show}


def exhibit(
    metric: Metric, show: str, year: int | None, heading: str, note: str, context: Context
) -> Exhibit:
    """A chart of places, or of all groups of the metric's family for our place.

    `heading` and `note` are those of the author, or ''. Raises Problems for what a pair has not.
    """
    own = families.member(metric.name)
    if own and show == own.by:
        return _groups(metric, own.family, year, heading, note, context)
    if show not in ("places", "neighbors"):
        usual = f"show: places, or show: {own.by}" if own else "show: places"
        raise refuse(
            f"{metric.name} compares two shares, which show: {show} cannot show.",
            f"Use {usual}.",
        )
    beside = context.compare if show == "places" else context.neighbours()
    if show == "neighbors" and not beside:
        return alone(metric.label, context)
    ours = context.ours(metric.name, year)
    if not ours.known:
        context.gap(ours)
        return gap_note(metric, ours, context)
    others = [context.observe(metric.name, place, ours.year) for place in beside]
    named = [(labeled(o.place), o) for o in (ours, *others)]
    takeaway = claims.takeaway(ours, None, metric, dated=context.store.dated(ours))
    return _chart(metric, named, metric.label, heading, note, takeaway, context)


def _groups(
    metric: Metric, label: str, year: int | None, heading: str, note: str, context: Context
) -> Exhibit:
    """Every group by the alphabet, all of the newest year that any of them has."""
    members = families.family(metric.name)
    newest = [context.store.observe(m.metric, context.place, year).year for m in members]
    shown = year or max((found for found in newest if found), default=None)
    named = [(m.name, context.observe(m.metric, context.place, shown)) for m in members]
    if not any(o.known for _, o in named):
        context.gap(named[0][1])
        return gap_note(metric, named[0][1], context, heading=label)
    # No group is the main point of what is about all of them.
    return _chart(metric, named, label, heading, note, "", context)


def _chart(
    metric: Metric,
    named: Named,
    label: str,
    heading: str,
    note: str,
    takeaway: str,
    context: Context,
) -> Chart:
    year = next(o.year for _, o in named if o.known)
    how = say(
        "Points tell how far the lower bar is from the upper one. Bars of one length are the same "
        "share.",
    )
    own = families.member(metric.name)
    # What a group is comes first, then what it holds.
    series = tuple(
        Series(name, tuple(_point(metric, label, o, side, context) for label, o in named))
        for side, name in ((1, own.right if own else ""), (0, own.left if own else ""))
    )
    return Chart(
        heading=context.in_its_year(
            context.fill(heading or f"{label}, {year}", year).text, (o for _, o in named)
        ),
        note=context.fill(note or how, year).text,
        form="pairs",
        series=series,
        format=metric.format,
        alt=alt.of_pairs(label, f"{year}", series, takeaway),
        takeaway=takeaway,
        figures=tuple(context.printed(o) for _, o in named),
    )


def _point(metric: Metric, label: str, found: Observation, side: int, context: Context) -> Point:
    ours = label == context.place.short
    if found.pair is None:
        return Point(label, None, reasons.told(found.missing), highlight=ours)
    printed = wording.sides(found, metric)[side] + mark(found)
    # The middles of both sides are those of different places: their distance says nothing.
    told = "" if found.place.level == "benchmark" else _apart(metric, found)
    return Point(label, found.pair[side], printed, highlight=ours, remark=told)


def _apart(metric: Metric, found: Observation) -> str:
    points, more = wording.apart(found, metric)
    if not points:
        return say("the same share")
    if more:
        return say("{points} points more", points=points)
    return say("{points} points less", points=points)
