"""The run of show of a walk in a hall: stations, signs of groups, papers on tables."""

from __future__ import annotations

from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.show_row import PartWords, ShowRow
from datawalk.layout.event.signs import group_sign
from datawalk.words import say


def hall_words(plan: EventPlan) -> PartWords:
    """The rows of a hall, where they are not those of a call too."""
    shown = say("Hold up the signs of the groups.")
    if plan.rotation.mixed:
        shown = say("Point to the numbers of the stations.")
    return PartWords(
        first=ShowRow(
            say("Go to your first station"),
            say("“Look at your tag. Go to the first number.”"),
            shown,
            say("Wheels and canes go first."),
        ),
        back=ShowRow(
            say("Come back"),
            say("“Please find a chair.”"),
            say("Note sheets to the table."),
            say("Sheets left at stations."),
        ),
        papers=_papers(plan),
        welcome=(
            say("Read the agreement. Point to restrooms and the quiet corner."),
            _late(plan),
        ),
        moving=(
            say("Move: “The next number on your tag.”"),
            say("Ring once at 2 minutes left. Ring twice to move."),
            say("One voice takes over: “Let’s hear someone new.”"),
        ),
        share=say("One line from each station"),
        end=say("Say three dates. Thank all. Point to the boxes."),
    )


def _late(plan: EventPlan) -> str:
    rotation = plan.rotation
    if rotation.mixed:
        return say("Late guests get a spare tag.")
    least = rotation.sizes.index(min(rotation.sizes))
    return say("Late guests join {group}.", group=group_sign(least).name)


def _papers(plan: EventPlan) -> ShowRow:
    told = say("“First the ballot. Then your step. Then the form. All are your choice.”")
    do = say("Pass three papers, one at a time. Say how to mark.")
    if not plan.occasion.ballot:
        told = say("“First your step. Then the form. Both are your choice.”")
        do = say("Pass two papers, one at a time. Say how to mark.")
    return ShowRow(say("Paper time"), told, do, say("Readers: offer to read it aloud."))
