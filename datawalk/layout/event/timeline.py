"""What happens when, from eight weeks before to a month after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.timeline import StepKind, TimelineStep, results_by
from datawalk.compose.event.wording import short_day
from datawalk.layout.event.furniture import foot, head, span_of
from datawalk.layout.event.sheet import INNER, LEFT, PALE, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.words import later, say, say_many

TOP = 1.55
TOLD: Mapping[StepKind, str] = {
    "goal": later("Set the goal. Pick the stations. Book a room with a step-free way in."),
    "partners": later("Ask partners to invite. Find hosts and note-takers for each station."),
    "flyers": later("Send flyers. Ask about access, food, language and child care."),
    "readers": later("Five residents read the posters. Fix what they do not get."),
    "print": later("Order posters. Print all sheets at 100%. Count them."),
    "train": later("Send a reminder. Train hosts for 45 minutes. Photograph a test sheet."),
    "pack": later("Pack by the list. Tape the plan of the room to the lid."),
    "day": later("{start} to {end}. Talk it over for 20 minutes. Photograph all sheets."),
    "thanks": later("Thank-you note to all. Lock up the paper."),
    "notes": later("Notes checked. Votes counted by two people."),
    "results": later("**Results to everyone who came.** The limit is day 10, {limit}."),
    "follow-up": later(
        "First follow-up on each step. Answer each number called wrong. Shred sign-in."
    ),
}


def told(plan: EventPlan, step: TimelineStep) -> str:
    """What is to do."""
    start, end = span_of(plan)
    limit = short_day(results_by(plan.occasion.day)) if plan.occasion.day else ""
    return say(TOLD[step.kind], start=start, end=end, limit=limit)


def when(step: TimelineStep) -> str:
    """How far it is from the day: '8 weeks before', 'Day 1'."""
    if not step.days:
        return say("The day")
    if step.days > 0:
        return say("Day {number}", number=step.days)
    if step.days % 7:
        return say_many("1 day before", "{count} days before", -step.days)
    return say_many("1 week before", "{count} weeks before", -step.days // 7)


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet, where the day is known."""
    steps = materials.plan.steps
    if not steps:
        return
    sheet = EventSheet(materials)
    head(sheet, "when", say("Timeline. Counted back from the date"), say("What happens when"))
    color = sheet.theme.pillar("welcome")
    step = (sheet.height - 0.75 - TOP) / len(steps)
    sheet.rule(2.4, TOP + 0.25, 2.4, TOP + step * (len(steps) - 1) + 0.25, color, 0.04)
    for i, one in enumerate(steps):
        _row(sheet, one, TOP + i * step)
    moved = say(
        "A day on a weekend moves to the Friday before. The dates are in a calendar file too."
    )
    foot(sheet, moved, say("Tick when done"))
    yield sheet.page("timeline", "timeline", say("What happens when"))


def _row(sheet: EventSheet, step: TimelineStep, y: float) -> None:
    theme = sheet.theme
    color, accent = theme.pillar("welcome"), theme.accent
    hue = accent if step.kind == "results" else color
    large = step.kind in ("day", "results")
    if large:
        ground = tint(theme, color, PALE) if step.kind == "day" else theme.paper
        sheet.rect(LEFT, y - 0.06, INNER, 0.64, ground, hue, 0.025, 0.08)
        sheet.rule(2.4, y - 0.04, 2.4, y + 0.56, color, 0.04)
    head_hue = accent if step.kind == "results" else theme.ink
    sheet.text(0.62, y - 0.02, 1.65, when(step), 12, "black", head_hue, most=1)
    sheet.text(0.62, y + 0.2, 1.65, short_day(step.day), 12, color=theme.muted, most=1)
    sheet.circle(2.4, y + 0.25, 0.15 if large else 0.11, theme.paper)
    sheet.circle(2.4, y + 0.25, 0.12 if large else 0.08, hue)
    said, room = told(sheet.materials.plan, step), 4.6
    tall = sheet.tall(said, room, 12)
    sheet.text(2.7, y + 0.23 - tall / 2, room, said, 12, most=2)
    sheet.rect(7.5, y + 0.12, 0.26, 0.26, theme.paper, theme.ink, 0.018, 0.02)
