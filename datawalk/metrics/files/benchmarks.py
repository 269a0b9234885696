"""Reads Urban's own middles of the nation: a row for each year, a column for each metric.

They are medians of counties weighted by people, and differ much from the plain ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.metrics.files import editions
from datawalk.metrics.files.cells import figures, whole_numbers
from datawalk.metrics.files.columns import Held, held
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.lookup import key_of
from datawalk.metrics.files.rawcsv import RawCsv
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.model import ALL, Place
from datawalk.problems import refuse

WEIGHTED = "wtd_med"
"""What the column group calls a median weighted by population."""


def is_benchmark(header: Sequence[str]) -> bool:
    """Whether these columns are those of a published file of middles."""
    return {"year", "group"} <= set(header) and not {"state", "county", "place"} & set(header)


def read_benchmark(raw: RawCsv, wanted: Sequence[Metric]) -> MetricsFile:
    """The medians as figures of the benchmark us-weighted. Raises Problems."""
    found = {metric.name: held(raw.header, metric.name) for metric in wanted}
    columns = [part.parts["value"] for part in found.values() if part]
    cells = raw.read(["year", "group", *columns])
    if set(cells["group"]) != {WEIGHTED} or cells["year"].duplicated().any():
        raise refuse(
            f"{raw.name} is not a file of national medians: one row for each year, with "
            f"{WEIGHTED} in the column group.",
            at=raw.at(1, "group"),
        )
    frame = cells.assign(
        key=key_of(Place("us-weighted", "benchmark", "County of the middle U.S. resident")),
        year=whole_numbers(raw, cells["year"], raw.lines.tolist()),
        line=raw.lines,
        kind="all",
        group=ALL,
    )
    read = {}
    for metric in wanted:
        if column := found[metric.name]:
            part = Held({"value": column.parts["value"]}, column.multiply)
            named = frame.assign(value=cells[column.parts["value"]])
            read[metric.name], _ = figures(raw, metric, part, named, every=False)
    newest = int(frame["year"].max())
    edition = editions.edition_of(raw, newest)
    told = tuple(editions.warnings(raw, edition, newest))
    return MetricsFile(raw.name, edition.name, "benchmark", False, {}, {}, read, told)
