"""How long a community's own data take, next to a bare pandas read of the same file, in one run.

    python bench/own_data.py [--runs 7]

A long CSV of 100,000 rows: reading it alone, then all the way to a chart, which also looks for
every small count that others give away (a bare read does not). Then that audit alone, on a table
of 20 rows and 9 columns of counts with totals, described and not. Runs alternate; medians.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas

from datawalk import kit
from datawalk.metrics.local.description import LocalMeasure, LocalSource
from datawalk.metrics.local.protection.protected import kept, opened
from datawalk.metrics.local.table import read_table

AREAS, GROUPS, YEARS = 400, ("Girls", "Boys", "Women", "Men", "Others"), range(2000, 2025)
MEASURES = ("meals", "visits")
WALK = """title: Own data
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - title: Meals
    blocks:
      - {kind: local_chart, file: long.csv, measure: meals, areas: [Area 1, Area 2, Area 3],
         group: Girls, year: 2024, source: A count}
"""
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "metrics.csv"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=7)
    runs = options.parse_args().runs
    chance = random.Random(13)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("100,000 rows")
        for kind in ("whole", "decimal"):
            file = written(folder / kind / "long.csv", long(chance, decimals=kind == "decimal"))
            print(f"values are {kind} numbers")
            tell(alternated(reading(file), runs))
        print("\naudit of 20 x 9 numbers with totals")
        table = written(folder / "small.csv", crossed(chance))
        seconds = alternated({w: audit(table, w) for w in ("undescribed", "described")}, runs)
        for said, times in seconds.items():
            print(f"{said:<15} {statistics.median(times):7.3f} s   (goal: under 1)")


def reading(file: Path) -> dict[str, Callable[[], object]]:
    """The steps that are compared: each begins with the file."""
    walk = written(file.parent / "walk.yaml", WALK)
    written(file.parent / "metrics.csv", SAMPLES.read_text(encoding="utf-8"))

    def chart() -> None:
        # As in a new process: a file that has not changed is not read twice.
        file.touch()
        kit.prepared(walk)

    return {
        "bare read": lambda: pandas.read_csv(file),
        "reading": lambda: read_table(file),
        "to a chart": chart,
    }


def audit(table: Path, said: str) -> Callable[[], object]:
    """What hides the small counts of a table that is read already."""
    measures = tuple(LocalMeasure(column=f"Group {i}") for i in range(1, 9))
    source = LocalSource(
        file=table.name,
        name="Survey",
        who="Neighbors",
        when="2025",
        measures=(*measures, LocalMeasure(column="Total")),
    )
    one = opened(table, source if said == "described" else None, 10)
    return lambda: kept([one])


def alternated(steps: dict[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Seconds of every step in each of the runs, once each in turn; each has run before."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step()
    for _ in range(runs):
        for name, step in steps.items():
            before = time.perf_counter()
            step()
            times[name].append(time.perf_counter() - before)
    return times


def tell(times: dict[str, list[float]]) -> None:
    bare = times["bare read"]
    for name, taken in times.items():
        ratios = [own / base for own, base in zip(taken, bare, strict=True)]
        goal = "   (goal: at most 2)" if name == "reading" else ""
        print(
            f"  {name:<12} {statistics.median(taken):7.3f} s   this / bare "
            f"{statistics.median(ratios):6.2f}{goal}"
        )


def long(chance: random.Random, *, decimals: bool) -> str:
    """A row for each number: 400 areas, 5 groups, 25 years and 2 measures; none is small."""
    rows = ["area,group,year,measure,value,of"]
    for year in YEARS:
        for measure in MEASURES:
            for group in GROUPS:
                for area in range(AREAS):
                    value = chance.randint(100, 9_999)
                    told = f"{value / 100:.1f}" if decimals else f"{value}"
                    of = value + chance.randint(100, 9_999)
                    rows.append(f"Area {area},{group},{year},{measure},{told},{of}")
    return "\n".join(rows) + "\n"


def crossed(chance: random.Random) -> str:
    """Nineteen areas by eight groups, with totals of both; about one in six counts is small."""
    cells = [[chance.randint(1, 60) for _ in range(8)] for _ in range(19)]
    names = ["area", *(f"Group {i}" for i in range(1, 9)), "Total"]
    rows = [names, *([f"Area {i}", *row, sum(row)] for i, row in enumerate(cells))]
    sums = [sum(column) for column in zip(*cells, strict=True)]
    rows.append(["Total", *sums, sum(sums)])
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


if __name__ == "__main__":
    main()
