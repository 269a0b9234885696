"""Which edition a file is of: told by its columns, its grades and its years, never its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from datawalk.metrics.columns import (
    FIRST,
    MAY_2025,
    NEWER,
    OLDER,
    ORDER,
    SEP_2024,
    marks,
    possible_editions,
)
from datawalk.metrics.rawcsv import RawCsv
from datawalk.problems import Problem, Problems, refuse

_WORDED, _NUMBERED = frozenset({SEP_2024, MAY_2025}), frozenset({FIRST, OLDER})
"""Editions that grade in words (Strong), and in numbers (1)."""
_WORDS = re.compile(rb"[,\"](Strong|Marginal|Weak)[,\"\r\n]")
LAST_YEAR = {SEP_2024: 2022, MAY_2025: 2023}
"""The newest year of the two editions that share most of their columns."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition of a file, and how it was told where the columns leave a choice."""

    name: str
    told_by: str = ""


def edition_of(raw: RawCsv, newest: int) -> Edition:
    """The edition of a file whose newest year is `newest` (0: it names no years).

    Raises Problems for a file that mixes the columns of two editions.
    """
    possible = possible_editions(raw.header)
    if not possible:
        raise _mixed(raw)
    if newest > LAST_YEAR[MAY_2025]:
        return Edition(NEWER)
    fitting = (possible & _by_grades(raw, dated=newest > 0)) or possible
    if len(fitting) == 1:
        return Edition(next(iter(fitting)))
    if fitting == _WORDED and newest > LAST_YEAR[SEP_2024]:
        return Edition(MAY_2025)
    if fitting == _WORDED:
        told = f"the columns fit two editions, and its newest year is {newest}"
        return Edition(SEP_2024, told)
    return Edition(max(fitting, key=ORDER.index), "its columns are those of several editions")


def _by_grades(raw: RawCsv, *, dated: bool) -> frozenset[str]:
    """The editions that write grades as the file does; without any, those that name years."""
    if _WORDS.search(raw.data):
        return _WORDED
    graded = any(name.endswith("_quality") for name in raw.header)
    return _NUMBERED if graded or not dated else _WORDED


def warning(raw: RawCsv, edition: Edition) -> Problem | None:
    """What a person should know about how the edition was told."""
    if edition.name == NEWER:
        return Problem(
            f"{raw.name} has years after {LAST_YEAR[MAY_2025]}: its edition is newer than those "
            "that datawalk knows.",
            "Look whether its metrics still mean the same before you print them.",
            raw.at(1),
            "warning",
        )
    if edition.told_by:
        return Problem(
            f"{raw.name} is taken for the edition of {edition.name}: {edition.told_by}.",
            at=raw.at(1),
            severity="warning",
        )
    return None


def _mixed(raw: RawCsv) -> Problems:
    named = {edition: marks(raw.header, edition) for edition in ORDER[:-1]}
    listed = " and ".join(list(dict.fromkeys(name for name in named.values() if name))[:2])
    return refuse(
        f"{raw.name} mixes columns of several editions, such as {listed}.",
        "Figures of two editions cannot be compared: use the files as they were published.",
        raw.at(1),
    )
