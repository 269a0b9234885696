"""New walks in the folder: begun for a place, or the finished sample as a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

from datawalk import shipped
from datawalk.app.new import walk as start
from datawalk.app.new.stations import Choice, named
from datawalk.app.new.walk import NewEvent
from datawalk.app.studio.line.offers import files_for
from datawalk.app.studio.line.shelf import slug
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.model import Place
from datawalk.output.folder import write
from datawalk.problems import refuse

SAMPLE = "boone.yaml"
MOST_TRIED = 200
"""Folders of one name, before another is asked for."""


def planned(place: Place, templates: tuple[str, ...]) -> start.WalkPlan:
    """A walk of these stations, with what can be shown of each. Raises Problems."""
    return start.plan(place, (), start.paths(files_for(place)), named(",".join(templates)))


def by_groups(plan: start.WalkPlan) -> tuple[Published, ...]:
    """Files with numbers by groups of people that the stations would show, and that lack here."""
    return tuple(file for file in plan.groups if not file.here)


def left_out(plan: start.WalkPlan) -> tuple[Choice, ...]:
    """The stations that were asked for and cannot be shown, each with the reason."""
    return tuple(choice for choice in plan.choices if choice.left_out)


def written(folder: Path, plan: start.WalkPlan, invitation: NewEvent) -> Path:
    """Write the walk into a new folder of `folder`, as `datawalk new` does. Raises Problems."""
    return start.write_walk(_fresh(folder, invitation.title or plan.place.full), plan, invitation)


def sample(folder: Path) -> Path:
    """A copy of the finished walk, with its data. Raises Problems."""
    to = _fresh(folder, "boone-county-sample")
    text = (shipped.folder("configs") / SAMPLE).read_text(encoding="utf-8")
    given = shipped.folder("samples")
    named_ = [p for p in sorted(given.rglob("*")) if f"samples/{_inside(p, given)}" in text]
    try:
        for path in named_:
            (to / "data" / _inside(path, given)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to / "data" / _inside(path, given))
    except OSError as error:
        shutil.rmtree(to, ignore_errors=True)
        raise refuse(f"{to.name} cannot be written: {error.strerror}.") from error
    text = text.replace("../samples/", "data/").replace("../datawalk/schema.json", "schema.json")
    walk = to / "walk.yaml"
    schema = shipped.text("schema.json").encode()
    write({walk: text.encode(), to / "schema.json": schema})
    return walk


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _fresh(folder: Path, title: str) -> Path:
    """A folder that is not there yet, called like the walk."""
    name = slug(title)
    for number in range(1, MOST_TRIED):
        found = folder / (name if number == 1 else f"{name}-{number}")
        if not found.exists():
            return found
    raise refuse("There are very many walks of this name.", "Give it another name.")
