"""Rows that add up to another down a column: totals and subtotals, named or found by adding up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from datawalk.metrics.local.columns.totals import is_total
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.relations.columns import CountColumn

FEW_ROWS = 12
"""Among so few rows a sum is hardly chance; among more, subtotals must cover most of them."""
COVERED = 0.6
_ALL_OF = re.compile(r"(?:all|whole) (?:of|in) |tod[oa]s? (?:el|la|los|las) ", re.IGNORECASE)
"""Labels of areas that may be totals of those beside them, though a chart shows them as areas."""
OFF, OFF_SHARE = 2.0, 0.005
"""How far a total that does not say so may be off, in people and as a part of it."""
MOST_ROWS = 400
"""Rows among which subtotals are sought by adding up; among more, totals by their names alone."""

Line = Sequence[int]
"""Rows, in order, that differ in one label alone."""
Lines = Sequence[tuple[Line, Sequence[str]]]
"""Lines, each with the words that tell its rows apart."""
Rule = tuple[int, tuple[int, ...]]
"""The row of a total and the rows of its parts."""


def relate(
    columns: Sequence[CountColumn],
    lines: Lines,
    named: Collection[str],
    ledger: Ledger,
) -> None:
    """Note the totals down every column. A rule found in one column holds for the others too."""
    for line, words in lines:
        rules: dict[Rule, bool] = {}
        for column in columns:
            for rule, by_name in _rules(column, line, words, named, ledger):
                rules[rule] = rules.get(rule, False) or by_name
        longest = sorted(rules.items(), key=lambda one: len(one[0][1]), reverse=True)
        for column in columns:
            noted: set[Rule] = set()
            for rule, by_name in longest:
                _note(column, rule, ledger, 2 * ledger.least if by_name else 0, noted)


def lines_of(labels: Sequence[tuple[str, ...]]) -> Iterator[tuple[list[int], list[str]]]:
    """Each line of rows with what tells them apart: all, and those that differ in one label."""
    width = len(labels[0]) if labels else 0
    yield list(range(len(labels))), [next(filter(None, label), "") for label in labels]
    for side in range(width) if width > 1 else ():
        groups: dict[tuple[str, ...], list[int]] = {}
        for row, label in enumerate(labels):
            groups.setdefault((*label[:side], *label[side + 1 :]), []).append(row)
        for rows in groups.values():
            if 2 < len(rows) < len(labels):
                yield rows, [labels[row][side] for row in rows]


def _rules(
    column: CountColumn,
    line: Line,
    words: Sequence[str],
    named: Collection[str],
    ledger: Ledger,
) -> Iterator[tuple[Rule, bool]]:
    """The totals of a line, and whether they are called so."""
    inside = [i for i, row in enumerate(line) if row in column.ids]
    rows = [line[i] for i in inside]
    told = [words[i] for i in inside]
    values = [ledger.counts[column.ids[row]].value for row in rows]
    if len(rows) < 2:
        return
    totals = [i for i, word in enumerate(told) if is_total(word, named) or _ALL_OF.match(word)]
    room = column.slack * len(rows)
    few = len(rows) <= MOST_ROWS
    found = list(_found(values, told, set(totals), room)) if few else []
    silent = {total for total, _ in found} - {*totals}
    # Subtotals that do not say so are no parts of a total beside their own parts.
    for total in totals:
        for parts in _of_total(total, totals, silent, values, room, ledger.least):
            yield (rows[total], tuple(rows[i] for i in parts)), True
    for total, parts in _ends(values, set(totals), room) if few else ():
        yield (rows[total], tuple(rows[i] for i in parts)), True
    for total, parts in found:
        yield (rows[total], tuple(rows[i] for i in parts)), False


def _of_total(
    total: int,
    totals: Sequence[int],
    silent: Collection[int],
    values: Sequence[float],
    room: float,
    least: int,
) -> Iterator[tuple[int, ...]]:
    """What a named total is the sum of: runs of rows that add up to it, else what comes nearest."""
    others = tuple(i for i in range(len(values)) if i not in totals)
    run = _beside(total, totals, len(values))
    rest = tuple(i for i in totals if i != total)
    leaves = tuple(i for i in others if i not in silent)
    likely = [parts for parts in dict.fromkeys((others, leaves, *run, rest)) if parts]
    off = [sum(values[i] for i in parts) - values[total] for parts in likely]
    exact = [p for p, away in zip(likely, off, strict=True) if abs(away) <= room]
    if len(values) <= MOST_ROWS:
        exact += _runs(values, total)
    # Runs that differ by a row of zero are one: the first and longest.
    told = {frozenset(i for i in parts if values[i]): parts for parts in reversed(exact)}
    yield from told.values()
    if not told:
        nearest = min(zip(likely, off, strict=True), key=lambda one: abs(one[1]), default=None)
        if nearest and abs(nearest[1]) <= 2 * least:
            yield nearest[0]


def _beside(total: int, totals: Sequence[int], count: int) -> list[tuple[int, ...]]:
    """The rows before and behind a total, up to the next one."""
    before = [i for i in totals if i < total]
    behind = [i for i in totals if i > total]
    first, last = (before[-1] + 1 if before else 0), (behind[0] if behind else count)
    return [tuple(range(first, total)), tuple(range(total + 1, last))]


def _runs(values: Sequence[float], total: int) -> Iterator[tuple[int, ...]]:
    """Runs of two or more rows that add up to a value exactly; none begins or ends with zero."""
    sums = [0.0, *accumulate(values)]
    seen: dict[float, list[int]] = {}
    for end, upto in enumerate(sums):
        for start in seen.get(upto - values[total], ()):
            outside = not start <= total < end
            if end - start > 1 and outside and values[start] and values[end - 1]:
                yield tuple(range(start, end))
        seen.setdefault(upto, []).append(end)


def _found(
    values: Sequence[float], told: Sequence[str], totals: Collection[int], room: float
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Totals that do not say so: of the rows right before or behind them, or of the rows whose
    labels say more than theirs."""
    count = len(values)
    for step in (1, -1):
        beside = [found for i in range(count) if (found := _next_to(values, i, step, room))]
        covered = {i for total, parts in beside for i in (total, *parts)}
        if count <= FEW_ROWS or len(covered) >= COVERED * (count - len(totals)):
            yield from beside
        yield from _tiles(values, [i for i in range(count) if i not in totals][::step], room)
    yield from _worded(values, told, room)


