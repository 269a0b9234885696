"""When and where, and who invites: the event of a walk with its logos."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from datawalk.blocks.context import Context
from datawalk.blocks.image import opened
from datawalk.compose.event.occasions import occasion_of
from datawalk.compose.event.wording import long_day
from datawalk.compose.hosts import hosts_of
from datawalk.compose.pictures import pictured
from datawalk.config.dates import day_of, plain
from datawalk.config.load import WalkFile
from datawalk.exhibits import Picture
from datawalk.problems import Problem, Problems
from datawalk.walk import Event
from datawalk.words import say, speaking, translated

T = TypeVar("T")
U = TypeVar("U")
TOLD = (
    "date",
    "time",
    "venue",
    "food",
    "childcare",
    "interpretation",
    "access",
    "contact",
)
"""Texts of the event that an author may write."""
MOST_LOGOS = 4
"""At the foot of a poster, those of the theme and of the event together."""


def event_of(file: WalkFile, context: Context) -> Event:
    """The event with its texts filled in. Raises Problems for pictures that cannot be shown."""
    written = file.config.event
    told = {name: context.fill(getattr(written, name) or "").text for name in TOLD}
    hosting, (logos, picture) = _all_of(
        lambda: hosts_of(file, context),
        lambda: _all_of(lambda: _logos(file), lambda: _picture(file, context)),
    )
    told["time"] = told["time"] or file.config.session.starts or ""
    if plain(written.date or ""):
        told["date"] = long_day(day_of(told["date"]))
    return Event(
        **told,
        hosts=tuple(host.name for host in hosting),
        hosting=hosting,
        logos=logos,
        picture=picture,
        link=written.link or "",
        people=written.people or 0,
        welcomes=tuple(dict.fromkeys(_welcomes(file))),
        occasion=occasion_of(file, context),
    )


def _all_of(first: Callable[[], T], second: Callable[[], U]) -> tuple[T, U]:
    """What both make. Raises Problems with those of both."""
    try:
        made = first()
    except Problems as found:
        try:
            second()
        except Problems as more:
            raise Problems((*found.problems, *more.problems)) from None
        raise
    return made, second()


def _picture(file: WalkFile, context: Context) -> Picture | None:
    """That of the first slide. Raises Problems for one that cannot be shown."""
    written = file.config.event.picture
    at = ("event", "picture", "file")
    return pictured(file, written, context, at) if written else None


def _welcomes(file: WalkFile) -> Iterator[str]:
    """The greeting in each language of the walk that we have words in, its own first."""
    own = file.config.language
    for code in (own, *(code for code in file.languages if code != own)):
        if translated(code):
            with speaking(code):
                yield say("Welcome!")


def _logos(file: WalkFile) -> tuple[Picture, ...]:
    """Those of the theme, then those of the event."""
    named = {"theme": file.config.theme.logos, "event": file.config.event.logos}
    found: list[Picture] = []
    problems: list[Problem] = []
    for owner, names in named.items():
        for i, name in enumerate(names):
            try:
                found.append(_logo(file, name, owner))
            except Problems as error:
                at = file.at(owner, "logos", i)
                problems += [problem.located(at) for problem in error.problems]
    here, there = len(named["event"]), len(named["theme"])
    if here + there > MOST_LOGOS:
        why = f"{here + there} logos are too many: {here} here, {there} in the theme."
        problems.append(Problem(why, f"Keep {MOST_LOGOS} in all.", file.at("event", "logos")))
    if problems:
        raise Problems(problems)
    return tuple(found)


def _logo(file: WalkFile, name: str, owner: str) -> Picture:
    data, width, height = opened(file.locate(name, owner, "logos"), name)
    alt = say("Logo: {name}", name=Path(name).stem)
    return Picture(data=data, width=width, height=height, alt=alt)
