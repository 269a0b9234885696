"""Work that takes a while: told as it goes on, and stopped when asked."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Literal

from datawalk.problems import Problem, Problems

MOST_KEPT = 16
"""Pieces of work that are remembered after their end."""

State = Literal["going", "done", "stopped", "troubled"]


class StoppedError(Exception):
    """The person asked to stop."""


@dataclass
class Task:
    """One piece of work, shown on the page `back`.

    `said` is what is being done, `share` how much of it is done (0 to 1, or None where nobody
    knows); `made` is what it gave, `found` why it gave nothing.
    """

    name: str
    about: str
    back: str = "/"
    said: str = ""
    share: float | None = None
    state: State = "going"
    found: tuple[Problem, ...] = ()
    made: object = None
    _stop: Event = field(default_factory=Event, repr=False)

    def tell(self, said: str, share: float | None = None) -> None:
        """Say what begins. Raises StoppedError where the person asked to stop."""
        if self._stop.is_set():
            raise StoppedError
        self.said, self.share = said, share

    def stop(self) -> None:
        """Ask it to end at its next step."""
        self._stop.set()

    @property
    def percent(self) -> int | None:
        return None if self.share is None else int(100 * self.share)


class Tasks:
    """The work of one studio, by names that nobody can guess."""

    def __init__(self) -> None:
        self._tasks: OrderedDict[str, Task] = OrderedDict()
        self._lock = Lock()

    def begin(self, about: str, work: Callable[[Task], object], back: str = "/") -> Task:
        """Start `work` beside everything else; that about the same thing is going on but once."""
        with self._lock:
            for task in self._tasks.values():
                if task.about == about and task.state == "going":
                    return task
            task = Task(secrets.token_urlsafe(9), about, back)
            self._tasks[task.name] = task
            while len(self._tasks) > MOST_KEPT:
                self._forget()
        Thread(target=_run, args=(task, work), daemon=True).start()
        return task

    def _forget(self) -> None:
        ended = next((name for name, task in self._tasks.items() if task.state != "going"), None)
        self._tasks.pop(ended or next(iter(self._tasks))).stop()

    def get(self, name: str) -> Task | None:
        with self._lock:
            return self._tasks.get(name)

    def latest(self, about: str) -> Task | None:
        """The newest piece of work about something."""
        with self._lock:
            return next((j for j in reversed(self._tasks.values()) if j.about == about), None)

    def stop_all(self) -> None:
        with self._lock:
            for task in self._tasks.values():
                task.stop()


def _run(task: Task, work: Callable[[Task], object]) -> None:
    try:
        task.made = work(task)
        task.state = "done"
    except StoppedError:
        task.state = "stopped"
    except Problems as found:
        task.found, task.state = found.problems, "troubled"
    except BaseException:
        # The page must not wait for ever; the traceback goes where threads put theirs.
        task.state = "troubled"
        raise
