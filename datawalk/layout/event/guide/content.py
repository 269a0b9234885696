"""The words of the guide, at most 2,500: whoever has only these can run the evening."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import span_of
from datawalk.icons.choices import icon_for
from datawalk.layout.event.guide.after import afterwards
from datawalk.layout.event.guide.asked import hard_moments
from datawalk.layout.event.guide.before import beginnings
from datawalk.layout.event.guide.parts import Guide, GuideSection, GuideText
from datawalk.layout.event.guide.stations import MOST_NUMBERS, station_section
from datawalk.walk import Walk
from datawalk.words import say

MOST_WORDS = 2500


def guide_of(walk: Walk, plan: EventPlan) -> Guide:
    """The guide; of walks with many stations fewer numbers of each are told, never part of one."""
    made = _guide(walk, plan, MOST_NUMBERS)
    for most in range(MOST_NUMBERS - 1, -1, -1):
        if made.words <= MOST_WORDS:
            break
        made = _guide(walk, plan, most)
    return made


def _guide(walk: Walk, plan: EventPlan, most: int) -> Guide:
    start, end = span_of(plan)
    span = say("{start} to {end}", start=start, end=end)
    place = (walk.event.date, span, walk.event.venue)
    return Guide(
        say("Facilitator’s guide"),
        walk.title,
        say("You keep the talk fair, on time and in their words. You need not know the answers."),
        ". ".join(filter(None, place)) + ".",
        (
            (
                icon_for("sign", "here"),
                say("Keep it fair"),
                say("Every voice counts the same. Ask who has not spoken."),
            ),
            (
                icon_for("sign", "minutes"),
                say("Keep time"),
                say("Say when 2 minutes are left. Then all move.")
                if plan.occasion.online
                else say("One bell: 2 minutes left. Two bells: move."),
            ),
            (
                icon_for("sign", "write"),
                say("Keep their words"),
                say("The note-taker writes what was said. No names."),
            ),
        ),
        tuple(_sections(walk, plan, most)),
        say("Page {number} of {count}", number="{number}", count="{count}"),
    )


def _sections(walk: Walk, plan: EventPlan, most: int) -> Iterator[GuideSection]:
    yield from beginnings(walk, plan)
    told = say(
        "Read the fact first, then what it does not say. You may say: “I do not know. Let’s write "
        "that down.” Each number here is on the poster too."
    )
    yield GuideSection(say("What each number says"), (GuideText(told),))
    yield from (station_section(station, most) for station in walk.stations)
    yield from hard_moments(walk, plan)
    yield from afterwards(plan)
