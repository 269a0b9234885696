"""Counts as people write them: with marks, bounds, ranges, odd digits."""

from __future__ import annotations

from tests.privacy.layouts.names import TOTALS, areas, few, part
from tests.privacy.making import Count, Making

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def odd_cells(m: Making) -> None:
    """A column of counts where a few cells hold more than plain digits."""
    things = m.rng.sample(["cases", "visits", "clients"], m.rng.randint(1, 3))
    sheet = m.sheet(["area", *things])
    names = areas(m.rng, 3, 30)
    for name in names:
        cells = []
        for thing in things:
            key = m.count(f"{thing} {name}", few(m.rng))
            cells.append(Count(key, _written(m, m.counts[key]) if m.rng.random() < 0.25 else ""))
        sheet.row(name, *cells)
    for thing in things:
        sheet.describe(thing)
    if m.rng.random() < 0.5:
        wholes = (m.sum(f"{thing} all", [f"{thing} {n}" for n in names]) for thing in things)
        called = m.rng.choice(TOTALS)
        sheet.row(called, *map(Count, wholes))
        sheet.totals = [called]


def _written(m: Making, value: int) -> str:
    """A count with something about it."""
    marked = [f"{value}{mark}" for mark in ("*", "†", " a", "[1]", "²", " (p)", "\u200b", "\u00a0")]
    marked += [f"~{value}", f"about {value}", f"{value:,}", str(value).translate(_WIDE)]
    if value < 10:
        marked += ["<10", "1-9" if value else "<10", "fewer than 10"]
    if value <= 5:
        marked += ["≤5", "<=5", "0 to 5"]
    return m.rng.choice(marked)


def with_words(m: Making) -> None:
    """A column of counts where some cells say why there is none."""
    sheet = m.sheet(["area", "cases", "asked"])
    word = m.rng.choice(["not asked", "n/a", "--", "closed", "unknown", "*", "", "(X)"])
    for name in areas(m.rng, 3, 20):
        whole = m.count(f"asked {name}", few(m.rng) + 20)
        cases = m.count(f"cases {name}", part(m.rng, m.counts[whole]))
        m.at_most(cases, whole)
        sheet.row(name, word if m.rng.random() < 0.2 else Count(cases), Count(whole))
    sheet.describe("cases")
    sheet.describe("asked")
