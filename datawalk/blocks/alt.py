"""Alternative text: what a chart or a map shows, in words written from the data.

Each says what kind of picture it is and of what, every figure, what to compare, and where the
numbers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.blocks.classes import Classes
from datawalk.exhibits import Area, Point, Reference, Series
from datawalk.metrics import wording
from datawalk.metrics.catalog import Metric
from datawalk.words import later, say

LISTED = later("These figures are in the file of numbers of this walk (…-numbers.csv).")
"""Where figures of the published data stand; `datawalk.provenance` lists them."""
NAMED = later(
    "Figures of the places named on it are in the file of numbers of this walk (…-numbers.csv)."
)
"""The same for a map, where most areas are only shaded."""

OVER_YEARS = ("lines", "slope", "panels")
"""Forms whose points are years."""


KINDS = {
    "bars": later("Bar chart of {what}."),
    "dots": later("Dot chart of {what}."),
    "lines": later("Line chart of {what}."),
    "slope": later("Change between two years of {what}."),
    "grouped": later("Bars in groups of {what}."),
    "panels": later("Small line charts of {what}."),
    "diverging": later("Bars of differences from a middle line of {what}."),
    "distribution": later("Strip of {count:,} places of {what}."),
}


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
    when = str(year) if year and form not in OVER_YEARS else ""
    point = takeaway or _spread(form, series)
    told = of_series(form, metric.label, when, series, reference, len(field), point)
    return f"{told} {say(LISTED)}"


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
    what = f"{label[:1].lower()}{label[1:]}"
    what = say("{what} in {year}", what=what, year=when) if when else what
    kind = say(KINDS[form], what=what, count=crowd)
    parts = [
        (f"{row.label}: " if row.label else "")
        + "; ".join(f"{point.label} {point.printed}" for point in row.points)
        for row in series
    ]
    line = f" {reference.label}: {reference.printed}." if reference else ""
    main = f" {point.rstrip('.')}." if point else ""
    return f"{kind}{main} {'. '.join(parts)}.{line}"


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
    shown = f"{legend}{when}"
    text = say(
        "Map of {count} areas around {place}: {shown}.", count=len(areas), place=place, shown=shown
    )
    text += f" {'; '.join(parts)}."
    if ours is None:
        return f"{text} {where}"
    stands = ""
    if ours.key in values and len(values) > 1:
        crowd = list(values.values())
        with_figure = say("areas with a figure")
        stands = f", {wording.standing(values[ours.key], crowd, with_figure)}"
    return f"{text} {ours.label}: {ours.printed}{stands}. {where}"


def from_file(name: str) -> str:
    return say("The numbers come from {file}.", file=name)


def _spread(form: str, series: tuple[Series, ...]) -> str:
    """The first and the last year of our line; of rows the lowest and the highest figure."""
    if form in OVER_YEARS:
        ours = next((row for row in series if row.highlight), series[0])
        known = [point for point in ours.points if point.value is not None]
        if len(known) < 2 or not (ours.highlight or form != "panels"):
            return ""
        first, last = known[0], known[-1]
        named = f"{ours.label}: " if ours.label else ""
        return named + say(
            "{first} in {year}, {last} in {later}",
            first=first.printed,
            year=first.label,
            last=last.printed,
            later=last.label,
        )
    strong = [row for row in series if row.highlight] or series
    known = [point for row in strong for point in row.points if point.value is not None]
    if len(known) < 2:
        return ""
    low = min(known, key=lambda point: point.value or 0.0).printed
    high = max(known, key=lambda point: point.value or 0.0).printed
    if low == high:
        return say("All figures shown are {figure}", figure=low)
    named = f"{strong[0].label}: " if strong[0].highlight and strong[0].label else ""
    return named + say(
        "From {low} ({lowest}) to {high} ({highest})",
        low=low,
        lowest=_of(known, low),
        high=high,
        highest=_of(known, high),
    )


def _of(points: Sequence[Point], printed: str) -> str:
    """All whose figure reads the same: type cannot tell them apart, nor do we."""
    return ", ".join(point.label for point in points if point.printed == printed)
