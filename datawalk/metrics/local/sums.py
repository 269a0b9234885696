"""Which counts of a table add up to which: its totals, named so or found by adding up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from datawalk.metrics.local.shape import Key
from datawalk.metrics.local.small import Sum

_TOTAL = re.compile(
    r"\b(sub-?)?(total|all|everyone|everybody|overall|sum|combined|both|whole)\b", re.IGNORECASE
)
MOST_COLUMNS = 10
"""Columns of which every combination is added up."""

Line = dict[str, Key]
"""The cells of one row or column by their label, in order."""


def is_total(label: str, named: Collection[str]) -> bool:
    """Whether a label calls itself a total, or the author does."""
    return label in named or _TOTAL.search(label) is not None


def sums(
    counts: Mapping[Key, int], slack: Mapping[Key, float], named: Collection[str] = ()
) -> tuple[Sum, ...]:
    """All sums that hold. `slack` says how far a count that was worked out may be off."""
    book = _Book(counts, slack, named)
    return (*book.of_measures(), *(s for side in (1, 2, 3) for s in book.of_labels(side)))


class _Book:
    def __init__(
        self, counts: Mapping[Key, int], slack: Mapping[Key, float], named: Collection[str]
    ) -> None:
        self.counts = counts
        self.slack = slack
        self.named = named

    def _lines(self, side: int) -> list[Line]:
        """The cells that differ in one side of their key alone."""
        lines: dict[tuple[str, ...], Line] = {}
        for key in self.counts:
            lines.setdefault((*key[:side], *key[side + 1 :]), {})[key[side]] = key
        return list(lines.values())

    def _holds(self, total: Key, parts: Sequence[Key]) -> bool:
        off = abs(self.counts[total] - sum(self.counts[part] for part in parts))
        return off <= sum(self.slack.get(key, 0.0) for key in (total, *parts))

    def of_measures(self) -> Iterator[Sum]:
        """A measure that is the sum of others in every row that has them all, such as asked =
        yes + no."""
        lines = self._lines(0)
        names = list(dict.fromkeys(name for line in lines for name in line))
        for total in names:
            others = [name for name in names if name != total]
            sizes = range(2, len(others) + 1) if len(names) <= MOST_COLUMNS else [len(others)]
            for size in sizes:
                for parts in combinations(others, size):
                    yield from self._everywhere(lines, total, parts)

    def _everywhere(self, lines: list[Line], total: str, parts: tuple[str, ...]) -> list[Sum]:
        found: list[Sum] = []
        for line in lines:
            if total not in line or any(part not in line for part in parts):
                continue
            keys = tuple(line[part] for part in parts)
            if not self._holds(line[total], keys):
                return []
            found.append(Sum(line[total], keys))
        return found

    def of_labels(self, side: int) -> Iterator[Sum]:
        """Totals among areas, groups or years: by their names, or the first or last if it is the
        sum of all others everywhere."""
        lines = self._lines(side)
        for line in lines:
            labels = list(line)
            totals = [label for label in labels if is_total(label, self.named)]
            for total in totals:
                for parts in dict.fromkeys(map(frozenset, _candidates(labels, totals, total))):
                    keys = tuple(line[label] for label in labels if label in parts)
                    if keys and self._holds(line[total], keys):
                        yield Sum(line[total], keys)
        if not any(is_total(label, self.named) for line in lines for label in line):
            yield from self._silent(lines)

    def _silent(self, lines: list[Line]) -> Iterator[Sum]:
        long = [list(line.values()) for line in lines if len(line) > 2]
        for first in (True, False):
            found = [
                Sum(keys[0], tuple(keys[1:])) if first else Sum(keys[-1], tuple(keys[:-1]))
                for keys in long
            ]
            if all(self._holds(s.total, s.parts) for s in found):
                yield from found


def _candidates(labels: list[str], totals: list[str], total: str) -> Iterator[list[str]]:
    """What a total may be the sum of: all the rest, the other totals, or the run beside it."""
    yield [label for label in labels if label not in totals]
    yield [label for label in totals if label != total]
    at = labels.index(total)
    for run in (reversed(labels[:at]), iter(labels[at + 1 :])):
        beside = []
        for label in run:
            if label in totals:
                break
            beside.append(label)
        yield beside
