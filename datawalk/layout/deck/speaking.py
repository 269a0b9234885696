"""The order of speaking: what to say, what to ask, and what comes then, on every slide shown.

All else that notes hold stands apart, under heads of its own, and is not read aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from datawalk.layout.deck.draft import SlideDraft
from datawalk.page.document import Note
from datawalk.words import say

LEAST, MOST = 40, 110
"""Words that are said on a slide; more take longer than people listen."""
LISTED = 3
"""Semicolons of a list: figures in line, which people look up and do not listen to."""


def scripted(drafts: Sequence[SlideDraft]) -> list[SlideDraft]:
    """The drafts, those that are shown with notes in the order of speaking."""
    shown = [draft for draft in drafts if not draft.hidden]
    after = {id(draft): following for draft, following in pairwise(shown)}
    return [
        draft
        if draft.hidden
        else replace(draft, notes=spoken_notes(draft.notes, draft, after.get(id(draft))))
        for draft in drafts
    ]


def spoken_notes(
    notes: Sequence[Note], draft: SlideDraft | None, following: SlideDraft | None
) -> tuple[Note, ...]:
    """Say, Ask, Then, in so many words as people listen to; then the rest as it was."""
    held = {note.head: note.lines for note in notes}
    asked = held.pop(say("Ask"), ()) or (_asking(draft),)
    then = _then(draft, following, " ".join(held.pop(say("Then"), ())))
    told = held.pop(say("Say"), ())
    listed = tuple(filter(_is_list, told))
    begun = tuple(line for line in told if line not in listed)
    if not begun or words_in((*begun, *asked, then)) < LEAST:
        begun = (*begun, _reading())
    said, more = _in_time(begun, (*asked, then))
    spoken = (Note(say("Say"), said), Note(say("Ask"), asked), Note(say("Then"), (then,)))
    more = (*more, *listed)
    left = (Note(say("If there is time"), more),) if more else ()
    return (*spoken, *left, *(Note(head, lines) for head, lines in held.items()))


def words_in(lines: Sequence[str]) -> int:
    """How many words these lines have."""
    return sum(len(line.split()) for line in lines)


def _is_list(line: str) -> bool:
    """Whether this is read by nobody aloud."""
    return line.count(";") >= LISTED


def _in_time(
    said: tuple[str, ...], others: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that there is time for, one at least, and those that are left."""
    count = len(said)
    while count > 1 and words_in((*said[:count], *others)) > MOST:
        count -= 1
    return said[:count], said[count:]


def _reading() -> str:
    return say("Read aloud what stands here, slowly, and give everyone time to read it too.")


def _asking(draft: SlideDraft | None) -> str:
    if draft and draft.opening and draft.station:
        return say("What would you guess before we look? What makes you think so?")
    if draft and draft.station and draft.station.pillar == "welcome":
        return say("Which of these steps is not clear yet? Who has been to a walk before?")
    if draft and draft.station:
        return say("What do you see first? What would you like to know more about?")
    return say("What is not clear yet? Who would like to add something?")


def _then(draft: SlideDraft | None, following: SlideDraft | None, led: str) -> str:
    """What the speaker does before the next slide, unless `led` says it, and which one that is."""
    if following is None:
        return say(
            "Leave this up while people go, and stay for those who want to talk. Say when they "
            "will hear from you again."
        )
    return " ".join(_steps(draft, following, led))


def _steps(draft: SlideDraft | None, following: SlideDraft, led: str) -> Iterator[str]:
    if led:
        yield led
    elif draft and draft.station and draft.station.pillar == "welcome":
        yield say("Walk through the steps once with a few people, at a poster that all can see.")
    elif draft and draft.station:
        yield say("Give people a quiet minute to look and to write. Hear two or three of them.")
    else:
        yield say("Leave this up until everyone has read it, and answer one question.")
    here = draft.station.number if draft and draft.station else 0
    if following.station and following.station.number not in (0, here):
        yield say("Then go on to station {number}.", number=following.station.number)
    else:
        yield say("Then go on to “{title}”.", title=following.title.rstrip("."))
