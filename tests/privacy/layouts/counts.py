"""Tables of counts alone: areas, groups, subtotals, steps."""

from __future__ import annotations

import itertools
from fractions import Fraction

from tests.privacy.layouts.names import AGES, GROUPS, THINGS, TOTALS, areas, few, part
from tests.privacy.making import Cell, Count, Figure, Making


def by_area(m: Making) -> None:
    """A row for each area, up to nine things that have nothing to do with each other."""
    things = m.rng.sample(THINGS, m.rng.randint(1, 8))
    more = ["buses"] if m.rng.random() < 0.4 else []
    sheet = m.sheet(["area", *things, *more], block=False)
    m.show(kind="table", file="t.csv", columns=["area", *sheet.columns[1:][-7:]])
    for name in areas(m.rng):
        cells = [Count(m.count(f"{thing} {name}", few(m.rng))) for thing in things]
        sheet.row(name, *cells, *(Figure(str(m.rng.randint(1, 40))) for _ in more))
    for thing in things:
        sheet.describe(thing)
    for name in more:
        sheet.describe(name, people=False)


def with_total(m: Making) -> None:
    """The same with a row of totals, below or above."""
    things = m.rng.sample(THINGS, m.rng.randint(1, 4))
    sheet = m.sheet(["area", *things])
    names = areas(m.rng)
    for thing in things:
        for name in names:
            m.count(f"{thing} {name}", few(m.rng))
        m.sum(f"{thing} total", [f"{thing} {name}" for name in names])
        sheet.describe(thing)
    called = m.rng.choice(TOTALS)
    total = (called, *(Count(f"{thing} total") for thing in things))
    above = m.rng.random() < 0.3
    if above:
        sheet.row(*total)
    for name in names:
        sheet.row(name, *(Count(f"{thing} {name}") for thing in things))
    if not above:
        sheet.row(*total)
    sheet.totals = [called]


def totals_off(m: Making) -> None:
    """A total that misses what its parts add up to by one or two."""
    sheet = m.sheet(["area", "people"])
    names = areas(m.rng)
    for name in names:
        sheet.row(name, Count(m.count(name, few(m.rng))))
    called = m.rng.choice(TOTALS)
    sheet.row(called, Count(m.sum(called, names, off=m.rng.choice([-2, -1, 1, 2]))))
    sheet.totals = [called]
    sheet.describe("people")


def subtotals(m: Making) -> None:
    """Sides of a town with their streets, the sum above or below, with a word for it or none."""
    sheet = m.sheet(["area", "cases"])
    above, grand = m.rng.random() < 0.6, m.rng.random() < 0.5
    word = m.rng.choice(["{}", "{} total", "{}side", "Total {}", "All of {}"])
    streets = areas(m.rng, 4, 24)
    sides = m.rng.sample(["Upper town", "Lower town", "Old quarter", "New quarter"], 2)
    if len(streets) > 7:
        sides.append("Outskirts")
    for i, side in enumerate(sides):
        called = word.format(side)
        mine = streets[i :: len(sides)]
        for street in mine:
            m.count(street, few(m.rng))
        m.sum(called, mine)
        order = [called, *mine] if above else [*mine, called]
        for name in order:
            sheet.row(name, Count(name))
        sheet.totals.append(called)
    if grand:
        sheet.row("Total", Count(m.sum("Total", sheet.totals)))
        sheet.totals = [*sheet.totals, "Total"]
    sheet.describe("cases")


def two_groupings(m: Making) -> None:
    """Everyone, then women and men, then ages, in one column."""
    things = m.rng.sample(THINGS, m.rng.randint(1, 3))
    sheet = m.sheet(["group", *things])
    ages = ["Under 25", "25 and older"] if m.rng.random() < 0.5 else list(AGES[1:5])
    sexes = ["Women", "Men"]
    everyone = m.rng.choice(["Everyone", "All", "Total", "All residents"])
    for thing in things:
        for age in ages:
            m.count(f"{thing} {age}", few(m.rng))
        m.sum(f"{thing} {everyone}", [f"{thing} {age}" for age in ages])
        whole = m.counts[f"{thing} {everyone}"]
        men = m.count(f"{thing} Men", part(m.rng, whole))
        m.count(f"{thing} Women", whole - m.counts[men])
        m.adds_up(f"{thing} {everyone}", [f"{thing} {sex}" for sex in sexes])
        sheet.describe(thing)
    for name in (everyone, *sexes, *ages):
        sheet.row(name, *(Count(f"{thing} {name}") for thing in things))
    sheet.totals = [everyone]


