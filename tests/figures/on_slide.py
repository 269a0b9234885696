"""What a reader sees of a native chart, read back from the file; as `on_paper` of drawn ones."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from datawalk.brand.colors import Colors
from datawalk.exhibits import Chart, Map
from datawalk.render.pptx.palette import Palette
from datawalk.theme import base_theme
from tests.render.pptx.test_deck import shapes, shown

COLOR = base_theme().pillar("work")
THEMED = Colors(Palette(base_theme()).slots)
ABOVE = 0.05
"""Share of its range that an automatic axis of PowerPoint leaves free over the largest figure."""
DASHES = {
    "sysDot": "dotted",
    "dash": "dashed",
    "lgDash": "dashed",
    "sysDash": "dashed",
    "solid": "solid",
}

Ends = tuple[float, float]


def color_of(element: Any, path: str) -> str:
    """The first colour at a path, as #rrggbb; nothing where there is none."""
    found = element.xpath(f"{path}/descendant-or-self::*[a:schemeClr or a:srgbClr]")
    return THEMED.of(found[0]) if found else ""


@cache
def opened(example: Chart | Map) -> Any:
    return shown(example)


def plain(shape: Any) -> str:
    """The name of a shape without the marks by which it is found again."""
    return re.sub(r"( [0-9a-f]{4,8})+$", "", shape.name)


def natives(example: Chart) -> list[Any]:
    """The chart spaces of an exhibit, from the left top."""
    frames = [shape for shape in shapes(opened(example)) if shape.has_chart]
    return [f.chart._chartSpace for f in sorted(frames, key=lambda f: (f.top, f.left))]


def series_of(space: Any) -> dict[str, Any]:
    return {s.xpath("./c:tx//c:v/text()")[0]: s for s in space.xpath(".//c:ser")}


def categories(space: Any) -> list[str]:
    """What stands along the axis of names; the empty name of a gap too."""
    return [str(v) for v in space.xpath(".//c:ser")[0].xpath("./c:cat//c:pt/c:v/text()")]


def numbers(series: Any, name: str) -> dict[int, float]:
    """The figures of a series by their place."""
    points = series.xpath(f"./{name}//c:pt")
    return {int(p.get("idx")): float(p.xpath("./c:v")[0].text) for p in points}


def range_of(example: Chart) -> Ends | None:
    """The values at both ends of the field; None where a form has no such axis."""
    if example.form in ("network", "parts", "lineup"):
        return None
    space = natives(example)[0]
    unit = 100 if example.form in ("diverging", "steps") else 1
    low, high = _field(space)
    return low / unit, high / unit


def _field(space: Any) -> Ends:
    """Both ends of the axis of values: as written, or in whole steps over the largest figure."""
    dots = bool(space.xpath(".//c:scatterChart"))
    axis = space.xpath(".//c:valAx[c:axPos/@val='b']" if dots else ".//c:valAx")[0]
    low = float(axis.xpath("./c:scaling/c:min/@val")[0])
    fixed = axis.xpath("./c:scaling/c:max/@val")
    if fixed:
        return low, float(fixed[0])
    step = float(axis.xpath("./c:majorUnit/@val")[0])
    where = "c:xVal" if dots else "c:val"
    most = max(v for s in space.xpath(".//c:ser") for v in numbers(s, where).values())
    return low, low + math.ceil((most - low) * (1 + ABOVE) / step - 1e-9) * step


def names(example: Chart) -> tuple[str, ...]:
    """Names of rows from the top down, or of years and places from left to right."""
    wanted = [p.label for p in example.series[0].points]
    match example.form:
        case "network" | "parts" | "lineup":
            return _placed(example, wanted)
        case "panels":
            return tuple(title_of(space) for space in natives(example))
        case "dots":
            return _rows_of_dots(natives(example)[0])
        case "dumbbell":
            at = {name: place for name, place in words_at(example).items() if name in wanted}
            across = len({y for _, y in at.values()}) == 1
            return tuple(sorted(at, key=lambda name: at[name][0] if across else -at[name][1]))
    (space,) = natives(example)
    if example.form == "lines":
        return tuple(space.xpath(".//c:ser")[-1].xpath("./c:dLbls/c:dLbl//a:t/text()"))
    told = [_named(name, wanted) for name in categories(space) if name.strip()]
    upwards = space.xpath(".//c:catAx/c:scaling/c:orientation/@val") == ["minMax"]
    return tuple(reversed(told) if upwards and space.xpath('.//c:barDir[@val="bar"]') else told)


