"""Where we stand among all places, in PowerPoint: the dots and columns of the sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import dist
from typing import Any

import pytest

from datawalk.exhibits import Chart, Reference
from datawalk.figures.crowd import Crowd
from tests.figures.drawn import figure
from tests.figures.test_crowd import AIR, scores
from tests.figures.test_forms import ALIKE, EXAMPLES
from tests.render.pptx.figures.test_live import sheet_of
from tests.render.pptx.test_deck import charts, shown

DOTS: dict[str, Chart] = {
    **{name: EXAMPLES[name] for name in ("distribution", "our end", "many names", "one value")},
    "score": scores(*AIR),
    "weak": replace(scores(*AIR, 40, 84, 84), hollow=(40.0, 84.0, 84.0)),
    "two middles": scores(
        *AIR, reference=Reference("Middle", 69, "69"), second=Reference("Near", 65, "65")
    ),
}
COLUMNS = EXAMPLES["many alike"]


def on_paper(chart: Chart) -> Crowd:
    found = figure(chart).plan.field
    assert isinstance(found, Crowd)
    return found


def on_slide(chart: Chart) -> Any:
    (native,) = charts(shown(chart))
    return native


def points(series: Any) -> list[tuple[float, float]]:
    xs, ys = (series.xpath(f"./c:{axis}Val//c:v/text()") for axis in "xy")
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


def dots(native: Any) -> list[tuple[float, float, int]]:
    """The value of each dot, its height and the size of its mark."""
    found = []
    for series in native._chartSpace.xpath(".//c:ser[c:marker/c:size]"):
        size = int(series.xpath("./c:marker/c:size/@val")[0])
        found += [(x, y, size) for x, y in points(series)]
    return found


def named(native: Any, name: str) -> Any:
    return next(s for s in native.plots[0].series if s.name == name)._element


@pytest.mark.parametrize("name", DOTS)
def test_every_place_of_the_sheet_is_a_dot_of_the_slide(name: str) -> None:
    chart = DOTS[name]
    native = on_slide(chart)
    values = Counter(dot.value for dot in on_paper(chart).dots)
    assert Counter(x for x, _, _ in dots(native)) == values
    # So it is in the data sheet, where beside each row stands what it is.
    # Slides name one middle.
    line = [chart.reference.value] * 2 if chart.reference else []
    told = [row[0] for row in sheet_of(native) if isinstance(row[0], (int, float))]
    assert sorted(told) == pytest.approx(sorted((values + Counter(line)).elements()))


@pytest.mark.parametrize("name", DOTS)
def test_range_and_ticks_are_those_of_the_sheet(name: str) -> None:
    paper = on_paper(DOTS[name])
    across = on_slide(DOTS[name])._chartSpace.xpath(".//c:valAx[c:axPos/@val='b']")[0]
    low, high, step = (
        float(across.xpath(f".//c:{tag}/@val")[0]) for tag in ("min", "max", "majorUnit")
    )
    assert (low, high) == pytest.approx((paper.low, paper.high))
    assert step == pytest.approx(paper.ticks[1] - paper.ticks[0])
    assert across.xpath("./c:delete/@val") == ["0"]


@pytest.mark.parametrize("name", DOTS)
def test_no_dot_of_a_slide_overlaps_another_or_leaves_the_field(name: str) -> None:
    native = on_slide(DOTS[name])
    frame = native.part.package.presentation_part.presentation.slides
    (shape,) = [s for slide in frame for s in slide.shapes if s.has_chart]
    space = native._chartSpace
    wide, tall = (
        float(space.xpath(f".//c:plotArea/c:layout//c:{side}/@val")[0]) * length / 12700
        for side, length in (("w", shape.width), ("h", shape.height))
    )
    (left, right), (low, high) = (
        [
            float(space.xpath(f".//c:valAx[c:axPos/@val='{at}']//c:{end}/@val")[0])
            for end in ("min", "max")
        ]
        for at in "bl"
    )
    found = [
        ((x - left) / (right - left) * wide, (y - low) / (high - low) * tall, size)
        for x, y, size in dots(native)
    ]
    for (x, y, size), (x2, y2, size2) in combinations(found, 2):
        assert dist((x, y), (x2, y2)) >= (size + size2) / 2
    assert all(size / 2 <= y <= tall - size / 2 for _, y, size in found)


def test_a_named_place_is_a_series_whose_name_and_figure_are_in_the_data_sheet() -> None:
    native = on_slide(EXAMPLES["many names"])
    rows = sheet_of(native)
    for point in EXAMPLES["many names"].series[0].points:
        series = named(native, point.label)
        assert [x for x, _ in points(series)] == [point.value]
        assert [row[0] for row in rows if row[2] == point.label] == [point.value]
        fields = series.xpath(".//c:dLbl//a:fld")
        assert [field.get("type") for field in fields] == ["SERIESNAME", "XVALUE"]
        assert [field.xpath("./a:t/text()")[0] for field in fields] == [point.label, point.printed]
        # A line runs from the dot up or down to the name.
        (length,) = series.xpath("./c:errBars//c:v/text()")
        assert float(length) > 0.3


def test_ours_is_larger_and_on_top() -> None:
    native = on_slide(EXAMPLES["many names"])
    sizes = {
        series.name: int(series._element.xpath("./c:marker/c:size/@val")[0])
        for series in native.plots[0].series
        if series._element.xpath("./c:marker/c:size")
    }
    assert sizes["Boone County, MO"] >= 2 * max(v for k, v in sizes.items() if "Boone" not in k)
    assert native.plots[0].series[-1].name == "Boone County, MO"


def test_no_series_comes_before_a_longer_one() -> None:
    """LibreOffice would not show it."""
    few = scores(54, 60, 70)
    for chart in (*DOTS.values(), few):
        lengths = [len(points(s._element)) for s in on_slide(chart).plots[0].series]
        assert lengths == sorted(lengths, reverse=True)


def test_columns_are_those_of_the_sheet() -> None:
    native, paper = on_slide(COLUMNS), on_paper(COLUMNS)
    head, *rows = sheet_of(native)
    assert head[1] == "Places"
    assert tuple(row[1] for row in rows) == paper.counts
    assert sum(paper.counts) == len(ALIKE)
    assert rows[0][0] == "30% to 32%"
    ticks = native._chartSpace.xpath(".//c:lineChart/c:ser")[0].xpath(".//c:dLbl//a:t/text()")
    assert ticks == [f"{tick:.0%}" for tick in paper.ticks]


def test_each_name_over_columns_is_a_series_in_its_own_column() -> None:
    native, paper = on_slide(COLUMNS), on_paper(COLUMNS)
    head, *rows = sheet_of(native)
    for flag in paper.flags:
        at = head.index(flag.text)
        assert [i for i, row in enumerate(rows) if row[at] is not None] == [
            paper.column(flag.value)
        ]
        (series,) = [
            s
            for s in native._chartSpace.xpath(".//c:lineChart/c:ser")
            if flag.text in s.xpath("./c:tx//c:v/text()")
        ]
        assert series.xpath("./c:dLbls/c:dLbl/c:showSerName/@val") == ["1"]
        assert series.xpath("./c:dLbls/c:showSerName/@val") == ["1"]
    ours = str(paper.column(ALIKE[1500]))
    assert native._chartSpace.xpath(".//c:barChart//c:dPt/c:idx/@val") == [ours]
