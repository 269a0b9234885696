"""The table behind a batch: a row for each place and metric that the walk uses."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.task import Order
from datawalk.compose.data import needed_metrics
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Observation, Place
from datawalk.metrics.store import MetricStore
from datawalk.metrics.words import reasons
from datawalk.output.numbers import guarded
from datawalk.problems import refuse
from datawalk.render.xlsx.numbers import Cell

HEADER = (
    *("place", "name", "state", "level", "metric", "label", "year"),
    *("value", "value_right", "lower", "upper", "grade", "doubts", "missing", "source"),
)
CSV, PARQUET = "summary.csv", "summary.parquet"


def written(order: Order, places: Sequence[Place], store: MetricStore) -> tuple[str, ...]:
    """Writes the table as CSV and as Parquet; the names of the files. Raises Problems."""
    metrics = sorted(needed_metrics(order.read()))
    found = list(rows(places, metrics, store))
    to = Destination(order.address)
    to.put("", {CSV: csv_bytes(found)})
    to.put("", {PARQUET: parquet_bytes(found)})
    return CSV, PARQUET


def rows(
    places: Sequence[Place], metrics: Sequence[str], store: MetricStore
) -> Iterator[tuple[Cell, ...]]:
    """The newest figure of each, or the reason why there is none. Values are as stored."""
    known = catalog()
    for place in places:
        for name in metrics:
            metric = known.get(name)
            figure = store.observe(name, place)
            yield (
                *(place.geoid, place.name, place.state, place.level),
                *(name, metric.label, figure.year),
                *_told(figure),
                metric.source,
            )


def _told(figure: Observation) -> tuple[Cell, ...]:
    left, right = figure.pair or (figure.value, None)
    return (
        *(left, right, figure.lower, figure.upper),
        figure.quality.name.title() if figure.quality else "",
        " ".join(doubt.name for doubt in figure.doubts),
        "" if figure.known else reasons.told(figure.missing),
    )


def csv_bytes(found: Sequence[tuple[Cell, ...]]) -> bytes:
    """Texts are never formulas to a spreadsheet; numbers have all digits that were stored."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([*map(guarded, row)] for row in found)
    return out.getvalue().encode("utf-8-sig")


def parquet_bytes(found: Sequence[tuple[Cell, ...]]) -> bytes:
    """Raises Problems without the extra `parquet`."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise refuse(
            f"{PARQUET} needs a library that is not here; {CSV} is written.",
            "pip install 'datawalk[parquet]'",
        ) from error
    columns = list(zip(*found, strict=True)) or [()] * len(HEADER)
    table = pyarrow.table(dict(zip(HEADER, map(list, columns), strict=True)))
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()
