"""Groups of people of our place."""

from __future__ import annotations

from datawalk.blocks.charting import Asked
from datawalk.blocks.stat import group_gap
from datawalk.exhibits import Exhibit, Reference, Series
from datawalk.metrics.model import Printed


def dots(asked: Asked, kind: str) -> Exhibit:
    """A dot for each group with its bounds, and everyone as a line."""
    context, metric = asked.context, asked.metric
    found = context.store.groups(metric.name, context.place, kind, asked.year)
    groups = [context.fit(o) for o in found]
    if not any(o.known for o in groups):
        return group_gap(metric, kind, found, asked.heading, context)
    year = groups[0].year
    everyone = context.store.everyone(metric.name, context.place, kind, year)
    reference = None
    traced: tuple[Printed, ...] = ()
    if everyone.value is not None:
        traced = asked.printed([everyone])
        reference = Reference("Everyone", everyone.value, traced[0].text)
    points = tuple(asked.point(o, o.group, False) for o in groups)
    figures = (*asked.printed(groups), *traced)
    return asked.chart("dots", year, (Series("", points),), figures, reference=reference)
