"""How long the Boone kit takes, next to a plain script for the same pages, in one run.

    python bench/kit.py [--runs 3]

The script makes the same sheets, handouts, slides and lists from words that are worked out for it
(plain_script.py). Each is measured with its like: as a command in a new process, which is how
people run it; the same work once in a process whose imports are done; and again in that process.
Runs alternate and each command has run once before; times are medians in seconds, memory is the
highest in MB, sizes are in KB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from plain_pages import content

from datawalk import kit

ROOT = Path(__file__).resolve().parents[1]
WALK = ROOT / "configs" / "boone.yaml"
SIDES = ("kit", "plain")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--part", choices=SIDES, help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.part:
        return in_process(given.part, given.folder)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = content(kit.prepared(WALK))
        (folder / "content.json").write_text(json.dumps(pages), encoding="utf-8")
        compare(folder, given.runs)
    return None


def compare(folder: Path, runs: int) -> None:
    commands: dict[str, list[str]] = {
        "kit": ["-m", "datawalk", "render", str(WALK), "--out", str(folder / "kit"), "--offline"],
        "plain": [
            str(Path(__file__).with_name("plain_script.py")),
            str(folder / "content.json"),
            str(folder / "plain"),
        ],
    }
    environment = compiled(folder)
    cold: dict[str, list[float]] = {side: [] for side in SIDES}
    peak = dict.fromkeys(SIDES, 0.0)
    first: dict[str, list[float]] = {side: [] for side in SIDES}
    again: dict[str, list[float]] = {side: [] for side in SIDES}
    for run in range(-1, runs):
        for side in SIDES:
            seconds, memory, _ = ran(commands[side], environment)
            part = [__file__, "--part", side, "--folder", str(folder)]
            _, _, said = ran(part, environment)
            if run < 0:
                continue
            cold[side].append(seconds)
            peak[side] = max(peak[side], memory)
            once, *later = map(float, said.split())
            first[side].append(once)
            again[side] += later
    tell("as a command", cold, peak)
    tell("imports done", first, {})
    tell("once more", again, {})
    sizes(folder)


def compiled(folder: Path) -> dict[str, str]:
    """The environment, with compiled modules kept as after an installation."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), **kept}


def ran(arguments: list[str], environment: Mapping[str, str]) -> tuple[float, float, str]:
    """Seconds, highest memory in MB, and what it printed, of Python in a process of its own."""
    before = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return time.perf_counter() - before, used.ru_maxrss / 1024, said


def in_process(side: str, folder: Path) -> None:
    """Prints the seconds of the same work twice; imports are not among them."""
    step = our_step(folder) if side == "kit" else their_step(folder)
    times = []
    for _ in range(2):
        before = time.perf_counter()
        step()
        times.append(time.perf_counter() - before)
    print(*times)


def our_step(folder: Path) -> Callable[[], object]:
    import datawalk.render.pdf
    import datawalk.render.pptx  # noqa: F401

    return lambda: kit.rendered(kit.prepared(WALK), folder / "kit-again")


def their_step(folder: Path) -> Callable[[], object]:
    import plain_script

    pages = json.loads((folder / "content.json").read_text(encoding="utf-8"))
    return lambda: plain_script.render(pages, folder / "plain-again")


def tell(what: str, times: Mapping[str, list[float]], peak: Mapping[str, float]) -> None:
    ours, theirs = (statistics.median(times[side]) for side in SIDES)
    memory = "".join(f"   {side} {most:.0f} MB" for side, most in peak.items())
    print(f"{what:<13} kit {ours:6.2f}   plain {theirs:6.2f}   ratio {ours / theirs:.2f}{memory}")


def sizes(folder: Path) -> None:
    for kind in ("pdf", "pptx"):
        ours, theirs = (
            sum(path.stat().st_size for path in (folder / side).glob(f"*.{kind}")) for side in SIDES
        )
        print(f"{kind:<13} kit {ours / 1e3:6.0f} KB   plain {theirs / 1e3:6.0f} KB")


if __name__ == "__main__":
    main()
