"""All predictors of the framework as a table: what is known here, of when, and where it stands."""

from __future__ import annotations

from dataclasses import replace

from datawalk.compose.session.framework import PILLARS, called
from datawalk.compose.session.given import Given, slides
from datawalk.exhibits import Row, Table
from datawalk.metrics.knowledge.catalog import Metric, catalog
from datawalk.metrics.model import Printed
from datawalk.metrics.words import reasons
from datawalk.metrics.words.credits import grade
from datawalk.walk import Station
from datawalk.words import say


def predictor_metrics() -> dict[str, tuple[Metric, ...]]:
    """The metrics of each predictor of the five pillars, in the order of the framework."""
    found: dict[str, tuple[Metric, ...]] = {}
    for metric in catalog().metrics.values():
        if metric.pillar in PILLARS and metric.predictor:
            found[metric.predictor] = (*found.get(metric.predictor, ()), metric)
    return found


def metrics(given: Given) -> Station:
    """A row for each predictor, with the first of its metrics that has a figure here."""
    rows = [_row(given, name, held) for name, held in predictor_metrics().items()]
    table = Table(
        stub_head=say("What it looks at"),
        columns=(say("Here"), say("Year"), say("Data quality"), say("Station")),
        rows=tuple(row for row, _ in rows),
        figures=tuple(figure for _, figure in rows),
    )
    shown = replace(table, sources=given.sources(table.figures))
    notes = say(
        "For those who ask what else is known. A row says whether there is a number for this "
        "place, of when it is, and how good the data are."
    )
    title = say("What is known of all 24 parts")
    return slides(title, [shown], notes, "metrics")


def _row(given: Given, predictor: str, held: tuple[Metric, ...]) -> tuple[Row, Printed]:
    # What speaks against a figure is told where a station shows it.
    quiet = replace(given.context, tell=lambda _: None)
    seen = [quiet.ours(metric.name, stop=False) for metric in held]
    best = next((one for one in seen if one.known), seen[0])
    printed = quiet.printed(best)
    metric = given.context.metric(best.metric)
    stub = f"{called(predictor)}: {metric.short}"
    names = {metric.name for metric in held}
    at = [
        str(station.number)
        for station in given.walk.stations
        if station.about.predictor in (predictor, called(predictor))
        or any(f.observation.metric in names for e in station.exhibits for f in e.figures)
    ]
    known = best.known
    cells = (
        printed.text if known else reasons.told(best.missing),
        str(best.year) if known else "",
        grade(best.quality) if known and best.quality else "",
        ", ".join(at),
    )
    return Row(stub, cells), printed
