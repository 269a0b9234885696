"""Filling an area with exhibits: which stand side by side, how large the type is, who grows.

Every way of standing neighbours side by side is tried; the one that sets the largest type and
leaves the least room unused wins. Type never goes under its floor: what does not fit is a
Problem. What the author asks for (`width`, `emphasis`, `columns`) goes before all that.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Picture, Prose, Table, WritingSpace
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.layout.poster.evening import areas, evened
from datawalk.layout.poster.pairing import ColumnGrid, Row, main_of, ways
from datawalk.page.document import Box

LookAt = Callable[[float], Look]
"""The look for a size of type from 0 (the floor) to 1 (the largest)."""

GROWS = (Chart, Map, Picture, WritingSpace, Table)
GUTTER = 60.0
"""Room between columns on a 24 x 36 in sheet; the same on every sheet, so that they align."""
UNHEARD = 4.0
"""What a way loses for each wish of the author that it leaves unheard: more than all else."""
AMISS = 2.0
"""What it loses for each pair of which one shows more than the other, and has less room."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An arrangement at a size of type, its rows' least and ideal heights, and its score."""

    rows: tuple[Row, ...]
    grid: ColumnGrid
    k: float
    least: tuple[float, ...]
    ideal: tuple[float, ...]
    score: float


def best_fit(
    exhibits: Sequence[Exhibit], width: float, height: float, look_at: LookAt, grid: ColumnGrid
) -> Arrangement | float:
    """The best arrangement, or by how many points the closest one is too tall."""
    fits: list[Arrangement] = []
    missing = float("inf")
    for rows in _arrangements(tuple(exhibits), width, look_at(0), grid):
        over = _totals(rows, width, look_at(0), grid)[0] - height
        if over > 0:
            missing = min(missing, over)
            continue
        fits.append(_scored(rows, width, height, look_at, grid))
    return max(fits, key=lambda fit: fit.score) if fits else missing


def gives_way(more: Arrangement, fit: Arrangement, height: float, look: Look) -> bool:
    """Whether rows would be lower with `more` than with `fit`: there is no room for both."""
    return _ideal(more, look) > max(height, _ideal(fit, look) + 0.01)


def _ideal(fit: Arrangement, look: Look) -> float:
    return sum(fit.ideal) + _gap(look, least=False) * (len(fit.rows) - 1)


def amiss(fit: Arrangement, width: float, height: float, look: Look) -> int:
    """Of how many pairs one shows more than the other, and has less room."""
    _, heights = _shared_out(fit, width, height, look)
    return len(fit.grid.amiss(areas(_wides(fit, width, look), heights)))


def boxes(
    fit: Arrangement, x: float, y: float, width: float, height: float, look: Look
) -> list[Box]:
    """The rows placed from the top, room shared out so that the area is filled."""
    gaps = len(fit.rows) - 1
    gap, heights = _shared_out(fit, width, height, look)
    spare = height - sum(heights) - gap * gaps
    between = gap + min(spare / max(1, gaps), gap * 1.8)
    placed: list[Box] = []
    for row, h in zip(fit.rows, heights, strict=True):
        placed += _row_boxes(row, x, y, width, h, look, fit.grid)
        y += h + between
    return placed


def _shared_out(
    fit: Arrangement, width: float, height: float, look: Look
) -> tuple[float, list[float]]:
    """The room between rows, and their heights, larger for what shows more."""
    gaps = len(fit.rows) - 1
    gap = _gap(look, least=False)
    if sum(fit.least) + gap * gaps > height:
        gap = _gap(look, least=True)
    heights = _grown(fit, height - gap * gaps)
    return gap, evened(_wides(fit, width, look), heights, fit.least, fit.grid.amiss)


def _wides(fit: Arrangement, width: float, look: Look) -> list[list[tuple[Exhibit, float]]]:
    """Each row's exhibits with their widths."""
    return [[(e, w) for e, _, w in _columns(row, 0, width, look, fit.grid)] for row in fit.rows]


