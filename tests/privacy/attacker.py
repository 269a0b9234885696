"""A reader with a solver: what can every count be that was not printed, given all that was?

Knows nothing of the code that hides. Only the print, and what the headings of a table say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import highspy

from tests.privacy.case import Case, Place, Quotient, Relation, Terms, total
from tests.privacy.print import Print

LEAST = 10
MOST = 10_000_000
"""Nobody counts more people in a community."""
FAR = 30
"""How far from the truth a count is tried; what lies beyond tells nothing more."""
_NUMBER = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?")
_UNDER = re.compile(r"(?:<|fewer than )(\d+)$")
_UP_TO = re.compile(r"(?:≤|<=)(\d+)$")
_RANGE = re.compile(r"(\d+)(?:-| to )(\d+)$")


@dataclass(frozen=True)
class Leak:
    """A count that can be worked out: between which numbers it must lie, and from what.

    `how` is printed, exact or narrow.
    """

    key: str
    value: int
    how: str
    least: int
    greatest: int
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The leaks of a case, and those of sums that nobody wrote down. `widths` go to 2 x FAR."""

    leaks: tuple[Leak, ...]
    complements: tuple[Leak, ...]
    widths: tuple[int, ...]
    unsolved: int = 0


def attacked(case: Case, made: Print) -> Verdict:
    """Everything that a reader of the print can work out about counts from 1 to 9."""
    known = _printed_counts(case, made)
    solver = _Solver(case.counts, known, tuple(facts(case, made)))
    leaks, widths, complements = [], [], []
    for key in case.small(LEAST):
        if key in known:
            leaks.append(Leak(key, case.counts[key], "printed", known[key], known[key]))
            continue
        low, high = solver.bounds({key: 1})
        widths.append(high - low)
        if high - low < LEAST:
            leaks.append(_leak(solver, key, {key: 1}, low, high))
    for name, terms in case.complements.items():
        if 0 < total(terms, case.counts) < LEAST:
            low, high = solver.bounds(terms)
            if high - low < LEAST:
                complements.append(_leak(solver, name, terms, low, high))
    return Verdict(tuple(leaks), tuple(complements), tuple(widths), solver.unsolved)


def _leak(solver: _Solver, name: str, terms: Terms, low: int, high: int) -> Leak:
    how = "exact" if low == high else "narrow"
    value = total(terms, solver.counts)
    return Leak(name, value, how, low, high, solver.reasons(terms))


def _printed_counts(case: Case, made: Print) -> dict[str, int]:
    """The counts that stand on the sheet, however they are written."""
    return {
        key: case.counts[key]
        for place, key in case.shown.items()
        if any(_bounds(text) is None for text in made.lines(place))
    }


def _bounds(text: str) -> tuple[int, int] | None:
    """From where to where a cell says that its count lies; None for a number."""
    if match := _UNDER.match(text):
        return 0, int(match[1]) - 1
    if match := _UP_TO.match(text):
        return 0, int(match[1])
    if match := _RANGE.match(text):
        return int(match[1]), int(match[2])
    return None


def facts(case: Case, made: Print) -> Iterable[Relation]:
    """All relations among counts that the print lets a reader know."""
    for relation in case.relations:
        if all(carrier in made.texts for carrier in relation.carriers):
            yield relation
    for place, text in made.told:
        if of := made.joined.get(place) or case.derived.get(place):
            yield from _rounded(case, place, text, of)
        elif place in case.shown and (bounds := _bounds(text)):
            key = case.shown[place]
            yield Relation({key: 1}, *bounds, f'{key} is printed as "{text}"')


def _rounded(case: Case, place: Place, text: str, of: Quotient) -> Iterable[Relation]:
    """What a printed quotient says: it lies within half a unit of its last digit."""
    true = of.value(case.counts)
    assert true is not None
    value, half, scale = _number(text, of, true)
    why = f'"{text}" is printed in {place.file}, row {place.row + 1}, {place.column}'
    whole = of.bottom or {}
    for end, side in ((value - half, 1), (value + half, -1)):
        # side x (scale x top - end x bottom) >= 0, in whole numbers
        unit = lcm(scale.denominator, end.denominator)
        terms: dict[str, int] = {}
        for key, times in of.top.items():
            terms[key] = terms.get(key, 0) + side * times * int(scale * unit)
        for key, times in whole.items():
            terms[key] = terms.get(key, 0) - side * times * int(end * unit)
        yield Relation(terms, 0 if whole else side * int(end * unit), None, why)


