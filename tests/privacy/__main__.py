"""Attack many tables: python -m tests.privacy --tables 2000 --seed 1."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.privacy.attacker import attacked
from tests.privacy.layouts import case
from tests.privacy.outcome import Outcome, outcome, story, summed_up
from tests.privacy.print import printed


def _one(numbered: tuple[int, int]) -> tuple[int, Outcome | str]:
    """The outcome of a case, or the error of the program that it met."""
    number, seed = numbered
    with tempfile.TemporaryDirectory() as folder:
        try:
            return number, outcome(case(number, seed), Path(folder))
        except Exception as error:  # told at the end, with the case that met it
            return number, f"{type(error).__name__}: {error}"


def attack(tables: int, seed: int, processes: int = 1) -> Iterator[tuple[int, Outcome | str]]:
    """The outcomes of cases 0 to `tables`, in order."""
    numbers = [(number, seed) for number in range(tables)]
    if processes == 1:
        yield from map(_one, numbers)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_one, numbers, chunksize=20)


def _look(number: int, seed: int) -> None:
    """All of one case, whether it leaks or not."""
    made = case(number, seed)
    with tempfile.TemporaryDirectory() as folder:
        seen = printed(made, Path(folder))
    print(*(f"refused: {why}" for why in seen.refused), sep="\n")
    print(story(made, seen, attacked(made, seen)))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.privacy", description=__doc__)
    parser.add_argument("--tables", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--stories", type=int, default=5, help="leaks told in full")
    parser.add_argument("--look", type=int, help="show only the case of this number")
    told = parser.parse_args()
    if told.look is not None:
        _look(told.look, told.seed)
        return 0
    outcomes: list[Outcome] = []
    errors = stories = 0
    for number, found in attack(told.tables, told.seed, told.processes):
        if isinstance(found, str):
            errors += 1
            print(f"case {number}: {found}\n")
            continue
        outcomes.append(found)
        if found.story and stories < told.stories:
            stories += 1
            print(f"case {number}: {found.story}\n")
    print(summed_up(outcomes))
    return int(errors > 0 or any(o.leaks for o in outcomes))


if __name__ == "__main__":
    sys.exit(main())
