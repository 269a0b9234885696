"""The parts before the stations: welcome, agenda, what people take home, hosts, the method."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk import prose
from datawalk.blocks.filled import Filled
from datawalk.compose.event.clock import USUAL
from datawalk.compose.event.wording import clock_time
from datawalk.compose.session.given import Given, bulleted, slides
from datawalk.config.session import AgendaConfig
from datawalk.exhibits import Bullets, Row, Table
from datawalk.walk import AgendaItem, Station
from datawalk.words import say, say_many

WELCOME, METHOD, CLOSING = 10, 5, 10
"""Minutes of an agenda that nobody wrote: SI Canada's toolkit plans as much around its walks."""


def welcome(given: Given) -> Station:
    """What people should know before they begin."""
    usual = (
        say(
            "Thank you for coming. You know {place}: the numbers need what you know.",
            place=_place(given),
        ),
        say("Ask when a word or a number is not clear. Somebody else wonders too."),
        say("Tell only what you want to tell. Step out whenever you need to."),
    )
    return slides(
        say("Welcome"),
        [bulleted(_texts(given, given.session.welcome, usual))],
        say(
            "Greet people and say who invited them. Point out the exits, the restrooms, the food, "
            "a quiet corner, and who can translate. Some numbers can hurt: anyone may step out."
        ),
        "welcome",
    )


def _place(given: Given) -> str:
    return given.walk.place.name


def _texts(given: Given, written: Sequence[str], usual: Sequence[str]) -> list[Filled]:
    """The author's texts with their figures, or ours."""
    return [given.context.fill(text) for text in written] or [Filled(text) for text in usual]


def agenda(given: Given) -> Station:
    """What happens when; how long each part takes where nobody said when it starts."""
    starts = given.walk.event.occasion.starts
    items = agenda_items(given)
    rows = [Row(item.when, (prose.plain(item.what),)) for item in items]
    texts = [text for line in _lines(given) for text in (line.what, line.about or "")]
    told = [figure for text in texts for figure in given.context.fill(text).figures]
    table = Table(
        stub_head=say("How long") if starts is None else say("When"),
        columns=(say("What"),),
        rows=tuple(rows),
        marked=tuple(item.what for item in items if len(item.what) > 1),
        figures=tuple(told),
    )
    notes = say("Tell how long it takes, when there is a break, and that people may come and go.")
    return slides(say("What we will do"), [table], notes, "agenda")


def agenda_items(given: Given) -> tuple[AgendaItem, ...]:
    """The parts in their order; after the last, where clock times are known, the end."""
    starts = given.walk.event.occasion.starts
    items: list[AgendaItem] = []
    passed = 0
    for line in _lines(given):
        minutes = line.minutes or _walking(given)
        clock = "" if starts is None else clock_time(starts + passed)
        when = clock or say("{minutes} min", minutes=minutes)
        about = given.context.fill(line.about or "").words
        items.append(AgendaItem(when, given.context.fill(line.what).words, about, minutes))
        passed += minutes
    if starts is not None:
        items.append(AgendaItem(clock_time(starts + passed), (prose.Run(say("The end")),)))
    return tuple(items)


def _lines(given: Given) -> tuple[AgendaConfig, ...]:
    if given.session.agenda:
        return given.session.agenda
    if _planned(given):
        return _evening()
    vision = sum(station.minutes for station in given.visioning)
    together = (AgendaConfig(what=say("What we want, and who does what"), minutes=vision or 1),)
    return (
        AgendaConfig(what=say("Welcome"), minutes=WELCOME),
        AgendaConfig(what=say("How it works"), minutes=METHOD),
        AgendaConfig(what=say("Walk from station to station")),
        *(together if vision else ()),
        AgendaConfig(what=say("What comes next"), minutes=CLOSING),
    )


def _planned(given: Given) -> bool:
    """Whether the times of the evening are those of the event's plan."""
    return bool(given.walk.event.occasion.people) and not given.walk.together


def _evening() -> tuple[AgendaConfig, ...]:
    """The parts of the plan as guests are told of them (compose/event/clock.py)."""
    minutes = dict(USUAL)
    before = minutes["welcome"] + minutes["first"]
    talk = minutes["back"] + minutes["share"] + minutes["papers"]
    return (
        AgendaConfig(what=say("Welcome"), minutes=before),
        AgendaConfig(what=say("Walk from station to station")),
        AgendaConfig(what=say("What we want, and who does what"), minutes=talk),
        AgendaConfig(what=say("What comes next"), minutes=minutes["next"]),
    )


def _walking(given: Given) -> int:
    """Minutes of stations and ways, without those of stations where people say what they want.

    In the plan of an event all stations are gone round to.
    """
    if _planned(given):
        return given.walk.minutes
    return max(1, given.walk.minutes - sum(station.minutes for station in given.visioning))


def takeaways(given: Given) -> Station:
    """What people go home with."""
    usual = (
        say("What the numbers say about {place}, and how sure they are.", place=_place(given)),
        say("What your neighbors know that no number says."),
        say("A next step, and people to take it with."),
    )
    items = bulleted(_texts(given, given.session.takeaways, usual))
    notes = say("Ask people what they hope to take home. Write it where all can see it.")
    return slides(say("What you will take home"), [items], notes, "takeaways")


def hosts(given: Given) -> Station | None:
    """Who invites; nothing where nobody is named."""
    event = given.walk.event
    if not event.hosts:
        return None
    told = (filter(None, (host.name, host.role, host.organization)) for host in event.hosting)
    items = Bullets(items=tuple(prose.words(", ".join(parts)) for parts in told))
    notes = say("Let each host say in one sentence why they are here. Name who paid for it.")
    return slides(say("Who is hosting"), [items], notes, "hosts")


def about(given: Given) -> Station | None:
    """What a data walk is, in four steps; nothing where a station welcomes people with it."""
    if any(station.pillar == "welcome" for station in given.walk.stations):
        return None
    stations = say_many("1 station", "{count} stations", len(given.walk.stations))
    steps = (
        say("**Walk** in a small group: {stations} in all.", stations=stations),
        say("**Look.** What do the numbers say? What do they leave out?"),
        say("**Talk.** What fits what you see? What does not? Every voice counts the same."),
        say("**Write** what you think, and hang it up. At the end we choose what to do."),
    )
    told = Bullets(items=tuple(map(prose.words, steps)), form="numbers")
    notes = say(
        "A data walk shares numbers as a gallery shares pictures. The Urban Institute wrote the "
        "method down. Nobody has to be good at math: the numbers tell a part of the story, and the "
        "people in the room know the rest."
    )
    return slides(say("What is a data walk?"), [told], notes, "about")
