"""`kind: programs`: an inventory of what is already being done."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context, sourced
from datawalk.blocks.own.cells import said_once
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Row, Table
from datawalk.fields import FileName, Setting, Title
from datawalk.metrics.local import origins
from datawalk.metrics.local.own import HIDDEN
from datawalk.metrics.local.protection.entries import Use
from datawalk.metrics.model import OwnPrinted
from datawalk.problems import refuse
from datawalk.words import later, say

MOST_PROGRAMS = 12
"""Rows of a few lines each that a 24 x 36 in sheet can show."""
EMPTY = later("not known")
LONGEST = 300
"""Characters of one cell of a file, as of one typed in a walk."""

HEADS = {
    "who": later("Who runs it"),
    "what": later("What it does"),
    "whom": later("For whom"),
    "where": later("Where"),
    "since": later("Since"),
    "funding": later("Paid by"),
}
"""The columns after the name; the last three are shown where anyone filled them in."""
OPTIONAL = ("where", "since", "funding")


class Program(Setting):
    """One program. What nobody knows is left out, and the table says so."""

    name: Title = Field(description="What it is called.")
    who: Title | None = Field(None, description="Who runs it.")
    what: Title | None = Field(None, description="What it does, in a few words.")
    whom: Title | None = Field(None, description="Whom it is for.")
    where: Title | None = Field(None, description="Where people find it.")
    since: Title | None = Field(None, description="When it began.")
    funding: Title | None = Field(None, description="Who pays for it.")


class ProgramColumns(Setting):
    """What the columns of the file are called."""

    name: Title = Field(description="The column with names.")
    who: Title | None = Field(None, description="The column with who runs it.")
    what: Title | None = Field(None, description="The column with what it does.")
    whom: Title | None = Field(None, description="The column with whom it is for.")
    where: Title | None = Field(None, description="The column with where people find it.")
    since: Title | None = Field(None, description="The column with when it began.")
    funding: Title | None = Field(None, description="The column with who pays for it.")


class ProgramsBlock(Block):
    """Programs that exist: who does what, for whom; typed here, or from a CSV or XLSX."""

    contacts: ClassVar[bool] = True

    kind: Literal["programs"]
    supplement: Supplement | None = "inventory"
    programs: tuple[Program, ...] = Field((), description="The programs, in the order shown.")
    file: FileName | None = Field(None, description="A CSV or XLSX file, a program to a row.")
    columns: ProgramColumns | None = Field(
        None, description="For a file: which of its columns is the name, who, what, whom …"
    )
    source: Title = Field(description="Who made the list, and when.")

    @model_validator(mode="after")
    def _one_list(self) -> Self:
        if bool(self.programs) == bool(self.file):
            raise ValueError("write programs: for a list of your own, or file:")
        if bool(self.file) != bool(self.columns):
            raise ValueError("file: and columns: go together")
        return self

    def tables(self) -> dict[str, Use]:
        return {self.file: Use()} if self.file else {}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        source = sourced(context.fill(self.source).text)
        listed, note, own = (
            self._read(context, self.file, source) if self.file else (self.programs, "", ())
        )
        if len(listed) > MOST_PROGRAMS:
            raise refuse(
                f"This list has {len(listed)} programs; a sheet can show {MOST_PROGRAMS}.",
                "Choose the ones that matter here, or part the list over stations.",
            )
        shown = [key for key in HEADS if self._is_shown(key, listed)]
        table = Table(
            heading=context.fill(self.heading or say("What is already being done")).text,
            stub_head=say("Program"),
            columns=tuple(say(HEADS[key]) for key in shown),
            rows=tuple(self._row(context, program, shown) for program in listed),
            note=" ".join(filter(None, (note, source))),
            own=own,
        )
        return (said_once(table, kept=lambda cell: cell in (say(EMPTY), say(HIDDEN))),)

    def _is_shown(self, key: str, listed: tuple[Program, ...]) -> bool:
        """Who, what and whom are asked of every list, so far as its file has such a column."""
        asked = key not in OPTIONAL and (self.columns is None or getattr(self.columns, key))
        return bool(asked) or any(getattr(program, key) for program in listed)

    @staticmethod
    def _row(context: Context, program: Program, shown: list[str]) -> Row:
        cells = tuple(context.fill(getattr(program, key) or say(EMPTY)).text for key in shown)
        return Row(context.fill(program.name).text, cells)

    def _read(
        self, context: Context, file: str, source: str
    ) -> tuple[tuple[Program, ...], str, tuple[OwnPrinted, ...]]:
        """The programs of the file, what is told of its hidden numbers, and the other numbers."""
        assert self.columns
        called = {key: name for key, name in self.columns if name}
        own = context.own_table(file)
        read = own.table(tuple(called.values()))
        hides = any(say(HIDDEN) in row for row in read.rows)
        rows = [dict(zip(called, row, strict=True)) for row in read.rows]
        for number, row in enumerate(rows, start=1):
            if not row["name"]:
                raise refuse(
                    f'{read.name}: program {number} has nothing in "{self.columns.name}".',
                    "Give every program a name.",
                )
            long = next((cell for cell in row.values() if len(cell) > LONGEST), "")
            if long:
                raise refuse(
                    f"{read.name}: a cell of program {number} is longer than {LONGEST} "
                    f'characters: "{long[:40]}…".',
                    "Shorten it: a sheet is read standing.",
                )
        # The cells are data: braces in them are no names of figures.
        safe = [{k: _plain(cell) for k, cell in row.items() if cell} for row in rows]
        listed = tuple(Program.model_construct(None, **row) for row in safe)
        numbers = origins.of_cells(own, read.columns, read.rows, source, called=self.columns.name)
        return listed, own.hidden_note if hides else "", numbers


def _plain(cell: str) -> str:
    return cell.replace("{", "{{").replace("}", "}}")
