"""A table of your own on your own boundaries, with points of your own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from datawalk.blocks.charts import alt
from datawalk.blocks.context import Context
from datawalk.blocks.maps.areas import MapValues, Wishes, in_its_state, shaded
from datawalk.blocks.own import areas as own_areas
from datawalk.blocks.own import joining
from datawalk.exhibits import Map, Spot
from datawalk.metrics.local import origins
from datawalk.metrics.local.columns import digits
from datawalk.metrics.local.outlines.areas import Outlines, read_areas, read_points
from datawalk.metrics.local.outlines.choosing import LayerChoice
from datawalk.metrics.local.outlines.telling import State
from datawalk.metrics.local.own import HIDDEN_WORDS, OwnFigure, OwnTable
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.words import say


@dataclass(frozen=True)
class OwnMap:
    """What to draw: files by their names, and the columns and properties to read in them.

    `highlight` is the area to outline, or ''; `points` is a file, or None; `layer` is one of the
    boundaries, and `table_key` the column of the table that names areas, where it is not `key`.
    """

    boundaries: str
    key: str
    table: str
    column: str
    prefix: str = ""
    suffix: str = ""
    highlight: str = ""
    points: str | None = None
    point_name: str = ""
    source: str | None = None
    year: str | None = None
    layer: str | None = None
    table_key: str | None = None


def drawn(wanted: OwnMap, wishes: Wishes, context: Context) -> Map:
    """The map. Raises Problems for an area to outline that is not there, and for other rows."""
    own = context.own_table(wanted.table)
    rows = joining.rows(own, wanted.key, wanted.table_key)
    asked = LayerChoice(wanted.key, wanted.layer, frozenset(rows.names.values()) - {""})
    outlines = read_areas(context.locate(wanted.boundaries), asked, _state(context))
    ours = joining.outlined(wanted.highlight, outlines) if wanted.highlight else ""
    joined = joining.joined(rows, wanted.column, wanted.year, outlines, context.tell)
    for warning in (*outlines.warnings, *joined.warnings):
        context.tell(warning)
    shapes = [replace(s, name=joined.labels.get(s.key, s.name)) for s in outlines.shapes]
    shown = _shown(wanted, own, joined.figures, ours)
    hidden = {s.name for s in shapes if s.key in joined.figures and joined.figures[s.key].hidden}
    without = len(shapes) - len(shown.values)
    credit = context.credit(own, wanted.source)
    named = own_areas.named([shape.key for shape in shapes])
    notes = (
        own.meaning(wanted.column),
        own.hidden_note if hidden else "",
        own_areas.which(hidden, without),
        credit,
    )
    return replace(
        shaded(shown, shapes, own_areas.unknown_label(hidden, without), wishes, context),
        spots=_spots(wanted, outlines, context),
        named=named,
        valued=tuple(key for key in named if key in shown.values),
        locator=in_its_state(context),
        note=" ".join(part for part in notes if part),
        terms=own.terms,
        own=origins.of_figures(
            own,
            (
                (replace(joined.figures[s.key], area=s.name), shown.printed(s.key))
                for s in shapes
                if s.key in shown.values
            ),
            credit,
        ),
    )


def _state(context: Context) -> State:
    return State(context.place.geoid[:2], context.place.state)


def _shown(wanted: OwnMap, own: OwnTable, joined: Mapping[str, OwnFigure], ours: str) -> MapValues:
    format_ = own.format(wanted.column, {f.line for f in joined.values()})
    said = own.measure(wanted.column)
    if wanted.prefix or wanted.suffix:
        given = {"prefix": wanted.prefix, "suffix": wanted.suffix}
        told = [(f.text, f.value, f.line) for f in joined.values() if f.value is not None]
        digits.refuse_mixed(own.name, wanted.column, said.model_copy(update=given), told)
        format_ = replace(format_, prefix=wanted.prefix, suffix=wanted.suffix)
    year = next((figure.year for figure in joined.values()), "")
    label = own.called(wanted.column)
    return MapValues(
        f"{label}, {year}" if year else label,
        {key: f.value for key, f in joined.items() if f.value is not None},
        lambda key: _printed(joined.get(key), format_),
        format_,
        alt.from_file(own.name),
        called="areas",
        ours=ours,
    )


def _printed(figure: OwnFigure | None, format_: NumberFormat) -> str:
    if figure and figure.value is not None:
        return wording.number(figure.value, format_)
    return say(HIDDEN_WORDS) if figure and figure.hidden else wording.no_data()


def _spots(wanted: OwnMap, outlines: Outlines, context: Context) -> tuple[Spot, ...]:
    if not wanted.points:
        return ()
    found, warnings = read_points(
        context.locate(wanted.points), wanted.point_name, outlines, _state(context)
    )
    for warning in warnings:
        context.tell(warning)
    return tuple(Spot(point.name, point.x, point.y) for point in found)
