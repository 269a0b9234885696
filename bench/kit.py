"""How long the Boone kit takes, next to a plain script for the same pages, in one run.

    python bench/kit.py [--runs 3]

Prints times in seconds, memory in MB, sizes in KB, and the ratios that matter. Cold is a new
process, imports included; warm is the same work again in one process.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WALK = ROOT / "configs" / "boone.yaml"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--part", choices=["kit", "plain", "warm"], help=argparse.SUPPRESS)
    options.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.part:
        return PARTS[given.part](given.out)
    compare_kits(given.runs)
    return None


def compare_kits(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cold = [run_part("kit", Path(folder, "kit")) for _ in range(runs)]
        plain = [run_part("plain", Path(folder, "plain")) for _ in range(runs)]
        warm = float(run_part("warm", Path(folder, "kit"))[2])
        sizes = {name: folder_sizes(Path(folder, name)) for name in ("kit", "plain")}
    kit_time, plain_time = (statistics.median(row[0] for row in rows) for rows in (cold, plain))
    print(f"kit cold       {kit_time:7.2f} s   peak {max(r[1] for r in cold):6.0f} MB")
    print(f"kit warm       {warm:7.2f} s")
    print(f"plain script   {plain_time:7.2f} s   peak {max(r[1] for r in plain):6.0f} MB")
    for kind in (".pdf", ".pptx"):
        ours, theirs = sizes["kit"][kind], sizes["plain"][kind]
        print(
            f"{kind:<6} kit {ours / 1e3:8.0f} KB   plain {theirs / 1e3:8.0f} KB   "
            f"ratio {ours / theirs:.3f}"
        )
    print(f"cold / plain   {kit_time / plain_time:.2f}   (goal: under 0.50)")
    print(f"warm / plain   {warm / plain_time:.2f}   (goal: under 0.20)")


def run_part(part: str, out: Path) -> tuple[float, float, str]:
    """Seconds, peak megabytes and what it printed, of one part in a process of its own."""
    before = time.perf_counter()
    command = [sys.executable, __file__, "--part", part, "--out", str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - before
    peak, _, said = done.stdout.strip().partition(" ")
    return seconds, float(peak), said


def folder_sizes(folder: Path) -> dict[str, int]:
    return {path.suffix: path.stat().st_size for path in folder.iterdir()}


def report(said: str = "") -> None:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, said)


def part_kit(out: Path) -> None:
    render_kit(out)
    report()


def part_warm(out: Path) -> None:
    render_kit(out)
    seconds = min(timed(lambda: render_kit(out)) for _ in range(3))
    report(f"{seconds}")


def render_kit(out: Path) -> None:
    from datawalk import kit

    kit.rendered(kit.prepared(WALK), out)


def timed(step: Callable[[], object]) -> float:
    before = time.perf_counter()
    step()
    return time.perf_counter() - before


def part_plain(out: Path) -> None:
    """What a competent user would write: charts as 300-dpi PNGs, placed on sheets and slides."""
    import plain_script

    plain_script.render(out)
    report()


PARTS = {"kit": part_kit, "plain": part_plain, "warm": part_warm}

if __name__ == "__main__":
    main()
