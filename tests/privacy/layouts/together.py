"""Several tables or blocks of one walk that tell of the same people."""

from __future__ import annotations

import itertools
import json

from tests.privacy.case import Place, Quotient
from tests.privacy.layouts.names import AGES, areas, asked, few, part
from tests.privacy.making import Count, Making


def areas_and_ages(m: Making) -> None:
    """The same people by area and by age, with the same total."""
    names, ages = areas(m.rng, 2, 12), list(AGES[: m.rng.randint(2, 5)])
    for name in names:
        m.count(name, few(m.rng))
    whole = m.sum("Total", names)
    left = m.counts[whole]
    for age in ages[:-1]:
        left -= m.counts[m.count(age, part(m.rng, left))]
    m.count(ages[-1], left)
    m.adds_up(whole, ages)
    # The total stands in one of the two tables, or in both.
    both = m.rng.random() < 0.6
    for name, head, parts, told in (
        ("areas.csv", "area", names, True),
        ("ages.csv", "age", ages, both),
    ):
        sheet = m.sheet([head, "clients"], name)
        for key in (*parts, *(["Total"] if told else [])):
            sheet.row(key, Count(key))
        sheet.totals = ["Total"] if told else []
        sheet.describe("clients")


def other_columns(m: Making) -> None:
    """Two files with the same rows: asked and yes in one, asked and no in the other."""
    names = areas(m.rng, 2, 15)
    for name in names:
        whole = m.count(f"asked {name}", asked(m.rng))
        yes = m.count(f"yes {name}", part(m.rng, m.counts[whole]))
        no = m.count(f"no {name}", m.counts[whole] - m.counts[yes])
        m.adds_up(whole, [yes, no])
    with_asked = m.rng.random() < 0.5
    for file, columns in (
        ("one.csv", ["asked", "yes"]),
        ("two.csv", [*(["asked"] if with_asked else []), "no"]),
    ):
        sheet = m.sheet(["area", *columns], file)
        for name in names:
            sheet.row(name, *(Count(f"{column} {name}") for column in columns))
        for column in columns:
            sheet.describe(column)


def table_and_shares(m: Making) -> None:
    """The counts in one file, the shares of the same survey in another."""
    names = areas(m.rng, 2, 15)
    for name in names:
        whole = m.count(f"asked {name}", asked(m.rng))
        m.at_most(m.count(f"yes {name}", part(m.rng, m.counts[whole])), whole)
    counts = m.sheet(["area", "yes"], "counts.csv")
    shares = m.sheet(["area", "asked", "share"], "shares.csv")
    for name in names:
        yes, whole = f"yes {name}", f"asked {name}"
        counts.row(name, Count(yes))
        shares.row(name, Count(whole), m.quotient({yes: 1}, {whole: 1}, 100, 1))
    counts.describe("yes")
    shares.describe("asked")
    shares.describe("share", suffix="%", of="asked")


def last_year(m: Making) -> None:
    """Last year's table, and this year's with the change since then."""
    names = areas(m.rng, 2, 15)
    for name in names:
        m.count(f"{name} 2023", few(m.rng))
        m.count(f"{name} 2024", few(m.rng))
    before = m.sheet(["area", "cases"], "last-year.csv")
    now = m.sheet(["area", "cases", "change"], "this-year.csv")
    for name in names:
        before.row(name, Count(f"{name} 2023"))
        more = m.quotient({f"{name} 2024": 1, f"{name} 2023": -1})
        now.row(name, Count(f"{name} 2024"), more)
    before.describe("cases")
    now.describe("cases")
    now.describe("change", derived="change")


def chosen_columns(m: Making) -> None:
    """The same file twice, with other columns each time."""
    sheet = m.sheet(["area", "asked", "yes", "no", "share"], block=False)
    for name in areas(m.rng, 2, 15):
        whole = m.count(f"asked {name}", asked(m.rng))
        yes = m.count(f"yes {name}", part(m.rng, m.counts[whole]))
        no = m.count(f"no {name}", m.counts[whole] - m.counts[yes])
        m.adds_up(whole, [yes, no])
        share = m.quotient({yes: 1}, {whole: 1}, 100, 0)
        sheet.row(name, Count(whole), Count(yes), Count(no), share)
    for column in ("asked", "yes", "no"):
        sheet.describe(column)
    sheet.describe("share", suffix="%", count="yes", of="asked")
    seconds = [["area", "no"], ["area", "share"], ["area", "yes", "share"]]
    m.show(kind="table", file="t.csv", columns=["area", "asked"])
    m.show(kind="table", file="t.csv", columns=m.rng.choice(seconds))


def _parts(m: Making, sheet_name: str) -> list[str]:
    names = ["Renters", "Owners", "With family", "No home", "Elsewhere"][: m.rng.randint(3, 5)]
    sheet = m.sheet(["part", "people"], sheet_name)
    for name in names:
        sheet.row(name, Count(m.count(name, few(m.rng))))
    sheet.row("Total", Count(m.sum("Total", names)))
    sheet.totals = ["Total"]
    sheet.describe("people")
    return names


