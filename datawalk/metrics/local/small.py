"""Which counts of people to hide: the small ones, and others from which they could be worked out.

A small count is one from 1 to one below the least that may be printed. A zero is printed: it
names nobody, and health departments print it too. A hidden small count is safe if a reader who
knows every printed number still finds values for it that lie at least `least` apart; any other
hidden count is safe if it could have more than one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from datawalk.metrics.local.shifting import shifted

Key = Any
"""Names a cell; anything that can be the key of a mapping."""
MOST_TRIED = 250
"""Hidden cells that hang together; beyond it all totals over them are hidden, which is quick."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total and the cells that add up to it."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def cells(self) -> tuple[Key, ...]:
        return (self.total, *self.parts)


def hidden(counts: Mapping[Key, int], sums: Sequence[Sum], least: int) -> frozenset[Key]:
    """The cells to hide. `least` is the smallest count that may be printed; 0 or 1 hides none."""
    small = {key for key, count in counts.items() if 0 < count < least}
    found: set[Key] = set()
    for group in _together(small, sums):
        inside = tuple(s for s in sums if group.issuperset(s.cells))
        found |= _Search(counts, inside, least, small & group).closed()
    return frozenset(found)


def _together(small: Iterable[Key], sums: Sequence[Sum]) -> list[set[Key]]:
    """The small cells, each with all cells that sums tie to it, directly or by way of others."""
    by_cell = _by_cell(sums)
    groups: list[set[Key]] = []
    seen: set[Key] = set()
    for start in sorted(small, key=repr):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            for s in by_cell.get(waiting.pop(), ()):
                waiting += [cell for cell in s.cells if cell not in group]
                group.update(s.cells)
        seen |= group
        groups.append(group)
    return groups


def _by_cell(sums: Iterable[Sum]) -> dict[Key, list[Sum]]:
    found: dict[Key, list[Sum]] = {}
    for s in sums:
        for cell in s.cells:
            found.setdefault(cell, []).append(s)
    return found


class _Search:
    """Hides one cell after the other until none can be worked out."""

    def __init__(
        self, counts: Mapping[Key, int], sums: tuple[Sum, ...], least: int, small: set[Key]
    ) -> None:
        self.counts = counts
        self.sums = sums
        self.least = least
        self.small = small
        self.by_cell = _by_cell(sums)
        self.totals = {s.total for s in sums}
        self.order = {
            cell: i for i, cell in enumerate(dict.fromkeys(c for s in sums for c in s.cells))
        }
        self.out = set(small)
        # What each hidden cell could be, from the lowest to the highest filling found so far. A
        # filling stays possible when more is hidden.
        self.low: dict[Key, int] = {}
        self.high: dict[Key, int] = {}

    def closed(self) -> set[Key]:
        while weak := self._weak():
            if len(self.out) > MOST_TRIED:
                self._hide_totals()
                break
            touched: set[Key] = set()
            before = len(self.out)
            for cell in weak:
                if cell not in touched and (partner := self._partner(cell)) is not None:
                    self.out.add(partner)
                    touched |= {c for s in self.by_cell[partner] for c in s.cells}
            if len(self.out) == before:
                # All is hidden. Twice of everything agrees as well, so only a zero is known.
                break
        return self.out

    def _weak(self) -> list[Key]:
        """Hidden cells that a reader could work out, or nearly."""
        if len(self.out) > MOST_TRIED:
            return list(self.out)
        cells = sorted((c for c in self.out if c in self.by_cell), key=self.order.__getitem__)
        return [cell for cell in cells if not self._safe(cell, cells)]

    def _safe(self, cell: Key, cells: list[Key]) -> bool:
        for way in (1, -1):
            if self._wide(cell):
                return True
            self._stretch(cell, cells, way)
        return self._wide(cell)

    def _wide(self, cell: Key) -> bool:
        count = self.counts.get(cell, 0)
        apart = self.high.get(cell, count) - self.low.get(cell, count)
        return apart >= (self.least if cell in self.small else 1)

    def _stretch(self, cell: Key, cells: list[Key], way: int) -> None:
        """Look for a filling that moves `cell`, and note what it gives all the others."""
        import numpy

        at = {c: i for i, c in enumerate(cells)}
        touching = [s for s in self.sums if any(c in at for c in s.cells)]
        sums = numpy.zeros((len(touching), len(cells)), dtype=numpy.int64)
        for row, s in enumerate(touching):
            for part in s.parts:
                if part in at:
                    sums[row, at[part]] += 1
            if s.total in at:
                sums[row, at[s.total]] -= 1
        values = numpy.array([self.counts.get(c, 0) for c in cells], dtype=numpy.int64)
        filled = shifted(sums, values, at[cell], way, 2 * self.least)
        if filled is None:
            return
        for c, value in zip(cells, filled.tolist(), strict=True):
            self.low[c] = min(self.low.get(c, self.counts.get(c, 0)), value)
            self.high[c] = max(self.high.get(c, self.counts.get(c, 0)), value)

    def _partner(self, cell: Key) -> Key | None:
        """The cell to hide next: in the sum of `cell` that hides least, or else farther along."""
        for s in sorted(self.by_cell[cell], key=lambda s: len(self.out.intersection(s.cells))):
            if near := [c for c in s.cells if c not in self.out]:
                return min(near, key=self._cost)
        far = (c for s in self.sums for c in s.cells if c not in self.out)
        return min(far, key=self._cost, default=None)

    def _cost(self, cell: Key) -> tuple[bool, int, bool, int, int]:
        """Totals last; rather where others are hidden already; zeros help little; then small."""
        alone = sum(self.out.isdisjoint(s.cells) for s in self.by_cell[cell])
        count = self.counts.get(cell, 0)
        return cell in self.totals, alone, count == 0, count, self.order[cell]

    def _hide_totals(self) -> None:
        """Hide the small ones and every total over them: then any of these could be higher."""
        self.out = set(self.small)
        waiting = list(self.out)
        while waiting:
            cell = waiting.pop()
            for s in self.by_cell.get(cell, ()):
                if cell in s.parts and s.total not in self.out:
                    self.out.add(s.total)
                    waiting.append(s.total)
