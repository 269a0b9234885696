"""What a reader sees of a planned chart: its range, its order, what stands out, its lines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from datawalk.exhibits import Chart, Map
from datawalk.figures.dumbbell.parts import Dumbbell
from datawalk.figures.map.placing import place
from datawalk.metrics.model import Ring
from datawalk.page.figure import Drawing
from datawalk.page.marks import Disc, Path, Rect, Text
from datawalk.theme import base_theme
from datawalk.typography import fonts
from datawalk.typography.measure import LATO

from .drawn import POSTER, figure, lines_drawn, marks

WIDTH = 1540.0
COLOR = base_theme().pillar("work")
CORNERS = {4: "square", 3: "triangle"}
"""Marks by the number of their corners; a square on its tip is a diamond."""

Ends = tuple[float, float]


def range_of(example: Chart) -> Ends | None:
    """The values at both ends of the field; None where a form has no such axis."""
    field = drawn(example).plan.field
    return field and (field.low, field.high)


@cache
def drawn(example: Chart | Map) -> Drawing:
    return figure(example, WIDTH, POSTER, ideal=True)


def texts(example: Chart | Map) -> list[Text]:
    return marks(drawn(example), Text)


def names(example: Chart) -> tuple[str, ...]:
    """Names of rows from the top down, or of years and places from left to right."""
    wanted = [p.label for p in example.series[0].points]
    if example.form == "panels":
        wanted = [series.label for series in example.series]
    across = example.form in ("lines", "slope", "lineup") or in_line(example)
    return _ordered(example, wanted, across, sides=example.form == "network")


def in_line(example: Chart) -> bool:
    """Whether our groups stand side by side."""
    field = drawn(example).plan.field
    return isinstance(field, Dumbbell) and len({s.y for s in field.spots if s.row == 0}) == 1


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
    for text in texts(example):
        if text.text in wanted:
            at.setdefault(text.text, (text.x + text.width / 2, text.y))
    if sides:
        return tuple(sorted(at, key=lambda name: (round(at[name][0] / WIDTH, 1), at[name][1])))
    return tuple(sorted(at, key=lambda name: at[name] if across else at[name][::-1]))


def boxes(example: Chart) -> list[tuple[float, str]]:
    """The middle of each bar or box with its color, from the top down; not of paper."""
    found = ((r.y + r.h / 2, r.fill) for r in marks(drawn(example), Rect))
    return sorted(box for box in found if box[1] != base_theme().paper)


def bars(example: Chart) -> list[str]:
    """The color of each bar that is not of paper, from the top down."""
    field = drawn(example).plan.field
    assert field
    return [color for y, color in boxes(example) if field.top <= y <= field.bottom]


def ours(example: Chart) -> frozenset[str]:
    """Names beside or in what has the color of the station."""
    match example.form:
        case "lines" | "slope":
            return frozenset(name for name, look in looks(example).items() if look[0] == COLOR)
        case "panels" | "lineup":
            said = {text.text for text in texts(example) if text.color == COLOR}
            return frozenset(said & {*names(example)})
        case "dumbbell":
            said = {text.text for text in texts(example) if text.color == COLOR}
            return frozenset(said & _keyed(example))
        case "dots":
            strong = [dot.y for dot in marks(drawn(example), Disc) if dot.fill == COLOR]
            return frozenset(_nearest(example, y) for y in strong)
        case "grouped":
            box = next(r for r in marks(drawn(example), Rect) if r.fill == COLOR)  # of the key
            right = [t for t in texts(example) if t.x > box.x and t.text in _keyed(example)]
            return frozenset({min(right, key=lambda text: text.x).text})
    return frozenset(_nearest(example, y) for y, color in boxes(example) if color == COLOR)


def _keyed(example: Chart) -> set[str]:
    return {series.label for series in example.series}


def _height(text: Text) -> float:
    """The middle of its capitals."""
    return text.y - text.size * fonts.CAP / 2


def _nearest(example: Chart, y: float) -> str:
    named = [text for text in texts(example) if text.text in names(example)]
    return min(named, key=lambda text: abs(_height(text) - y)).text


def looks(example: Chart) -> dict[str, tuple[str, str, str]]:
    """Color, kind of line and mark of each series over years, in the order of painting.

    A line is known by the height of its end; the marks that follow it are its own.
    """
    found: dict[str, tuple[str, str, str]] = {}
    name = ""
    for mark in drawn(example).plan.marks:
        if isinstance(mark, Path) and not mark.closed:
            name = _named(example, mark)
            if name:
                found[name] = (mark.stroke, dash(mark), "none")
        elif isinstance(mark, Disc | Path) and name:
            found[name] = (*found[name][:2], _symbol(mark))
    return found


def _named(example: Chart, line: Path) -> str:
    """The series that a line ends as; '' for gridlines, pointers and the benchmark."""
    field = drawn(example).plan.field
    assert field
    (_, first), (x, y) = line.lines[0][0], line.lines[0][-1]
    flat = first == y and len(line.lines[0]) == 2
    if flat or abs(x - field.right) > 1 or line.lines[0][0][0] > field.right - 1:
        return ""
    share = (field.bottom - y) / (field.bottom - field.top)
    last = field.low + share * (field.high - field.low)
    return min(example.series, key=lambda s: abs((s.points[-1].value or 0) - last)).label


def _symbol(mark: Disc | Path) -> str:
    if isinstance(mark, Disc):
        return "circle"
    (ring,) = mark.lines
    top = min(y for _, y in ring)
    tip = sum(abs(y - top) < 1e-6 for _, y in ring) == 1
    return "diamond" if tip and len(ring) == 4 else CORNERS[len(ring)]


def _middle(mark: Disc | Path) -> tuple[float, float]:
    if isinstance(mark, Disc):
        return mark.x, mark.y
    xs, ys = zip(*(at for ring in mark.lines for at in ring), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def dash(line: Path) -> str:
    """solid, dotted or dashed."""
    if not line.dash:
        return "solid"
    return "dotted" if line.dash[0] <= 1.5 * line.line else "dashed"


def times(example: Chart) -> list[list[float]]:
    """Where our years stand, as shares of the way from first to last, by unbroken pieces."""
    own = [path for path in lines_drawn(drawn(example)) if path.stroke == COLOR]
    # Pointers to labels are thin.
    pieces = [path.lines[0] for path in own if path.line > POSTER.label / 10]
    first, last = pieces[0][0][0], pieces[-1][-1][0]
    return [[(x - first) / (last - first) for x, _ in piece] for piece in pieces]


def ticks(example: Chart) -> tuple[str, ...]:
    """Values written at the axis, from the top down: grey figures that are not bold."""
    field = drawn(example).plan.field
    assert field
    beside = [t for t in texts(example) if t.x + t.width < field.left and t.face == "regular"]
    return tuple(t.text for t in sorted(beside, key=lambda t: t.y) if t.text.endswith("%"))


def benchmark(example: Chart) -> str:
    """How the benchmark's line is drawn; nothing where there is none."""
    ink = base_theme().ink
    found = [line for line in lines_drawn(drawn(example)) if line.stroke == ink and line.dash]
    return dash(found[0]) if found else ""