def _number(text: str, of: Quotient, true: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """The printed number, half its last digit, and the scale in which it is written.

    A share of the file may be printed as a percent. Raises AssertionError for a wrong number.
    """
    match = _NUMBER.search(unicodedata.normalize("NFKC", text))
    assert match, text
    digits = match[0].replace(",", "").replace("−", "-")
    value = Fraction(digits)
    half = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    for factor in (Fraction(1), Fraction(100), Fraction(1, 100)):
        if abs(true * factor - value) <= half:
            return value, half, of.scale * factor
    raise AssertionError(f'"{text}" is printed for {float(true)}')


class _Solver:
    """Least and greatest values of sums of unprinted counts, in whole numbers."""

    def __init__(
        self, counts: Mapping[str, int], known: Mapping[str, int], relations: tuple[Relation, ...]
    ) -> None:
        self.counts = counts
        self.known = known
        self.relations = tuple(r for r in relations if any(key not in known for key in r.terms))
        for relation in self.relations:
            assert _holds(relation, counts), relation
        self.unsolved = 0
        # Fillings that are possible, found on the way; the truth is one.
        self.fillings: list[dict[str, int]] = []

    def bounds(self, terms: Terms) -> tuple[int, int]:
        """The least and greatest value, as far as FAR from the truth."""
        low = high = total(terms, self.counts)
        for filling in self.fillings:
            value = total(terms, {**self.counts, **filling})
            low, high = min(low, value), max(high, value)
        if high - low >= LEAST:
            return low, high
        if all(key in self.known for key in terms):
            return low, high
        inside = self._tied(terms)
        high = max(high, self._best(terms, inside, 1, keep=True))
        low = min(low, self._best(terms, inside, -1, keep=True))
        return low, high

    def reasons(self, terms: Terms) -> tuple[str, ...]:
        """As few facts as tell just as much: none of them can be spared."""
        inside = self._tied(terms)
        needed = list(inside)
        if inside and len(inside) <= 60:
            for relation in inside:
                rest = tuple(r for r in needed if r is not relation)
                width = self._best(terms, rest, 1) - self._best(terms, rest, -1)
                if width < LEAST:
                    needed = list(rest)
        keys = {key for relation in needed for key in relation.terms}
        told = [f"{key} = {self.known[key]} is printed" for key in sorted(keys & set(self.known))]
        return (*dict.fromkeys(relation.why for relation in needed), *told)

    def _tied(self, terms: Terms) -> tuple[Relation, ...]:
        """The relations that reach a sum, directly or by way of other unprinted counts."""
        reached = {key for key in terms if key not in self.known}
        rest, found = list(self.relations), []
        while near := [r for r in rest if not reached.isdisjoint(r.terms)]:
            found += near
            rest = [r for r in rest if r not in near]
            reached |= {key for r in near for key in r.terms if key not in self.known}
        return tuple(found)

    def _best(
        self, terms: Terms, relations: tuple[Relation, ...], sign: int, *, keep: bool = False
    ) -> int:
        """The greatest (sign 1) or least (-1) value of a sum that the relations allow."""
        free = {key for key in terms if key not in self.known}
        free |= {key for r in relations for key in r.terms if key not in self.known}
        at = {key: i for i, key in enumerate(sorted(free))}
        model = _model(at, relations, self.known)
        truth = total(terms, self.counts)
        _row(model, at, terms, truth - FAR, truth + FAR, self.known)
        for key, times in terms.items():
            if key in at:
                model.changeColCost(at[key], float(-sign * times))
        model.run()
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            self.unsolved += 1
            return truth + sign * FAR
        values = model.getSolution().col_value
        filling = {key: round(values[i]) for key, i in at.items()}
        whole = {**self.counts, **filling}
        if not all(_holds(relation, whole) for relation in relations):
            self.unsolved += 1
            return truth + sign * FAR
        if keep:
            self.fillings.append(filling)
        return total(terms, whole)


def _model(at: Mapping[str, int], relations: Iterable[Relation], known: Mapping[str, int]) -> Any:
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("time_limit", 10.0)
    model.setOptionValue("threads", 1)
    for i in at.values():
        model.addVar(0.0, float(MOST))
        model.changeColIntegrality(i, highspy.HighsVarType.kInteger)
    for r in relations:
        _row(model, at, r.terms, r.low, r.high, known)
    return model


def _row(
    model: Any,
    at: Mapping[str, int],
    terms: Terms,
    low: int | None,
    high: int | None,
    known: Mapping[str, int],
) -> None:
    """One relation, with what is printed brought to its other side."""
    fixed = sum(times * known[key] for key, times in terms.items() if key in known)
    inside = {at[key]: float(times) for key, times in terms.items() if key not in known}
    infinite = highspy.kHighsInf
    model.addRow(
        -infinite if low is None else float(low - fixed),
        infinite if high is None else float(high - fixed),
        len(inside),
        list(inside),
        list(inside.values()),
    )


def _holds(relation: Relation, counts: Mapping[str, int]) -> bool:
    value = total(relation.terms, counts)
    return (relation.low is None or value >= relation.low) and (
        relation.high is None or value <= relation.high
    )