def hundred_and_table(m: Making) -> None:
    """A chart of 100 squares, and the table of the same file."""
    for row, name in enumerate(_parts(m, "t.csv")):
        place = Place("hundred t.csv", row, "people")
        m.derived[place] = Quotient({name: 100}, {"Total": 1})
    m.show(kind="hundred", file="t.csv", measure="people")


def falling(m: Making) -> None:
    """Steps as 100 squares that become fewer, and the table of the same file."""
    names = ["Started", "Stayed", "Finished", "Found a job"][: m.rng.randint(3, 4)]
    sheet = m.sheet(["step", "people"], block=m.rng.random() < 0.5)
    left = few(m.rng) + 20
    for row, name in enumerate(names):
        sheet.row(name, Count(m.count(name, left)))
        m.derived[Place("hundred t.csv", row, "people")] = Quotient({name: 100}, {"Started": 1})
        left -= min(left, m.rng.choice([m.rng.randint(0, 9), part(m.rng, left)]))
    for before, after in itertools.pairwise(names):
        m.at_most(after, before)
        m.complement(before, after)
    sheet.describe("people")
    m.show(kind="hundred", file="t.csv", measure="people", falling=True)


def chart_and_table(m: Making) -> None:
    """A chart of one column, and the table of another one of the same file."""
    sheet = m.sheet(["area", "men", "women", "everyone"], block=False)
    for name in areas(m.rng, 2, 11):
        men, women = (m.count(f"{kind} {name}", few(m.rng)) for kind in ("men", "women"))
        whole = m.sum(f"everyone {name}", [men, women])
        sheet.row(name, Count(men), Count(women), Count(whole))
    columns = ["men", "women", "everyone"]
    for column in columns:
        sheet.describe(column)
    m.rng.shuffle(columns)
    m.show(kind="local_chart", file="t.csv", measure=columns[0], show="areas")
    m.show(kind="table", file="t.csv", columns=["area", columns[1], columns[2]])


def lines(m: Making) -> None:
    """A chart over years, and the table of the same file."""
    years = [str(year) for year in range(2020, 2020 + m.rng.randint(2, 5))]
    sheet = m.sheet(["area", "year", "cases"], block=m.rng.random() < 0.5)
    names = areas(m.rng, 2, 3)
    for name in names:
        for year in years:
            sheet.row(name, year, Count(m.count(f"{name} {year}", few(m.rng))))
    for year in years:
        sheet.row(
            "Total", year, Count(m.sum(f"Total {year}", [f"{name} {year}" for name in names]))
        )
    sheet.totals = ["Total"]
    sheet.describe("cases")
    m.show(kind="local_chart", file="t.csv", measure="cases", show="years")


def map_and_table(m: Making) -> None:
    """A map of the shares on the community's own outlines, and the table of the counts."""
    sheet = m.sheet(["area", "asked", "yes", "share"], block=False)
    names = areas(m.rng, 3, 12)
    for name in names:
        whole = m.count(f"asked {name}", asked(m.rng))
        yes = m.count(f"yes {name}", part(m.rng, m.counts[whole]))
        m.at_most(yes, whole)
        share = m.quotient({yes: 1}, {whole: 1}, 100, 1)
        sheet.row(name, Count(whole), Count(yes), share)
    sheet.describe("asked")
    sheet.describe("yes")
    sheet.describe("share", suffix="%", count="yes", of="asked")
    m.others["areas.geojson"] = _outlines(names)
    column = m.rng.choice(["yes", "share"])
    m.show(kind="map", boundaries="areas.geojson", key="area", table="t.csv", column=column)
    m.show(kind="table", file="t.csv", columns=["area", "asked"])


def _outlines(names: list[str]) -> str:
    """Squares side by side, in Boone County."""
    features = []
    for i, name in enumerate(names):
        x, y = -92.4 + 0.05 * (i % 4), 38.9 + 0.04 * (i // 4)
        ring = [[x, y], [x + 0.05, y], [x + 0.05, y + 0.04], [x, y + 0.04], [x, y]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"area": name}, "geometry": shape})
    return json.dumps({"type": "FeatureCollection", "features": features})


def programs(m: Making) -> None:
    """A list of programs with how many they serve, and the same as a table."""
    sheet = m.sheet(["program", "runs", "children", "adults", "served"], block=False)
    for name in ("Homework club", "Laptop loans", "Night school", "Food bank", "Rides"):
        children, adults = (m.count(f"{kind} {name}", few(m.rng)) for kind in ("young", "adult"))
        whole = m.sum(f"served {name}", [children, adults])
        sheet.row(name, "The library", Count(children), Count(adults), Count(whole))
    for column in ("children", "adults", "served"):
        sheet.describe(column)
    second = m.rng.choice(["children", "adults"])
    told = {"name": "program", "who": "runs", "what": "served", "whom": second}
    m.show(kind="programs", file="t.csv", columns=told)
    if m.rng.random() < 0.5:
        m.show(kind="table", file="t.csv", columns=["program", "served"])