def men_women(m: Making) -> None:
    """Men, women and their total side by side, with or without a row of totals."""
    columns = m.rng.choice([("men", "women", "Total"), ("total", "female", "male")])
    whole = next(c for c in columns if c.lower() == "total")
    parts = [c for c in columns if c != whole]
    sheet = m.sheet(["area", *columns])
    names = areas(m.rng, 2, 25)
    for name in names:
        for column in parts:
            m.count(f"{column} {name}", few(m.rng))
        m.sum(f"{whole} {name}", [f"{column} {name}" for column in parts])
        sheet.row(name, *(Count(f"{column} {name}") for column in columns))
    for column in columns:
        sheet.describe(column)
    if m.rng.random() < 0.6:
        for column in columns:
            m.sum(f"{column} all", [f"{column} {name}" for name in names])
        m.adds_up(f"{whole} all", [f"{column} all" for column in parts])
        sheet.row("Total", *(Count(f"{column} all") for column in columns))
        sheet.totals = ["Total"]


def two_way(m: Making) -> None:
    """Groups by ages, with both margins."""
    groups = m.rng.sample(GROUPS, m.rng.randint(2, 6))
    ages = list(AGES[: m.rng.randint(2, 6)])
    sheet = m.sheet(["group", *ages, "All ages"])
    for group in groups:
        for age in ages:
            m.count(f"{group} {age}", few(m.rng))
        m.sum(f"{group} All ages", [f"{group} {age}" for age in ages])
    for age in (*ages, "All ages"):
        m.sum(f"All {age}", [f"{group} {age}" for group in groups])
        sheet.describe(age)
    m.adds_up("All All ages", [f"All {age}" for age in ages])
    for group in (*groups, "All"):
        sheet.row(group, *(Count(f"{group} {age}") for age in (*ages, "All ages")))
    sheet.totals = ["All"]


def ranks(m: Making) -> None:
    """Cases and the rank of each area, most first."""
    sheet = m.sheet(["area", "cases", "rank"])
    names = areas(m.rng)
    values = {name: m.counts[m.count(name, few(m.rng))] for name in names}
    places = {}
    for name in names:
        rank = 1 + sum(value > values[name] for value in values.values())
        sheet.row(name, Count(name), Figure(str(rank)))
        places[name] = sheet.place("rank")
    order = sorted(names, key=lambda name: -values[name])
    for more, fewer in itertools.combinations(order, 2):
        same = values[more] == values[fewer]
        m.relate(
            {more: 1, fewer: -1},
            0 if same else 1,
            0 if same else None,
            f"{more} ranks {'with' if same else 'before'} {fewer}",
            (places[more], places[fewer]),
        )
    sheet.describe("cases")
    sheet.describe("rank", derived="rank")


def of_whom(m: Making) -> None:
    """Clients, how many of them are children, and how many of these are under five."""
    columns = ["clients", "children", "under 5"][: m.rng.randint(2, 3)]
    sheet = m.sheet(["area", *columns])
    for name in areas(m.rng):
        left = few(m.rng)
        for before, column in zip(["", *columns], columns, strict=False):
            m.count(f"{column} {name}", left)
            left = part(m.rng, left)
            if before:
                m.at_most(f"{column} {name}", f"{before} {name}")
                m.complement(f"{before} {name}", f"{column} {name}")
        sheet.row(name, *(Count(f"{column} {name}") for column in columns))
    for column in columns:
        sheet.describe(column)


def summary_rows(m: Making) -> None:
    """Below the areas stand their average, and the least and the most of any."""
    sheet = m.sheet(["area", "cases"])
    names = areas(m.rng, 3, 30)
    for name in names:
        sheet.row(name, Count(m.count(name, few(m.rng))))
    mean = m.quotient(dict.fromkeys(names, 1), None, Fraction(1, len(names)), m.rng.randint(0, 1))
    least, most = (pick(names, key=m.counts.__getitem__) for pick in (min, max))
    rows: list[tuple[str, Cell]] = [("Average", mean)]
    if m.rng.random() < 0.4:
        # Which area has the least nobody says, but a small count stands there.
        rows += [("Lowest", Count(least)), ("Highest", Count(most))]
    for called, cell in rows:
        sheet.row(called, cell)
        seen = (sheet.place("cases"),)
        for name in names:
            if called == "Lowest" and name != least:
                m.relate({name: 1, least: -1}, 0, None, f"{least} is the lowest", seen)
            if called == "Highest" and name != most:
                m.relate({most: 1, name: -1}, 0, None, f"{most} is the highest", seen)
    if m.rng.random() < 0.3:
        sheet.row("Total", Count(m.sum("Total", names)))
        sheet.totals = ["Total"]
    sheet.describe("cases")


def steps(m: Making) -> None:
    """A program that people leave: each step is a part of the one before."""
    names = ["Started", "Stayed a month", "Finished", "Found a job", "Kept it a year"]
    names = names[: m.rng.randint(3, 5)]
    sheet = m.sheet(["step", "people"])
    left = few(m.rng) + 20
    for name in names:
        sheet.row(name, Count(m.count(name, left)))
        left = left - min(left, m.rng.choice([m.rng.randint(0, 9), part(m.rng, left)]))
    for before, after in itertools.pairwise(names):
        m.at_most(after, before)
        m.complement(before, after)
    sheet.describe("people")
