"""Tables with shares and rates of counts that stand beside them, or nowhere."""

from __future__ import annotations

from math import ceil, floor, sqrt
from typing import Any

from tests.privacy.layouts.names import AGES, GROUPS, areas, asked, few, part, people
from tests.privacy.making import Cell, Count, Derived, Figure, Making, Sheet

PERCENTS: tuple[dict[str, Any], ...] = (
    {"scale": 100, "decimals": 0},
    {"scale": 100, "decimals": 1},
    {"scale": 100, "decimals": 0, "suffix": "%"},
    {"scale": 100, "decimals": 1, "suffix": "%"},
    {"scale": 1, "decimals": 2},
    {"scale": 1, "decimals": 3},
)
"""How people write shares."""


def _surveyed(m: Making, name: str) -> tuple[str, str]:
    """How many were asked in a place, and how many said yes."""
    whole = m.count(f"asked {name}", asked(m.rng))
    yes = m.count(f"yes {name}", part(m.rng, m.counts[whole]))
    m.at_most(yes, whole)
    return whole, yes


def _share_described(sheet: Sheet, column: str, style: dict[str, Any], **said: Any) -> None:
    """A percent has its sign from the description; a fraction says that it is one of 1."""
    if style["scale"] == 1:
        sheet.describe(column, per=1, **said)
    else:
        sheet.describe(column, **({} if "suffix" in style else {"suffix": "%"}), **said)


def yes_no(m: Making) -> None:
    """Asked, yes and no side by side."""
    columns = ["asked", "yes", "no"]
    m.rng.shuffle(columns)
    sheet = m.sheet(["area", *columns])
    for name in areas(m.rng):
        whole, yes = _surveyed(m, name)
        no = m.count(f"no {name}", m.counts[whole] - m.counts[yes])
        m.adds_up(whole, [yes, no])
        sheet.row(name, *(Count(f"{column} {name}") for column in columns))
    for column in columns:
        sheet.describe(column)


def yes_share(m: Making) -> None:
    """Asked, yes, and the share who said yes."""
    style = m.rng.choice(PERCENTS)
    sheet = m.sheet(["area", "asked", "yes", "share"])
    for name in areas(m.rng):
        whole, yes = _surveyed(m, name)
        sheet.row(name, Count(whole), Count(yes), m.quotient({yes: 1}, {whole: 1}, **style))
        m.complement(whole, yes)
    sheet.describe("asked")
    sheet.describe("yes")
    _share_described(sheet, "share", style, count="yes", of="asked")


def percents_only(m: Making) -> None:
    """The shares of yes and no with how many were asked: the counts stand nowhere."""
    style = m.rng.choice(PERCENTS)
    sheet = m.sheet(["area", "asked", "safe", "unsafe"])
    for name in areas(m.rng):
        whole, yes = _surveyed(m, name)
        no = m.count(f"no {name}", m.counts[whole] - m.counts[yes])
        m.adds_up(whole, [yes, no])
        shares = (m.quotient({key: 1}, {whole: 1}, **style) for key in (yes, no))
        sheet.row(name, Count(whole), *shares)
    sheet.describe("asked")
    for column in ("safe", "unsafe"):
        _share_described(sheet, column, style, of="asked")


def per_many(m: Making) -> None:
    """Cases per 1,000, 10,000 or 100,000 people, with or without the cases themselves."""
    base = m.rng.choice([1000, 1000, 10_000, 100_000])
    decimals, told = m.rng.randint(0, 2), m.rng.random() < 0.6
    rate = m.rng.choice(["rate", f"rate_per_{base}", f"per {base:,}"])
    sheet = m.sheet(["area", *(["cases"] if told else []), "population", rate])
    for name in areas(m.rng):
        whole = m.count(f"people {name}", people(m.rng))
        cases = m.count(f"cases {name}", min(few(m.rng), m.counts[whole]))
        m.at_most(cases, whole)
        cell = m.quotient({cases: 1}, {whole: 1}, scale=base, decimals=decimals)
        sheet.row(name, *([Count(cases)] if told else []), Count(whole), cell)
    sheet.describe("population")
    if told:
        sheet.describe("cases")
    sheet.describe(rate, per=base, of="population", **({"count": "cases"} if told else {}))