def _row_boxes(
    row: Row, x: float, y: float, width: float, height: float, look: Look, grid: ColumnGrid
) -> Iterator[Box]:
    for exhibit, left, w in _columns(row, x, width, look, grid):
        h = height
        if not isinstance(exhibit, GROWS):
            h = min(height, setting.heights(exhibit, w, look)[1])
        ink = setting.ink(exhibit, left, y, w, h, look)
        yield Box("exhibit", left, y, w, h, ink, exhibit, look.type)


def _columns(
    row: Row, x: float, width: float, look: Look, grid: ColumnGrid
) -> Iterator[tuple[Exhibit, float, float]]:
    """Each exhibit with its left edge and width; one alone that asks for half has the left."""
    if len(row) == 1:
        half = row[0].span == "half"
        yield row[0], x, (width - GUTTER * look.scale) / 2 if half else width
        return
    gutter = GUTTER * look.scale
    shares = grid.shares(row)
    room = width - gutter * (len(row) - 1)
    for exhibit, share in zip(row, shares, strict=True):
        w = room * share / sum(shares)
        yield exhibit, x, w
        x += w + gutter


def _measured(row: Row, width: float, look: Look, grid: ColumnGrid) -> list[tuple[float, float]]:
    """The least and the ideal height of each exhibit of a row."""
    return [setting.heights(e, w, look) for e, _, w in _columns(row, 0, width, look, grid)]


def _row_heights(row: Row, width: float, look: Look, grid: ColumnGrid) -> tuple[float, float]:
    pairs = _measured(row, width, look, grid)
    return max(least for least, _ in pairs), max(ideal for _, ideal in pairs)


def _fits_wide(row: Row, width: float, look: Look, grid: ColumnGrid) -> bool:
    return not any(setting.too_wide(e, w, look) for e, _, w in _columns(row, 0, width, look, grid))


def _gap(look: Look, *, least: bool) -> float:
    """Room between rows."""
    return look.gap(0.95 if least else 1.45)


def _totals(rows: Sequence[Row], width: float, look: Look, grid: ColumnGrid) -> tuple[float, float]:
    """The least and the ideal height of all rows with the room between them."""
    pairs = [_row_heights(row, width, look, grid) for row in rows]
    gaps = len(rows) - 1
    return (
        sum(least for least, _ in pairs) + _gap(look, least=True) * gaps,
        sum(ideal for _, ideal in pairs) + _gap(look, least=False) * gaps,
    )


def _arrangements(
    exhibits: Row, width: float, look: Look, grid: ColumnGrid
) -> Iterator[tuple[Row, ...]]:
    """Every way to stand neighbours side by side, those that are too wide left out."""
    seen = False
    for rows in ways(exhibits, grid):
        if all(len(row) == 1 or _fits_wide(row, width, look, grid) for row in rows):
            seen = True
            yield rows
    if not seen:
        yield tuple((exhibit,) for exhibit in exhibits)


def _scored(
    rows: tuple[Row, ...], width: float, height: float, look_at: LookAt, grid: ColumnGrid
) -> Arrangement:
    ease, k = _easiest(rows, width, height, look_at, grid)
    look = look_at(k)
    pairs = [_row_heights(row, width, look, grid) for row in rows]
    least = tuple(pair[0] for pair in pairs)
    ideal = tuple(pair[1] for pair in pairs)
    unused = max(0.0, height - _totals(rows, width, look, grid)[1]) / height
    growth = 0.5 if any(isinstance(e, GROWS) for row in rows for e in row) else 1.0
    uneven = sum(_unevenness(row, width, look, grid) for row in rows) / height
    score = 1.5 * ease + k - 0.5 * _mixed(rows) - 1.2 * unused * growth - 1.4 * uneven
    fit = Arrangement(rows, grid, k, least, ideal, score - UNHEARD * _unheard(rows, grid))
    return replace(fit, score=fit.score - AMISS * amiss(fit, width, height, look))


def _unheard(rows: tuple[Row, ...], grid: ColumnGrid) -> int:
    """Exhibits that should have half of the width and stand alone; rows that columns would save."""
    halves = sum(len(row) == 1 and row[0].span == "half" for row in rows)
    return halves + (len(rows) if len(grid.columns) > 1 else 0)


