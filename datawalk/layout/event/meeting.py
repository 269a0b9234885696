"""The rotation in words: how many people in which groups, and who meets whom."""

from __future__ import annotations

from collections import Counter

from datawalk.compose.event.plan import EventPlan
from datawalk.layout.event.signs import group_sign
from datawalk.words import say, say_many


def counted(plan: EventPlan) -> str:
    """How many people, and how many in each group."""
    rotation = plan.rotation
    if rotation.mixed:
        least = len(rotation.routes) // (len(plan.stops) * rotation.sets)
        most = rotation.largest
        said = str(most) if least == most else say("{low} or {high}", low=least, high=most)
        return say("{people} people: {count} at each station.", people=plan.people, count=said)
    sizes = sorted(Counter(rotation.sizes).items(), reverse=True)
    groups = ", ".join(
        say_many("1 group of {size}", "{count} groups of {size}", count, size=size)
        for size, count in sizes
    )
    told = say("{people} people: {groups}.", people=plan.people, groups=groups)
    if len(sizes) > 1:
        smallest = group_sign(rotation.sizes.index(sizes[-1][0])).name
        told += " " + say("Late guests join {group}.", group=smallest)
    return told


def met(plan: EventPlan) -> str:
    """Who meets whom, as it was counted."""
    found, rotation = plan.meetings, plan.rotation
    if not rotation.mixed:
        most = found.others[1]
        return say_many(
            "Groups stay together: you meet 1 other person.",
            "Groups stay together: you meet {count} others.",
            most,
        )
    again = found.twice + found.oftener
    if not again:
        return say("Nobody meets twice.")
    if not found.oftener:
        return say_many("1 pair meets twice.", "{count} pairs meet twice.", again)
    return say_many("1 pair meets twice or more.", "{count} pairs meet twice or more.", again)
