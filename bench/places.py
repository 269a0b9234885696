"""How much memory a process takes that makes walks for one place after the other.

    python bench/places.py [--places 200]

A short walk with posters, slides and handouts, for counties all over the country, with figures
that are made up. Prints the memory in use after every 25 places, in MB, and how much of it came
with the second half; the first places fill what is remembered, which has an end.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from pathlib import Path

from datawalk import kit
from datawalk.metrics.places.gazetteer import known

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "metrics.csv"
LIKE = "29019"
EVERY = 25
WALK = """title: "{place} in figures"
place: "29019"
compare: [us-median]
data: [metrics.csv]
outputs: [{medium: poster}, {medium: deck}, {medium: handout}]
stations:
  - template: welcome
  - template: work/jobs
  - title: "Getting around {place}"
    blocks:
      - {kind: map, metric: share_transportation_cost}
      - {kind: chart, metric: pctl_income_50, show: years}
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--places", type=int, default=200)
    count = options.parse_args().places
    counties = [place for place in known() if place.level == "county"]
    chosen = counties[:: max(1, len(counties) // count)][:count]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "walk.yaml").write_text(WALK, encoding="utf-8")
        written(folder / "metrics.csv", {place.geoid: place.full for place in chosen})
        taken: list[float] = []
        for i, place in enumerate(chosen, start=1):
            before = time.perf_counter()
            kit.rendered(kit.prepared(folder / "walk.yaml", place.geoid), folder / place.geoid)
            taken.append(in_use())
            if i % EVERY == 0 or i == len(chosen):
                seconds = time.perf_counter() - before
                print(f"{i:>5} places  {taken[-1]:7.1f} MB   (the last in {seconds:.2f} s)")
    half = taken[len(taken) // 2 - 1]
    print(f"second half   {taken[-1] - half:+7.1f} MB of {taken[-1]:.1f}   (goal: under 5 in 100)")


def written(file: Path, places: dict[str, str]) -> None:
    """Figures for these places, up to a fifth off those of one; benchmarks stay."""
    with SAMPLES.open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(source)
        fields, all_rows = list(rows.fieldnames or ()), list(rows)
    chance = random.Random(15)
    with file.open("w", encoding="utf-8", newline="") as target:
        out = csv.DictWriter(target, fields)
        out.writeheader()
        out.writerows(row for row in all_rows if row["level"] == "benchmark")
        model = [row for row in all_rows if row["geoid"] == LIKE]
        for geoid, name in places.items():
            share = 1 - chance.random() / 5
            out.writerows({**row, "geoid": geoid, "name": name} | off(row, share) for row in model)


def off(row: dict[str, str], share: float) -> dict[str, str]:
    """The figures of a row, smaller by the same share."""
    figures = {name: row[name] for name in ("value", "lower", "upper") if number(row[name])}
    return {name: f"{float(text) * share:.6g}" for name, text in figures.items()}


def number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def in_use() -> float:
    """Megabytes of memory that the process holds now, not at its highest."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
