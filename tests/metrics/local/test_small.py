"""Small counts stay hidden, even from a reader who adds and subtracts.

The attackers here share nothing with the code that hides: one solves the printed sums by exact
elimination, the other writes down every filling of whole numbers that agrees with them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datawalk.metrics.local import small
from datawalk.metrics.local.small import Key, Sum, hidden

Counts = dict[Key, int]


def one_row(values: Sequence[int]) -> tuple[Counts, list[Sum]]:
    counts: Counts = dict(enumerate(values))
    counts["all"] = sum(values)
    return counts, [Sum("all", tuple(range(len(values))))]


def grid(rows: Sequence[Sequence[int]]) -> tuple[Counts, list[Sum]]:
    """Cells (row, column), with totals of rows, of columns and of all."""
    high, wide = len(rows), len(rows[0])
    counts: Counts = {(i, j): rows[i][j] for i, j in product(range(high), range(wide))}
    for i in range(high):
        counts[i, "all"] = sum(rows[i])
    for j in range(wide):
        counts["all", j] = sum(row[j] for row in rows)
    counts["all", "all"] = sum(map(sum, rows))
    sums = [Sum((i, "all"), tuple((i, j) for j in range(wide))) for i in [*range(high), "all"]]
    sums += [Sum(("all", j), tuple((i, j) for i in range(high))) for j in [*range(wide), "all"]]
    return counts, sums


def nested(rows: Sequence[Sequence[int]], cut: int) -> tuple[Counts, list[Sum]]:
    """A grid whose rows also have two subtotals, which add up to the total."""
    counts, sums = grid(rows)
    for j in [*range(len(rows[0])), "all"]:
        parts = [("north", range(cut)), ("south", range(cut, len(rows)))]
        for name, inside in parts:
            counts[name, j] = sum(counts[i, j] for i in inside)
            sums.append(Sum((name, j), tuple((i, j) for i in inside)))
        sums.append(Sum(("all", j), (("north", j), ("south", j))))
    for name in ("north", "south"):
        sums.append(Sum((name, "all"), tuple((name, j) for j in range(len(rows[0])))))
    return counts, sums


def equations(
    counts: Mapping[Key, int], sums: Sequence[Sum], out: frozenset[Key]
) -> tuple[list[Key], list[list[Fraction]]]:
    """What a reader can write down: a row for each sum, its right side last."""
    unknown = sorted(out, key=repr)
    rows = []
    for s in sums:
        row = [Fraction(s.parts.count(c) - (c == s.total)) for c in unknown]
        known = sum(counts[c] for c in s.parts if c not in out)
        known -= 0 if s.total in out else counts[s.total]
        rows.append([*row, Fraction(-known)])
    return unknown, rows


def solved(counts: Mapping[Key, int], sums: Sequence[Sum], out: frozenset[Key]) -> set[Key]:
    """Hidden cells that the printed sums alone pin down."""
    unknown, rows = equations(counts, sums, out)
    at = 0
    for column in range(len(unknown)):
        pivot = next((i for i in range(at, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [x / rows[at][column] for x in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[column]:
                rows[i] = [x - row[column] * y for x, y in zip(row, rows[at], strict=True)]
        at += 1
    alone = [row for row in rows if sum(bool(x) for x in row[:-1]) == 1]
    return {unknown[next(i for i, x in enumerate(row) if x)] for row in alone}


def fillings(
    counts: Mapping[Key, int], sums: Sequence[Sum], out: frozenset[Key], most: int
) -> Iterator[dict[Key, int]]:
    """Every filling of the hidden cells with 0 to `most` that agrees with the printed sums."""
    unknown = sorted(out, key=repr)

    def possible(filled: dict[Key, int]) -> bool:
        def of(cell: Key) -> int | None:
            return filled.get(cell) if cell in out else counts[cell]

        for s in sums:
            total, parts = of(s.total), [of(part) for part in s.parts]
            known = sum(part for part in parts if part is not None)
            if total is not None and (known > total or (None not in parts and known != total)):
                return False
        return True

    def filled(done: dict[Key, int]) -> Iterator[dict[Key, int]]:
        if not possible(done):
            return
        if len(done) == len(unknown):
            yield done
            return
        cell = unknown[len(done)]
        for value in range(most + 1):
            yield from filled({**done, cell: value})

    return filled({})


def assert_safe(counts: Counts, sums: list[Sum], least: int) -> None:
    out = hidden(counts, sums, least)
    assert {key for key, count in counts.items() if 0 < count < least} <= out
    if not any(0 < count < least for count in counts.values()):
        assert not out
    assert not solved(counts, sums, out)


figure = st.one_of(st.just(0), st.integers(1, 9), st.integers(0, 60), st.integers(10, 400))


def tables(high: int, wide: int) -> st.SearchStrategy[list[list[int]]]:
    return st.integers(1, wide).flatmap(
        lambda w: st.lists(st.lists(figure, min_size=w, max_size=w), min_size=1, max_size=high)
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(figure, min_size=1, max_size=12), st.integers(2, 12))
def test_a_row_with_its_total(values: list[int], least: int) -> None:
    assert_safe(*one_row(values), least)


@settings(max_examples=300, deadline=None)
@given(tables(6, 5), st.integers(2, 12))
def test_a_table_with_totals_both_ways(rows: list[list[int]], least: int) -> None:
    assert_safe(*grid(rows), least)


@settings(max_examples=150, deadline=None)
@given(tables(6, 4).filter(lambda rows: len(rows) > 1), st.data(), st.integers(2, 12))
def test_totals_of_totals(rows: list[list[int]], data: st.DataObject, least: int) -> None:
    cut = data.draw(st.integers(1, len(rows) - 1))
    assert_safe(*nested(rows, cut), least)


little = st.integers(0, 6)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 3).flatmap(
        lambda w: st.lists(st.lists(little, min_size=w, max_size=w), min_size=1, max_size=3)
    ),
    st.integers(2, 3),
)
def test_every_filling_of_small_tables(rows: list[list[int]], least: int) -> None:
    """Knowing too that no count is below zero does not help."""
    counts, sums = grid(rows)
    out = hidden(counts, sums, least)
    # More than enough room above each hidden cell to see that it is not pinned.
    most = max((counts[c] for c in out), default=0) + least
    seen: dict[Key, set[int]] = {c: set() for c in out}
    for filled in fillings(counts, sums, out, most):
        for cell, value in filled.items():
            seen[cell].add(value)
        if all(max(v) - min(v) >= least for v in seen.values()):
            break
    for cell, values in seen.items():
        need = least if 0 < counts[cell] < least else 1
        assert max(values) - min(values) >= need


@pytest.mark.parametrize("least", [0, 1])
def test_may_be_switched_off(least: int) -> None:
    assert not hidden(*one_row([1, 2, 30]), least)


def test_zeros_are_printed() -> None:
    assert not hidden(*one_row([0, 20, 30]), 10)


def test_alone_without_totals_only_the_small_ones() -> None:
    assert hidden({"a": 3, "b": 20, "c": 9}, [], 10) == {"a", "c"}


def test_one_small_cell_takes_the_smallest_partner() -> None:
    assert hidden(*one_row([3, 50, 20, 90]), 10) == {0, 2}


def test_two_small_cells_that_are_too_few_take_a_third() -> None:
    # 3 + 2 = 5 people: hiding both would still tell that each is at most 5.
    assert hidden(*one_row([3, 2, 20, 90]), 10) == {0, 1, 2}


def test_a_grid_closes_a_ring_and_keeps_its_totals() -> None:
    counts, sums = grid([[4, 30, 50], [20, 40, 60], [70, 80, 90]])
    assert hidden(counts, sums, 10) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_a_small_total_is_hidden_with_its_parts() -> None:
    assert hidden(*one_row([3, 0, 2]), 10) >= {0, 2, "all"}


def test_other_groups_are_left_alone() -> None:
    one, two = one_row([3, 50, 20]), one_row([30, 50, 20])
    counts = {("a", k): v for k, v in one[0].items()} | {("b", k): v for k, v in two[0].items()}
    sums = [Sum((n, "all"), tuple((n, i) for i in range(3))) for n in "ab"]
    assert {key[0] for key in hidden(counts, sums, 10) if isinstance(key, tuple)} == {"a"}


def test_a_very_large_table_hides_its_totals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "MOST_TRIED", 3)
    draw = random.Random(5)
    for _ in range(150):
        wide = draw.randint(1, 5)
        rows = [
            [draw.choice([0, draw.randint(0, 9), draw.randint(10, 90)]) for _ in range(wide)]
            for _ in range(draw.randint(2, 7))
        ]
        for counts, sums in (grid(rows), nested(rows, draw.randint(1, len(rows) - 1))):
            assert not solved(counts, sums, hidden(counts, sums, 10))