def words_at(example: Chart) -> dict[str, tuple[float, float]]:
    """Where words stand that are no figures, in values across and ems up: the middle of them."""
    space = natives(example)[0]
    row = series_of(space)["Names"]
    low, high = _field(space)
    wide = float(space.xpath(".//c:plotArea/c:layout//c:w/@val")[0])
    xs, ys = numbers(row, "c:xVal"), numbers(row, "c:yVal")
    found = {}
    for label in row.xpath("./c:dLbls/c:dLbl"):
        i = int(label.xpath("./c:idx/@val")[0])
        moved = label.xpath("./c:layout//c:x/@val")
        x = xs[i] + (float(moved[0]) / wide * (high - low) if moved else 0.0)
        found["".join(label.xpath(".//a:t/text()"))] = (x, ys[i])
    return found


def _named(name: str, wanted: Sequence[str]) -> str:
    """Without what is told behind it."""
    return next(label for label in wanted if name == label or name.startswith(f"{label}: "))


def title_of(space: Any) -> str:
    return "".join(space.xpath("./c:chart/c:title//a:t/text()"))


def _placed(example: Chart, wanted: Sequence[str]) -> tuple[str, ...]:
    """Names of shapes, by columns and from the top down."""
    deck = opened(example)
    found = {plain(s): s for s in shapes(deck) if plain(s) in wanted}
    wide = deck.slide_width
    return tuple(sorted(found, key=lambda n: (round(found[n].left / wide, 1), found[n].top)))


def _rows_of_dots(space: Any) -> tuple[str, ...]:
    row = series_of(space)["Names"]
    heights = numbers(row, "c:yVal")
    said = {
        int(label.xpath("./c:idx/@val")[0]): "".join(label.xpath(".//a:t/text()"))
        for label in row.xpath("./c:dLbls/c:dLbl")
    }
    return tuple(said[i] for i in sorted(said, key=lambda i: -heights[i]))


def key(example: Chart) -> tuple[str, ...]:
    """Names of a key, from left to right."""
    (space,) = natives(example)
    assert space.xpath(".//c:legend")
    return tuple(series_of(space))


def ends(example: Chart) -> tuple[str, ...]:
    """Names at the right ends of lines, from the top down."""
    (space,) = natives(example)
    held = series_of(space)
    return tuple(sorted(looks(example), key=lambda name: _height(space, held[name])))


def _height(space: Any, series: Any) -> float:
    """How far down the last label of a line stands, as a share of the chart."""
    low, high = _field(space)
    tall = float(space.xpath(".//c:plotArea/c:layout//c:h/@val")[0])
    label = series.xpath("./c:dLbls/c:dLbl")[-1]
    value = numbers(series, "c:val")[int(label.xpath("./c:idx/@val")[0])]
    moved = label.xpath("./c:layout//c:y/@val")
    return tall * (high - value) / (high - low) + (float(moved[0]) if moved else 0.0)


def bars(example: Chart) -> list[str]:
    """The colour of each bar that is not of paper, from the top down."""
    (space,) = natives(example)
    held = series_of(space).values()
    found = [_bar(series, i) for i in range(len(categories(space))) for series in held]
    return [color for color in found if color not in ("", base_theme().paper)]


def _bar(series: Any, i: int) -> str:
    own = color_of(series, f'./c:dPt[c:idx/@val="{i}"]/c:spPr/a:solidFill')
    return own or color_of(series, "./c:spPr/a:solidFill")


def ours(example: Chart) -> frozenset[str]:
    """Names beside or in what has the colour of the station."""
    match example.form:
        case "network" | "parts":
            return _strong_shapes(example)
        case "lineup":
            return _strong_words(example)
        case "panels":
            found = natives(example)
            return frozenset(title_of(s) for s in found if color_of(s, ".//c:ser/c:spPr") == COLOR)
        case "lines" | "slope":
            return frozenset(name for name, look in looks(example).items() if look[0] == COLOR)
    held = series_of(natives(example)[0])
    match example.form:
        case "grouped":
            return frozenset(name for name, series in held.items() if _bar(series, 0) == COLOR)
        case "dumbbell":
            labels = held["Names"].xpath("./c:dLbls/c:dLbl")
            strong = (label for label in labels if color_of(label, ".//a:rPr") == COLOR)
            said = {"".join(label.xpath(".//a:t/text()")) for label in strong}
            return frozenset(said & {row.label for row in example.series})
        case "dots":
            series = [*held.values()][-1]
            named = dict(enumerate(reversed(names(example)), start=1))
            rest = color_of(series, "./c:marker/c:spPr/a:solidFill")
            found = {i: _dot(series, i) or rest for i in numbers(series, "c:yVal")}
            heights = numbers(series, "c:yVal")
            return frozenset(named[int(heights[i])] for i, hue in found.items() if hue == COLOR)
    along = enumerate(names(example))
    return frozenset(n for i, n in along for s in held.values() if _bar(s, i) == COLOR)


