"""What a reader sees of a drawn chart: its range, its order, what stands out, its lines."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from datawalk.charts import distribution, grouped, lines, panels, rows, slope
from datawalk.charts.placing import place
from datawalk.exhibits import Chart, Map
from datawalk.theme import base_theme

from .drawn import POSTER, figure

WIDTH, SIZE = 1540.0, POSTER.label
COLOR = base_theme().pillar("work")
SYMBOLS = {"o": "circle", "s": "square", "^": "triangle", "D": "diamond", "P": "plus"}

Ends = tuple[float, float]


def range_of(example: Chart) -> Ends | None:
    """The values at both ends of the field; None where a form has no such axis."""
    values = [p.value for s in example.series for p in s.points if p.value is not None]
    match example.form:
        case "bars" | "dots" | "diverging":
            return rows._domain(example)
        case "grouped":
            plan = grouped._planned(example, WIDTH, SIZE)[1]
            return plan.low, plan.high
        case "lines":
            return lines._domain(example)
        case "slope":
            sides = slope._sides(example, WIDTH, POSTER)
            field = slope._plan(example, sides, WIDTH, 600, SIZE)
            return field.low, field.high
        case "panels":
            grid = panels._grid(example, WIDTH, SIZE)
            return grid.low, grid.high
        case "distribution":
            scale = distribution._scale(example, WIDTH, SIZE)
            return scale.low, scale.high
        case "pairs":
            # The longest bar with its figure fills the field.
            return 0.0, max(values)
        case "steps":
            return 0.0, 1.0
    return None


@cache
def drawn(example: Chart | Map) -> Any:
    return figure(example, WIDTH, POSTER, ideal=True)


def texts(example: Chart | Map) -> list[tuple[str, float, float, str]]:
    """Every text with its left, its baseline and its colour."""
    found = drawn(example).axes[0].texts
    return [(t.get_text(), *t.get_position(), to_hex(t.get_color())) for t in found]


def names(example: Chart) -> tuple[str, ...]:
    """Names of rows from the top down, or of years and places from left to right."""
    wanted = [p.label for p in example.series[0].points]
    if example.form == "panels":
        wanted = [series.label for series in example.series]
    across = example.form in ("lines", "slope", "distribution")
    return _ordered(example, wanted, across, sides=example.form == "network")


def key(example: Chart) -> tuple[str, ...]:
    """Names of a key, from left to right."""
    return _ordered(example, [series.label for series in example.series], across=True)


def ends(example: Chart) -> tuple[str, ...]:
    """Names at the right ends of lines, from the top down."""
    return _ordered(example, [series.label for series in example.series], across=False)


def _ordered(
    example: Chart, wanted: list[str], across: bool, sides: bool = False
) -> tuple[str, ...]:
    at: dict[str, tuple[float, float]] = {}
    for text, x, y, _ in texts(example):
        name = next((name for name in wanted if text == name or text.startswith(f"{name}:")), "")
        at.setdefault(name, (x, y))
    at.pop("", None)
    if sides:
        return tuple(sorted(at, key=lambda name: (round(at[name][0] / WIDTH, 1), at[name][1])))
    return tuple(sorted(at, key=lambda name: at[name] if across else at[name][::-1]))


def boxes(example: Chart) -> list[tuple[float, str]]:
    """The middle of each bar or box with its colour, from the top down; not of paper."""
    found = [
        (p.get_y() + p.get_height() / 2, to_hex(p.get_facecolor()))
        for p in drawn(example).axes[0].patches
        if isinstance(p, Rectangle)
    ]
    return sorted(box for box in found if box[1] != base_theme().paper)


def bars(example: Chart) -> list[str]:
    """The colour of each bar that is not of paper, from the top down."""
    key = {y for text, _, y, _ in texts(example) if text in [row.label for row in example.series]}
    over = max(key, default=0.0) if example.form == "grouped" else 0.0
    return [color for y, color in boxes(example) if y > over]


def ours(example: Chart) -> frozenset[str]:
    """Names beside or in what has the colour of the station."""
    match example.form:
        case "lines" | "slope":
            return frozenset(name for name, look in looks(example).items() if look[0] == COLOR)
        case "panels" | "distribution":
            said = {text.split(":")[0] for text, _, _, color in texts(example) if color == COLOR}
            return frozenset(said & {*names(example)})
        case "dots":
            dots = [x for x in _lines(example) if x.get_marker() == "o"]
            strong = [d.get_ydata()[0] for d in dots if to_hex(d.get_color()) == COLOR]
            return frozenset(_nearest(example, y) for y in strong)
        case "grouped":
            strong = [y for y, color in boxes(example) if color == COLOR]
            top, *_ = strong  # the box of the key
            places = [(abs(y - top), text) for text, _, y, _ in texts(example)]
            return frozenset({min(places)[1]})
    return frozenset(_nearest(example, y) for y, color in boxes(example) if color == COLOR)


def _nearest(example: Chart, y: float) -> str:
    places = {text: at for text, _, at, _ in texts(example) if text in names(example)}
    return min(places, key=lambda text: abs(places[text] - y))


def _lines(example: Chart) -> list[Any]:
    return list(drawn(example).axes[0].lines)


def looks(example: Chart) -> dict[str, tuple[str, str, str]]:
    """Colour, kind of line and mark of each series over years, in the order of painting."""
    painted = [(line, under) for under, line in pairwise(_lines(example)) if _is_marked(line)]
    # The last piece of a line is the one that ends last.
    newest = max(line.get_xdata()[-1] for line, _ in painted)
    final = [pair for pair in painted if pair[0].get_xdata()[-1] == newest]
    return {
        name: (to_hex(line.get_color()), dash(under), SYMBOLS[line.get_marker()])
        for name, (line, under) in zip(_painted(example, final), final, strict=True)
    }


def _painted(example: Chart, final: list[Any]) -> list[str]:
    """The names of lines, known by their last marks: the highest has the highest value."""
    by_value = sorted(example.series, key=lambda row: -(row.points[-1].value or 0.0))
    heights = [line.get_ydata()[-1] for line, _ in final]
    return [by_value[sorted(heights).index(y)].label for y in heights]


def dash(line: Any) -> str:
    """solid, dotted or dashed."""
    _, pattern = line._unscaled_dash_pattern
    if not pattern:
        return "solid"
    return "dotted" if pattern[0] <= 1.5 else "dashed"


def times(example: Chart) -> list[list[float]]:
    """Where our years stand, as shares of the way from first to last, by unbroken pieces."""
    marks = [x for x in _lines(example) if _is_marked(x) and to_hex(x.get_color()) == COLOR]
    first, last = marks[0].get_xdata()[0], marks[-1].get_xdata()[-1]
    return [[(float(x) - first) / (last - first) for x in line.get_xdata()] for line in marks]


def _is_marked(line: Any) -> bool:
    return line.get_marker() not in ("None", None, "")


def ticks(example: Chart) -> tuple[str, ...]:
    """Values written at the axis, from the top down: grey figures that are not bold."""
    found = [
        (text.get_position()[1], text.get_text())
        for text in drawn(example).axes[0].texts
        if to_hex(text.get_color()) == base_theme().muted and text.get_weight() == 400
    ]
    return tuple(text for _, text in sorted(found) if text.endswith("%"))


def benchmark(example: Chart) -> str:
    """How the benchmark's line is drawn; nothing where there is none."""
    found = [line for line in _lines(example) if to_hex(line.get_color()) == base_theme().accent]
    return dash(found[0]) if found else ""


def map_classes(map_: Map) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colour of each area by its name, and the legend's rows with theirs."""
    width, height = drawn(map_).bbox.size
    placed = place(map_, width, height, POSTER)
    patches = [
        p for p in drawn(map_).axes[0].patches if to_hex(p.get_facecolor(), True)[7:] == "ff"
    ]
    return (
        {a.area.label: _color_at(patches, a.center) for a in placed.areas},
        [(k.label, _color_at(patches, (k.x + k.w / 2, k.y + k.h / 2))) for k in placed.keys],
    )


def _color_at(patches: list[Any], at: tuple[float, float]) -> str:
    """The colour of what was painted last over a point; that of hatched ground is no class."""
    found = [p for p in patches if p.get_path().contains_point(at, p.get_patch_transform())]
    top = max(found, key=lambda p: p.get_zorder())
    return "hatched" if any(p.get_hatch() for p in found) else to_hex(top.get_facecolor())
