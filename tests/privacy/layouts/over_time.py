"""Tables over years: as columns, as rows, as a long list; changes, averages, running sums."""

from __future__ import annotations

from fractions import Fraction

from tests.privacy.layouts.names import GROUPS, THINGS, areas, asked, few, part
from tests.privacy.making import Cell, Count, Making


def _years(m: Making, least: int, most: int) -> list[str]:
    count = m.rng.randint(least, most)
    return [str(year) for year in range(2025 - count, 2025)]


def as_columns(m: Making) -> None:
    """A column for each year, with or without totals below and beside."""
    years = _years(m, 2, 6)
    names = areas(m.rng, 2, 25)
    below, beside = m.rng.random() < 0.6, m.rng.random() < 0.3
    sheet = m.sheet(["area", *years, *(["All years"] if beside else [])])
    for name in names:
        for year in years:
            m.count(f"{name} {year}", few(m.rng))
    rows = list(names)
    if below:
        rows.append("Total")
        sheet.totals = ["Total"]
        for year in years:
            m.sum(f"Total {year}", [f"{name} {year}" for name in names])
    if beside:
        for name in rows:
            m.sum(f"{name} all", [f"{name} {year}" for year in years])
        if below:
            m.adds_up("Total all", [f"{name} all" for name in names])
    for name in rows:
        last = [Count(f"{name} all")] if beside else []
        sheet.row(name, *(Count(f"{name} {year}") for year in years), *last)
    for column in sheet.columns[1:]:
        sheet.describe(column)


def as_rows(m: Making) -> None:
    """A row for each year, with the change since the year before."""
    years = _years(m, 3, 12)
    changes = m.rng.random() < 0.6
    sheet = m.sheet(["year", "cases", *(["change"] if changes else [])])
    for i, year in enumerate(years):
        m.count(year, few(m.rng))
        cells: list[Cell] = [Count(year)]
        if changes:
            cells.append(m.quotient({year: 1, years[i - 1]: -1}) if i else "")
        sheet.row(year, *cells)
    sheet.describe("cases")
    if changes:
        sheet.describe("change", derived="change")
    if m.rng.random() < 0.5:
        sheet.row("Total", Count(m.sum("Total", years)), *([""] if changes else []))
        sheet.totals = ["Total"]


def change(m: Making) -> None:
    """Two years with the change between them, in numbers, percents or both."""
    old, new = "2019", "2024"
    numbers = m.rng.random() < 0.7
    percents = not numbers or m.rng.random() < 0.4
    heads = [*(["change"] if numbers else []), *(["percent change"] if percents else [])]
    sheet = m.sheet(["area", old, new, *heads])
    decimals = m.rng.randint(0, 1)
    for name in areas(m.rng):
        for year in (old, new):
            m.count(f"{name} {year}", few(m.rng))
        more = {f"{name} {new}": 1, f"{name} {old}": -1}
        cells = [m.quotient(more)] if numbers else []
        if percents:
            cells.append(m.quotient(more, {f"{name} {old}": 1}, 100, decimals))
        sheet.row(name, Count(f"{name} {old}"), Count(f"{name} {new}"), *cells)
    for column in (old, new):
        sheet.describe(column)
    for column in heads:
        unit = {"suffix": "%"} if column.startswith("percent") else {}
        sheet.describe(column, derived="change", **unit)


def average(m: Making) -> None:
    """Years with their average."""
    years = _years(m, 2, 5)
    sheet = m.sheet(["area", *years, "average"])
    for name in areas(m.rng):
        mine = [m.count(f"{name} {year}", few(m.rng)) for year in years]
        mean = m.quotient(dict.fromkeys(mine, 1), None, Fraction(1, len(mine)), m.rng.randint(0, 1))
        sheet.row(name, *map(Count, mine), mean)
    for year in years:
        sheet.describe(year)
    sheet.describe("average", derived="average")


def running(m: Making) -> None:
    """New cases of each month, and how many there were so far."""
    months = ["January", "February", "March", "April", "May", "June", "July", "August"]
    months = months[: m.rng.randint(3, 8)]
    told = m.rng.random() < 0.7
    sheet = m.sheet(["month", *(["new"] if told else []), "so far"])
    before = ""
    for month in months:
        new = m.count(f"new {month}", few(m.rng))
        m.sum(f"so far {month}", [new, *([before] if before else [])])
        before = f"so far {month}"
        sheet.row(month, *([Count(new)] if told else []), Count(before))
    for column in sheet.columns[1:]:
        sheet.describe(column)


def long(m: Making) -> None:
    """A row for each number: area, group, year, measure, value, and what it is out of."""
    groups = [*m.rng.sample(GROUPS, m.rng.randint(2, 3)), "All"]
    years = _years(m, 1, 2)
    style = m.rng.choice(["counts", "shares", "both"])
    more = {"counts": [], "shares": ["of"], "both": ["count", "of"]}[style]
    sheet = m.sheet(["area", "group", "year", "measure", "value", *more])
    for name in areas(m.rng, 2, 4):
        for year in years:
            _entered(m, f"{name} {year}", groups)
            for group in groups:
                yes, whole = (f"{kind} {name} {year} {group}" for kind in ("yes", "asked"))
                head = (name, group, year, "Feel safe")
                if style == "counts":
                    sheet.row(*head, Count(yes))
                    continue
                share = m.quotient({yes: 1}, {whole: 1}, 100, 1)
                sheet.row(*head, share, *([Count(yes)] if style == "both" else []), Count(whole))
    sheet.totals = ["All"]
    said = {"counts": {}, "shares": {"of": "of"}, "both": {"count": "count", "of": "of"}}[style]
    sheet.describe("Feel safe", **said, **({"suffix": "%"} if said else {}))


def _entered(m: Making, where: str, groups: list[str]) -> None:
    """How many of each group were asked, and said yes; the last group is all of them."""
    for group in groups[:-1]:
        whole = m.count(f"asked {where} {group}", asked(m.rng))
        m.at_most(m.count(f"yes {where} {group}", part(m.rng, m.counts[whole])), whole)
    for kind in ("asked", "yes"):
        m.sum(f"{kind} {where} {groups[-1]}", [f"{kind} {where} {g}" for g in groups[:-1]])


def measures_in_rows(m: Making) -> None:
    """A long list of several things for each area, the total among the areas."""
    things = m.rng.sample(THINGS, m.rng.randint(2, 4))
    names = areas(m.rng, 2, 8)
    sheet = m.sheet(["area", "measure", "year", "value"])
    for thing in things:
        for name in names:
            sheet.row(name, thing, "2024", Count(m.count(f"{thing} {name}", few(m.rng))))
        whole = m.sum(f"{thing} all", [f"{thing} {name}" for name in names])
        sheet.row("Total", thing, "2024", Count(whole))
        sheet.describe(thing)
    sheet.totals = ["Total"]
