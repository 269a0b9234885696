"""Whiskers run from the lower to the upper bound, on paper as on slides."""

from __future__ import annotations

import math
from typing import Any

import pytest

from datawalk.exhibits import Chart, Point, Series, in_columns
from datawalk.figures.whiskers import reach, whisker
from datawalk.page.figure import Drawing, Field
from datawalk.page.marks import Disc, Rect
from datawalk.theme import base_theme
from tests.figures.drawn import PERCENT, chart, figure, lines_drawn, marks, point
from tests.render.pptx.test_deck import charts, shown

LOW, HIGH = 0.02, 0.09
"""How far the bounds of every figure lie below and above it."""


def sure(label: str, value: float, ours: bool = False) -> Point:
    return point(label, value, lower=value - LOW, upper=value + HIGH, ours=ours)


BOONE, ADA, ELKO = sure("Boone", 0.5, ours=True), sure("Ada", 0.3), point("Elko", 0.4)
UNDER = sure("Polk", -0.2)
NAMED = {
    "bars": chart("bars", BOONE, ADA, ELKO),
    "bars under zero": chart("bars", BOONE, UNDER),
    "dots": chart("dots", BOONE, ADA, ELKO),
    "diverging": chart("diverging", BOONE, UNDER, ELKO),
    "grouped": Chart(
        form="grouped",
        series=(Series("2016", (ADA, ELKO)), Series("2023", (BOONE, UNDER), highlight=True)),
        format=PERCENT,
        alt="",
    ),
}


def points(example: Chart) -> list[Point]:
    """All points from the top of the chart down."""
    return [p for row in zip(*(s.points for s in example.series), strict=True) for p in row]


def bounded(example: Chart) -> list[Point]:
    return [p for p in points(example) if p.lower is not None]


def whiskers(drawn: Drawing) -> list[tuple[float, float]]:
    """Left and right end of each, from the top down; the wider line under it is of paper."""
    found = [path.lines[0] for path in lines_drawn(drawn) if path.stroke == base_theme().ink]
    level = [(a[1], a[0], b[0]) for a, b in found if a[1] == b[1]]
    return [(left, right) for _, left, right in sorted(level)]


def drawn_scale(drawn: Drawing) -> tuple[float, float]:
    """Where nothing stands along x, and the length of 1, by the longest mark: Boone's."""
    discs = marks(drawn, Disc)
    assert BOONE.value
    if discs:
        start = min(path.lines[0][0][0] for path in lines_drawn(drawn))
        return start, (discs[0].x - start) / BOONE.value
    boxes = [box for box in marks(drawn, Rect) if box.fill != base_theme().paper]
    # Not the square boxes of a key.
    bars = [(box.x, box.x + box.w) for box in boxes if not math.isclose(box.w, box.h)]
    start, end = max(bars, key=lambda ends: ends[1] - ends[0])
    return start, (end - start) / BOONE.value


@pytest.mark.parametrize("name", NAMED)
def test_on_paper_each_line_ends_at_its_bounds(name: str) -> None:
    drawn = figure(NAMED[name])
    zero, unit = drawn_scale(drawn)
    found = [((left - zero) / unit, (right - zero) / unit) for left, right in whiskers(drawn)]
    assert found == [pytest.approx((p.lower, p.upper)) for p in bounded(NAMED[name])]


@pytest.mark.parametrize("name", [name for name, held in NAMED.items() if held.form != "dots"])
def test_native_bars_have_error_bars_from_bound_to_bound(name: str) -> None:
    """Those of differences stand in the workbook in points of 100."""
    (native,) = charts(shown(NAMED[name]))
    unit = 100 if NAMED[name].form == "diverging" else 1
    # Behind them stand the ends of whiskers, as bars that are not seen.
    rows = list(native.plots[0].series)[: len(NAMED[name].series)]
    for row, series in zip(rows, NAMED[name].series, strict=True):
        found = {
            i: (row.values[i] - down, row.values[i] + up)
            for i, (down, up) in reaches(row._element).items()
        }
        assert found == {
            i: pytest.approx((p.lower * unit, p.upper * unit))
            for i, p in enumerate(series.points)
            if p.lower is not None and p.upper is not None
        }


def test_native_dots_have_a_line_from_bound_to_bound() -> None:
    """LibreOffice shows no error bars along x."""
    (native,) = charts(shown(NAMED["dots"]))
    series = {row.name: row._element for row in native.plots[0].series}
    for height, held in ((3, BOONE), (2, ADA)):
        line = series[f"{held.label}: bounds"]
        assert numbers(line, "c:xVal") == pytest.approx([held.lower, held.upper])
        assert numbers(line, "c:yVal") == [height, height]
    assert f"{ELKO.label}: bounds" not in series


def test_lines_of_names_over_a_histogram_hang_down() -> None:
    """They are error bars too: nothing of them stands over the name.

    Columns stand where so many are alike that dots would be too small.
    """
    example = Chart(
        form="distribution",
        series=(Series("", (point("Boone", 0.5, ours=True),)),),
        format=PERCENT,
        alt="",
        field=(*(i / 400 for i in range(40, 361)), *[0.3] * 200),
    )
    assert in_columns(example.field)
    (native,) = charts(shown(example))
    named = [s for s in native._chartSpace.xpath(".//c:ser") if s.xpath("./c:errBars")]
    assert len(named) == 1
    ((at, (down, up)),) = reaches(named[0]).items()
    assert up == 0
    (high,) = numbers(named[0], "c:val")
    columns = native.plots[0].series[0].values
    assert high - down == pytest.approx(columns[at], abs=0.06)


def reaches(series: Any) -> dict[int, tuple[float, float]]:
    """How far error bars reach down and up from the points of these indexes."""
    sides = [
        {int(p.get("idx")): float(p.xpath("./c:v")[0].text) for p in series.xpath(path)}
        for path in (".//c:minus//c:pt", ".//c:plus//c:pt")
    ]
    down, up = sides
    return {i: (down.get(i, 0.0), up.get(i, 0.0)) for i in sorted({*down, *up})}


def numbers(series: Any, name: str) -> list[float]:
    return [float(v) for v in series.xpath(f"./{name}//c:pt/c:v/text()")]


SCALE = Field(0, 0, 100, 0, 0, 10, (0, 5, 10))


@pytest.mark.parametrize(
    ("lower", "upper", "seen"),
    [(2, 6, (2, 6)), (-1, 6, (0, 6)), (4, 4.05, None)],
    ids=["whole", "from the end of the scale", "too short to be seen"],
)
def test_a_whisker_is_what_can_be_seen_of_the_bounds(
    lower: float, upper: float, seen: tuple[float, float] | None
) -> None:
    assert whisker(Point("", 4, "", lower, upper), SCALE, size=10) == seen


def test_a_figure_stands_beyond_the_dot_and_beyond_the_whisker() -> None:
    bare, sure, minus = Point("", 4, ""), Point("", 4, "", 2, 6), Point("", -4, "", -6, -2)
    assert [reach(p, SCALE, radius=5) for p in (bare, sure, minus)] == [45, 60, -60]
    assert reach(Point("", -4, "", -4, -4), SCALE, radius=5) == -45
