"""A case in the making: tables are filled row by row, and what holds among counts is noted."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from tests.privacy.case import Case, Place, Quotient, Relation, Terms


@dataclass(frozen=True)
class Count:
    """A cell with a count of people; `text` is how it is written, if not in plain digits."""

    key: str
    text: str = ""


@dataclass(frozen=True)
class Derived:
    """A cell with a number that is worked out of counts."""

    text: str
    of: Quotient


@dataclass(frozen=True)
class Figure:
    """A cell with a number that counts no people, or tells of them by relations of its own."""

    text: str


Cell = str | Count | Derived | Figure


class Sheet:
    """One table: a CSV file, and what an honest author would say about its columns."""

    def __init__(self, making: Making, name: str, columns: Sequence[str]) -> None:
        self.making = making
        self.name = name
        self.columns = tuple(columns)
        self.rows: list[list[str]] = []
        self.measures: list[dict[str, Any]] = []
        self.totals: list[str] = []

    def place(self, column: str, row: int = -1) -> Place:
        """Where a number of a row stands; of the last row if left out."""
        return Place(self.name, row if row >= 0 else len(self.rows) - 1, column)

    def row(self, *cells: Cell) -> None:
        assert len(cells) == len(self.columns), (self.columns, cells)
        self.rows.append([])
        for column, cell in zip(self.columns, cells, strict=True):
            self.rows[-1].append(self.making.told(self.place(column), cell))

    def describe(self, column: str, **said: Any) -> None:
        self.measures.append({"column": column, **said})

    @property
    def text(self) -> str:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([self.columns, *self.rows])
        return out.getvalue()

    @property
    def source(self) -> dict[str, Any]:
        said: dict[str, Any] = {"file": self.name, "name": "Count", "who": "We", "when": "2026"}
        if self.totals:
            said["totals"] = self.totals
        return {**said, "measures": self.measures}


class Making:
    """Collects the counts, tables and relations of one case."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.counts: dict[str, int] = {}
        self.sheets: list[Sheet] = []
        self.others: dict[str, str] = {}
        self.blocks: list[dict[str, Any]] = []
        self.shown: dict[Place, str] = {}
        self.derived: dict[Place, Quotient] = {}
        self.texts: dict[Place, str] = {}
        self.relations: list[Relation] = []
        self.complements: dict[str, Terms] = {}

    def sheet(self, columns: Sequence[str], name: str = "t.csv", *, block: bool = True) -> Sheet:
        """A new table, shown by a block `table` unless told otherwise."""
        made = Sheet(self, name, columns)
        self.sheets.append(made)
        if block:
            self.show(kind="table", file=name)
        return made

    def show(self, **block: Any) -> None:
        self.blocks.append({**block, "source": "s"})

    def count(self, key: str, value: int) -> str:
        """A new count of people."""
        assert value >= 0
        assert key not in self.counts
        self.counts[key] = value
        return key

    def sum(self, key: str, parts: Iterable[str], *, off: int = 0) -> str:
        """A new count that is what others add up to, or as much as `off` beside it."""
        whole = list(parts)
        self.count(key, max(sum(self.counts[part] for part in whole) + off, 0))
        self.adds_up(key, whole, slack=2 if off else 0)
        return key

    def adds_up(self, key: str, parts: Iterable[str], slack: int = 0) -> None:
        terms = {key: 1, **dict.fromkeys(parts, -1)}
        self.relate(terms, -slack, slack, f"{key} is the sum of its parts")

    def relate(
        self,
        terms: Terms,
        low: int | None,
        high: int | None,
        why: str,
        carriers: tuple[Place, ...] = (),
    ) -> None:
        self.relations.append(Relation(terms, low, high, why, carriers))

    def at_most(self, part: str, whole: str) -> None:
        self.relate({whole: 1, part: -1}, 0, None, f"{part} is a part of {whole}")

    def complement(self, whole: str, part: str) -> None:
        """Those of a whole who are not in the part: nobody wrote down how many."""
        self.complements[f"{whole} - {part}"] = {whole: 1, part: -1}

    def told(self, place: Place, cell: Cell) -> str:
        """What is written into a place."""
        match cell:
            case Count(key, text):
                self.shown[place] = key
                self.texts[place] = text or str(self.counts[key])
            case Derived(text, of) if text:
                self.derived[place] = of
                self.texts[place] = text
            case Figure(text):
                self.texts[place] = text
            case Derived():
                return ""
            case str(text):
                return text
        return self.texts[place]

    def quotient(
        self,
        top: Terms,
        bottom: Terms | None = None,
        scale: Fraction | int = 1,
        decimals: int = 0,
        suffix: str = "",
    ) -> Derived:
        """A cell with a rounded quotient; an empty one where there is nothing to divide by."""
        of = Quotient(top, bottom or {}, Fraction(scale))
        value = of.value(self.counts)
        if value is None:
            return Derived("", of)
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return Derived(f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}{suffix}", of)

    def case(self, layout: str, *, described: bool) -> Case:
        return Case(
            layout,
            self.seed,
            {**{sheet.name: sheet.text for sheet in self.sheets}, **self.others},
            tuple(self.blocks),
            tuple(sheet.source for sheet in self.sheets) if described else (),
            self.counts,
            self.shown,
            self.derived,
            self.texts,
            tuple(self.relations),
            self.complements,
        )
