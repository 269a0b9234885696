"""What each column of numbers is: a count of people, a share, worked out, or not about people.

What the author says holds. Of other columns the program guesses, says why, and proposes the line
that would say so; until the author agrees they stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.metrics.local.columns.amounts import Amount
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.matrix import Matrix

KindName = Literal["count", "share", "derived", "margin", "other", "unknown"]
SCALES = (1, 100, 1_000, 10_000, 100_000)
_PERCENT = re.compile(
    r"%|(?:^|[\W_])(?:percent|percentage|pct|per cent|porcentaje|porciento)(?:$|[\W_])", re.I
)
_RATE = re.compile(
    r"^(?:share|rate|proportion|fraction|ratio)\b|\b(?:share|rate|proportion|ratio)$", re.I
)
_PER = re.compile(
    r"per[\W_]*(?P<many>1(?:[\W_]?000|00(?:[\W_]?000)?|0[\W_]?000)|hundred|thousand|1k|10k|100k|capita)(?!\d)",
    re.I,
)
_PER_WORDS = {
    "hundred": 100,
    "thousand": 1_000,
    "1k": 1_000,
    "10k": 10_000,
    "100k": 100_000,
    "capita": 1,
}
_MARGIN = re.compile(r"\b(?:s\.?e\.?|ci|error)$", re.I)
_SURELY_MARGIN = re.compile(
    r"\bmargins?(?: of error)?(?: ?\(.*\))?$|\b(?:moe|standard error)s?\b|\bmargin of error\b", re.I
)
"""Headings that no count of people has."""
_DERIVED = {
    "change": re.compile(r"\b(?:change|difference|diff|increase|decrease|growth|cambio)\b", re.I),
    "average": re.compile(r"\b(?:average|avg|mean|median|promedio|media|mediana)\b", re.I),
    "rank": re.compile(r"\b(?:rank|ranking|rango)\b", re.I),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field of a matrix is. `of` and `count` are fields; `scales` what a share may be per.

    `said` is whether the author says so; `reason` is why the program thinks it.
    """

    name: KindName
    said: bool
    reason: str = ""
    of: int | None = None
    count: int | None = None
    scales: tuple[int, ...] = ()
    derived: str = ""


def kinds_of(matrix: Matrix) -> tuple[Kind, ...]:
    """The kind of each field, in the order of `matrix.fields`."""
    said = {m.column: m for m in matrix.shape.source.measures} if matrix.shape.source else {}
    found: dict[int, Kind] = {}
    for at, field in enumerate(matrix.fields):
        name = field.measure if matrix.shape.long else matrix.shape.table.columns[field.column]
        of_value = not matrix.shape.long or field.column == matrix.shape.value
        if name in said and of_value:
            found[at] = _described(matrix, at, matrix.shape.described(name))
    for at, kind in _parts(matrix, said):
        found.setdefault(at, kind)
    for at in range(len(matrix.fields)):
        if at not in found:
            found[at] = _guessed(matrix, at)
    for at in _hundreds(matrix, [at for at, kind in found.items() if not kind.said]):
        found[at] = Kind("share", False, "with its neighbors it makes 100", scales=(100,))
    return tuple(found[at] for at in range(len(matrix.fields)))


def _described(matrix: Matrix, at: int, measure: LocalMeasure) -> Kind:
    told = [a for _, a in matrix.column(at) if a is not None]
    if not measure.people:
        return Kind("other", said=True)
    if measure.derived:
        return Kind("derived", said=True, derived=measure.derived)
    percent = measure.suffix.strip() == "%" or _unit(told) == "%"
    if measure.rate or measure.per or percent:
        field = matrix.fields[at].measure
        of, count = (
            matrix.field_of(column, field) if column else None
            for column in (measure.of, measure.count)
        )
        if measure.per:
            scales: tuple[int, ...] = (measure.per,)
        else:
            scales = (100,) if percent else _scales(measure.label or measure.column, told)
        return Kind("share", said=True, of=of, count=count, scales=scales)
    if "$" in measure.prefix or _unit(told):
        return Kind("other", said=True)
    return Kind("count", said=True)


def _parts(matrix: Matrix, said: dict[str, LocalMeasure]) -> Iterator[tuple[int, Kind]]:
    """Columns that others name: counts and bases, and how sure they are."""
    names = dict.fromkeys(f.measure for f in matrix.fields) if matrix.shape.long else said
    for name in names:
        measure = matrix.shape.described(name)
        known = name in said
        for column in (measure.of, measure.count):
            at = matrix.field_of(column, name) if column else None
            if at is not None:
                yield at, Kind("count", said=known, reason="others are shares of it")
        for column in (measure.lower, measure.upper, measure.margin):
            at = matrix.field_of(column, name) if column else None
            if at is not None:
                yield at, Kind("margin", said=known, reason="it says how sure others are")