def of_total(m: Making) -> None:
    """What share of all each group is, with or without the row of all."""
    style = m.rng.choice(PERCENTS)
    sheet = m.sheet(["group", "people", "percent"])
    groups = list(AGES if m.rng.random() < 0.5 else GROUPS)[: m.rng.randint(2, 6)]
    for group in groups:
        m.count(group, few(m.rng))
    whole = m.sum("Total", groups)
    shown = [*groups, "Total"] if m.rng.random() < 0.6 else groups
    for group in shown:
        sheet.row(group, Count(group), m.quotient({group: 1}, {whole: 1}, **style))
    sheet.totals = shown[len(groups) :]
    sheet.describe("people")
    _share_described(sheet, "percent", style, count="people")


def running_share(m: Making) -> None:
    """The share of each group, and of it with all groups before it."""
    sheet = m.sheet(["age", "people", "percent", "cumulative percent"])
    ages = list(AGES[: m.rng.randint(3, 6)])
    for age in ages:
        m.count(age, few(m.rng))
    whole, decimals = m.sum("Total", ages), m.rng.randint(0, 1)
    for i, age in enumerate(ages):
        so_far = dict.fromkeys(ages[: i + 1], 1)
        shares = (m.quotient(top, {whole: 1}, 100, decimals) for top in ({age: 1}, so_far))
        sheet.row(age, Count(age), *shares)
    sheet.describe("people")
    sheet.describe("percent", suffix="%", count="people")
    sheet.describe("cumulative percent", suffix="%", derived="change")


def weighted_average(m: Making) -> None:
    """The share of each area, and that of all of them in the last row."""
    style = m.rng.choice(PERCENTS)
    sheet = m.sheet(["area", "asked", "share"])
    names = areas(m.rng)
    for name in names:
        whole, yes = _surveyed(m, name)
        sheet.row(name, Count(whole), m.quotient({yes: 1}, {whole: 1}, **style))
    whole = m.sum("asked all", [f"asked {name}" for name in names])
    yes = m.sum("yes all", [f"yes {name}" for name in names])
    sheet.row("All areas", Count(whole), m.quotient({yes: 1}, {whole: 1}, **style))
    sheet.totals = ["All areas"]
    sheet.describe("asked")
    _share_described(sheet, "share", style, of="asked")


def margins(m: Making) -> None:
    """Shares with the margin of error at 95 percent, which tells how many were asked."""
    sheet = m.sheet(["group", "asked", "yes", "share", "margin"])
    groups = m.rng.sample(GROUPS, m.rng.randint(2, 6))
    for group in groups:
        whole, yes = _surveyed(m, group)
        share = m.quotient({yes: 1}, {whole: 1}, scale=100, decimals=0)
        n, k = m.counts[whole], m.counts[yes]
        margin = round(196 * sqrt(k / n * (1 - k / n) / n))
        sheet.row(group, Count(whole), Count(yes), share, Figure(str(margin)))
        _told_by_margin(m, sheet, whole, share, margin)
    sheet.describe("asked")
    sheet.describe("yes")
    sheet.describe("share", suffix="%", count="yes", of="asked", margin="margin", level=95)


def _told_by_margin(m: Making, sheet: Sheet, whole: str, share: Derived, margin: int) -> None:
    """A share and its margin tell about how many were asked: n = p (1 - p) (196 / margin)^2."""
    p = int(share.text) / 100
    ends = [min(max(q, 0.0), 1.0) for q in (p - 0.005, p + 0.005)]
    spread = [q * (1 - q) for q in ends]
    most = 0.25 if ends[0] <= 0.5 <= ends[1] else max(spread)
    low = ceil(min(spread) * (196 / (margin + 0.5)) ** 2 - 1e-9)
    high = floor(most * (196 / (margin - 0.5)) ** 2 + 1e-9) if margin else None
    seen = (sheet.place("share"), sheet.place("margin"))
    m.relate({whole: 1}, low, high, f"the margin of {share.text} percent is {margin}", seen)


def in_one_cell(m: Making) -> None:
    """The count with its share in the same cell: 4 (8%)."""
    sheet = m.sheet(["area", "asked", "yes"])
    for name in areas(m.rng, 2, 20):
        whole, yes = _surveyed(m, name)
        share = m.quotient({yes: 1}, {whole: 1}, scale=100).text
        cell: Cell = Count(yes, f"{m.counts[yes]} ({share}%)")
        sheet.row(name, Count(whole), cell)
        m.complement(whole, yes)
    sheet.describe("asked")
    sheet.describe("yes")
