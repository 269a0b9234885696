"""Filling an area with exhibits: which stand side by side, how large the type is, who grows.

Every way of pairing neighbours is tried; the one that sets the largest type and leaves the
least room unused wins. Type never goes under its floor: what does not fit is a Problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.exhibits import (
    Bullets,
    Chart,
    Exhibit,
    Map,
    Picture,
    Prose,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout import setting
from datawalk.layout.look import Look
from datawalk.layout.page import Box

Row = tuple[Exhibit, ...]
LookAt = Callable[[float], Look]
"""The look for a size of type from 0 (the floor) to 1 (the largest)."""

GROWS = (Chart, Map, Picture, WritingSpace, Table)
MOST_TRIED = 9
"""Above this many exhibits only a few pairings are tried: 2 to the 8 is 256."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An arrangement at a size of type, its rows' least and ideal heights, and its score."""

    rows: tuple[Row, ...]
    k: float
    least: tuple[float, ...]
    ideal: tuple[float, ...]
    score: float


def best_fit(
    exhibits: Sequence[Exhibit], width: float, height: float, look_at: LookAt, *, wide: bool
) -> Fit | float:
    """The best arrangement, or by how many points the closest one is too tall.

    On a `wide` sheet anything may stand side by side; on an upright one the main picture, which
    is the first chart or map, has the whole width.
    """
    fits: list[Fit] = []
    missing = float("inf")
    for rows in _arrangements(tuple(exhibits), width, look_at(0), wide=wide):
        over = _total(rows, width, look_at(0), least=True) - height
        if over > 0:
            missing = min(missing, over)
            continue
        fits.append(_scored(rows, width, height, look_at))
    return max(fits, key=lambda fit: fit.score) if fits else missing


def boxes(fit: Fit, x: float, y: float, width: float, height: float, look: Look) -> list[Box]:
    """The rows placed from the top, room shared out so that the area is filled."""
    tight, gap = _gap(look, least=True), _gap(look, least=False)
    parts = len(fit.rows) - 1
    if sum(fit.least) + gap * parts > height:
        gap = tight
    heights = _grown(fit, height - gap * (len(fit.rows) - 1))
    spare = height - sum(heights) - gap * (len(fit.rows) - 1)
    between = gap + min(spare / max(1, len(fit.rows) - 1), gap * 1.8)
    placed: list[Box] = []
    for row, h in zip(fit.rows, heights, strict=True):
        placed += _row_boxes(row, x, y, width, h, look)
        y += h + between
    return placed


def _row_boxes(
    row: Row, x: float, y: float, width: float, height: float, look: Look
) -> Iterator[Box]:
    inner = look.smaller() if len(row) > 1 else look
    for exhibit, left, w in _columns(row, x, width, look):
        h = height
        if not isinstance(exhibit, GROWS):
            h = min(height, setting.heights(exhibit, w, inner)[1])
        ink = setting.ink(exhibit, left, y, w, h, inner)
        yield Box("exhibit", left, y, w, h, ink, exhibit, inner.type)


def _columns(
    row: Row, x: float, width: float, look: Look
) -> Iterator[tuple[Exhibit, float, float]]:
    """Each exhibit with its left edge and width; tables take more than words."""
    gutter = look.gap(1.5)
    weights = [1.5 if isinstance(e, (Table, Chart)) else 1.0 for e in row]
    room = width - gutter * (len(row) - 1)
    for exhibit, weight in zip(row, weights, strict=True):
        w = room * weight / sum(weights)
        yield exhibit, x, w
        x += w + gutter


def _row_heights(row: Row, width: float, look: Look) -> tuple[float, float]:
    inner = look.smaller() if len(row) > 1 else look
    pairs = [setting.heights(e, w, inner) for e, _, w in _columns(row, 0, width, look)]
    return max(least for least, _ in pairs), max(ideal for _, ideal in pairs)


def _fits_wide(row: Row, width: float, look: Look) -> bool:
    inner = look.smaller() if len(row) > 1 else look
    return not any(setting.too_wide(e, w, inner) for e, _, w in _columns(row, 0, width, look))


def _gap(look: Look, *, least: bool) -> float:
    """Room between rows."""
    return look.gap(0.95 if least else 1.45)


def _total(rows: Sequence[Row], width: float, look: Look, *, least: bool) -> float:
    pick = 0 if least else 1
    heights = sum(_row_heights(row, width, look)[pick] for row in rows)
    return heights + _gap(look, least=least) * (len(rows) - 1)


