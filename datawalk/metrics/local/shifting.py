"""How far a hidden count could lie from the true one while every printed sum still agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_ALMOST = 1e-9
_MOST_PIVOTS = 5_000


def shifted(
    sums: NDArray[numpy.int64], values: NDArray[numpy.int64], cell: int, way: int, most: int
) -> NDArray[numpy.int64] | None:
    """Other whole numbers, none below zero, that agree with all sums and move `cell` farthest.

    `sums` has a row for each sum and a column for each hidden cell (1 for a part, -1 for the
    total), `way` is 1 (up) or -1 (down), `most` the farthest that is asked for. The search uses
    decimals; what it finds is checked in whole numbers, and is None where the check fails.
    """
    import numpy

    found = _farthest(sums, values, cell, way, most)
    moved = numpy.rint(found).astype(numpy.int64)
    agrees = not (sums @ moved).any() and bool((values + moved >= 0).all())
    return values + moved if agrees else None


def _farthest(
    sums: NDArray[numpy.int64], values: NDArray[numpy.int64], cell: int, way: int, most: int
) -> NDArray[numpy.float64]:
    """The change of every cell: the simplex method from the true values, which always agree.

    Each change is a rise less a fall; a fall is at most the value, and the changes of a sum
    cancel out, written as two limits.
    """
    import numpy

    rows, count = sums.shape
    both = numpy.hstack([sums, -sums])
    falls = numpy.hstack([numpy.zeros((count, count)), numpy.eye(count)])
    goal = numpy.zeros(2 * count)
    goal[cell if way > 0 else count + cell] = 1
    goal[count + cell if way > 0 else cell] = -1
    limits = numpy.vstack([both, -both, falls, goal])
    room = numpy.concatenate([numpy.zeros(2 * rows), values, [most]])
    table = numpy.hstack([limits, numpy.eye(len(room)), room[:, None]])
    aim = numpy.concatenate([goal, numpy.zeros(len(room) + 1)])
    basis = list(range(2 * count, 2 * count + len(room)))
    for _ in range(_MOST_PIVOTS):
        better = numpy.flatnonzero(aim[:-1] > _ALMOST)
        if not len(better):
            break
        # The first that helps, and the first row among equals: so it never turns in a circle.
        column = int(better[0])
        rising = numpy.flatnonzero(table[:, column] > _ALMOST)
        if not len(rising):
            break
        ratios = table[rising, -1] / table[rising, column]
        tied = rising[ratios <= ratios.min() + _ALMOST]
        row = int(min(tied, key=lambda i: basis[i]))
        table[row] /= table[row, column]
        others = table[:, column].copy()
        others[row] = 0
        table -= numpy.outer(others, table[row])
        aim = aim - aim[column] * table[row]
        basis[row] = column
    solution = numpy.zeros(table.shape[1] - 1)
    solution[basis] = table[:, -1]
    change: NDArray[numpy.float64] = solution[:count] - solution[count : 2 * count]
    return change
