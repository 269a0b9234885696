"""Fuzz many files: python -m tests.fuzz --inputs 200000 --seed 1."""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.line import Finding, fuzzed, warm

MEMORY = 3_000_000_000
"""Bytes of address space that a process may take."""
AT_ONCE = 300


def _some(first: int, count: int, seed: int) -> list[Finding]:
    """The findings of some inputs, in a process of limited memory."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warm()
    warnings.simplefilter("error")
    # Native libraries write to the console by themselves.
    with (
        Path(os.devnull).open("w") as silent,
        contextlib.redirect_stderr(silent),
        tempfile.TemporaryDirectory() as folder,
    ):
        found = (fuzzed(first + i, seed, Path(folder)) for i in range(count))
        return [finding for finding in found if finding]


def fuzz(inputs: int, seed: int, processes: int) -> Iterator[list[Finding] | str]:
    """Findings as they come; words where a process died."""
    starts = list(range(0, inputs, AT_ONCE))
    while starts:
        done: set[int] = set()
        # What the tests before hold in memory is not theirs.
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            jobs = {
                pool.submit(_some, start, min(AT_ONCE, inputs - start), seed): start
                for start in starts
            }
            for job in as_completed(jobs):
                try:
                    yield job.result()
                except BrokenProcessPool:
                    continue
                done.add(jobs[job])
        lost = [start for start in starts if start not in done]
        if lost and len(lost) == len(starts):
            yield f"a process died on one of the inputs from {lost[0]} on"
            lost = lost[1:]
        starts = lost


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", type=int, help="show only the input of this number")
    parser.add_argument("--keep", type=Path, help="a folder to write the files of findings to")
    asked = parser.parse_args()
    if asked.only is not None:
        warnings.simplefilter("error")
        with tempfile.TemporaryDirectory() as folder:
            found = fuzzed(asked.only, asked.seed, Path(folder))
        print(f"{found.told}\n{found.data!r}" if found else "All is well.")
        return int(found is not None)
    return _all(asked.inputs, asked.seed, asked.processes, asked.keep)


def _all(inputs: int, seed: int, processes: int, keep: Path | None) -> int:
    kinds: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for found in fuzz(inputs, seed, processes):
        if isinstance(found, str):
            kinds[found] += 1
            continue
        for finding in found:
            kind = finding.what.partition(": ")[0]
            kinds[kind] += 1
            if kinds[kind] == 1:
                print(f"new: {kind} (input {finding.number})", file=sys.stderr, flush=True)
            if kind not in first or len(finding.data) < len(first[kind].data):
                first[kind] = finding
    for kind, count in kinds.most_common():
        print(f"{count:6}  {kind}")
        if kind in first:
            told = first[kind]
            print(f"        {told.what.partition(': ')[2]}")
            print(f"        input {told.number}, {told.name}, {len(told.data)} bytes")
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / told.name).write_bytes(told.data)
    print(f"{inputs} inputs, {sum(kinds.values())} findings of {len(kinds)} kinds")
    return int(bool(kinds))


if __name__ == "__main__":
    sys.exit(main())
