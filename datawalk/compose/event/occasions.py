"""From the settings of the event and of the session to what its plan is made from."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.blocks.context import Context
from datawalk.compose.event.wording import own_name
from datawalk.config.dates import day_of
from datawalk.config.event import OnlineConfig, RoomConfig
from datawalk.config.hours import begin, minutes_of_day
from datawalk.config.load import WalkFile
from datawalk.config.outputs import PosterOutput
from datawalk.config.sheets import inches
from datawalk.problems import At
from datawalk.walk.occasion import (
    AgendaLine,
    Hall,
    Occasion,
    OnlineCall,
    Opening,
    Pause,
    RoomTable,
)

SETTINGS = (
    "people",
    "date",
    "groups",
    "group_count",
    "minutes",
    "round",
    "move",
    "breaks",
    "room",
    "online",
    "ballot",
)


def occasion_of(file: WalkFile, context: Context) -> Occasion:
    """What the event says of itself, with the start and the agenda of the session."""
    event, session = file.config.event, file.config.session
    return Occasion(
        people=event.people or 0,
        day=day_of(event.date or ""),
        starts=minutes_of_day(session.starts) if session.starts else begin(event.time or ""),
        minutes=event.minutes or 0,
        mixed=event.groups == "mixed",
        group_count=event.group_count or 0,
        round=event.round or 0,
        move=event.move or 0,
        pauses=tuple(Pause(one.after, one.minutes) for one in event.breaks),
        agenda=tuple(
            AgendaLine(context.fill(line.what).text, line.minutes or 0) for line in session.agenda
        ),
        languages=event.languages or tuple(map(own_name, file.languages)),
        prices=tuple(sorted(event.prices.items())),
        hall=_hall(event.room) if event.room else None,
        poster=_poster_width(file),
        together=session.walk == "together",
        ballot=tuple(context.fill(choice).text for choice in event.ballot),
        ranked=event.vote == "ranked",
        translations=tuple(code for code in file.languages if code != file.config.language),
        audience=file.audience,
        online=_online(event.online) if event.online else None,
        lines=tuple(_lines(file)),
    )


def _hall(room: RoomConfig) -> Hall:
    return Hall(
        room.width,
        room.depth,
        tuple(Opening(door.wall, door.at, door.width) for door in room.doors),
        tuple(Opening(outlet.wall, outlet.at) for outlet in room.outlets),
        tuple(RoomTable(t.name, t.x, t.y, t.width, t.depth) for t in room.tables),
    )


def _online(call: OnlineConfig) -> OnlineCall:
    return OnlineCall(call.link or "", call.notes or "", call.rooms)


def _poster_width(file: WalkFile) -> float:
    """Inches; of the first posters of the walk."""
    posters = (output for output in file.config.outputs if isinstance(output, PosterOutput))
    return next((inches(output.size)[0] for output in posters), Occasion().poster)


def _lines(file: WalkFile) -> Iterator[tuple[str, At]]:
    """Where the settings stand that are written."""
    written = file.config.event.model_fields_set
    yield from ((name, file.at("event", name)) for name in SETTINGS if name in written)
    yield "event", file.at("event")
    yield "stations", file.at("stations")
    if "agenda" in file.config.session.model_fields_set:
        yield "agenda", file.at("session", "agenda")
