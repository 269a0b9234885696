"""Who invites, with what they do, where they are from, and their photos."""

from __future__ import annotations

from datawalk.blocks.context import Context
from datawalk.blocks.image import opened
from datawalk.config.load import WalkFile
from datawalk.exhibits import Picture
from datawalk.problems import Problem, Problems
from datawalk.walk import Host
from datawalk.words import say


def hosts_of(file: WalkFile, context: Context) -> tuple[Host, ...]:
    """The hosts in their order. Raises Problems for all photos that cannot be shown."""
    found: list[Host] = []
    problems: list[Problem] = []
    for i, host in enumerate(file.config.event.hosts):
        parts = (host.name, host.role or "", host.organization or "")
        name, role, home = (context.fill(part).text for part in parts)
        try:
            photo = _photo(file, i, name, host.photo)
            found.append(Host(name, role, home, photo, host.email or "", host.phone or ""))
        except Problems as error:
            at = file.at("event", "hosts", i, "photo")
            problems += [problem.located(at) for problem in error.problems]
    if problems:
        raise Problems(problems)
    return tuple(found)


def _photo(file: WalkFile, index: int, name: str, photo: str | None) -> Picture | None:
    if not photo:
        return None
    path = file.locate(photo, "event", "hosts", index, "photo")
    data, width, height = opened(path, photo)
    return Picture(data=data, width=width, height=height, alt=say("Photo of {name}", name=name))
