"""What can be done with a walk on the desk, each under the lock; all of it may raise Problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Literal

from datawalk.app.studio.desk import conflicts
from datawalk.app.studio.desk.conflicts import Choice, Contest
from datawalk.app.studio.desk.history import HistoryChange
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.merging import Clash, merged
from datawalk.app.studio.desk.sitting import Saved, Sitting, last_who, told_as
from datawalk.app.studio.desk.version import Edit, Version
from datawalk.problems import Problems, refuse

_CONTESTS = "contests.json"


@dataclass(frozen=True)
class Conflict:
    """Both changed the same: all else is saved, and the walk has theirs until somebody chooses."""

    version: Version
    contests: tuple[Contest, ...]


def changed(sitting: Sitting, tag: str, edit: Edit, told: HistoryChange) -> Saved | Conflict:
    """A change made for the version of a tag. Raises Problems where that cannot be read."""
    current, base = sitting.current(), sitting.base(tag)
    if base.manuscript is None:
        return _changed_torn(sitting, current, base, edit, told)
    mine = edit(base.manuscript)
    if tag == current.tag:
        return _kept(sitting, current, mine, told)
    if current.manuscript is None:
        return _contested_text(sitting, current, base, mine.text, told)
    both = merged(base.manuscript.data, mine.data, current.manuscript.data)
    if both.clashes:
        sitting.aside(mine.text, told, base)
    made = current.manuscript.put((), both.value)
    return _kept(sitting, current, made, told, both.clashes, both=True)


def _changed_torn(
    sitting: Sitting, current: Version, base: Version, edit: Edit, told: HistoryChange
) -> Saved | Conflict:
    """A change of what can be read of a broken text. Raises Problems where that is not enough."""
    if base.legible is None:
        raise Problems(base.problems)
    made = base.legible.whole(edit(base.legible.manuscript))
    if base.tag == current.tag:
        return sitting.store(current, made, told)
    return _contested_text(sitting, current, base, made, told)


def wrote(sitting: Sitting, tag: str, text: str, told: HistoryChange) -> Saved | Conflict:
    """A whole text in the place of that of a tag."""
    current, base = sitting.current(), sitting.base(tag)
    if tag == current.tag:
        return sitting.store(current, text, told)
    mine = sitting.read(text.encode("utf-8", "replace")).manuscript
    if not (mine and base.manuscript and current.manuscript):
        return _contested_text(sitting, current, base, text, told)
    both = merged(base.manuscript.data, mine.data, current.manuscript.data)
    if both.clashes:
        sitting.aside(text, told, base)
    made = mine.put((), both.value)
    return _kept(sitting, current, made, told, both.clashes, both=True)


def stepped(sitting: Sitting, kind: Literal["undo", "redo"], who: str) -> Saved | None:
    """The last change taken back, or made again; None where there is none."""
    current, past = sitting.current(), sitting.history.past()
    steps = past.done if kind == "undo" else past.undone
    if not steps or steps[-1].kind == "opened":
        return None
    step = steps[-1]
    then = sitting.content(step.before if kind == "undo" else step.after)
    told = replace(told_as(kind, step.what, step.where, who), of=step.number)
    return sitting.store(current, then.text, told, then.encoding)


def restored(sitting: Sitting, number: int, who: str) -> Saved:
    """The walk as it was after a change."""
    current, change = sitting.current(), _found(sitting, number)
    then = sitting.content(change.after)
    told = told_as("restore", change.what, change.where, who)
    return sitting.store(current, then.text, told, then.encoding)


def reverted(sitting: Sitting, number: int, who: str) -> Saved:
    """The walk without one change, with those that were made since.

    Raises Problems where others have changed the same.
    """
    current, change = sitting.current(), _found(sitting, number)
    after = sitting.content(change.after).manuscript
    before = sitting.content(change.before).manuscript if change.before else None
    if not (after and before and current.manuscript):
        raise refuse("This change cannot be undone by itself.", "Go back to a version.")
    both = merged(after.data, before.data, current.manuscript.data)
    if both.clashes:
        raise refuse("The same words were changed again since.", "HistoryChange them by hand.")
    made = current.manuscript.put((), both.value)
    told = told_as("restore", change.what, change.where, who)
    return sitting.store(current, made.text, told)


def contests(sitting: Sitting) -> tuple[Contest, ...]:
    """What still waits for a choice."""
    return conflicts.from_json(sitting.history.read(_CONTESTS))


def resolved(sitting: Sitting, id_: str, choice: Choice, who: str) -> Saved:
    """A choice in a contest; nothing happens to one that is not there any more."""
    current, open_ = sitting.current(), contests(sitting)
    one = next((contest for contest in open_ if contest.id == id_), None)
    if one is None:
        return Saved(current)
    told = told_as("change", "Changed in two places", one.station, who)
    made = sitting.store(current, _chosen(current, one, choice), told)
    _note(sitting, [contest for contest in open_ if contest.id != id_])
    return made


def _chosen(current: Version, one: Contest, choice: Choice) -> str:
    text = conflicts.whole_text(one)
    if choice == "theirs":
        return current.text
    if text is not None:
        return text
    if current.manuscript is None:
        raise Problems(current.problems)
    try:
        start = current.address(one.station)
        return conflicts.settled(current.manuscript, one, choice, start).text
    except KeyError:
        raise refuse("What was changed is not there any more.", "Undo brings it back.") from None


def _kept(
    sitting: Sitting,
    current: Version,
    made: Manuscript,
    told: HistoryChange,
    clashes: tuple[Clash, ...] = (),
    both: bool = False,
) -> Saved | Conflict:
    """Save a change, all but what is contested."""
    open_ = contests(sitting)
    theirs = last_who(sitting.history.past())
    made, again = conflicts.kept_open(made, current, open_, told.who)
    saved = sitting.store(current, made.text, told)
    if not (clashes or again):
        return replace(saved, both=both)
    fresh = [
        Contest(token_hex(4), station, told.who, theirs, told.when, tuple(fields))
        for station, fields in conflicts.by_station(clashes, saved.version).items()
    ]
    mine = (*again.values(), *fresh)
    _note(sitting, [*(one for one in open_ if one.id not in again), *mine])
    return Conflict(saved.version, mine)


def _contested_text(
    sitting: Sitting, current: Version, base: Version, text: str, told: HistoryChange
) -> Conflict:
    """A text that cannot be brought together with another by its settings: one is broken."""
    sitting.aside(text, told, base)
    field = conflicts.ContestedField((), base.text, text, current.text)
    theirs = last_who(sitting.history.past())
    one = Contest(token_hex(4), "", told.who, theirs, told.when, (field,))
    _note(sitting, [*contests(sitting), one])
    return Conflict(current, (one,))


def _note(sitting: Sitting, open_: Iterable[Contest]) -> None:
    try:
        sitting.history.note(_CONTESTS, conflicts.as_json(open_))
    except OSError as error:
        raise refuse(
            f"This change is not saved yet: {error.strerror or error}.", "Try again."
        ) from error


def _found(sitting: Sitting, number: int) -> HistoryChange:
    past = sitting.history.past()
    every = (*past.done, *past.undone, *past.aside)
    found = next((change for change in every if change.number == number), None)
    if found is None:
        raise refuse("That version is not kept any more.")
    return found
