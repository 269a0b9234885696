"""What the tests share: where real files are, and a walk to start from."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("DATAWALK_SHARED", ROOT.parent / "shared"))
COUNTIES = SHARED / "data" / "11_mobility-metrics_county_longitudinal.csv"
CITIES = SHARED / "data" / "61_mobility-metrics_place_longitudinal.csv"


def pytest_configure() -> None:
    """Garbage is looked for less often than usual: nearly all that a test makes is gone with it.
    No example of Hypothesis fails because the computer is busy."""
    gc.set_threshold(100_000, 20, 20)
    settings.register_profile("any computer", deadline=None)
    settings.load_profile("any computer")


def pytest_collection_finish() -> None:
    """Modules and tests stay until the end: no search for garbage goes through them again."""
    gc.collect()
    gc.freeze()


def needs(path: Path) -> pytest.MarkDecorator:
    """Skips where a published file, which is not part of the project, is not at hand."""
    return pytest.mark.skipif(not path.exists(), reason=f"published file not here: {path.name}")


@pytest.fixture(autouse=True, scope="module")
def _forgotten(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the functions of a file of tests remember, such as whole published files, is gone with
    its last test."""
    yield
    for held in vars(request.module).values():
        if isinstance(held, _lru_cache_wrapper) and held.__module__ == request.module.__name__:
            held.cache_clear()


@pytest.fixture
def write_walk(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a walk next to a copy of the sample figures and returns its path."""

    def written(text: str) -> Path:
        (tmp_path / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
        path = tmp_path / "walk.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture(autouse=True)
def _no_fetched_files(tmp_path_factory: pytest.TempPathFactory, monkeypatch: Any) -> None:
    """Files that this computer's user fetched are not there for tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def _own_readings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a test read of a data file is there for those after it, in every process of this run;
    nothing is there from before."""
    base = tmp_path_factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    monkeypatch.setenv("DATAWALK_READINGS", str(run / "readings"))


@pytest.fixture
def read_anew(_own_readings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data files are read as if never before: for tests of reading, and of files that fail."""
    monkeypatch.setenv("DATAWALK_READINGS", "")