def _mixed(rows: tuple[Row, ...]) -> int:
    """How many sorts of exhibits stand alone in one row and side by side in another."""
    alone = {_sort(row[0]) for row in rows if len(row) == 1}
    paired = {_sort(row[0]) for row in rows if len(row) == 2 and _sort(row[0]) == _sort(row[1])}
    return len(alone & paired)


def _sort(exhibit: Exhibit) -> tuple[type[Exhibit], str]:
    return type(exhibit), str(getattr(exhibit, "form", ""))


def _easiest(
    rows: tuple[Row, ...], width: float, height: float, look_at: LookAt, grid: ColumnGrid
) -> tuple[float, float]:
    """How near to their ideal heights the rows can be at the floor, and the type that allows.

    Pictures come before large type: a map that is squeezed says less than one in smaller type.
    """

    @cache
    def totals(k: float) -> tuple[float, float]:
        return _totals(rows, width, look_at(k), grid)

    for ease in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):

        def fits(k: float, ease: float = ease) -> bool:
            least, ideal = totals(k)
            return least + ease * (ideal - least) <= height

        k = _largest(fits)
        if k is not None:
            return ease, k
    return 0.0, 0.0


def _unevenness(row: Row, width: float, look: Look, grid: ColumnGrid) -> float:
    """How much lower one of a row is than another, where it cannot grow."""
    ideals = [ideal for _, ideal in _measured(row, width, look, grid)]
    return max(ideals) - min(ideals)


def _largest(fits: Callable[[float], bool]) -> float | None:
    """The largest k in 0 to 1 for which it fits; None where not even 0 does."""
    if not fits(0.0):
        return None
    if fits(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(5):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _grown(fit: Arrangement, room: float) -> list[float]:
    """Heights of the rows: ideal where there is room, then those that can grow do."""
    main = main_of(tuple(e for row in fit.rows for e in row), fit.grid)
    over = sum(fit.ideal) - room
    if over > 0:
        return _squeezed(fit, over, main)
    heights = list(fit.ideal)
    growing = [i for i, row in enumerate(fit.rows) if any(isinstance(e, GROWS) for e in row)]
    caps = {i: fit.ideal[i] * _growth(fit.rows[i], main, alone=len(fit.rows) == 1) for i in growing}
    total = sum(caps.values())
    share = min(1.0, -over / total) if total else 0.0
    for i in growing:
        heights[i] += caps[i] * share
    return heights


def _squeezed(fit: Arrangement, over: float, main: Exhibit | None) -> list[float]:
    """Ideal heights less `over` points in all; that of what matters most gives half as much."""
    give = [ideal - least for ideal, least in zip(fit.ideal, fit.least, strict=True)]
    held = [0.5 if any(e is main for e in row) else 1.0 for row in fit.rows]
    eased = sum(g * h for g, h in zip(give, held, strict=True))
    share = min(1.0, over / eased) if eased else 1.0
    taken = [g * h * share for g, h in zip(give, held, strict=True)]
    left = sum(g - t for g, t in zip(give, taken, strict=True))
    rest = (over - sum(taken)) / left if left else 0.0
    return [ideal - t - (g - t) * rest for ideal, g, t in zip(fit.ideal, give, taken, strict=True)]


def _growth(row: Row, main: Exhibit | None, *, alone: bool) -> float:
    """How much of its ideal height a row may gain; `alone` it has all the room."""
    if all(map(_is_one_bar, row)):
        return 0.5
    if any(exhibit is main for exhibit in row):
        return 2.0
    if all(isinstance(exhibit, Prose | Bullets) for exhibit in row):
        return 0.25
    return 1.0 if alone else 0.6


def _is_one_bar(exhibit: Exhibit) -> bool:
    """A bar beside the line of the middle alone, in a tall room, is lost."""
    if not isinstance(exhibit, Chart) or exhibit.form != "bars":
        return False
    return len(exhibit.series[0].points) == 1
