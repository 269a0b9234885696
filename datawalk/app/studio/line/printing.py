"""Kits of walks: in one file to take along, or in the walk's folder."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from datawalk import kit
from datawalk.app.studio.line.shelf import slug
from datawalk.app.studio.work import Task
from datawalk.config.load import load
from datawalk.output.results import Tell
from datawalk.prepare.kit import Kit
from datawalk.prepare.sketch import Wish
from datawalk.problems import Problem

Step = Literal["reading", "numbers", "placing", "drawing", "packing"]
"""What is done, one after the other."""

_BEGINS: tuple[tuple[str, Step], ...] = (
    ("Reading", "reading"),
    ("Composing", "numbers"),
    ("Laying", "placing"),
    ("Painting", "drawing"),
)
_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip: the same walk gives the same bytes."""


@dataclass(frozen=True, slots=True)
class PrintedKit:
    """What was made: the bytes of a zip, or the names of the files that were written.

    `held` are the outputs that do not fit, and why.
    """

    name: str
    zipped: bytes
    files: tuple[str, ...]
    held: tuple[Problem, ...]


def zipped(walk: Path, title: str, task: Task) -> PrintedKit:
    """The kit of a walk as one file. Raises Problems, StoppedError."""
    with TemporaryDirectory() as place:
        kits, tell = _prepared(walk, task)
        made = kit.all_rendered(kits, Path(place), tell=tell)
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as to:
            for path, _, _ in made.files:
                name = path.relative_to(place).as_posix()
                to.writestr(zipfile.ZipInfo(name, _DAY), path.read_bytes())
        names = tuple(path.relative_to(place).as_posix() for path, _, _ in made.files)
    return PrintedKit(f"{slug(title)}.zip", packed.getvalue(), names, _held(kits))


def into_folder(walk: Path, task: Task) -> PrintedKit:
    """The kit of a walk in `out` beside it, as `datawalk render` writes it. Raises Problems,
    StoppedError."""
    out = walk.parent / "out"
    kits, tell = _prepared(walk, task)
    made = kit.all_rendered(kits, out, tell=tell)
    names = tuple(path.relative_to(out).as_posix() for path, _, _ in made.files)
    return PrintedKit(str(out), b"", names, _held(kits))


def held_back(walk: Path) -> tuple[Problem, ...]:
    """What would not be printed, and why. Raises Problems."""
    return _held(tuple(one.kit for one in kit.sketches(load(walk))))


def _prepared(walk: Path, task: Task) -> tuple[tuple[Kit, ...], Tell]:
    file = load(walk)
    tell = _teller(task, len(file.config.outputs) * len(file.languages))
    return tuple(one.kit for one in kit.sketches(file, Wish(tell=tell))), tell


def _teller(task: Task, outputs: int) -> Tell:
    """Tells each step by its kind; how much is done is counted by outputs laid out and painted."""
    done = 0

    def tell(said: str) -> None:
        nonlocal done
        step = next((step for begin, step in _BEGINS if said.startswith(begin)), "packing")
        task.tell(step, min(1.0, done / (2 * outputs)))
        done += step in ("placing", "drawing")

    return tell


def _held(kits: tuple[Kit, ...]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problem for one in kits for problem in one.unfit))
