"""Alternative text: what a chart or a map shows, in words written from the data."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.blocks.classes import Classes
from datawalk.exhibits import Area, Reference, Series
from datawalk.metrics.catalog import Metric
from datawalk.metrics.model import Place


def of_chart(
    form: str,
    metric: Metric,
    place: Place,
    series: tuple[Series, ...],
    reference: Reference | None,
    year: int | None,
    field: tuple[float, ...],
) -> str:
    """The picture in words: kind of chart, of what, the figures, the benchmark."""
    when = f" in {year}" if year and form != "lines" else ""
    told = of_series(form, metric.label, when, series, reference, len(field))
    return f"{told} The numbers are in the kit for {place.name}."


def of_series(
    form: str,
    label: str,
    when: str,
    series: tuple[Series, ...],
    reference: Reference | None,
    crowd: int = 0,
) -> str:
    """Kind of chart, what it shows, every figure, and the line to compare with."""
    kind = {
        "bars": "Bar chart",
        "dots": "Dot chart",
        "lines": "Line chart",
        "distribution": f"Strip of {crowd:,} places",
    }[form]
    parts = [
        (f"{row.label}: " if row.label else "")
        + "; ".join(f"{point.label} {point.printed}" for point in row.points)
        for row in series
    ]
    line = f" {reference.label}: {reference.printed}." if reference else ""
    return f"{kind} of {label[:1].lower()}{label[1:]}{when}. {'. '.join(parts)}.{line}"


def of_map(legend: str, when: str, areas: Sequence[Area], cut: Classes, place: str) -> str:
    ours = next((area for area in areas if area.highlight), None)
    parts = [f"{shade.label}: {shade.counted}" for shade in cut.shades]
    text = f"Map of {len(areas)} areas around {place}: {legend}{when}. " + "; ".join(parts) + "."
    return text + (f" {ours.label}: {ours.printed}." if ours else "")
