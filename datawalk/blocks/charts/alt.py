"""Alternative text: what a chart or a map shows, in words written from the data.

Each says what kind of picture it is and of what, every figure, what to compare, and where the
numbers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from datawalk.blocks.maps.classes import Classes
from datawalk.exhibits import Area, Point, Reference, Series, Spot, in_columns
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.words import claims
from datawalk.words import later, say

LISTED = later("These figures are in the file of numbers of this walk (…-numbers.csv).")
"""Where figures of the published data stand; `datawalk.output.numbers` lists them."""
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
    "dumbbell": later("Marks of groups on one scale: {what}."),
    "panels": later("Small line charts of {what}."),
    "diverging": later("Bars of differences from a middle line of {what}."),
    "distribution": later("Dots, one for each of {count:,} places: {what}."),
}
COLUMNS = later("Columns of {count:,} places, most places in the tallest: {what}.")
"""A distribution of so many places that it has no dot for each."""


WITH_ENDS = ("distribution", "dots", "dumbbell")
"""Forms that say in words what figures at both ends of their axis mean."""


def adding(told: str, sentence: str) -> str:
    """The text with one more sentence, before that which says where the figures are listed."""
    listed = say(LISTED)
    bare = told.removesuffix(listed).rstrip()
    return " ".join(filter(None, (bare, sentence, listed if told.endswith(listed) else "")))


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
    told = of_series(form, metric.label, when, series, reference, field, point)
    if form in WITH_ENDS:
        words = later("On the left: {less}. On the right: {more}.")
        told = f"{told} {say(words, less=metric.less, more=metric.more)}"
    return f"{told} {say(LISTED)}"


def of_prices(last: Point) -> str:
    """Where our line would end if it had moved as prices did."""
    words = later("A dotted line shows what prices alone would have done: {figure} in {year}.")
    return say(words, figure=last.printed, year=last.label)


def of_own(
    form: str,
    label: str,
    when: str,
    series: tuple[Series, ...],
    reference: Reference | None,
    file: str,
) -> str:
    """A chart of a table of the community's own, in `file`."""
    told = of_series(form, label, when, series, reference, (), _spread(form, series))
    return f"{told} {from_file(file)}"


def of_pairs(label: str, when: str, series: tuple[Series, ...], takeaway: str) -> str:
    """Pairs of bars: both shares of each group or place, and how far they are apart."""
    first, second = (row.points for row in series)
    told = [
        f"{a.label}: {a.printed}, {b.printed}" + (f", {b.remark}" if b.remark else "")
        if a.value is not None
        else f"{a.label}: {a.printed}"
        for a, b in zip(first, second, strict=True)
    ]
    main = f" {takeaway.rstrip('.')}." if takeaway else ""
    kind = say("Pairs of bars: {what}.", what=_in_year(label, when))
    return f"{kind}{main} {'; '.join(told)}. {say(LISTED)}"


def of_parts(label: str, of: str, when: str, points: Sequence[Point]) -> str:
    """100 squares in the parts of a whole; where the numbers are is told behind it."""
    few = say("fewer than 1")
    counts = [few if not p.count and p.value else f"{p.count}" for p in points]
    told = "; ".join(
        f"{p.label} {count} ({p.printed})" for p, count in zip(points, counts, strict=True)
    )
    kind = say("Squares in {count} parts, each for 1 of 100 {of}.", count=len(points), of=of)
    return f"{kind} {_dated(label, when)}: {told}."


def of_steps(label: str, of: str, when: str, points: Sequence[Point]) -> str:
    """Bars of which each is a part of the one before."""
    told = "; ".join(
        f"{point.label} {point.printed}" + (f", {point.remark}" if point.remark else "")
        for point in points
    )
    kind = say("Bars that fall step by step, of 100 {of}.", of=of)
    return f"{kind} {_dated(label, when)}: {told}."


def of_series(
    form: str,
    label: str,
    when: str,
    series: tuple[Series, ...],
    reference: Reference | None,
    crowd: Sequence[float],
    point: str,
) -> str:
    """Kind of chart, of what, its main `point`, every figure, and the line to compare with.

    `crowd` are the figures of all places of a distribution.
    """
    kind = COLUMNS if in_columns(crowd) else KINDS[form]
    kind = say(kind, what=_in_year(label, when), count=len(crowd))
    parts = [
        (f"{row.label}: " if row.label else "") + "; ".join(map(_told, row.points))
        for row in series
    ]
    line = f" {reference.label}: {reference.printed}." if reference else ""
    main = f" {point.rstrip('.')}." if point else ""
    return f"{kind}{main} {'. '.join(parts)}.{line}"


def _told(point: Point) -> str:
    """'Anaheim 64%'; '2014: no figure'."""
    if point.value is not None:
        return f"{point.label} {point.printed}"
    plain = point.printed == say("no figure for {year}", year=point.label)
    return f"{point.label}: {say('no figure') if plain else point.printed}"


def _in_year(label: str, when: str) -> str:
    """'adults who have a job in 2023'."""
    return _dated(f"{label[:1].lower()}{label[1:]}", when)


def _dated(what: str, when: str) -> str:
    return say("{what} in {year}", what=what, year=when) if when else what


def of_map(
    legend: str,
    when: str,
    areas: Sequence[Area],
    values: Mapping[str, float],
    cut: Classes,
    place: str,
    where: str,
    *,
    ranked: bool,
) -> str:
    """A map of `areas` with `values` by their keys; `where` says where the numbers are.

    How our area stands among the others is told if the figure is one to rank places by.
    """
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
    if ranked and ours.key in values and len(values) > 1:
        crowd = list(values.values())
        with_figure = say("{others} other areas with a figure", others=claims.OTHERS)
        stands = f", {claims.standing(values[ours.key], crowd, with_figure)}"
    return f"{text} {ours.label}: {ours.printed}{stands}. {where}"


def of_cities(
    legend: str,
    when: str,
    where: str,
    ours: Spot,
    value: float,
    values: Sequence[float],
    cut: Classes,
    *,
    ranked: bool,
) -> str:
    """A map of cities as points; `values` are all figures on it, `value` is ours."""
    parts = "; ".join(f"{shade.label}: {shade.counted}" for shade in cut.shades)
    shown = f"{legend}{when}"
    text = say(
        "Map of {count} cities of {where} as points: {shown}.",
        count=len(values),
        where=where,
        shown=shown,
    )
    with_figure = say("{others} other cities with a figure", others=claims.OTHERS)
    stands = f", {claims.standing(value, values, with_figure)}" if ranked else ""
    return f"{text} {parts}. {ours.name}: {ours.printed}{stands}. {say(NAMED)}"


def from_file(name: str) -> str:
    """The sentence that names the file behind a picture."""
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
    told = {"low": low, "lowest": _of(known, low), "high": high, "highest": _of(known, high)}
    if strong[0].highlight and strong[0].label:
        words = later("{name}: from {low} ({lowest}) to {high} ({highest})")
        return say(words, name=strong[0].label, **told)
    return say("From {low} ({lowest}) to {high} ({highest})", **told)


def _of(points: Sequence[Point], printed: str) -> str:
    """All whose figure reads the same: type cannot tell them apart, nor do we."""
    return ", ".join(point.label for point in points if point.printed == printed)
