"""The counts of people that tables print or imply, and what a reader knows about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Place = tuple[str, int, int]
"""Where a number is printed: file, row and column (from 0) of its table."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. `places` print it; one with no places is only implied by others.

    One under `least` is small. The owner of the file hides a `held` one; its value is what the
    others leave. A `free` one is no count but a change or average of counts, which may be below
    zero and is not protected itself.
    """

    value: float
    least: int
    places: frozenset[Place] = frozenset()
    held: bool = False
    free: bool = False

    @property
    def small(self) -> bool:
        return not self.free and 0 < self.value < self.least


@dataclass(frozen=True, slots=True)
class Relation:
    """low ≤ Σ coefficient × count ≤ high, which readers know if all `tellers` are printed.

    `terms` holds indexes of counts with their coefficients.
    """

    terms: tuple[tuple[int, float], ...]
    low: float
    high: float
    tellers: frozenset[Place] = frozenset()


@dataclass
class Ledger:
    """Collects counts and relations, of one table or of all tables of a walk.

    `bound` are places that are hidden with any of their counts. `known` are the numbers of a row
    of a table that are hidden if one of its counts is, since nobody said what they are. `least` is
    the smallest count that may be printed, of the table that is being entered.
    """

    least: int = 10
    wholes: set[int] = field(default_factory=set)
    counts: list[Count] = field(default_factory=list)
    relations: dict[Relation, None] = field(default_factory=dict)
    bound: list[tuple[Place, frozenset[int]]] = field(default_factory=list)
    unknown: list[tuple[frozenset[int], frozenset[Place]]] = field(default_factory=list)

    def add(
        self,
        value: float,
        places: frozenset[Place] = frozenset(),
        *,
        held: bool = False,
        free: bool = False,
    ) -> int:
        """Enter a count. Returns its index."""
        self.counts.append(Count(value, self.least, places, held, free))
        return len(self.counts) - 1

    @property
    def secret(self) -> bool:
        """Whether any count may not be told."""
        return any(count.small or count.held for count in self.counts)

    def relate(
        self,
        terms: Mapping[int, float],
        low: float,
        high: float,
        tellers: Iterable[Place] = (),
    ) -> None:
        """Note a relation; it must hold for the true values."""
        some = tuple(sorted((i, c) for i, c in terms.items() if c))
        if some:
            self.relations[Relation(some, low, high, frozenset(tellers))] = None

    def equal(self, total: int, parts: Iterable[int], times: float = 1.0) -> None:
        """times × total = Σ parts, but for what they are off (which a reader is taken to know)."""
        terms: dict[int, float] = {total: times}
        for part in parts:
            terms[part] = terms.get(part, 0.0) - 1.0
        off = sum(c * self.counts[i].value for i, c in terms.items())
        self.relate(terms, off, off)

    def at_most(self, part: int, whole: int) -> None:
        """A part is never more than its whole."""
        self.relate({whole: 1.0, part: -1.0}, 0.0, float("inf"))