def _tiles(values: Sequence[float], rows: Sequence[int], room: float) -> Iterator[Rule]:
    """Subtotals, each before its parts, if all of `rows` are such: then also those of one part or
    of zeros are, which alone could be chance."""
    blocks: dict[int, int] = {len(rows): len(rows)}
    """Where rows can be parted into blocks: where each block ends."""
    for start in range(len(rows) - 2, -1, -1):
        added = 0.0
        for end in range(start + 2, len(rows) + 1):
            added += values[rows[end - 1]]
            if added > values[rows[start]] + room:
                break
            if end in blocks and abs(added - values[rows[start]]) <= room:
                blocks[start] = end
    start, found = 0, []
    while start in blocks and start < len(rows):
        found.append((rows[start], tuple(rows[start + 1 : blocks[start]])))
        start = blocks[start]
    if any(_adds_up(values, total, parts, room) for total, parts in found):
        yield from found


def _ends(
    values: Sequence[float], totals: Collection[int], room: float
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The first or last row, where it is about the sum of all others, such as "Boone County"."""
    count = len(values)
    for total in (0, count - 1):
        others = tuple(i for i in range(count) if i != total and i not in totals)
        about = max(room, OFF, values[total] * OFF_SHARE) if count > 3 else room
        if _adds_up(values, total, others, about):
            yield total, others


def _adds_up(values: Sequence[float], total: int, parts: Sequence[int], room: float) -> bool:
    """Whether a value is the sum of parts, of which two at least are more than zero."""
    some = [values[i] for i in parts if values[i]]
    return len(some) > 1 and abs(sum(some) - values[total]) <= room


def _next_to(
    values: Sequence[float], total: int, step: int, room: float
) -> tuple[int, tuple[int, ...]] | None:
    """The rows right behind (1) or before (-1) one that add up to it, if they do."""
    added, some, at = 0.0, 0, total + step
    while 0 <= at < len(values) and added < values[total]:
        added += values[at]
        some += values[at] != 0
        at += step
        if some > 1 and abs(added - values[total]) <= room:
            return total, tuple(range(total + step, at, step))
    return None


def _worded(
    values: Sequence[float], told: Sequence[str], room: float
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Women = "Women under 25" + "Women 25 and older": labels that hold all words of another."""
    for total, parts in _narrower(tuple(told)):
        if _adds_up(values, total, parts, room):
            yield total, parts


@lru_cache(maxsize=64)
def _narrower(told: tuple[str, ...]) -> tuple[Rule, ...]:
    """Each label with those that hold all its words and more; of the same areas once for all."""
    words = [frozenset(re.findall(r"\w+", label.lower())) for label in told]
    holding: dict[str, set[int]] = {}
    for i, own in enumerate(words):
        for word in own:
            holding.setdefault(word, set()).add(i)
    found = []
    for total, own in enumerate(words):
        inside = sorted(set.intersection(*(holding[word] for word in own))) if own else []
        if parts := tuple(i for i in inside if own < words[i]):
            found.append((total, parts))
    return tuple(found)


def _note(column: CountColumn, rule: Rule, ledger: Ledger, room: float, noted: set[Rule]) -> None:
    """Note a total in one column if its parts make it up but for `room`.

    `noted` holds totals with their parts above zero: sums that differ by a zero are one.
    """
    total, parts = rule
    if total not in column.ids or any(part not in column.ids for part in parts):
        return
    counts = ledger.counts
    some = tuple(sorted(p for p in parts if counts[column.ids[p]].value))
    off = counts[column.ids[total]].value - sum(counts[column.ids[p]].value for p in some)
    if (total, some) not in noted and abs(off) <= max(room, column.slack * (1 + len(parts))):
        noted.add((total, some))
        ledger.equal(column.ids[total], [column.ids[p] for p in parts])
