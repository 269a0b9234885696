"""How long reading the county file takes, next to a bare pandas read of it, in one run.

    python bench/reading.py FILE [--runs 5]

For one place with five others and the national middles, each in a process of its own, imports
aside, by turns: a bare read; the first reading, of which nothing is kept; one that finds what was
read before. Asking for the figures is told apart from reading, and so is each later place in the
same process. Prints medians, their ratios and peak memory in MB.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

PLACES = ("29019", "19103", "19169", "17019", "31109", "29077")
LATER = ("15003", "06037", "30069", "48301", "09110", "42101")
METRICS = (
    *("share_employed", "ratio_living_wage", "pctl_income_50", "share_debt_coll"),
    *("share_in_preschool", "rate_learning", "share_affordable_50_ami", "share_homeless"),
    *("share_poverty_exposure", "index_air_hazard", "share_election_turnout"),
)


PARTS = ("bare", "first", "again")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file", type=Path)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.part:
        return bare(given.file) if given.part == "bare" else ours(given.file)
    with tempfile.TemporaryDirectory() as kept:
        folders = {"bare": "", "first": "", "again": kept}
        run_part("again", given.file, kept)
        runs = [
            {part: run_part(part, given.file, folders[part]) for part in PARTS}
            for _ in range(given.runs)
        ]
    times = {
        part: [statistics.median(run[part][i] for run in runs) for i in range(3)] for part in PARTS
    }
    plain, (first, asking, later), again = times["bare"][0], times["first"], times["again"][0]
    memory = {part: max(run[part][-1] for run in runs) for part in PARTS}
    print(f"bare read      {plain:7.1f} ms   peak {memory['bare']:5.0f} MB")
    print(f"first reading  {first:7.1f} ms   peak {memory['first']:5.0f} MB")
    print(f"read again     {again:7.1f} ms   peak {memory['again']:5.0f} MB  (goal: about 10)")
    print(f"asking         {asking:7.1f} ms")
    print(f"later place    {later:7.1f} ms  (goal: under 20)")
    print(f"first / bare   {first / plain:7.2f}     (goal: under 0.60)")
    return None


def run_part(part: str, file: Path, kept: str) -> list[float]:
    """The figures that a part prints, measured in a process of its own; `kept` is the folder of
    what was read before, or '' for none."""
    command = [sys.executable, __file__, str(file), "--part", part]
    environment = {**os.environ, "DATAWALK_READINGS": kept}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return [float(word) for word in done.stdout.split()]


def bare(file: Path) -> None:
    """A read at default settings; the file mixes two encodings, which would stop it."""
    import pandas

    warnings.simplefilter("ignore", pandas.errors.DtypeWarning)
    before = time.perf_counter()
    pandas.read_csv(file, encoding_errors="replace")
    print((time.perf_counter() - before) * 1000, 0.0, 0.0, memory())


def ours(file: Path) -> None:
    """Imports aside, as for the bare read; the figures of all places are asked for one by one."""
    import pandas  # noqa: F401

    from datawalk.metrics.store import MetricStore, read_store

    def asked(store: MetricStore, codes: tuple[str, ...]) -> None:
        for metric in METRICS:
            for code in codes:
                place = store.find_place(code)
                store.observe(metric, place)
                store.median(metric, "us", place)

    start = time.perf_counter()
    store = read_store([file], METRICS)
    read = time.perf_counter()
    asked(store, PLACES)
    done = time.perf_counter()
    times = []
    for code in LATER:
        before = time.perf_counter()
        asked(store, (code,))
        times.append((time.perf_counter() - before) * 1000)
    print((read - start) * 1000, (done - read) * 1000, statistics.median(times), memory())


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