def _dot(series: Any, i: int) -> str:
    """The color of a dot that has one of its own."""
    return color_of(series, f"./c:dPt[c:idx/@val='{i}']/c:marker/c:spPr/a:solidFill")


def _strong_shapes(example: Chart) -> frozenset[str]:
    found = shapes(opened(example))
    alone = (inner for s in found for inner in (s.shapes if s.shape_type == 6 else [s]))
    strong = {plain(s) for s in alone if color_of(s._element, "./p:spPr/a:solidFill") == COLOR}
    return frozenset(strong & {*names(example)})


def _strong_words(example: Chart) -> frozenset[str]:
    """What is written in the colour of the station."""
    found = (s for s in shapes(opened(example)) if s.has_text_frame)
    strong = {plain(s) for s in found if color_of(s._element, ".//a:rPr") == COLOR}
    return frozenset(strong & {*names(example)})


def looks(example: Chart) -> dict[str, tuple[str, str, str]]:
    """Color, kind of line and mark of each series over years, in the order of painting."""
    return {
        name: (
            color_of(series, "./c:spPr"),
            DASHES[series.xpath("./c:spPr/a:ln/a:prstDash/@val")[0]],
            str(series.xpath("./c:marker/c:symbol/@val")[0]),
        )
        for space in natives(example)
        for name, series in series_of(space).items()
        if name in {row.label for row in example.series}
    }


def times(example: Chart) -> list[list[float]]:
    """Where our years stand, as shares of the way from first to last, by unbroken pieces."""
    assert all(space.xpath(".//c:dateAx") for space in natives(example))
    found = (s for space in natives(example) for s in space.xpath(".//c:ser"))
    series = next(s for s in found if color_of(s, "./c:spPr") == COLOR)
    at = [*numbers(series, "c:cat").values()]
    known = numbers(series, "c:val")
    runs = groupby(enumerate(sorted(known)), key=lambda pair: pair[1] - pair[0])
    return [[(at[i] - at[0]) / (at[-1] - at[0]) for _, i in run] for _, run in runs]


def ticks(example: Chart) -> tuple[str, ...]:
    """Values written at the axis, from the top down."""
    (space,) = natives(example)
    axis = space.xpath(".//c:valAx")[0]
    if axis.xpath('./c:delete[@val="1"]'):
        return ()
    low, high = _field(space)
    step = float(axis.xpath("./c:majorUnit/@val")[0])
    return tuple(f"{(low + i * step):.0%}" for i in range(round((high - low) / step), -1, -1))


def benchmark(example: Chart) -> str:
    """How the benchmark's line is drawn; nothing where there is none."""
    (space,) = natives(example)
    found = space.xpath(".//c:ser//a:ln")
    if example.form == "dumbbell":
        under = (s for s in shapes(opened(example)) if plain(s) == "Lines")
        found = [line for held in under for line in held._element.xpath(".//a:ln")]
    for line in found:
        if color_of(line, ".") == base_theme().ink and line.xpath(".//a:prstDash[@val!='solid']"):
            return DASHES[line.xpath("./a:prstDash/@val")[0]]
    return ""


def map_classes(map_: Map) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colour of each area by its name, and the legend's rows with theirs."""
    (whole,) = [s for s in shapes(opened(map_)) if plain(s) == "Map"]
    (legend,) = [s for s in whole.shapes if s.name == "Legend"]
    labels = {area.label for area in map_.areas}
    areas = {s.name: _fill(s) for s in whole.shapes if s.name in labels and not s.text_frame.text}
    swatches = [_fill(s) for s in legend.shapes if s.name == "Swatch"]
    told = [s.text_frame.paragraphs[0].text for s in legend.shapes if s.name == "Class"]
    return areas, list(zip(told, swatches, strict=True))


def _fill(shape: Any) -> str:
    properties = shape._element.xpath("./p:spPr")[0]
    hatched = properties.xpath("./a:pattFill")
    return "hatched" if hatched else color_of(properties, "./a:solidFill")
