"""The end of the guide: words to close with, and what to do when people have gone."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import results_told
from datawalk.layout.event.guide import call, hall
from datawalk.layout.event.guide.parts import GuideList, GuideSection, GuideText
from datawalk.words import say


def afterwards(plan: EventPlan) -> Iterator[GuideSection]:
    """All that comes after the rounds."""
    close = [
        say("“One line from each station, please. What should we not lose?”"),
        say("“Here are three papers. All are your choice. We can read them to you.”"),
        say("“You told us things that no number can. Thank you.”"),
        f"“{results_told(plan)} " + say("They say who acts on what.”"),
    ]
    if plan.occasion.online:
        close[1] = say(
            "“Now come links in the chat. All are your choice. We can read them to you.”"
        )
    elif not plan.occasion.ballot:
        close[1] = say("“Here are two papers. Both are your choice. We can read them to you.”")
    if not plan.occasion.online:
        yield GuideSection(say("Back together"), (GuideList(hall.together(plan), True),))
    yield GuideSection(say("Words to close with"), tuple(GuideText(said, True) for said in close))
    yield GuideSection(say("After the walk"), (GuideList(tuple(_steps(plan)), True),))


def _steps(plan: EventPlan) -> Iterator[str]:
    yield from call.after(plan) if plan.occasion.online else _steps_in_hall(plan)
    yield results_told(plan)


def _steps_in_hall(plan: EventPlan) -> Iterator[str]:
    yield say("Bring note sheets and pens to the table. Look under the chairs.")
    yield say("Talk for 20 minutes with the debrief sheet, before anyone goes home.")
    if plan.occasion.ballot:
        yield say("Two people count the votes in the open. Write down both counts.")
    yield say("Photograph each sheet that has a code, flat, with all four marks.")
    yield say("Lock up all paper. Names stay apart from notes.")
    yield say("Throw away what someone asks you to throw away.")
