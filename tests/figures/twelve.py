"""A chart of each form, told apart by order, range and what stands out; and a map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from datawalk.exhibits import Area, Bracket, Chart, Link, Map, Point, Reference, Series, Shade
from datawalk.metrics.model import NumberFormat

from .drawn import MIDDLE, PERCENT, chart, pairs, parts, point, steps

HALF = Reference("Middle county", 0.62, "62%")
FIVE = ("2014", "2016", "2018", "2021", "2023")
THREE = ("2021", "2022", "2023")


def sure(label: str, value: float, ours: bool = False) -> Point:
    return point(label, value, lower=value - 0.03, upper=value + 0.08, ours=ours)


def over(years: tuple[str, ...], label: str, *values: float | None, ours: bool = False) -> Series:
    """A series of these years."""
    held = zip(years, values, strict=True)
    return Series(label, tuple(point(year, value, ours=ours) for year, value in held), ours)


def several(form: Any, *series: Series, **more: Any) -> Chart:
    return Chart(form=form, series=series, format=PERCENT, alt="", **more)


def apart(label: str, value: float, ours: bool = False) -> Point:
    """A difference with its bounds."""
    said = f"{abs(value) * 100:.0f} points {'more' if value > 0 else 'less'}"
    return Point(label, value, said, value - 0.02, value + 0.03, ours)


def in_line(year: str, *values: float) -> Series:
    """Two in a line of 100, with their figures of a year."""
    held = zip(("First", "Middle"), (20, 50), values, strict=True)
    points = (replace(point(name, v, ours=True), count=at) for name, at, v in held)
    return Series(year, tuple(points), highlight=True)


ROWS = (point("Story", 0.31), point("Boone", 0.52, ours=True), point("Elko", 0.17))
SURE = (sure("Story", 0.31), sure("Boone", 0.52, ours=True), sure("Elko", 0.17))
UNEVEN = (
    over(FIVE, "Story", 0.61, 0.62, 0.58, 0.66, 0.69),
    over(FIVE, "Boone", 0.54, 0.55, 0.56, 0.57, 0.58, ours=True),
    over(FIVE, "Elko", 0.44, 0.42, 0.43, 0.41, 0.47),
    over(FIVE, "Cole", 0.31, 0.34, 0.33, 0.37, 0.35),
)
YEARLY = tuple(
    over(THREE, row.label, *(p.value for p in row.points[:3]), ours=row.highlight) for row in UNEVEN
)
WOMEN = ("Women", "Men", "Children")
GROUPS = (
    over(WOMEN, "Boone", 0.52, 0.42, 0.31, ours=True),
    over(WOMEN, "Story", 0.31, 0.35, 0.22),
    replace(over(WOMEN, "Middle county", 0.44, 0.61, 0.33), middle=True),
)
CLOSE = (
    Series(
        "Boone", (sure("Women", 0.52, True), sure("Men", 0.52, True), sure("Children", 0.44)), True
    ),
    Series("Story", (sure("Women", 0.31), point("Men", None), sure("Children", 0.22))),
)

FORMS: dict[str, Chart] = {
    "bars": chart("bars", *ROWS, reference=HALF),
    "bars with bounds": chart("bars", *SURE),
    "bars under zero": chart("bars", *ROWS, point("Polk", -0.21)),
    "dots": chart("dots", *SURE, reference=HALF),
    "dots between words": chart("dots", *SURE, reference=HALF, ends=("fewer", "more")),
    "lines": several("lines", *YEARLY, starts_at_zero=False),
    "lines near each other": several(
        "lines",
        over(THREE, "Story", 0.62, 0.5, 0.44),
        over(THREE, "Boone", 0.47, 0.48, 0.5, ours=True),
        starts_at_zero=False,
    ),
    "lines from zero": several("lines", *YEARLY),
    "lines of years apart": several("lines", *UNEVEN, starts_at_zero=False),
    "lines with a benchmark": several("lines", *YEARLY, reference=MIDDLE, starts_at_zero=False),
    "network": Chart(
        form="network",
        series=(
            Series(
                "",
                tuple(
                    Point(name, None, "office", highlight=name == "Hub")
                    for name in ("Hub", "School", "Clinic", "Pantry", "Church")
                ),
            ),
        ),
        format=NumberFormat(),
        alt="",
        links=(Link(0, 1, 1), Link(1, 3, 2), Link(4, 2, 3)),
    ),
    "slope": several(
        "slope", *(replace(row, points=(row.points[0], row.points[-1])) for row in UNEVEN)
    ),
    "grouped": several(
        "grouped",
        over(("Women", "Men", "Children"), "Story", 0.31, 0.42, 0.22),
        over(("Women", "Men", "Children"), "Boone", 0.52, 0.35, 0.44, ours=True),
        over(("Women", "Men", "Children"), "Elko", 0.28, 0.61, 0.33),
    ),
    "dumbbell": several("dumbbell", *GROUPS, bracket=Bracket(0, 2, "21 more of every 100.")),
    "dumbbell in lines": several(
        "dumbbell", *CLOSE, reference=HALF, ends=("fewer", "more"), bracket=Bracket(0, 2, "8 more.")
    ),
    "panels": several("panels", *UNEVEN, starts_at_zero=False),
    "panels from zero": several("panels", *UNEVEN),
    "diverging": chart(
        "diverging",
        apart("Story", 0.08),
        apart("Boone", -0.12, ours=True),
        apart("Elko", 0.03),
        reference=Reference("Middle county", 0.0, "62%"),
    ),
    "pairs": pairs(("Boone", 0.31, 0.52), ("Story", 0.42, 0.22), ("Elko", 0.61, 0.47)),
    "parts": parts(("Owners", 0.31), ("Renters", 0.52), ("Others", 0.17)),
    "steps": steps(("All", 1.0), ("Enrolled", 0.52), ("Finished", 0.31)),
    "lineup": Chart(
        form="lineup",
        series=(in_line("2014", 0.31, 0.42), in_line("2023", 0.52, 0.61)),
        format=PERCENT,
        alt="",
    ),
}
"""Charts by the name of their form and what is special about them."""


def _square(i: int) -> Area:
    x, y = float(i % 4), float(i // 4)
    ring = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
    shade = None if i == 5 else i % 3
    return Area(f"{i}", f"County {i}", (ring,), "5", shade, highlight=i == 9)


MAP = Map(
    areas=tuple(_square(i) for i in range(12)),
    shades=(Shade("under 5", "4", 4), Shade("5 to 7", "4", 4), Shade("7 or more", "3", 3)),
    legend="Answers",
    alt="",
    unknown=Shade("no data", "1", 1),
)
