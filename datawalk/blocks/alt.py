"""Alternative text: what a chart or a map shows, in words written from the data.

Each says what kind of picture it is and of what, every figure, what to compare, and where the
numbers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.blocks.classes import Classes
from datawalk.exhibits import Area, Point, Reference, Series, Spot
from datawalk.metrics import wording
from datawalk.metrics.catalog import Metric

LISTED = "These figures are in the file of numbers of this walk (…-numbers.csv)."
"""Where figures of the published data stand; `datawalk.provenance` lists them."""
NAMED = "Figures of the places named on it are in the file of numbers of this walk (…-numbers.csv)."
"""The same for a map, where most areas are only shaded."""


def of_chart(
    form: str,
    metric: Metric,
    series: tuple[Series, ...],
    reference: Reference | None,
    year: int | None,
    field: tuple[float, ...],
    takeaway: str,
) -> str:
    """A chart of published data; `takeaway` is what its block says of our figure, if anything."""
    when = f" in {year}" if year and form != "lines" else ""
    point = takeaway or _spread(form, series)
    told = of_series(form, metric.label, when, series, reference, len(field), point)
    return f"{told} {LISTED}"


def of_own(
    form: str,
    label: str,
    when: str,
    series: tuple[Series, ...],
    reference: Reference | None,
    file: str,
) -> str:
    """A chart of a table of the community's own, in `file`."""
    told = of_series(form, label, when, series, reference, 0, _spread(form, series))
    return f"{told} {from_file(file)}"


def of_series(
    form: str,
    label: str,
    when: str,
    series: tuple[Series, ...],
    reference: Reference | None,
    crowd: int,
    point: str,
) -> str:
    """Kind of chart, of what, its main `point`, every figure, and the line to compare with."""
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
    main = f" {point.rstrip('.')}." if point else ""
    return f"{kind} of {label[:1].lower()}{label[1:]}{when}.{main} {'. '.join(parts)}.{line}"


def of_map(
    legend: str,
    when: str,
    areas: Sequence[Area],
    values: Mapping[str, float],
    cut: Classes,
    place: str,
    where: str,
) -> str:
    """A map of `areas` with `values` by their keys; `where` says where the numbers are."""
    ours = next((area for area in areas if area.highlight), None)
    parts = [f"{shade.label}: {shade.counted}" for shade in cut.shades]
    text = f"Map of {len(areas)} areas around {place}: {legend}{when}. " + "; ".join(parts) + "."
    if ours is None:
        return f"{text} {where}"
    stands = ""
    if ours.key in values and len(values) > 1:
        stands = (
            f", {wording.standing(values[ours.key], list(values.values()))} areas with a figure"
        )
    return f"{text} {ours.label}: {ours.printed}{stands}. {where}"


def of_cities(
    legend: str,
    when: str,
    where: str,
    ours: Spot,
    value: float,
    values: Sequence[float],
    cut: Classes,
) -> str:
    """A map of cities as points; `values` are all figures on it, `value` is ours."""
    parts = "; ".join(f"{shade.label}: {shade.counted}" for shade in cut.shades)
    stands = wording.standing(value, values)
    return (
        f"Map of {len(values)} cities of {where} as points: {legend}{when}. {parts}. "
        f"{ours.name}: {ours.printed}, {stands} cities with a figure. {NAMED}"
    )


def from_file(name: str) -> str:
    return f"The numbers come from {name}."


def _spread(form: str, series: tuple[Series, ...]) -> str:
    """The first and the last year of our line; of rows the lowest and the highest figure."""
    if form == "lines":
        ours = next((row for row in series if row.highlight), series[0])
        known = [point for point in ours.points if point.value is not None]
        if len(known) < 2:
            return ""
        first, last = known[0], known[-1]
        named = f"{ours.label}: " if ours.label else ""
        return f"{named}{first.printed} in {first.label}, {last.printed} in {last.label}"
    known = [point for row in series for point in row.points if point.value is not None]
    if len(known) < 2:
        return ""
    low = min(known, key=lambda point: point.value or 0.0).printed
    high = max(known, key=lambda point: point.value or 0.0).printed
    if low == high:
        return f"All figures shown are {low}"
    return f"From {low} ({_of(known, low)}) to {high} ({_of(known, high)})"


def _of(points: Sequence[Point], printed: str) -> str:
    """All whose figure reads the same: type cannot tell them apart, nor do we."""
    return ", ".join(point.label for point in points if point.printed == printed)
