"""The scale on which people place themselves: that of their station's chart of all places."""

from __future__ import annotations

from datawalk.exhibits import Chart, Point
from datawalk.figures.crowd import named
from datawalk.walk import Station


def of_station(station: Station) -> Chart | None:
    """The first chart of all places of a station, which says what its ends mean."""
    charts = (e for e in station.exhibits if isinstance(e, Chart) and e.form == "distribution")
    return next((chart for chart in charts if chart.ends and ours(chart)), None)


def ours(chart: Chart) -> Point | None:
    """Our place on it, which has a figure."""
    return next((point for point in named(chart) if point.highlight), None)