def _guessed(matrix: Matrix, at: int) -> Kind:
    """What an undescribed field may be. In doubt it counts people, whose small numbers are
    hidden."""
    heading = matrix.words(at).replace("_", " ").strip()
    told = [a for _, a in matrix.column(at) if a is not None and a.value is not None]
    unit = _unit(told)
    if (shares := _of_parts(matrix, at, told)) is not None:
        return shares
    if _SURELY_MARGIN.search(heading):
        return Kind("margin", False, "its heading says margin")
    if unit == "%" or _PERCENT.search(matrix.words(at)):
        return Kind("share", False, "it is in percent", scales=_scales("percent", told))
    if _PER.search(matrix.words(at)) or _RATE.search(heading):
        return Kind("share", False, "its heading says rate or share", scales=_scales(heading, told))
    if unit:
        return Kind("other", False, "it is in money")
    for name, words in _DERIVED.items():
        if words.search(heading) and not _whole(told):
            return Kind("derived", False, f"its heading says {name}", derived=name)
    if any(a.value is not None and a.value < 0 for a in told):
        return Kind("derived", False, "it has numbers below zero", derived="change")
    if _MARGIN.search(heading) and not _whole(told):
        return Kind("margin", False, "its heading says margin")
    values = [a.value for a in told if a.value is not None]
    whole = _whole(told)
    if values and not whole and all(0 <= value <= 1 for value in values):
        return Kind("share", False, "its numbers lie between 0 and 1", scales=(1,))
    if any(may_count(a, told) for a in told):
        return Kind("count", False, "it has whole numbers")
    # Whatever it is, it might be read as percents.
    scales = (100,) if all(0 <= value <= 100 for value in values) else ()
    return Kind("unknown", False, "its numbers are not whole", scales=scales)


def _hundreds(matrix: Matrix, fields: Sequence[int]) -> set[int]:
    """Undescribed fields side by side that add up to 100 in every row: percents without a sign."""
    found: set[int] = set()
    told = [
        {r: a.value for r, a in matrix.column(at) if a and a.value is not None} for at in fields
    ]
    for start, first in enumerate(told):
        sums = first
        for end, column in enumerate(told[start + 1 :], start + 2):
            # Only rows that have all of them: these become fewer, and two are needed.
            sums = {row: total + column[row] for row, total in sums.items() if row in column}
            if len(sums) < 2:
                break
            most = 0.5 * (end - start)
            if all(abs(total - 100) <= most for total in sums.values()):
                found.update(fields[start:end])
    return found


def _of_parts(matrix: Matrix, at: int, told: list[Amount]) -> Kind | None:
    """A value of a long table that stands beside the number it is out of."""
    field = matrix.fields[at]
    if not matrix.shape.long or field.column != matrix.shape.value:
        return None
    measure = matrix.shape.described(field.measure)
    of, count = (
        matrix.field_of(column, field.measure) if column else None
        for column in (measure.of, measure.count)
    )
    if (of is None and count is None) or (of is not None and _whole(told)):
        return None
    reason = "it stands beside the number that it is out of"
    return Kind("share", False, reason, of, count, _scales("percent", told))


def _unit(told: list[Amount]) -> str:
    """The sign that most cells bear, or ''."""
    signs = [a.unit for a in told]
    most = max(dict.fromkeys(signs), key=signs.count, default="")
    return most if most and 2 * signs.count(most) >= len(signs) else ""


def _whole(told: list[Amount]) -> bool:
    """Whether all numbers are whole and none is below zero."""
    return all(a.value is not None and a.value >= 0 and a.value == int(a.value) for a in told)


def may_count(amount: Amount, column: list[Amount]) -> bool:
    """Whether a cell may be a count: written whole, or 4.0 where all of its column is whole."""
    if amount.value is None:
        return not amount.unit
    return amount.whole or (
        not amount.unit
        and amount.value >= 0
        and amount.value == int(amount.value)
        and _whole(column)
    )


def _scales(words: str, told: list[Amount]) -> tuple[int, ...]:
    """What a share may be per, by the words about it and the size of its numbers."""
    if per := _PER.search(words):
        many = per["many"].lower()
        return (_PER_WORDS.get(many) or int(re.sub(r"\D", "", many)),)
    most = max((a.value for a in told if a.value is not None), default=0.0)
    if _PERCENT.search(words):
        return (1, 100) if most <= 1 else (100,)
    return tuple(scale for scale in SCALES if scale >= most)


def with_base(kind: Kind, count: int | None, of: int | None, scale: int, reason: str) -> Kind:
    """The kind of a share whose numbers turned out to be those of two other fields."""
    return replace(kind, name="share", count=count, of=of, scales=(scale,), reason=reason)
