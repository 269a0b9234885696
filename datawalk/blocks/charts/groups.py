"""Groups of people of our place: in one year, beside other places, and over years.

Groups stand in the order of the catalog of groups (alphabetical, the make-up of areas by rank).
None is compared with another group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.charts.years import every_year
from datawalk.blocks.everyone import everyone
from datawalk.blocks.stat import group_gap
from datawalk.exhibits import Exhibit, Point, Reference, Series
from datawalk.metrics.knowledge.groups import BY
from datawalk.metrics.model import Observation, Place, Printed
from datawalk.metrics.places.places import labeled
from datawalk.metrics.store import NO_GROUP
from datawalk.metrics.words import reasons, wording
from datawalk.problems import refuse
from datawalk.words import say

MOST_PLACES = 3
"""Places, ours among them, whose bars can be told apart within a group."""


def dots(asked: ChartRequest, kind: str) -> Exhibit:
    """A dot for each group with its bounds, and everyone as a line."""
    context, metric = asked.context, asked.metric
    groups = groups_of(asked, context.place, kind, asked.year)
    if not any_known(groups):
        return _gap(asked, kind)
    year = groups[0].year
    reference = None
    traced: tuple[Printed, ...] = ()
    if found := everyone(context, metric, kind, year):
        label, whole = found
        traced = asked.printed([whole])
        reference = Reference(label, whole.value or 0.0, traced[0].text)
    points = tuple(asked.point(o, asked.group(o.group), False) for o in groups)
    figures = (*asked.printed(groups), *traced)
    return asked.chart("dots", year, (Series("", points),), figures, reference=reference)


def beside_places(asked: ChartRequest, kind: str) -> Exhibit:
    """For each group a bar of our place and of up to two others."""
    context = asked.context
    ours = groups_of(asked, context.place, kind, asked.year)
    if not any_known(ours):
        return _gap(asked, kind)
    year = ours[0].year
    found = [(place, groups_of(asked, place, kind, year)) for place in context.peers()]
    others = [(place, row) for place, row in found if any_known(row)][: MOST_PLACES - 1]
    silent = [place.name for place, row in found if not any_known(row)]
    told = without(kind, silent) if silent else ""
    if not others:
        return dots(asked.noting(told), kind)
    rows = [(context.place.short, ours), *((labeled(place), row) for place, row in others)]
    return _grouped(asked, rows, year, context.place.short, told)


def without(kind: str, names: Sequence[str]) -> str:
    """Places that have no figures by groups."""
    return say(
        "No figures {by}: {places}.",
        by=say(BY[kind]),
        places=", ".join(names),
    )


def beside_years(asked: ChartRequest, kind: str) -> Exhibit:
    """For each group a bar of an earlier and of a later year. Raises Problems."""
    context = asked.context
    known = _years(asked, kind)
    if not known:
        return _gap(asked, kind)
    if len(known) < 2 and not asked.years:
        return dots(asked.noting(say("No other year has a figure for us.")), kind)
    years = asked.years or (known[0], known[-1])
    for year in years:
        if year not in known:
            raise refuse(
                f"{context.place.name} has no figures {BY[kind]} for {asked.metric.name} "
                f"in {year}.",
                f"It has them for: {', '.join(map(str, known))}.",
            )
    rows = [(str(year), groups_of(asked, context.place, kind, year)) for year in years]
    return _grouped(asked, rows, None, str(years[1]), "")


def panels(asked: ChartRequest, kind: str) -> Exhibit:
    """A small chart over years for each group."""
    context = asked.context
    known = _years(asked, kind)
    if not known:
        return _gap(asked, kind)
    if len(known) < 2:
        return dots(asked.noting(say("No other year has a figure for us.")), kind)
    found = {year: groups_of(asked, context.place, kind, year) for year in every_year(known)}
    names = list(dict.fromkeys(o.group for row in found.values() for o in row))
    rows = [[_of(name, row, year, asked) for year, row in found.items()] for name in names]
    shown = [row for row in rows if any_known(row)]
    named = asked.group
    silent = [named(row[0].group) for row in rows if not any_known(row)]
    return asked.chart(
        "panels",
        known[-1],
        tuple(
            Series(named(r[0].group), tuple(asked.point(o, str(o.year), False) for o in r))
            for r in shown
        ),
        tuple(figure for row in shown for figure in asked.printed(row)),
        note=_silent([year for year in found if year not in known], silent),
    )


def _of(name: str, row: Sequence[Observation], year: int, asked: ChartRequest) -> Observation:
    """The figure of a group; one that the files do not have in that year says so."""
    bare = Observation(asked.metric.name, asked.context.place, year, row[0].group_kind, name)
    return next((o for o in row if o.group == name), replace(bare, missing=NO_GROUP))


def _silent(years: Sequence[int], names: Sequence[str]) -> str:
    """Names the years and the groups without any figure."""
    told = [wording.spans(years)] if years else []
    told += names
    if not told:
        return ""
    return say("No figures: {names}.", names="; ".join(told))


def _grouped(
    asked: ChartRequest,
    rows: Sequence[tuple[str, Sequence[Observation]]],
    year: int | None,
    ours: str,
    note: str,
) -> Exhibit:
    """A bar of each row for every group of the first row, `ours` strong."""
    named, labels = asked.group, [o.group for o in rows[0][1]]
    series = []
    for name, row in rows:
        strong = name == ours
        held = {o.group: asked.point(o, named(o.group), strong) for o in row}
        none = reasons.told(NO_GROUP)
        points = (held.get(g) or Point(named(g), None, none, highlight=strong) for g in labels)
        series.append(Series(name, tuple(points), strong))
    figures = tuple(figure for _, row in rows for figure in asked.printed(row))
    return asked.chart("grouped", year, tuple(series), figures, note=note)


def groups_of(asked: ChartRequest, place: Place, kind: str, year: int | None) -> list[Observation]:
    """All groups of a kind, each fit for print or with the reason why not."""
    found = asked.context.store.groups(asked.metric.name, place, kind, year)
    return [asked.context.fit(o) for o in found]


def _years(asked: ChartRequest, kind: str) -> list[int]:
    """The years in which any group of ours has a figure fit to print."""
    name, place = asked.metric.name, asked.context.place
    years = asked.context.store.group_years(name, place, kind)
    return [year for year in years if any_known(groups_of(asked, place, kind, year))]


def any_known(groups: Sequence[Observation]) -> bool:
    """Whether there is anything to show."""
    return any(o.known for o in groups)


def _gap(asked: ChartRequest, kind: str) -> Exhibit:
    context, metric = asked.context, asked.metric
    found = context.store.groups(metric.name, context.place, kind, asked.year)
    return group_gap(metric, kind, found, asked.heading, context)
