"""How long kits of many places take by two processes, next to a plain script in the same pool.

    python bench/batch.py FILE [--places 200] [--workers 2] [--plain 6]

FILE is a published file of all counties; the walk is that of Boone. Places are drawn by a seed and
made twice: the second run finds all unchanged. The plain script (plain_script.py) makes the same
pages of the Boone kit, as often as told, in a pool of as many processes. Prints seconds, what all
3,629 places would take, the memory of each process after 50 places and at the end, and refusals.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from plain_pages import content
from plain_script import render

from datawalk import kit
from datawalk.app.batch.engines import ProcessEngine
from datawalk.app.batch.run import opened, ran
from datawalk.app.batch.task import Order

ROOT = Path(__file__).resolve().parents[1]
WALK = ROOT / "configs" / "boone.yaml"
ALL = 3629
SEED = 20
LOOKED = 50


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file", type=Path)
    options.add_argument("--places", type=int, default=200)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--plain", type=int, default=6)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = batch(folder, given.file.absolute(), given.places, given.workers)
        plain = scripts(folder, given.plain, given.workers)
    print(f"a kit         ours {ours:6.2f} s   plain {plain:6.2f} s   ratio {ours / plain:.2f}")
    print(f"all places    ours {ours * ALL / 60:6.1f} min plain {plain * ALL / 60:6.1f} min")


def batch(folder: Path, file: Path, places: int, workers: int) -> float:
    """Seconds for each place."""
    order, store = opened(Order(WALK, (file,), "leave-out", None, str(folder / "kits")))
    counties = [place for place in store.places if place.level == "county"]
    chosen = random.Random(SEED).sample(counties, places)
    held: list[tuple[int, float]] = []
    begun = time.perf_counter()
    found = ran(
        order,
        chosen,
        store,
        ProcessEngine(workers),
        lambda done, _all, _record: held.append((done, largest())),
    )
    taken = time.perf_counter() - begun
    early = next((memory for done, memory in held if done >= LOOKED), 0.0)
    print(f"{places} places   {taken:.1f} s by {workers} processes")
    print(f"memory        {early:.0f} MB after {LOOKED}, {held[-1][1]:.0f} MB at the end")
    without = [one for one in found.records if one.status != "done"]
    left = sum(bool(one.left_out) for one in found.records)
    print(f"without a kit {len(without)}, with something left out {left}")
    begun = time.perf_counter()
    again = ran(order, chosen, store, ProcessEngine(workers))
    print(f"again         {time.perf_counter() - begun:.1f} s, {again.unchanged} unchanged")
    return taken / places


def largest() -> float:
    """Megabytes of the process of ours, or of those below it, that holds most."""
    mine = {str(Path("/proc/self").resolve().name)}
    sizes = [0.0]
    # Those of a fork server are the children of a child.
    for _ in range(2):
        mine |= {pid for pid in processes() if parent(pid) in mine}
    for pid in mine:
        sizes.append(resident(pid))
    return max(sizes)


def processes() -> list[str]:
    return [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]


def parent(pid: str) -> str:
    return told(pid, "PPid:")


def resident(pid: str) -> float:
    return int(told(pid, "VmRSS:") or 0) / 1024


def told(pid: str, name: str) -> str:
    """A line of what the system says of a process that may have ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return ""
    return next((line.split()[1] for line in lines if line.startswith(name)), "")


def scripts(folder: Path, count: int, workers: int) -> float:
    """Seconds for each kit of the plain script."""
    pages = json.loads(json.dumps(content(kit.prepared(WALK))))
    places = [folder / f"plain-{i}" for i in range(count)]
    with ProcessPoolExecutor(workers) as pool:
        begun = time.perf_counter()
        list(pool.map(render, [pages] * count, places))
        return (time.perf_counter() - begun) / count


if __name__ == "__main__":
    main()
