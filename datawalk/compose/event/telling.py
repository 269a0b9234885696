"""The plan in words: moments on the clock, and what is to do at each step."""

from __future__ import annotations

from collections.abc import Mapping

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.timeline import StepKind, TimelineStep, results_by
from datawalk.compose.event.wording import bare_time, clock_time, month_day, short_day_within
from datawalk.words import later, say, say_many

TOLD: Mapping[StepKind, str] = {
    "goal": later("Set the goal. Pick the stations. Book a room with a step-free way in."),
    "partners": later("Ask partners to invite. Find hosts and note-takers for each station."),
    "flyers": later("Send flyers. Ask about access, food, language and child care."),
    "readers": later("Five residents read the posters. Fix what they do not get."),
    "print": later("Order posters. Print all sheets at 100%. Count them."),
    "train": later("Send a reminder. Train hosts for 45 minutes. Photograph a test sheet."),
    "pack": later("Pack by the list. Tape the plan of the room to the lid."),
    "day": later("From {start} to {end}; then talk it over for 20 minutes. Photograph all sheets."),
    "thanks": later("Thank-you note to all. Lock up the paper."),
    "notes": later("Notes checked. Votes counted by two people."),
    "results": later("**Results to everyone who came.** The limit is day 10, {limit}."),
    "follow-up": later(
        "First follow-up on each step. Answer each number called wrong. Shred sign-in."
    ),
}

ON_A_CALL: Mapping[StepKind, str] = {
    "goal": later("Set the goal. Pick the stations. Choose a call that has rooms and captions."),
    "partners": later("Ask partners to invite. Find a host and a note-taker for each room."),
    "flyers": later("Send flyers with the link. Ask about access, language and phones."),
    "readers": later("Five residents look at the slides. Fix what they do not get."),
    "print": later("Make the rooms and the shared document. Try each link on a phone."),
    "train": later("Send a reminder. Train hosts for 45 minutes on the call itself."),
    "pack": later("Send the link and a phone number to all. Put the slides in each room."),
    "day": later("From {start} to {end}; then talk it over for 20 minutes. Save chat and notes."),
    "thanks": later("Thank-you note to all. Close the shared document for guests."),
    "follow-up": later(
        "First follow-up on each step. Answer each number called wrong. Delete lists of names."
    ),
}
"""What is to do for a walk on a call, where it is something else."""
NO_VOTES: Mapping[StepKind, str] = {"notes": later("Notes checked by two people.")}
"""The same where nobody votes."""


def step_told(plan: EventPlan, step: TimelineStep) -> str:
    """What is to do."""
    start, end = span_of(plan)
    limit = short_day_within(results_by(plan.occasion.day)) if plan.occasion.day else ""
    call, votes = plan.occasion.online, plan.occasion.ballot
    told = {**TOLD, **(ON_A_CALL if call else {}), **({} if votes else NO_VOTES)}
    return say(told[step.kind], start=start, end=end, limit=limit)


def step_when(step: TimelineStep) -> str:
    """How far it is from the day: '8 weeks before', 'Day 1'."""
    if not step.days:
        return say("The day")
    if step.days > 0:
        return say("Day {number}", number=step.days)
    if step.days % 7:
        return say_many("1 day before", "{count} days before", -step.days)
    return say_many("1 week before", "{count} weeks before", -step.days // 7)


def time_of(plan: EventPlan, minutes: int) -> str:
    """A moment of the evening on the clock: 6:10; without a start how long it has gone: 0:10."""
    starts = plan.clock.starts
    if starts is None:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return bare_time(starts + minutes)


def span_of(plan: EventPlan) -> tuple[str, str]:
    """When the evening begins and when it ends."""
    starts = plan.clock.starts
    if starts is None:
        return time_of(plan, 0), time_of(plan, plan.clock.minutes)
    return time_of(plan, 0), clock_time(starts + plan.clock.minutes)


def results_told(plan: EventPlan) -> str:
    """When people get the results."""
    if plan.occasion.day:
        return say("We send the results by {day}.", day=month_day(results_by(plan.occasion.day)))
    return say("We send the results in ten days.")
