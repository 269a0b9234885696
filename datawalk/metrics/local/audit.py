"""What a reader could work out: the least and greatest value of each hidden count.

The question is put to HiGHS, a solver for whole numbers: which fillings of the hidden cells agree
with all that is printed? Fillings are sought near the true one, which always agrees; what is found
is checked here, so an answer is never wider than the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from datawalk.metrics.local.ledger import Count, Relation

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

REACH = 4
"""How many times the least count a filling may lie away from the truth."""
MOST_NODES = 200
"""Of the search tree of a question; one without an answer counts as if nothing could be moved. A
limit of time would hide other numbers on a slow computer than on a fast one."""
_CLOSE = 1e-6


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

    def note(self, index: int, value: float) -> None:
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
    for way in (1, -1):
        # Many move at once, which spares asking for each of them.
        for at, value in question.farthest([i for i in left if not ranges.wide(i)], way):
            ranges.note(at, value)
    for index in left if len(left) > 1 else ():
        for way in (1, -1):
            if ranges.wide(index):
                break
            for at, value in question.farthest([index], way):
                ranges.note(at, value)
    return [i for i in left if not ranges.wide(i)]


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

    def farthest(self, counts: Sequence[int], way: int) -> list[tuple[int, float]]:
        """A filling that moves counts as far up (1) or down (-1) as they go together, or none."""
        for index in counts:
            self.model.changeColCost(self.at[index], float(-way))
        # Corners of tables of sums are whole numbers by themselves, and quick to find.
        filled = self._solved(whole=False)
        if filled is None:
            filled = self._solved(whole=True)
        for index in counts:
            self.model.changeColCost(self.at[index], 0.0)
        return [] if filled is None else list(zip(self.hidden, filled.tolist(), strict=True))

    def _solved(self, *, whole: bool) -> NDArray[numpy.float64] | None:
        """The best filling, asked for in whole numbers or not; None if it is not a true one."""
        if whole:
            self._ask(self.free)
        self.model.run()
        found = self._checked(self.model.getSolution().col_value)
        if whole:
            self._ask([True] * len(self.free))
        return found

    def _ask(self, parts: Sequence[bool]) -> None:
        """Ask for counts that may be parts of one, or for whole ones."""
        import numpy

        count = len(parts)
        at = numpy.arange(count, dtype=numpy.int32)
        self.model.changeColsIntegrality(count, at, _kinds(parts))

    def _checked(self, found: Sequence[float]) -> NDArray[numpy.float64] | None:
        """The filling in whole numbers if it agrees with every relation, else None."""
        import numpy

        if len(found) != len(self.true):
            return None
        values = numpy.where(self.free, found, numpy.rint(found))
        if bool(((values < 0) & ~numpy.array(self.free)).any()):
            return None
        return values if self.rows.hold(values) else None


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
