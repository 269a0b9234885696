"""A walk that people edit: every change is on the disk at once, and every one can be undone.

What is in the walk's file counts. Each change is made for a version that somebody saw; where the
file says something else by then, both are brought together, and nothing that anybody wrote is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from datawalk.app.studio.desk import steps
from datawalk.app.studio.desk.conflicts import Choice, Contest
from datawalk.app.studio.desk.history import History, HistoryChange, Past
from datawalk.app.studio.desk.sitting import Saved, Sitting, told_as
from datawalk.app.studio.desk.steps import Conflict
from datawalk.app.studio.desk.storage import Changed, contents, held, tag_of
from datawalk.app.studio.desk.version import Edit, Version, version
from datawalk.inputs import resolved
from datawalk.problems import Problems, refuse

Done = TypeVar("Done")
TRIES = 5
"""How often a change is made again for a file that was changed at that very moment."""
KEPT = 8
"""How many versions are kept as they were read."""


class Desk:
    """The file of one walk. Any number of desks, threads and programs may have the same one.

    Whatever cannot be read or saved is raised as Problems; then the file is as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[Version, ...] = ()
        self._looking = Lock()

    def now(self) -> Version:
        """The walk as it lies on the disk."""
        sitting = self._sitting()
        current = self._read(contents(sitting.real))
        if sitting.history.past().head == current.tag and not sitting.history.announced():
            return sitting.named(current)
        with suppress(Problems), held(sitting.real):
            return sitting.current()
        return sitting.named(current)

    def change(
        self, tag: str, edit: Edit, what: str, where: str = "", who: str = ""
    ) -> Saved | Conflict:
        """Make a change for the version of `tag`, which may not be the newest any more.

        `what` says it in words, `where` is the id of its station, `who` makes it. Raises what
        `edit` raises, too.
        """
        told = told_as("change", what, where, who)
        return self._again(lambda sitting: steps.changed(sitting, tag, edit, told))

    def write(self, tag: str, text: str, what: str, who: str = "") -> Saved | Conflict:
        """Put another text in the place of that of `tag`; it may be broken."""
        told = told_as("change", what, "", who)
        return self._again(lambda sitting: steps.wrote(sitting, tag, text, told))

    def undo(self, who: str = "") -> Saved | None:
        """Take the last change back, whoever made it; None where there is none."""
        return self._again(lambda sitting: steps.stepped(sitting, "undo", who))

    def redo(self, who: str = "") -> Saved | None:
        """Make the change again that was taken back last; None where there is none."""
        return self._again(lambda sitting: steps.stepped(sitting, "redo", who))

    def next_steps(self) -> tuple[HistoryChange | None, HistoryChange | None]:
        """What `undo` and what `redo` would concern."""
        past = self._past()
        back = past.done[-1] if past.done and past.done[-1].kind != "opened" else None
        return back, past.undone[-1] if past.undone else None

    def versions(self) -> tuple[HistoryChange, ...]:
        """The changes that can be undone, and versions that were not taken; the newest first."""
        past = self._past()
        return tuple(sorted((*past.aside, *past.done), key=lambda one: -one.number))

    def version(self, tag: str) -> Version | None:
        """What the walk was at some time; None where that is not kept any more."""
        sitting = self._sitting()
        content = sitting.history.text(tag)
        return None if content is None else sitting.named(self._read(content))

    def restore(self, number: int, who: str = "") -> Saved:
        """Go back to how the walk was after a change. That is a change too."""
        return self._again(lambda sitting: steps.restored(sitting, number, who))

    def revert(self, number: int, who: str = "") -> Saved:
        """Undo one change and keep those that were made since."""
        return self._again(lambda sitting: steps.reverted(sitting, number, who))

    def contests(self) -> tuple[Contest, ...]:
        """What still waits for a choice."""
        return steps.contests(self._sitting())

    def resolve(self, contest: str, choice: Choice, who: str = "") -> Saved:
        """Choose mine, theirs or both in a contest, named by its id."""
        return self._again(lambda sitting: steps.resolved(sitting, contest, choice, who))

    def _sitting(self) -> Sitting:
        real = resolved(self.path, str(self.path))
        return Sitting(real, History(real), self._read)

    def _again(self, step: Callable[[Sitting], Done]) -> Done:
        """A step under the lock; once more where another program writes at that very moment."""
        sitting = self._sitting()
        with held(sitting.real):
            for _ in range(TRIES):
                with suppress(Changed):
                    return step(sitting)
        raise refuse("Another program writes this walk all the time.", "Close it; then try again.")

    def _past(self) -> Past:
        self.now()
        return self._sitting().history.past()

    def _read(self, content: bytes) -> Version:
        tag = tag_of(content)
        found = next((one for one in self._seen if one.tag == tag), None)
        found = found or version(content, self.path.name)
        with self._looking:
            self._seen = (found, *(one for one in self._seen if one.tag != tag))[:KEPT]
        return found
