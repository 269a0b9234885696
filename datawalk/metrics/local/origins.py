"""Where the printed numbers of a community's own tables stand in their files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.metrics.knowledge import atlas
from datawalk.metrics.local.columns import codes
from datawalk.metrics.local.columns.amounts import Amount, amount
from datawalk.metrics.local.own import OwnFigure, OwnTable
from datawalk.metrics.local.shape import Place, Shape, held_back
from datawalk.metrics.model import OwnPrinted

_WORD = re.compile(r"[^\W\d_]{2}")
_MOMENT = re.compile(r"\d+[/.-]\d+[/.-]\d+|\d+:\d\d")
"""Dates and times of day, which begin with a number."""


@dataclass(frozen=True, slots=True)
class _Whose:
    """What a number is of: its area, group and time, each '' where there is none."""

    area: str
    group: str
    year: str


def of_figures(
    own: OwnTable, shown: Iterable[tuple[OwnFigure | None, str]], source: str
) -> tuple[OwnPrinted, ...]:
    """Figures with how they are printed; those without a number, or with a hidden one, are none."""
    return tuple(
        _printed(
            own,
            figure.place,
            _Whose(figure.area, figure.group, figure.year),
            text,
            figure.value,
            (figure.lower, figure.upper),
            source,
        )
        for figure, text in shown
        if figure is not None and figure.value is not None
    )


def of_cells(
    own: OwnTable,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    source: str,
    *,
    called: str | None = None,
) -> tuple[OwnPrinted, ...]:
    """The numbers among the cells of `columns`, as printed in `rows`.

    Cells of words, areas, groups, times and codes are no numbers, hidden ones are left out.
    `called` is the column that names the rows, if it is not that of areas.
    """
    table = own.shape.table
    shown = [table.position(column) for column in columns]
    named = table.position(called) if called else _naming(own.shape, shown)
    labels = _sides(own.shape) | {named}
    figures = [c for c in shown if c not in labels and not codes.is_code(table, table.columns[c])]
    whose = _told_apart(own, figures, list(_whose(own, shown, named)))
    return tuple(
        _printed(own, (i, c), whose[i], text, _stored(cell, found), (None, None), source)
        for i, row in enumerate(rows)
        for c, text in zip(shown, row, strict=True)
        if c in figures and (i, c) not in own.hidden
        for cell in (table.cells[c][i],)
        if (found := _number(cell))
    )


def _sides(shape: Shape) -> set[int | None]:
    return {shape.area, shape.group, shape.subgroup, shape.year, shape.within, shape.measure}


def _naming(shape: Shape, shown: Sequence[int]) -> int | None:
    """The column by which a reader tells rows apart: that of areas, or the first one shown."""
    if shape.area in shown:
        return shape.area
    return shown[0] if shown[0] not in _sides(shape) else None


def _whose(own: OwnTable, shown: Sequence[int], named: int | None) -> Iterator[_Whose]:
    """Whose numbers each row has, so far as its table shows that."""
    shape = own.shape
    grouped = {shape.group, shape.subgroup} & set(shown)
    keys = {i: key for name in shape.measures if shape.long for i, key in shape.rows(name)}
    if not shape.long:
        keys = dict(shape.rows(""))
    names = shape.table.cells[named] if named is not None else ()
    for i in range(shape.table.height):
        _, _, group, year = keys[i]
        yield _Whose(
            names[i] if names and (i, named) not in own.hidden else "",
            group if grouped else "",
            year if shape.year in shown else "",
        )


def _told_apart(own: OwnTable, columns: Sequence[int], whose: Sequence[_Whose]) -> Sequence[_Whose]:
    """Rows of one area, group and time are told apart by their other words, such as a grade."""
    shape = own.shape
    nothing = ("",) * shape.table.height
    measures = nothing if shape.measure is None else shape.table.cells[shape.measure]
    if max(Counter(zip(whose, measures, strict=True)).values(), default=0) < 2:
        return whose
    told = []
    for i, one in enumerate(whose):
        cells = [shape.table.cells[c][i] for c in columns if (i, c) not in own.hidden]
        parts = (one.group, *(cell for cell in cells if _WORD.search(cell)))
        told.append(_Whose(one.area, ", ".join(part for part in parts if part), one.year))
    return told


def _number(cell: str) -> Amount | None:
    """What a cell tells that holds a number and no words."""
    other = _WORD.search(cell) or _MOMENT.match(cell) or held_back(cell)
    return None if other else amount(cell)


def _stored(cell: str, found: Amount | None) -> float | str:
    one = found is not None and not found.more
    return cell if found is None or found.value is None or not one else found.value


def _printed(
    own: OwnTable,
    place: Place,
    whose: _Whose,
    text: str,
    stored: float | str,
    bounds: tuple[float | None, float | None],
    source: str,
) -> OwnPrinted:
    table, shape = own.shape.table, own.shape
    row, column = place
    measure = _measure(shape, place)
    return OwnPrinted(
        text,
        stored,
        *bounds,
        label=_label(own, measure),
        measure=measure,
        area=whose.area,
        group_kind=table.columns[shape.group] if whose.group and shape.group is not None else "",
        group=whose.group,
        year=whose.year,
        file=table.name,
        sheet=table.sheet,
        column=table.columns[column],
        line=table.lines[row],
        cell=table.cell(row, column),
        source=source,
    )


def _measure(shape: Shape, place: Place) -> str:
    """The column; in a long table the measure, and behind it a column beside its values."""
    row, column = place
    name = shape.table.columns[column]
    if shape.measure is None:
        return name
    measure = shape.table.cells[shape.measure][row]
    return measure if column == shape.value else f"{measure}: {name}"


def _label(own: OwnTable, measure: str) -> str:
    """What a measure shows in words, or else its name."""
    table, source = own.shape.table, own.shape.source
    said = (m.label for m in (source.measures if source else ()) if m.column == measure)
    if label := next(said, None):
        return label
    whole = atlas.is_atlas(table.columns)
    known = atlas.described(measure, table.columns, own.language) if whole else None
    return (known and known.label) or table.label(measure)
