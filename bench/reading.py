"""How long reading the county file takes, next to a bare pandas read of it, in one run.

    python bench/reading.py FILE [--runs 3]

For one place with five others and the national middles: reading the file in a new process, asking
for the figures of the first place, and of every later place in the same process. Runs alternate.
Prints medians in seconds and milliseconds, the highest memory in MB, and ratios.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file", type=Path)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--part", choices=["bare", "ours"], help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.part:
        return bare(given.file) if given.part == "bare" else ours(given.file)
    runs = [(run_part("bare", given.file), run_part("ours", given.file)) for _ in range(given.runs)]
    plain = statistics.median(row[0][0] for row in runs)
    read, first, later = (statistics.median(row[1][i] for row in runs) for i in range(3))
    print(f"bare read      {plain:6.2f} s   peak {max(row[0][-1] for row in runs):5.0f} MB")
    print(f"our read       {read:6.2f} s   peak {max(row[1][-1] for row in runs):5.0f} MB")
    print(f"first place    {first:6.1f} ms")
    print(f"later place    {later:6.1f} ms  (goal: under 20)")
    print(f"read / bare    {read / plain:6.2f}     (goal: under 0.60)")
    print(f"with the first {(read + first / 1000) / plain:6.2f}")
    return None


def run_part(part: str, file: Path) -> list[float]:
    """The figures that a part prints, measured in a process of its own."""
    command = [sys.executable, __file__, str(file), "--part", part]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def bare(file: Path) -> None:
    """A read at default settings; the file mixes two encodings, which would stop it."""
    import pandas

    warnings.simplefilter("ignore", pandas.errors.DtypeWarning)
    before = time.perf_counter()
    pandas.read_csv(file, encoding_errors="replace")
    print(time.perf_counter() - before, memory())


def ours(file: Path) -> None:
    """Imports aside, as for the bare read; the figures of all places are asked for one by one."""
    import pandas  # noqa: F401

    from datawalk.metrics.catalog import catalog
    from datawalk.metrics.store import MetricStore, read_store

    def asked(store: MetricStore, codes: tuple[str, ...]) -> None:
        for metric in METRICS:
            for code in codes:
                place = store.find_place(code)
                store.observe(metric, place)
                store.median(metric, "us", place)

    before = time.perf_counter()
    store = read_store([file], catalog(), METRICS)
    read = time.perf_counter() - before
    before = time.perf_counter()
    asked(store, PLACES)
    first = (time.perf_counter() - before) * 1000
    times = []
    for code in LATER:
        before = time.perf_counter()
        asked(store, (code,))
        times.append((time.perf_counter() - before) * 1000)
    print(read, first, statistics.median(times), memory())


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
