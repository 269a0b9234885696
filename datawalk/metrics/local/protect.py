"""Which cells of a community's own table stay hidden, so that no one can be picked out.

Counts of people are the whole-number columns, unless the author says otherwise. A rate is hidden
with its count or with the number that it is out of, and margins with what they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations

from datawalk.metrics.local import small
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.shape import Key, Place, Shape, number
from datawalk.metrics.local.sums import MOST_COLUMNS, sums

_NO_COUNT = frozenset(
    {"percent", "pct", "share", "rate", "ratio", "index", "margin", "moe", "se"}
    | {"average", "avg", "mean", "median"}
)
"""First or last words of columns that count no people. Few and plain: a column of people that is
taken for something else would show its small numbers."""


@dataclass
class _Book:
    """The counts of a table, and what hangs on them."""

    counts: dict[Key, int] = field(default_factory=dict)
    slack: dict[Key, float] = field(default_factory=dict)
    places: dict[Key, set[Place]] = field(default_factory=dict)
    with_: list[tuple[Place, tuple[Key, ...]]] = field(default_factory=list)

    def count(self, key: Key, value: float, *places: Place, slack: float = 0.0) -> None:
        self.counts[key] = round(value)
        self.places.setdefault(key, set()).update(places)
        if slack:
            self.slack[key] = slack


@dataclass(frozen=True, slots=True)
class Kept:
    """The cells to hide: `small` are counts under the least, `more` those beside them."""

    places: frozenset[Place]
    small: int
    more: int


def kept(shape: Shape, least: int) -> Kept:
    """The cells of a table to hide. Raises Problems for words in a column of counts."""
    book = _Book()
    for measure in _described(shape):
        _enter(shape, measure, book)
    named = shape.source.totals if shape.source else ()
    found = small.hidden(book.counts, sums(book.counts, book.slack, named), least)
    few = sum(0 < book.counts[key] < least for key in found)
    places = {place for key in found for place in book.places[key]}
    places |= {place for place, keys in book.with_ if not found.isdisjoint(keys)}
    return Kept(frozenset(places), few, len(found) - few)


def _described(shape: Shape) -> Iterator[LocalMeasure]:
    """Every numeric measure; those that are rates of two others say so."""
    said = {m.column for m in (shape.source.measures if shape.source else ())}
    numeric = [name for name in shape.measures if name in said or shape.numeric(name)]
    measures = [shape.described(name) for name in numeric]
    if shape.long:
        yield from measures
        return
    beside = {c for m in measures for c in (m.lower, m.upper, m.margin) if c}
    bases = {c for m in measures for c in (m.count, m.of) if c}
    # From the right, where shares stand: what is the base of one is none itself.
    for measure in reversed([m for m in measures if m.column not in beside]):
        rate = None
        column = shape.column(measure.column)
        values = [shape.figure(i, column) for i, _ in shape.rows(measure.column)]
        # What may be a count of people is one, whatever it happens to be the quotient of.
        if measure.column not in said | bases and not _counts(measure, values):
            rate = _as_rate(shape, measure, numeric)
        if rate:
            bases |= {c for c in (rate.count, rate.of) if c}
        yield rate or measure


def _as_rate(shape: Shape, measure: LocalMeasure, numeric: list[str]) -> LocalMeasure | None:
    """An undescribed column that is 100 x one column / another, or their quotient, in all rows."""
    if len(numeric) > MOST_COLUMNS or len(shape.table.rows) < 2:
        return None
    column = shape.column(measure.column)
    others = [name for name in numeric if name != measure.column]
    for count, of in permutations(others, 2):
        tops, bottoms = shape.column(count), shape.column(of)
        told = [
            (row[column], number(row[column]), number(row[tops]), number(row[bottoms]))
            for row in shape.table.rows
        ]
        known = [(t, a, b, c) for t, a, b, c in told if a is not None and b is not None and c]
        if len(known) > 1 and any(
            all(abs(a - scale * b / c) <= _half(t) + 1e-9 for t, a, b, c in known)
            for scale in (1, 100)
        ):
            return measure.model_copy(update={"count": count, "of": of})
    return None


def _half(text: str) -> float:
    """Half a unit of the last written digit."""
    return 0.5 * 10.0 ** -len(text.partition(".")[2])


def _enter(shape: Shape, measure: LocalMeasure, book: _Book) -> None:
    if not measure.people:
        return
    column = shape.column(measure.column)
    beside = [shape.table.position(c) for c in (measure.lower, measure.upper, measure.margin) if c]
    rows = list(shape.rows(measure.column))
    values = [shape.figure(i, column) for i, _ in rows]
    whole = _counts(measure, values)
    scale = _scale(measure, values)
    seen: set[Key] = set()
    for (i, plain), value in zip(rows, values, strict=True):
        # The same area twice: both are counts of their own.
        key = plain if plain not in seen else (*plain[:3], f"{plain[3]} line {i}")
        seen.add(key)
        place = (i, column)
        if value is not None and whole:
            book.count(key, value, place)
        keys = [key, *_base(shape, measure, i, key, value, scale, book)]
        book.with_ += [((i, c), tuple(keys)) for c in (column, *beside)]


def _base(
    shape: Shape,
    measure: LocalMeasure,
    row: int,
    key: Key,
    value: float | None,
    scale: float,
    book: _Book,
) -> Iterator[Key]:
    """The counts that a rate stands on: its own columns, or worked out of the rate."""
    of = count = None
    if measure.of:
        at = shape.table.position(measure.of)
        of = shape.figure(row, at)
        name = f"{measure.column} of" if shape.long else measure.of
        if of is not None:
            book.count((name, *key[1:]), of, (row, at))
            yield (name, *key[1:])
    if measure.count:
        at = shape.table.position(measure.count)
        count = shape.figure(row, at)
        name = f"{measure.column} count" if shape.long else measure.count
        if count is not None:
            book.count((name, *key[1:]), count, (row, at))
            yield (name, *key[1:])
    if value is not None and of is not None and count is None:
        text = shape.table.rows[row][shape.column(measure.column)]
        worked_out = (f"{measure.column} worked out", *key[1:])
        book.count(worked_out, value / scale * of, slack=0.5 + _half(text) / scale * of)
        yield worked_out


def _scale(measure: LocalMeasure, values: list[float | None]) -> float:
    """What a rate is multiplied by: 100 for percents, 1 for shares."""
    known = [value for value in values if value is not None]
    return 100 if measure.suffix.strip() == "%" or max(known, default=0) > 1 else 1


def _counts(measure: LocalMeasure, cells: list[float | None]) -> bool:
    """Whether a column counts people: whole numbers, no rate, no money."""
    values = [value for value in cells if value is not None]
    money = measure.suffix.strip() == "%" or "$" in measure.prefix
    if measure.rate and (money or any(v != int(v) for v in values)):
        return False
    words = re.findall(r"[a-z]+", measure.column.lower())
    by_name = not measure.label and not _NO_COUNT.isdisjoint(words[:1] + words[-1:])
    return not (money or by_name or measure.count) and all(v >= 0 and v == int(v) for v in values)
