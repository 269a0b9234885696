"""What a reader could work out: the least and greatest value of each hidden count.

The question is put to HiGHS, a solver for whole numbers: which fillings of the hidden cells agree
with all that is printed? Fillings are sought near the true one, which always agrees; what is found
is checked here, so an answer is never wider than the truth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from datawalk.metrics.local.protection.ledger import Count, Relation

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

REACH = 4
"""How many times the least count a filling may lie away from the truth."""
MOST_NODES = 200
"""Of the search tree of a question; one without an answer counts as if nothing could be moved. A
limit of time would hide other numbers on a slow computer than on a fast one."""
_CLOSE = 1e-6

Filling = list[tuple[int, float]]
"""A value for each hidden count, by its index; empty where there is none."""


@dataclass
class Ranges:
    """The lowest and highest filling found so far for each count, by its index."""

    counts: Sequence[Count]
    low: dict[int, float] = field(default_factory=dict)
    high: dict[int, float] = field(default_factory=dict)

    def wide(self, index: int) -> bool:
        """Whether a count is as uncertain as the least count is large."""
        count = self.counts[index]
        low, high = self.low.get(index, count.value), self.high.get(index, count.value)
        return high - low >= count.least

    def note_all(self, filling: Iterable[tuple[int, float]]) -> None:
        """Remember the value of each count in a filling that agrees with what is printed."""
        for index, value in filling:
            true = self.counts[index].value
            self.low[index] = min(self.low.get(index, true), value)
            self.high[index] = max(self.high.get(index, true), value)


def narrow(
    wanted: Iterable[int],
    hidden: Sequence[int],
    relations: Sequence[Relation],
    ranges: Ranges,
) -> list[int]:
    """Those of `wanted` that a reader can tell to within less than the least count.

    `hidden` are the counts that hang together, `relations` what readers know of them; all other
    counts in them are printed. `ranges` remembers fillings: they stay possible when more is
    hidden.
    """
    left = [i for i in wanted if not ranges.wide(i)]
    if not left:
        return []
    question = _Question(hidden, relations, ranges.counts)
    for way in (1, -1) if len(left) > 1 else ():
        # Many move at once, which spares asking for each of them.
        ranges.note_all(question.farthest([i for i in left if not ranges.wide(i)], way))
    for index in left:
        if not ranges.wide(index):
            _ask_for(index, question, ranges)
    return [i for i in left if not ranges.wide(i)]


def _ask_for(index: int, question: _Question, ranges: Ranges) -> None:
    """Note how far a count goes both ways: first in parts of one, which go at least as far."""
    ends = []
    for way in (1, -1):
        end, filling = question.loosely(index, way)
        ranges.note_all(filling)
        ends.append(end)
    if ends[0] - ends[1] < ranges.counts[index].least - _CLOSE:
        return
    for way in (1, -1):
        if not ranges.wide(index):
            ranges.note_all(question.wholly([index], way))


class _Question:
    """The hidden counts as a model of HiGHS; each count is asked for in turn."""

    def __init__(
        self,
        hidden: Sequence[int],
        relations: Sequence[Relation],
        counts: Sequence[Count],
    ) -> None:
        import numpy

        self.hidden = list(hidden)
        self.at = {index: i for i, index in enumerate(self.hidden)}
        self.true = numpy.array([counts[i].value for i in self.hidden], dtype=float)
        self.rows = _Rows.of(relations, self.at, counts)
        self.free = [counts[i].free for i in self.hidden]
        self.model = _model(
            self.true, self.free, self.rows, REACH * max(counts[i].least for i in hidden)
        )

    def farthest(self, counts: Sequence[int], way: int) -> Filling:
        """A filling that moves counts as far up (1) or down (-1) as they go together, or none."""
        with self._wanting(counts, way):
            self.model.run()
            # Corners of tables of sums are whole numbers by themselves, and quick to find.
            found = self._checked()
        return found or self.wholly(counts, way)

    def loosely(self, index: int, way: int) -> tuple[float, Filling]:
        """How far a count may go if parts of one could be counted, and the filling if it is whole.

        Infinitely far where the solver does not say.
        """
        import highspy

        with self._wanting([index], way):
            self.model.run()
            sure = self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal
            end = self.model.getSolution().col_value[self.at[index]] if sure else way * math.inf
            return end, self._checked()

    def wholly(self, counts: Sequence[int], way: int) -> Filling:
        """Like `farthest`, asked for in whole numbers."""
        with self._wanting(counts, way):
            self._ask(self.free)
            self.model.run()
            found = self._checked()
            self._ask([True] * len(self.free))
        return found

    @contextmanager
    def _wanting(self, counts: Sequence[int], way: int) -> Iterator[None]:
        """Meanwhile these counts are to go up (1) or down (-1)."""
        for index in counts:
            self.model.changeColCost(self.at[index], float(-way))
        yield
        for index in counts:
            self.model.changeColCost(self.at[index], 0.0)

    def _ask(self, parts: Sequence[bool]) -> None:
        """Ask for counts that may be parts of one, or for whole ones."""
        import numpy

        count = len(parts)
        at = numpy.arange(count, dtype=numpy.int32)
        self.model.changeColsIntegrality(count, at, _kinds(parts))

    def _checked(self) -> Filling:
        """The solver's filling in whole numbers if it agrees with every relation, else none."""
        import numpy

        found = self.model.getSolution().col_value
        if len(found) != len(self.true):
            return []
        values = numpy.where(self.free, found, numpy.rint(found))
        if bool(((values < 0) & ~numpy.array(self.free)).any()) or not self.rows.hold(values):
            return []
        return list(zip(self.hidden, values.tolist(), strict=True))


