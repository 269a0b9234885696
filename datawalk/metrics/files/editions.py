"""Which edition a file is of: told by its columns, its grades and its years, never its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from datawalk.metrics.files.columns import (
    FIRST,
    MAY_2025,
    OLDER,
    SEP_2024,
    claimed_twice,
    draft,
    metric_of,
    newer,
    rank,
    strangers,
    unknown,
    votes,
)
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.rawcsv import RawCsv
from datawalk.problems import Problem, refuse

_WORDED, _NUMBERED = frozenset({SEP_2024, MAY_2025}), frozenset({FIRST, OLDER})
"""Editions that grade in words (Strong), and in numbers (1)."""
_WORDS = re.compile(rb"[,\"](Strong|Marginal|Weak)[,\"\r\n]")
LAST_YEAR = MappingProxyType({FIRST: 2021, OLDER: 2022, SEP_2024: 2022, MAY_2025: 2023})
"""The newest year of each edition: a file with later ones is of another."""
_NAMED = 5
"""Columns that a warning names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition of a file, how it was told where the columns leave a choice, and the columns
    that are of another edition: with any, it is a draft.
    """

    name: str
    told_by: str = ""
    others: tuple[str, ...] = ()


def edition_of(raw: RawCsv, newest: int) -> Edition:
    """The edition of a file whose newest year is `newest` (0: it names no years).

    It is that which has most of the columns, of two the newer. Raises Problems for a file in
    which two columns hold one metric.
    """
    _refuse_twice(raw)
    possible = frozenset(edition for edition, last in LAST_YEAR.items() if newest <= last)
    if not possible:
        # Bounds may come and go between editions; a name that a metric lost does not come back.
        lost = tuple(filter(metric_of, strangers(raw.header, MAY_2025)))
        return _draft_with(newer(newest), lost)
    counted = votes(raw.header)
    most = max(counted[edition] for edition in possible)
    leading = frozenset(edition for edition in possible if counted[edition] == most)
    newest_of_them = max(leading, key=rank)
    if others := strangers(raw.header, newest_of_them):
        return _draft_with(newest_of_them, others)
    return _chosen(raw, leading, newest)


def _draft_with(name: str, others: tuple[str, ...]) -> Edition:
    """The edition, as a draft where it has columns of others."""
    return Edition(draft(name) if others else name, others=others)


def _chosen(raw: RawCsv, possible: frozenset[str], newest: int) -> Edition:
    """One of the editions that have all columns."""
    fitting = (possible & _by_grades(raw, dated=newest > 0)) or possible
    if len(fitting) == 1:
        return Edition(next(iter(fitting)))
    if fitting == _WORDED:
        told = f"the columns fit two editions, and its newest year is {newest}"
        return Edition(SEP_2024, told)
    return Edition(max(fitting, key=rank), "its columns are those of several editions")


def _by_grades(raw: RawCsv, *, dated: bool) -> frozenset[str]:
    """The editions that write grades as the file does; without any, those that name years."""
    if _WORDS.search(raw.data):
        return _WORDED
    graded = any(name.endswith("_quality") for name in raw.header)
    return _NUMBERED if graded or not dated else _WORDED


def warnings(raw: RawCsv, edition: Edition, newest: int) -> Iterator[Problem]:
    """What a person should know about how the edition was told, and columns that none has."""
    if strange := unknown(raw.header):
        yield Problem(
            f"Columns that datawalk does not know, and leaves out: {_listed(strange)}.",
            at=raw.at(1),
            severity="warning",
        )
    if newest > LAST_YEAR[MAY_2025]:
        yield Problem(
            f"{raw.name} has years after {LAST_YEAR[MAY_2025]}: its edition is newer than those "
            "that datawalk knows.",
            "Look whether its metrics still mean the same before you print them.",
            raw.at(1),
            "warning",
        )
    if edition.others:
        yield Problem(
            f"{raw.name} has columns of several editions. Most are of one; of another are: "
            f"{_listed(edition.others)}. It is taken for a {edition.name}, and no trend joins it.",
            "Use the files as they were published.",
            raw.at(1),
            "warning",
        )
    if edition.told_by:
        yield Problem(
            f"{raw.name} is taken for the edition of {edition.name}: {edition.told_by}.",
            at=raw.at(1),
            severity="warning",
        )


def _listed(columns: Sequence[str]) -> str:
    more = len(columns) - _NAMED
    return ", ".join(columns[:_NAMED]) + (f", and {more} more" if more > 0 else "")


def _refuse_twice(raw: RawCsv) -> None:
    for metric, names in claimed_twice(raw.header).items():
        raise refuse(
            f"{raw.name} has more than one column for {metric}: {', '.join(names)}.",
            "Keep one of them: figures of two editions cannot be compared.",
            raw.at(1),
        )


def older_last(files: Sequence[MetricsFile]) -> Iterator[Problem]:
    """Warns where a file of an older edition comes last, so that its figures are the ones used."""
    for i, last in enumerate(files):
        for before in files[:i]:
            shared = before.figures.keys() & last.figures.keys()
            alike = before.level == last.level and before.kinds == last.kinds
            if shared and alike and rank(last.edition) < rank(before.edition):
                yield Problem(
                    f"{last.name} ({last.edition}) comes after {before.name} ({before.edition}): "
                    "where both have a figure, the older one is used.",
                    "Put the newer file last under data:, or leave the older one out.",
                    severity="warning",
                )