def map_classes(map_: Map) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The color of each area by its name, and the legend's rows with theirs."""
    whole = drawn(map_)
    placed = place(LATO, map_, whole.w, whole.h, POSTER)
    areas = [mark for mark in marks(whole, Path) if mark.closed]
    swatches = marks(whole, Rect)
    return (
        {a.area.label: _color(p for p in areas if _holds(p, a.center)) for a in placed.areas},
        [
            (k.label.text, _color(r for r in swatches if _near(r, k.x + k.w / 2, k.y + k.h / 2)))
            for k in placed.legend.keys
        ],
    )


def _color(found: Iterable[Path | Rect]) -> str:
    """The color of what was painted last; that of hatched ground is no class."""
    last = [mark for mark in found if mark.fill][-1]
    return "hatched" if last.hatch else last.fill


def _near(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x <= rect.x + rect.w and rect.y <= y <= rect.y + rect.h


def _holds(path: Path, at: tuple[float, float]) -> bool:
    """Whether an upward line from a point crosses the outlines an odd number of times."""
    return sum(_crossings(ring, at) for ring in path.lines) % 2 == 1


def _crossings(ring: Ring, at: tuple[float, float]) -> int:
    x, y = at
    return sum(
        (ax > x) != (bx > x) and ay + (x - ax) / (bx - ax) * (by - ay) < y
        for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))
    )
