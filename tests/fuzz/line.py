"""One spoiled file on its way through the whole line: it ends in Problems or in print."""

from __future__ import annotations

import random
import shutil
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from datawalk import kit
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.metrics.files.inspection import inspect
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems
from datawalk.words import speaking
from tests.conftest import ROOT
from tests.fuzz import cells, files
from tests.fuzz.spoiling import spoiled

LONGEST = 20
"""Seconds that one small file may take, however slow the computer is."""
PAINTED = 200
"""One in so many is laid out and painted, not only composed."""
_MEASURES = ("people", "people", "share", "value", "count")


@dataclass(frozen=True)
class Finding:
    """What a file did that it should not: `what` is the error, with the line it came from."""

    number: int
    seed: int
    name: str
    what: str
    told: str
    data: bytes


class TooLong(BaseException):
    """Time is up."""


def warm() -> None:
    """Import what readers import late, so that no import is cut off in its middle."""
    for name in ("geopandas", "odf.opendocument", "openpyxl", "pandas", "xlrd"):
        import_module(name)


def fuzzed(number: int, seed: int, folder: Path) -> Finding | None:
    """Put the file of a number through the line. None where all is well."""
    rng = random.Random(f"{seed}:{number}")
    ending = files.ENDINGS[number % len(files.ENDINGS)]
    # Shapefiles and GeoPackages have no cells of their own here.
    by_cells = ending not in (".zip", ".gpkg") and number // len(files.ENDINGS) % 2 == 1
    data = cells.made(rng, ending) if by_cells else spoiled(rng, files.whole(ending))
    path = folder / f"f{number}{ending}"
    path.write_bytes(data)
    try:
        with _in_time():
            _through(rng, path, paint=rng.randrange(PAINTED) == 0)
    except Problems:
        return None
    except (Exception, TooLong) as error:  # what the whole test is about
        told = traceback.format_exc()
        return Finding(number, seed, path.name, _where(error), told, data)
    finally:
        path.unlink()
    return None


def _through(rng: random.Random, path: Path, *, paint: bool) -> None:
    outlined = path.suffix in files.OUTLINES
    if not outlined or rng.random() < 0.1:
        inspect(path, catalog())
    walk = _walk(path.parent, _block(rng, path.name, outlined), rng)
    if paint:
        made = kit.prepared(walk)
        kit.rendered(made, path.parent / "out")
        shutil.rmtree(path.parent / "out")
        return
    file = load(walk)
    with speaking("en"):
        compose(file, _store(walk))


def _block(rng: random.Random, name: str, outlined: bool) -> dict[str, Any]:
    """A block that shows the file."""
    measure = rng.choice(_MEASURES)
    if outlined:
        column = {"kind": "map", "key": "area", "table": "good.csv", "column": "people"}
        return {**column, "boundaries": name}
    return rng.choice(
        [
            {"kind": "table", "file": name},
            {"kind": "table", "file": name},
            {"kind": "table", "file": name, "columns": ["area", "people"]},
            {"kind": "local_chart", "file": name, "measure": measure, "show": "areas"},
            {"kind": "local_chart", "file": name, "measure": measure, "show": "years"},
            {"kind": "local_chart", "file": name, "measure": measure, "show": "groups"},
            {"kind": "hundred", "file": name, "measure": measure},
            {"kind": "hundred", "file": name, "measure": measure, "falling": True},
            {"kind": "programs", "file": name, "columns": {"name": "area", "who": "people"}},
            {
                **{"kind": "map", "boundaries": "good.geojson", "key": "area"},
                **{"table": name, "column": measure},
            },
        ]
    )


def _walk(folder: Path, block: dict[str, Any], rng: random.Random) -> Path:
    described: list[dict[str, Any]] = []
    if "file" in block and rng.random() < 0.3:
        said = {"file": block["file"], "name": "Count", "who": "We", "when": "2026"}
        described = [{**said, "measures": [{"column": "people"}]}]
    told = {
        **{"title": "Walk", "place": "29019", "data": ["metrics.csv"]},
        **{"outputs": [{"medium": "poster"}, {"medium": "deck"}], "local_data": described},
        "stations": [{"title": "S", "pillar": "work", "blocks": [{**block, "source": "s"}]}],
    }
    path = folder / "walk.yaml"
    path.write_text(yaml.safe_dump(told), encoding="utf-8")
    for name, data in _beside().items():
        if not (folder / name).exists():
            (folder / name).write_bytes(data)
    return path


@cache
def _beside() -> dict[str, bytes]:
    return {
        "metrics.csv": (ROOT / "samples" / "metrics.csv").read_bytes(),
        "good.geojson": files.geojson(),
        "good.csv": b"area,people\nNorth,120\nSouth,300\nEast,45\n",
    }


_STORES: dict[Path, MetricStore] = {}


def _store(walk: Path) -> MetricStore:
    """The figures that all walks of a folder share."""
    if walk.parent not in _STORES:
        _STORES[walk.parent] = read_data(load(walk))
    return _STORES[walk.parent]


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise TooLong(f"took more than {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _where(error: BaseException) -> str:
    """The kind of error and the last line of ours that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/datawalk/" in f.filename and "site-packages" not in f.filename]
    last = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "outside"
    return f"{type(error).__name__} at {last}: {str(error)[:160]}"
