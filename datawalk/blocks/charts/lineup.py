"""100 in line, from the lowest figure to the highest, of whom a few tell theirs in two years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.blocks.charts import alt
from datawalk.blocks.charts.changes import plainly
from datawalk.blocks.charts.charting import ChartRequest
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Chart, Exhibit, Point, Series
from datawalk.metrics.knowledge.lineups import InLine, lineup
from datawalk.metrics.model import Observation
from datawalk.words import later, say

ALT = later("100 dots in a line, of which these stand out: {told}.")

Row = tuple[InLine, ChartRequest, Observation]


def exhibit(asked: ChartRequest) -> Exhibit:
    """The first and the newest year in which all who are told of have a figure."""
    members = lineup(asked.metric.name)
    years = _years(asked, members)
    if not years:
        newest = asked.context.ours(asked.metric.name, asked.year)
        asked.context.gap(newest)
        return gap_note(asked.metric, newest, asked.context)
    rows = [_row(asked, members, year) for year in dict.fromkeys((years[0], years[-1]))]
    series = tuple(
        Series(f"{row[0][2].year}", tuple(map(_point, row)), highlight=row is rows[-1])
        for row in rows
    )
    if len(rows) > 1:
        series = (series[0], _with_changes(series[1], rows[1]))
    figures = tuple(own.context.printed(found) for row in rows for _, own, found in row)
    when = series[-1].label
    if len(series) > 1:
        when = say("{first} and {last}", first=series[0].label, last=when)
    heading = f"{members[0].lineup}, {when}"
    return Chart(
        heading=asked.context.fill(asked.heading).text or heading,
        note=asked.context.fill(asked.note).text,
        form="lineup",
        series=series,
        format=asked.metric.format,
        alt=f"{heading}. {say(ALT, told='; '.join(_told(series)))} {say(alt.LISTED)}",
        figures=figures,
    )


def _years(asked: ChartRequest, members: Sequence[InLine]) -> list[int]:
    store, place = asked.context.store, asked.context.place
    held = [
        {o.year for o in map(asked.context.fit, store.series(m.metric, place)) if o.known}
        for m in members
    ]
    years = sorted(year for year in set.intersection(*held) if year)
    return [year for year in years if asked.year is None or year <= asked.year]


def _row(asked: ChartRequest, members: Sequence[InLine], year: int) -> list[Row]:
    context = asked.context
    found = []
    for member in members:
        own = replace(asked, metric=context.metric(member.metric))
        found.append((member, own, context.ours(member.metric, year)))
    return found


def _point(row: Row) -> Point:
    member, asked, found = row
    return replace(asked.point(found, member.each, ours=True), count=member.at)


def _with_changes(series: Series, row: Sequence[Row]) -> Series:
    told = (plainly(asked, found) for _, asked, found in row)
    points = zip(series.points, told, strict=True)
    return replace(series, points=tuple(replace(p, remark=words) for p, words in points))


def _told(series: Sequence[Series]) -> list[str]:
    """'Household 20: 2014 $17,446, 2023 $25,896, up 48%', of each."""
    return [
        f"{points[-1].label}: "
        + ", ".join(f"{row.label} {p.printed}" for row, p in zip(series, points, strict=True))
        + (f", {points[-1].remark}" if points[-1].remark else "")
        for points in zip(*(row.points for row in series), strict=True)
    ]
