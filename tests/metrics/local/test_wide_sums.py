"""Sums in tables of many columns: found by where they stand, or by many rows that agree."""

from __future__ import annotations

import random
from itertools import chain, pairwise

from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.relations import columns
from datawalk.metrics.local.relations.columns import CountColumn


def found(rows: list[list[int]]) -> set[tuple[int, frozenset[int]]]:
    """The sums that are told of the first row: the column of the total, those of its parts."""
    ledger = Ledger()
    every = [CountColumn(f"column {i}") for i in range(len(rows[0]))]
    for r, row in enumerate(rows):
        for column, value in zip(every, row, strict=True):
            column.ids[r] = ledger.add(float(value))
    columns.relate(every, ledger)
    at = {column.ids[0]: i for i, column in enumerate(every)}
    return {
        (
            next(at[i] for i, c in relation.terms if c > 0),
            frozenset(at[i] for i, c in relation.terms if c < 0),
        )
        for relation in ledger.relations
        if relation.low == relation.high and all(i in at for i, _ in relation.terms)
    }


def grades(chance: random.Random) -> list[int]:
    """Girls and boys of seven grades in turn, then both of them, then all."""
    girls = [chance.randint(10, 90) for _ in range(7)]
    boys = [chance.randint(10, 90) for _ in range(7)]
    pairs = chain.from_iterable(zip(girls, boys, strict=True))
    return [*pairs, sum(girls), sum(boys), sum(girls) + sum(boys)]


def test_parts_that_stand_in_turn_are_found_in_one_row() -> None:
    sums = found([grades(random.Random(4))])
    assert (14, frozenset(range(0, 14, 2))) in sums
    assert (15, frozenset(range(1, 14, 2))) in sums
    assert (16, frozenset({14, 15})) in sums


def test_columns_of_one_row_that_stand_apart_make_no_sums_by_chance() -> None:
    chance = random.Random(5)
    row = [chance.randint(10, 60) for _ in range(40)]
    apart = {parts for _, parts in found([row]) if len(parts) < 4 and _gaps(parts) > 4}
    assert apart == set()


def test_columns_that_stand_apart_are_a_sum_where_three_rows_agree() -> None:
    chance = random.Random(6)
    rows = [[chance.randint(10, 1000) for _ in range(20)] for _ in range(3)]
    for row in rows:
        row[9] = row[2] + row[17]
        row[11] = row[0] + row[5] + row[19]
    sums = found(rows)
    assert (9, frozenset({2, 17})) in sums
    assert (11, frozenset({0, 5, 19})) in sums


def _gaps(parts: frozenset[int]) -> int:
    order = sorted(parts)
    return max(after - before for before, after in pairwise(order))
