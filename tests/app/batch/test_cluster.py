"""A batch by a real scheduler and two real workers, one of which is killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from datawalk.app.batch import cluster
from datawalk.app.batch.cluster import ClusterEngine
from datawalk.app.batch.task import Order
from datawalk.problems import Problems
from tests.app.batch.test_batch import SHORT, made

PLACES = ("29019", "29077", "19103", "17019", "31109", "47093")


@pytest.fixture
def address() -> Iterator[str]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as two:
        yield str(two.scheduler_address)


@pytest.mark.skipif(sys.platform == "win32", reason="This system kills no process so.")
@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_takes_no_place_with_it(
    write_walk: Callable[[str], Path],
    tmp_path: Path,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from distributed import Client

    monkeypatch.setattr(cluster, "SIZE", 2)
    order = Order(write_walk(SHORT), (), "leave-out", None, str(tmp_path / "out"))
    with Client(address, set_as_default=False) as client:
        first = next(iter(client.run(os.getpid).values()))
        os.kill(first, signal.SIGKILL)
    found = made(order, PLACES, ClusterEngine(address))
    assert {one.place: one.status for one in found.records} == dict.fromkeys(PLACES, "done")
    assert made(order, PLACES, ClusterEngine(address)).unchanged == len(PLACES)


def test_without_a_scheduler_nothing_is_begun(
    write_walk: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "WAIT", 1)
    order = Order(write_walk(SHORT), (), "leave-out", None, str(tmp_path / "out"))
    with pytest.raises(Problems, match="No scheduler answers"):
        made(order, PLACES, ClusterEngine("tcp://127.0.0.1:9"))
