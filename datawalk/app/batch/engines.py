"""Who does the tasks of a batch: processes of this computer, or a cluster (`cluster.py`)."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Protocol

from datawalk.app.batch.records import Record
from datawalk.app.batch.task import Order, worked

MOST_DEATHS = 3
"""So often a process may end in the middle of a place before the place is given up."""
AHEAD = 2
"""Tasks that wait for each process, so that none is idle."""
Lost = str
"""The code of a place that no process lived to finish."""


class Engine(Protocol):
    """Gives a record for each place as it is done, in any order, or its code if it was lost."""

    def run(self, order: Order, geoids: Sequence[str]) -> Iterator[Record | Lost]: ...


@dataclass(frozen=True)
class ProcessEngine:
    """So many processes on this computer. One that ends takes no place with it."""

    workers: int

    def run(self, order: Order, geoids: Sequence[str]) -> Iterator[Record | Lost]:
        """Raises Problems where results cannot be written."""
        shift = _Shift(order, self.workers, deque(geoids))
        while shift.waiting or shift.suspects:
            yield from shift.run()


@dataclass
class _Shift:
    """Places that wait. `suspects` were in hand when a process ended: they are done alone, for it
    cannot be known which of them ended it."""

    order: Order
    workers: int
    waiting: deque[str]
    suspects: deque[str] = field(default_factory=deque)
    deaths: Counter[str] = field(default_factory=Counter)

    def run(self) -> Iterator[Record | Lost]:
        """Until all is done or a process ends."""
        alone = bool(self.suspects)
        queue = self.suspects if alone else self.waiting
        workers = 1 if alone else min(self.workers, len(queue))
        pool = ProcessPoolExecutor(workers, _context(), initializer=_bound)
        hands: dict[Future[tuple[Record, ...]], str] = {}
        room = 1 if alone else self.workers * AHEAD
        try:
            while queue or hands:
                while queue and len(hands) < room:
                    geoid = queue.popleft()
                    hands[pool.submit(worked, self.order, (geoid,))] = geoid
                for ready in wait(hands, return_when=FIRST_COMPLETED).done:
                    geoid = hands[ready]
                    yield from ready.result()
                    del hands[ready]
        except BrokenProcessPool:
            yield from self._lost([*hands.values()])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _lost(self, geoids: Sequence[str]) -> Iterator[Lost]:
        """Each is tried again alone, until it has ended a process too often."""
        for geoid in geoids:
            self.deaths[geoid] += 1
            if self.deaths[geoid] < MOST_DEATHS:
                self.suspects.append(geoid)
            else:
                yield geoid


def _bound() -> None:
    """Ends this process with the one that began it, even if that was killed and said nothing."""
    threading.Thread(
        target=_ended_with, args=(multiprocessing.parent_process(),), daemon=True
    ).start()


def _ended_with(parent: multiprocessing.process.BaseProcess | None) -> None:
    if parent:
        parent.join()
        os._exit(1)  # what it was writing is finished by the next run


def _context() -> multiprocessing.context.BaseContext:
    """Processes that begin with nothing of this one: no thread of ours is copied in the middle of
    its work."""
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    if "forkserver" in ways:
        context.set_forkserver_preload(["datawalk.app.batch.task"])
    return context
