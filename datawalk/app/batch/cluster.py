"""Tasks done by a Dask cluster: records come back, files are written by its workers.

Workers read the walk and its data by the same paths as here, from a disk that all share.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datawalk.app.batch.engines import MOST_DEATHS, Lost
from datawalk.app.batch.records import Record
from datawalk.app.batch.task import Order, worked
from datawalk.problems import Problems, refuse

if TYPE_CHECKING:
    from distributed import Client, Future

SIZE = 25
"""Places of one task: a task costs the scheduler about 2 ms."""
WAIT = 20
"""Seconds to wait for a scheduler."""
GOING_ON = "Start it and run the same command again: it goes on where it stopped."


@dataclass(frozen=True)
class ClusterEngine:
    """The cluster whose scheduler has this address, such as tcp://10.0.0.5:8786."""

    address: str

    def run(self, order: Order, geoids: Sequence[str]) -> Iterator[Record | Lost]:
        """Raises Problems where the scheduler is not there, or results cannot be written."""
        try:
            from distributed import Client
        except ImportError as error:
            raise refuse(
                "--cluster needs a library that is not here.", "pip install 'datawalk[cluster]'"
            ) from error
        try:
            client = Client(self.address, timeout=WAIT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise refuse(f"No scheduler answers at {self.address}.", GOING_ON) from error
        with _quiet(), client, client.as_current():
            yield from _collected(client, order, geoids)


@contextmanager
def _quiet() -> Iterator[None]:
    """What became of a cluster is told in our words, not in its log of each attempt."""
    log = logging.getLogger("distributed")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _collected(client: Client, order: Order, geoids: Sequence[str]) -> Iterator[Record | Lost]:
    from distributed import CancelledError, as_completed
    from distributed.scheduler import KilledWorker

    hands: dict[Future, tuple[tuple[str, ...], int]] = {}

    def given(chunk: tuple[str, ...], deaths: int) -> Future:
        future = client.submit(worked, order, chunk, pure=False)
        hands[future] = chunk, deaths
        return future

    chunks = (tuple(geoids[i : i + SIZE]) for i in range(0, len(geoids), SIZE))
    ready = as_completed([given(chunk, 0) for chunk in chunks])
    for future in ready:
        chunk, deaths = hands.pop(future)
        try:
            yield from future.result()
        except KilledWorker:
            # Which of them ended their workers shows when they are done apart.
            if len(chunk) > 1:
                ready.update([given((geoid,), 0) for geoid in chunk])
            elif deaths + 1 < MOST_DEATHS:
                ready.add(given(chunk, deaths + 1))
            else:
                yield chunk[0]
        except Problems:
            raise
        except (CancelledError, OSError) as error:
            raise refuse("The cluster's scheduler is gone.", GOING_ON) from error
