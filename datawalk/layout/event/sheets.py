"""The table of all sheets of the event: a row and a module for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from datawalk.compose.event.plan import EventPlan, plan_of
from datawalk.config.outputs import EventSheetName
from datawalk.layout.event import (
    agreement,
    ballot,
    booklet,
    consent,
    debrief,
    evaluation,
    exit_card,
    floor_plan,
    invitation,
    large_print,
    my_step,
    note_key,
    notes,
    pledge_wall,
    quote_form,
    rotation,
    run_of_show,
    sign_in,
    spare_notes,
    station_card,
    supplies,
    tags,
    tally,
    timekeeper,
    timeline,
    wall_field,
    way_signs,
    who_counted,
)
from datawalk.layout.event.guide import pages as guide
from datawalk.layout.event.sheet import Materials
from datawalk.page.document import Document, Page
from datawalk.problems import refuse
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk


def _once(_: EventPlan) -> int:
    return 1


def _twice(_: EventPlan) -> int:
    return 2


def _hosts(plan: EventPlan) -> int:
    """Two for the wall, and one for the host of each group."""
    return plan.groups + 2


def _posters(plan: EventPlan) -> int:
    """One for each poster."""
    return len(plan.stops) * plan.rotation.sets


def _sets(plan: EventPlan) -> int:
    """One for each set of posters."""
    return plan.rotation.sets


@dataclass(frozen=True, slots=True)
class SheetKind:
    """Its pages, how often each of them is printed, and whether it serves on a call too."""

    name: EventSheetName
    pages: Callable[[Materials], Iterator[Page]]
    copies: Callable[[EventPlan], int] = _once
    online: bool = False


SHEETS: tuple[SheetKind, ...] = (
    SheetKind("run-of-show", run_of_show.pages, _twice, online=True),
    SheetKind("rotation", rotation.pages, _hosts, online=True),
    SheetKind("guide", guide.pages, _hosts, online=True),
    SheetKind("timekeeper", timekeeper.pages, online=True),
    SheetKind("tags", tags.pages),
    SheetKind("sign-in", sign_in.pages),
    SheetKind("station-card", station_card.pages, online=True),
    SheetKind("notes", notes.pages),
    SheetKind("spare-notes", spare_notes.pages),
    SheetKind("wall-field", wall_field.pages),
    SheetKind("note-key", note_key.pages, _posters),
    SheetKind("who-counted", who_counted.pages, _sets),
    SheetKind("agreement", agreement.pages),
    SheetKind("way-signs", way_signs.pages),
    SheetKind("booklet", booklet.pages, booklet.copies),
    SheetKind("large-print", large_print.pages, large_print.copies),
    SheetKind("ballot", ballot.pages),
    SheetKind("tally", tally.pages, _twice),
    SheetKind("my-step", my_step.pages),
    SheetKind("pledge-wall", pledge_wall.pages),
    SheetKind("evaluation", evaluation.pages),
    SheetKind("consent", consent.pages),
    SheetKind("quote-form", quote_form.pages),
    SheetKind("exit-card", exit_card.pages),
    SheetKind("debrief", debrief.pages, online=True),
    SheetKind("invitation", invitation.pages, online=True),
    SheetKind("floor-plan", floor_plan.pages),
    SheetKind("timeline", timeline.pages, online=True),
    # The last: it counts the pages of the others.
    SheetKind("supplies", supplies.pages),
)
OWN = ("supplies",)
"""Sheets of one page that are counted before they are drawn."""


def arrange_event(
    measurer: Measurer, walk: Walk, theme: Theme, size: str, only: Sequence[EventSheetName] = ()
) -> Document:
    """All sheets, or `only` some, in the order of the table. Raises Problems of the plan.

    For a walk on a call those that are no paper to write on.
    """
    plan = plan_of(walk)
    materials = Materials(plan, walk, measurer, theme, size)
    online = bool(plan.occasion.online)
    wanted = [kind for kind in SHEETS if not only or kind.name in only]
    if online and only and (paper := [kind.name for kind in wanted if not kind.online]):
        serves = ", ".join(kind.name for kind in SHEETS if kind.online)
        what = f"{paper[0]} is for paper, and this walk is on a call (online:)."
        raise refuse(what, f"Write some of: {serves}.", plan.occasion.line("online"))
    wanted = [kind for kind in wanted if kind.online or not online]
    made: list[Page] = []
    printed: list[tuple[str, int]] = []
    for kind in wanted:
        if kind.name in OWN:
            printed.append((kind.name, kind.copies(plan)))
        found = list(kind.pages(replace(materials, pages=tuple(printed))))
        made += found
        if kind.name not in OWN and found:
            printed.append((kind.name, len(found) * kind.copies(plan)))
    return Document("event", walk.title, walk.language, tuple(made), theme, left=plan.told)


def pages_to_print(plan: EventPlan, document: Document) -> tuple[tuple[str, int], ...]:
    """Each kind of sheet that was made, and how many pages of it are to be printed."""
    made = [page.section for page in document.pages]
    return tuple(
        (kind.name, made.count(kind.name) * kind.copies(plan))
        for kind in SHEETS
        if kind.name in made
    )
