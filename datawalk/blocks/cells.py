"""The cells and labels of tables of figures."""

from __future__ import annotations

from datawalk.blocks.context import Context
from datawalk.metrics.model import Gap, Observation, Place, Printed
from datawalk.metrics.places.places import called
from datawalk.metrics.words import reasons
from datawalk.words import say


def not_shown(context: Context, lacking: list[Observation]) -> tuple[str, ...]:
    """The metrics that have no figure for any place, by the reason."""
    named: dict[str, list[str]] = {}
    for observation in lacking:
        named.setdefault(reasons.told(observation.missing), []).append(
            context.metric(observation.metric).short
        )
    return tuple(
        say("Not shown: {names} ({why}).", names="; ".join(names), why=why)
        for why, names in named.items()
    )


def called_here(place: Place, context: Context) -> str:
    """A place of our own state needs no state behind its name."""
    return called(place) if place.state in ("", context.place.state) else place.short


def named(context: Context, figures: list[list[Printed]]) -> list[str]:
    """What the metrics are called, with the year where a figure is to say it."""
    return [
        context.in_its_year(
            context.metric(row[0].observation.metric).short, (f.observation for f in row)
        )
        for row in figures
    ]


def usual_years(series: dict[str, tuple[Observation, ...]]) -> tuple[int, ...]:
    """Four years at the most, the newest and others evenly before it."""
    known = sorted({o.year for row in series.values() for o in row if o.known and o.year})
    if len(known) <= 4:
        return tuple(known)
    last = len(known) - 1
    return tuple(known[round(i * last / 3)] for i in range(4))


def in_year(context: Context, name: str, series: tuple[Observation, ...], year: int) -> Observation:
    """The figure of a year, fit for print, or why there is none."""
    found = next((o for o in series if o.year == year), None)
    return context.fit(found or context.store.observe(name, context.place, year))


def group_cell(context: Context, name: str, row: tuple[Observation, ...], label: str) -> Printed:
    """What stands in the cell of a group: its figure, or why there is none."""
    found = next((o for o in row if o.group == label), None)
    if found is None:
        found = Observation(name, context.place, None, missing=Gap("no cell"))
    return context.printed(context.fit(found))
