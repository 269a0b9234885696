"""The map of states: a square for each, about where the state lies."""

from __future__ import annotations

from datawalk.metrics.places.places import STATES

ROWS = (
    "AK .  .  .  .  .  .  .  .  .  ME",
    ".  .  .  .  .  .  .  .  .  VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT .",
    "CA UT CO NE MO KY WV VA MD DE .",
    ".  AZ NM KS AR TN NC SC DC .  .",
    ".  .  .  OK LA MS AL GA .  .  .",
    "HI .  .  TX .  .  .  .  FL .  PR",
)
"""Rows from north to south, with a dot where no state is."""


def tiles() -> tuple[tuple[str, str, int, int], ...]:
    """Abbreviation, name, row and column (from 1) of each state, by name."""
    names = {abbreviation: name for name, abbreviation in STATES.values()}
    found = (
        (word, names[word], y, x)
        for y, row in enumerate(ROWS, start=1)
        for x, word in enumerate(row.split(), start=1)
        if word != "."
    )
    return tuple(sorted(found, key=lambda tile: tile[1]))
