"""Rows of a table of the community's own, joined to the areas of a file of outlines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from datawalk.blocks.own import areas as own_areas
from datawalk.blocks.own import times as own_times
from datawalk.metrics.knowledge import atlas
from datawalk.metrics.local.columns import codes, keys
from datawalk.metrics.local.columns.totals import is_total
from datawalk.metrics.local.outlines.areas import Outlines
from datawalk.metrics.local.outlines.features import GEOID, called
from datawalk.metrics.local.own import OwnFigure, OwnTable
from datawalk.problems import At, Problem, Problems, nearest, refuse

MOST_NAMED = 5
"""Names in a message."""
_CODES = ("geoid20", "geoid10", "geo_id", "fips", "tract_geoid", "geoid2")
"""Other names of columns with codes of the Census Bureau."""


@dataclass(frozen=True)
class Rows:
    """The table's rows by the name of their area: `names` by line, '' where there is none."""

    own: OwnTable
    column: str
    names: Mapping[int, str]


@dataclass(frozen=True)
class Joined:
    """The figure of each area by its key in the outlines, what areas are called, and warnings."""

    figures: Mapping[str, OwnFigure]
    labels: Mapping[str, str]
    warnings: tuple[Problem, ...]


def rows(own: OwnTable, key: str, table_key: str | None) -> Rows:
    """The rows by the column that names areas. Raises Problems if there is no such column."""
    column = _column(own, key, table_key)
    names = zip(own.shape.table.lines, own.areas(column), strict=True)
    return Rows(own, column, {line: name.strip() for line, name in names})


def _column(own: OwnTable, key: str, table_key: str | None) -> str:
    """The column that is asked for, or the one that goes by the name of the outlines' key."""
    columns = own.shape.table.columns
    if table_key:
        if found := called(table_key, columns):
            return found
        raise refuse(
            f'{own.name} has no column "{table_key}".',
            nearest(table_key, columns) or f"It has: {', '.join(columns[:12])}.",
        )
    others = _CODES if key == GEOID else ()
    for name in (key, *others):
        if found := called(name, columns):
            return found
    described = own.shape.source.area if own.shape.source else None
    if described:
        return described
    if (key == GEOID or atlas.is_atlas(columns)) and codes.tracts(own.shape.table) is not None:
        return key
    raise refuse(
        f'{own.name} has no column "{key}".',
        nearest(key, columns)
        or f"Write table_key: with the column that names the areas; it has: "
        f"{', '.join(columns[:12])}.",
    )


def joined(
    table: Rows, column: str, year: str | None, outlines: Outlines, tell: own_times.Tell
) -> Joined:
    """The figure of each area. Raises Problems for rows of other areas, and for several of one.

    Files of the Census Bureau and the Opportunity Atlas have the whole state or country: codes of
    other places are left out, and told.
    """
    own = table.own
    chosen = own_areas.of_group(own, own_times.timed(own, column, tell).of(year), None)
    named = [(table.names[figure.line], figure) for figure in chosen]
    known = [shape.key for shape in outlines.shapes]
    found = keys.matched((name for name, _ in named if name), (*known, *outlines.bare))
    figures = _of_areas(own, [(found[name], figure) for name, figure in named if name in found])
    strangers = {name: f.line for name, f in named if name and name not in found}
    totals = {name for name in strangers if is_total(name, own_areas.totals(own))}
    whole = atlas.is_atlas(own.shape.table.columns)
    others = [name for name in strangers if name not in totals]
    elsewhere = bool(figures.keys() & set(known)) and (
        whole or all(map(keys.is_census_code, others))
    )
    if others and not elsewhere:
        raise _strange(table, outlines, sorted(others), known)
    nameless = [figure.line for name, figure in named if not name and figure.value is not None]
    return Joined(
        {area: figure for area, figure in figures.items() if area in set(known)},
        {area: keys.label(name, area) for name, area in found.items()},
        tuple(
            Problem(what, try_this, severity="warning")
            for what, try_this in (
                *_otherwise(own, outlines, found),
                *_bare(own, outlines, figures),
                *_left_out(own, {name: strangers[name] for name in totals}, nameless),
                *(() if whole else _elsewhere(own, outlines, others)),
                *(_of_2010(own, outlines, len(set(known) - figures.keys())) if whole else ()),
            )
        ),
    )


