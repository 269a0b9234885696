"""When and where, and who invites: the event of a walk with its logos."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from datawalk.blocks.context import Context
from datawalk.blocks.image import opened
from datawalk.config.load import WalkFile
from datawalk.exhibits import Picture
from datawalk.problems import Problem, Problems
from datawalk.walk import Event
from datawalk.words import say, speaking, translated

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
    """The event with its texts filled in. Raises Problems for logos that cannot be shown."""
    written = file.config.event
    told = {name: context.fill(getattr(written, name) or "").text for name in TOLD}
    told["time"] = told["time"] or file.config.session.starts or ""
    return Event(
        **told,
        hosts=tuple(context.fill(host).text for host in written.hosts),
        logos=_logos(file),
        link=written.link or "",
        people=written.people or 0,
        welcomes=tuple(dict.fromkeys(_welcomes(file))),
    )


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