def _arrangements(
    exhibits: Row, width: float, look: Look, *, wide: bool
) -> Iterator[tuple[Row, ...]]:
    """Every way to stand neighbours side by side, those that are too wide left out."""
    limit = 2 if len(exhibits) <= MOST_TRIED else 1
    seen = False
    main = None if wide else next((e for e in exhibits if isinstance(e, (Chart, Map))), None)
    for rows in _pairings(exhibits, limit, wide):
        if any(len(row) > 1 and any(e is main for e in row) for row in rows):
            continue
        if all(len(row) == 1 or _fits_wide(row, width, look) for row in rows):
            seen = True
            yield rows
    if not seen:
        yield tuple((exhibit,) for exhibit in exhibits)


def _pairings(exhibits: Row, limit: int, wide: bool) -> Iterator[tuple[Row, ...]]:
    if not exhibits:
        yield ()
        return
    paired = len(exhibits) > 1 and (wide or _pair_well(*exhibits[:2]))
    if paired:
        for rest in _pairings(exhibits[2:], limit, wide):
            yield (exhibits[:2], *rest)
    if not paired or limit > 1:
        for rest in _pairings(exhibits[1:], limit, wide):
            yield (exhibits[:1], *rest)


def _pair_well(first: Exhibit, second: Exhibit) -> bool:
    """Two tables in half an upright sheet each would break the names of their rows."""
    tables = isinstance(first, Table) and isinstance(second, Table)
    return not tables and _may_pair(first) and _may_pair(second)


def _may_pair(exhibit: Exhibit) -> bool:
    """On an upright sheet words, tables, bars and pictures stand well in half of it."""
    if isinstance(exhibit, Chart):
        return exhibit.form in ("bars", "dots")
    if isinstance(exhibit, Prose):
        return exhibit.form != "lead"
    if isinstance(exhibit, WritingSpace):
        return exhibit.form in ("zone", "dots")
    return isinstance(exhibit, (Table, Picture, Bullets)) and not isinstance(exhibit, Stat)


def _scored(rows: tuple[Row, ...], width: float, height: float, look_at: LookAt) -> Fit:
    ease, k = _easiest(rows, width, height, look_at)
    look = look_at(k)
    pairs = [_row_heights(row, width, look) for row in rows]
    least = tuple(pair[0] for pair in pairs)
    ideal = tuple(pair[1] for pair in pairs)
    unused = max(0.0, height - _total(rows, width, look, least=False)) / height
    growth = 0.5 if any(isinstance(e, GROWS) for row in rows for e in row) else 1.0
    uneven = sum(_unevenness(row, width, look) for row in rows) / height
    score = 1.5 * ease + k - 0.5 * _mixed(rows) - 1.2 * unused * growth - 1.4 * uneven
    return Fit(rows, k, least, ideal, score)


def _mixed(rows: tuple[Row, ...]) -> int:
    """How many sorts of exhibits stand alone in one row and side by side in another."""
    alone = {_sort(row[0]) for row in rows if len(row) == 1}
    paired = {_sort(row[0]) for row in rows if len(row) == 2 and _sort(row[0]) == _sort(row[1])}
    return len(alone & paired)


def _sort(exhibit: Exhibit) -> tuple[type[Exhibit], str]:
    return type(exhibit), str(getattr(exhibit, "form", ""))


def _easiest(
    rows: tuple[Row, ...], width: float, height: float, look_at: LookAt
) -> tuple[float, float]:
    """How near to their ideal heights the rows can be at the floor, and the type that allows.

    Pictures come before large type: a map that is squeezed says less than one in smaller type.
    """
    for ease in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):

        def fits(k: float, ease: float = ease) -> bool:
            look = look_at(k)
            least = _total(rows, width, look, least=True)
            return least + ease * (_total(rows, width, look, least=False) - least) <= height

        k = _largest(fits)
        if k is not None:
            return ease, k
    return 0.0, 0.0


def _unevenness(row: Row, width: float, look: Look) -> float:
    """How much lower one of a pair is than the other, where it cannot grow."""
    if len(row) == 1:
        return 0.0
    inner = look.smaller()
    ideals = [setting.heights(e, w, inner)[1] for e, _, w in _columns(row, 0, width, look)]
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


def _grown(fit: Fit, room: float) -> list[float]:
    """Heights of the rows: ideal where there is room, then those that can grow do."""
    heights = list(fit.ideal)
    over = sum(heights) - room
    if over > 0:
        give = [ideal - least for ideal, least in zip(fit.ideal, fit.least, strict=True)]
        share = over / sum(give) if sum(give) else 0.0
        return [h - g * share for h, g in zip(heights, give, strict=True)]
    growing = [i for i, row in enumerate(fit.rows) if any(isinstance(e, GROWS) for e in row)]
    caps = {i: fit.ideal[i] * (0.25 if _is_table(fit.rows[i]) else 0.6) for i in growing}
    total = sum(caps.values())
    share = min(1.0, -over / total) if total else 0.0
    for i in growing:
        heights[i] += caps[i] * share
    return heights


def _is_table(row: Row) -> bool:
    return all(isinstance(exhibit, (Table, Prose, Bullets)) for exhibit in row)