def outlined(highlight: str, outlines: Outlines) -> str:
    """The key of the area to outline. Raises Problems if it is not there."""
    known = [shape.key for shape in outlines.shapes]
    found = keys.matched([highlight], known).get(highlight)
    if found is None:
        raise refuse(f'There is no area "{highlight}" to outline.', nearest(highlight, known))
    return found


def _of_areas(own: OwnTable, named: Iterable[tuple[str, OwnFigure]]) -> Mapping[str, OwnFigure]:
    """The figure of each area. Raises Problems where an area has two."""
    found: dict[str, OwnFigure] = {}
    for area, figure in named:
        other = found.setdefault(area, figure)
        if other is not figure:
            raise refuse(
                f"{own.name} has several rows for {area}: lines {other.line} and {figure.line}.",
                "Keep one row for each area of the map, or take boundaries that are as fine as "
                "the rows.",
                At(own.name, figure.line),
            )
    return found


def _strange(
    table: Rows, outlines: Outlines, strangers: Sequence[str], known: Collection[str]
) -> Problems:
    hints = [(name, nearest(name, known)) for name in strangers[:MOST_NAMED]]
    near = [f"{name}: {hint}" if len(strangers) > 1 else hint for name, hint in hints if hint]
    examples = ", ".join(f'"{name}"' for name in list(known)[:3])
    return refuse(
        f"{table.own.name} has rows for areas that {outlines.file} does not: {_some(strangers)}.",
        " ".join(near)
        or f'The column "{table.column}" must name areas as the boundaries do: {examples}. '
        "table_key: chooses another column.",
    )


def _otherwise(
    own: OwnTable, outlines: Outlines, found: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    unlike = [f'"{name}" is "{area}"' for name, area in found.items() if name != area.strip()]
    if unlike:
        yield (
            f"{own.name} and {outlines.file} write {len(unlike)} "
            f"{'names' if len(unlike) > 1 else 'name'} differently: {_some(unlike)}.",
            "They were joined; look whether each is the same area.",
        )


def _bare(
    own: OwnTable, outlines: Outlines, figures: Mapping[str, OwnFigure]
) -> Iterable[tuple[str, str]]:
    with_row = [f"{a} (line {figures[a].line})" for a in outlines.bare if a in figures]
    without = [area for area in outlines.bare if area not in figures]
    if with_row:
        yield (
            f"{outlines.file} has no outline for {_some(with_row)}: what {own.name} says of "
            f"{'it' if len(with_row) == 1 else 'them'} is not on the map.",
            "Draw the outline, or say under the map what is missing.",
        )
    if without:
        yield f"{outlines.file} has no outline for {_some(without)}.", ""


def _left_out(
    own: OwnTable, totals: Mapping[str, int], nameless: Sequence[int]
) -> Iterable[tuple[str, str]]:
    if totals:
        told = _some([f'"{name}" (line {line})' for name, line in totals.items()])
        yield f"{own.name}: {told} was taken for a total and is no area of the map.", ""
    if nameless:
        yield (
            f"{own.name} names no area in {'lines' if len(nameless) > 1 else 'line'} "
            f"{_some([str(line) for line in nameless])}; left out.",
            "",
        )


def _elsewhere(
    own: OwnTable, outlines: Outlines, others: Sequence[str]
) -> Iterable[tuple[str, str]]:
    if others:
        yield (
            f"{len(others)} {'codes' if len(others) > 1 else 'code'} of {own.name} "
            f"{'are' if len(others) > 1 else 'is'} not in {outlines.file}, and left out: "
            f"{_some(others)}.",
            "",
        )


def _of_2010(own: OwnTable, outlines: Outlines, bare: int) -> Iterable[tuple[str, str]]:
    if bare:
        yield (
            f"{bare} of {len(outlines.shapes)} areas of {outlines.file} are not in {own.name}.",
            "The Opportunity Atlas has the census tracts of 2010: take boundaries of 2010.",
        )


def _some(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    told = ", ".join(names[:MOST_NAMED])
    return f"{told} and {more} more" if more > 0 else told
