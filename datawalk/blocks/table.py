"""`kind: table`: metrics side by side, or rows of your own."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.bars import bars_of
from datawalk.blocks.base import Block
from datawalk.blocks.cells import called_here, group_cell, in_year, named, not_shown, usual_years
from datawalk.blocks.context import Context, UnreadError, sourced
from datawalk.blocks.filled import figures_of, marked
from datawalk.blocks.own import cells as own_cells
from datawalk.blocks.stat import alone, gap_note, group_gap
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Row, Table
from datawalk.fields import FileName, MetricName, Text, Title, Year
from datawalk.metrics.files.cases import too_few
from datawalk.metrics.knowledge import breaks
from datawalk.metrics.knowledge.groups import HEADED, GroupKind
from datawalk.metrics.local import origins
from datawalk.metrics.local.columns import digits
from datawalk.metrics.local.own import HIDDEN
from datawalk.metrics.local.protection.entries import Use
from datawalk.metrics.model import Place, Printed
from datawalk.metrics.words.wording import no_data
from datawalk.problems import refuse
from datawalk.words import later, say

Across = Literal["places", "neighbors", "years"] | GroupKind
FEW = later("Too few: so few cases that they are not printed, to protect people.")
MOST_ROWS = 40
MOST_COLUMNS = 8
MOST_SIDE = 4
"""Places or metrics with long names that stand side by side; more places become rows."""


class TableBlock(Block):
    """Metrics across places, years or groups; or rows typed here; or rows of a CSV or XLSX."""

    kind: Literal["table"]
    of: tuple[MetricName, ...] = Field((), description="The metrics, one to a row.", max_length=10)
    across: Across = Field("places", description="What the other side of the table shows.")
    peers: bool = Field(
        False, description="For places: a column for each place that the walk compares with."
    )
    year: Year | None = None
    years: tuple[Year, ...] = Field((), description="For years: which ones.", max_length=6)
    columns: tuple[Title, ...] = Field((), description="Column labels of your own rows.")
    rows: tuple[tuple[Text | None, ...], ...] = Field((), description="Rows of your own.")
    file: FileName | None = Field(None, description="A CSV or XLSX file with your rows.")
    source: Title | None = Field(None, description="Who counted your own rows, and when.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(map(bool, (self.of, self.rows, self.file))) != 1:
            raise ValueError("write one of: of: (metrics), rows: (your own) or file:")
        if self.rows and not self.columns:
            raise ValueError("rows of your own need columns:")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"each row needs {len(self.columns)} cells, one for each column")
        if self.rows and not self.source:
            raise ValueError("rows of your own need source:")
        return self

    def metrics(self) -> set[str]:
        return super().metrics() | set(self.of)

    def supplies(self) -> Supplement | None:
        return self.supplement or ("local data" if self.file else None)

    def tables(self) -> dict[str, Use]:
        return {self.file: Use()} if self.file else {}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        if self.rows:
            typed = tuple(tuple(cell or "" for cell in row) for row in self.rows)
            note = sourced(context.fill(self.source or "").text)
            filled = [[context.fill(cell) for cell in row] for row in typed]
            rows = tuple(tuple(cell.plain for cell in row) for row in filled)
            cells = [cell for row in filled for cell in row]
            made = own_cells.barred(self._own(context, self.columns, rows, note))
            made = own_cells.said_once(made)
            return (replace(made, figures=figures_of(cells), marked=marked(cells)),)
        if self.file:
            return (self._of_file(self.file, context),)
        match self.across:
            case "places":
                return self._places(context, self._compared(context))
            case "neighbors":
                beside = context.neighbours()
                if not beside:
                    return (alone(say("Beside us"), context),)
                return self._places(context, beside)
            case "years":
                return (self._years(context),)
            case kind:
                return (self._groups(context, kind),)

    def _of_file(self, file: str, context: Context) -> Table:
        own = context.own_table(file)
        shown = own.table(self.columns or None)
        rows = own_cells.signed(own, shown.columns, digits.tidied(shown))
        hides = any(say(HIDDEN) in row for row in shown.rows)
        credit = context.credit(own, self.source)
        note = " ".join(part for part in (own.hidden_note if hides else "", credit) if part)
        columns = tuple(own_cells.called(own, shown, name) for name in shown.columns)
        described = own.shape.described_ones
        measured = {own_cells.called(own, shown, c) for c in shown.columns if c in described}
        made = own_cells.barred(self._own(context, columns, rows, note), measured, say(HIDDEN))
        made = own_cells.said_once(made, kept=lambda cell: cell == say(HIDDEN))
        cells = origins.of_cells(own, shown.columns, rows, credit)
        return replace(made, terms=own.terms, own=cells)

    def _own(
        self,
        context: Context,
        columns: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        note: str,
    ) -> Table:
        if len(rows) > MOST_ROWS or len(columns) > MOST_COLUMNS:
            raise refuse(
                f"This table has {len(rows)} rows and {len(columns)} columns; "
                f"a sheet can show {MOST_ROWS} and {MOST_COLUMNS}.",
                "Choose the rows and columns that matter, or part them over stations.",
            )
        return Table(
            heading=context.fill(self.heading or "").text,
            stub_head=columns[0],
            columns=columns[1:],
            rows=tuple(Row(row[0], row[1:]) for row in rows),
            note=note,
        )

    def _places(self, context: Context, beside: tuple[Place, ...]) -> tuple[Exhibit, ...]:
        places = (context.place, *beside)
        names = self._read(context)
        figures = [self._row(context, name, places) for name in names]
        if not any(row[0].observation.known for row in figures):
            return (gap_note(context.metric(names[0]), figures[0][0].observation, context),)
        shown = [row for row in figures if any(figure.text != no_data() for figure in row)]
        silent = not_shown(context, [row[0].observation for row in figures if row not in shown])
        if len(places) > MOST_SIDE:
            tables = self._below_each_other(context, places, shown)
            last = replace(tables[-1], footnotes=(*tables[-1].footnotes, *silent))
            return (*tables[:-1], last)
        built = self._built(
            context,
            say("By the numbers"),
            tuple(called_here(place, context) for place in places),
            named(context, shown),
            shown,
            highlight=0,
        )
        return (replace(built, footnotes=(*built.footnotes, *silent)),)

    def _below_each_other(
        self, context: Context, places: tuple[Place, ...], figures: list[list[Printed]]
    ) -> tuple[Table, ...]:
        """A row for each place, whose name may be long; a table for every few metrics."""
        count = math.ceil(len(figures) / MOST_SIDE)
        each = math.ceil(len(figures) / count)
        parts = [figures[i : i + each] for i in range(0, len(figures), each)]
        return tuple(
            replace(
                self._built(
                    context,
                    say("By the numbers"),
                    tuple(named(context, part)),
                    [called_here(place, context) for place in places],
                    [list(row) for row in zip(*part, strict=True)],
                    highlight=None,
                ),
                highlight_row=0,
            )
            for part in parts
        )

    def _read(self, context: Context) -> tuple[str, ...]:
        """The metrics that may be shown: not those whose file was not given."""
        held = tuple(
            name
            for name in self.of
            if context.store.observe(name, context.place, self.year).known
            or not context.lacks(name)
        )
        if not held:
            raise UnreadError
        return held

    def _compared(self, context: Context) -> tuple[Place, ...]:
        """The middles alone, unless the others are asked for or there is no middle."""
        middles = tuple(place for place in context.compare if place.level == "benchmark")
        return context.compare if self.peers or not middles else middles

    def _row(self, context: Context, name: str, places: tuple[Place, ...]) -> list[Printed]:
        ours = context.ours(name, self.year, stop=False)
        if not ours.known:
            context.gap(ours)
        others = [context.observe(name, place, ours.year) for place in places[1:]]
        return [context.printed(observation) for observation in (ours, *others)]

    def _years(self, context: Context) -> Exhibit:
        names = self._read(context)
        series = {name: context.store.series(name, context.place) for name in names}
        if not any(context.fit(o).known for row in series.values() for o in row):
            ours = context.ours(names[0], stop=False)
            context.gap(ours)
            return gap_note(context.metric(names[0]), ours, context)
        years = self.years or usual_years(series)
        figures = [
            [context.printed(in_year(context, name, series[name], year)) for year in years]
            for name in names
        ]
        built = self._built(
            context,
            say("Over the years"),
            tuple(map(str, years)),
            [context.metric(name).short for name in names],
            figures,
            highlight=None,
        )
        counted = dict.fromkeys(breaks.told(name, years) for name in self.of)
        return replace(built, footnotes=(*built.footnotes, *filter(None, counted)))

    def _groups(self, context: Context, kind: str) -> Exhibit:
        by_metric = {
            name: found
            for name in self.of
            if (found := context.store.groups(name, context.place, kind, self.year))
            or not context.lacks(name, kind)
        }
        if not by_metric:
            raise UnreadError
        labels = list(dict.fromkeys(o.group for row in by_metric.values() for o in row))
        if not any(context.fit(o).known for row in by_metric.values() for o in row):
            first = next(iter(by_metric))
            return group_gap(
                context.metric(first), kind, by_metric[first], self.heading or "", context
            )
        figures = [
            [group_cell(context, name, row, label) for name, row in by_metric.items()]
            for label in labels
        ]
        lone = next(iter(by_metric)) if len(by_metric) == 1 else ""
        return self._built(
            context,
            say(HEADED[kind]),
            tuple(named(context, [list(row) for row in zip(*figures, strict=True)])),
            [context.group(label, lone) for label in labels],
            figures,
            highlight=None,
        )

    def _built(
        self,
        context: Context,
        heading: str,
        columns: tuple[str, ...],
        stubs: list[str],
        figures: list[list[Printed]],
        highlight: int | None,
    ) -> Table:
        if len(columns) > MOST_COLUMNS:
            raise refuse(
                f"This table has {len(columns)} columns; a sheet can show {MOST_COLUMNS}.",
                "Show fewer places, years or groups.",
            )
        return Table(
            heading=context.fill(self.heading or heading, self.year).text,
            stub_head="",
            columns=columns,
            rows=tuple(
                Row(stub, tuple(figure.text for figure in row))
                for stub, row in zip(stubs, figures, strict=True)
            ),
            highlight_column=highlight,
            figures=tuple(figure for row in figures for figure in row),
            bars=() if self.across == "years" else bars_of(figures),
            footnotes=(say(FEW),)
            if any(too_few(f.observation) for r in figures for f in r)
            else (),
        )
