"""Only a process that does nothing but kits keeps what it read out of searches for garbage."""

from __future__ import annotations

import gc

from datawalk.app.batch import task
from datawalk.app.batch.run import opened
from datawalk.app.batch.task import Order
from tests.app.batch.test_batch import HERE, made, order

__all__ = ["order"]


def test_a_kit_made_in_a_process_of_other_things_settles_nothing(order: Order) -> None:
    before = gc.get_freeze_count()
    assert {one.status for one in made(order, HERE[:1]).records} == {"done"}
    ready, _ = opened(order)
    assert task.done(ready, HERE[:1])[0].status == "done"
    assert gc.get_freeze_count() <= before


def test_a_process_of_a_batch_settles_once(order: Order) -> None:
    before = gc.get_freeze_count()
    ready, _ = opened(order)
    assert task.worked(ready, HERE[:1])[0].status == "done"
    settled = gc.get_freeze_count()
    assert settled > before
    task.worked(ready, HERE[:1])
    assert gc.get_freeze_count() <= settled