@dataclass(frozen=True)
class _Rows:
    """Relations as rows of a sparse matrix, with their printed counts moved to the other side.

    Row i holds `weights` of `columns` from starts[i] on; those without a hidden count are left out.
    """

    starts: NDArray[numpy.int32]
    columns: NDArray[numpy.int32]
    weights: NDArray[numpy.float64]
    low: NDArray[numpy.float64]
    high: NDArray[numpy.float64]

    @classmethod
    def of(
        cls, relations: Sequence[Relation], at: dict[int, int], counts: Sequence[Count]
    ) -> _Rows:
        import numpy

        starts: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        low, high = [], []
        for relation in relations:
            start, told = len(columns), 0.0
            for index, weight in relation.terms:
                if index in at:
                    columns.append(at[index])
                    weights.append(weight)
                else:
                    told += weight * counts[index].value
            if len(columns) > start:
                starts.append(start)
                low.append(relation.low - told)
                high.append(relation.high - told)
        return cls(
            numpy.array(starts, dtype=numpy.int32),
            numpy.array(columns, dtype=numpy.int32),
            numpy.array(weights, dtype=float),
            numpy.array(low, dtype=float),
            numpy.array(high, dtype=float),
        )

    def hold(self, values: NDArray[numpy.float64]) -> bool:
        """Whether a filling agrees with all of them."""
        import numpy

        if not len(self.starts):
            return True
        terms = values[self.columns] * self.weights
        told = numpy.add.reduceat(terms, self.starts)
        room = _CLOSE * (1 + numpy.add.reduceat(abs(terms), self.starts))
        return bool(((self.low - room <= told) & (told <= self.high + room)).all())


def _kinds(parts: Sequence[bool]) -> NDArray[Any]:
    """Of each count whether it may be a part of one, in the words of HiGHS."""
    import highspy
    import numpy

    some, whole = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
    return numpy.array([some if part else whole for part in parts])


def _model(true: NDArray[numpy.float64], free: Sequence[bool], rows: _Rows, reach: int) -> Any:
    """The model. `Highs` itself greets on the terminal; the class that it is made of does not."""
    import highspy
    import numpy

    model = highspy._Highs()  # type: ignore[attr-defined]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_max_nodes", MOST_NODES)
    model.setOptionValue("threads", 1)
    count = len(true)
    low = numpy.where(free, true - reach, numpy.maximum(true - reach, 0.0))
    model.addVars(count, low, true + reach)
    model.addRows(
        len(rows.starts),
        rows.low,
        rows.high,
        len(rows.columns),
        rows.starts,
        rows.columns,
        rows.weights,
    )
    return model
