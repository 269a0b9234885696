"""Makes what a walk prints: its whole kit in one file or in its folder, and posters in tiles."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from datawalk import kit
from datawalk.app.studio.line.shelf import slug
from datawalk.app.studio.work import Task
from datawalk.config.load import load
from datawalk.config.outputs import PosterOutput
from datawalk.layout.poster.tiling import Paper
from datawalk.output.results import Rendered, Tell
from datawalk.prepare.kit import Kit
from datawalk.prepare.sketch import Wish
from datawalk.problems import Problem, refuse

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
    """What was made: the bytes of one file to take along, or files that were written.

    `files` have their sizes; `held` are the outputs that do not fit, and why; `told` is what to
    know of files that were there before. `kind` is that of the bytes.
    """

    name: str
    content: bytes = field(repr=False)
    files: tuple[tuple[str, int], ...]
    held: tuple[Problem, ...]
    told: tuple[Problem, ...] = ()
    kind: str = "application/zip"


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
        files = _files(made, Path(place))
    return PrintedKit(f"{slug(title)}.zip", packed.getvalue(), files, _held(kits))


def into_folder(walk: Path, task: Task, *, update: bool = False) -> PrintedKit:
    """The kit of a walk in `out` beside it, as `datawalk render` writes it; with `update` slides
    that a person changed get the new numbers. Raises Problems, StoppedError."""
    out = walk.parent / "out"
    kits, tell = _prepared(walk, task)
    made = kit.all_rendered(kits, out, update=update, tell=tell)
    return PrintedKit(str(out), b"", _files(made, out), _held(kits), made.told)


def tiled(walk: Path, title: str, paper: Paper, task: Task) -> PrintedKit:
    """All posters cut into sheets of office paper, as one PDF. Raises Problems, StoppedError."""
    file = load(walk)
    poster = next((one for one in file.config.outputs if isinstance(one, PosterOutput)), None)
    made = (poster or PosterOutput(medium="poster")).model_copy(
        update={"tile": paper, "files": "together", "bleed": 0, "marks": False, "format": "pdf"}
    )
    config = file.config.model_copy(update={"outputs": (made,)})
    tell = _teller(task, 1)
    laid = kit.sketch(replace(file, config=config), Wish(tell=tell)).kit
    files = kit.painted(laid, tell=tell).files
    name = next((name for name in files if name.endswith(".pdf")), None)
    if name is None:
        raise refuse("None of the posters fits on its sheet.", "Mend what is to fix first.")
    content = files[name].content
    to = f"{slug(title)}-{paper}.pdf"
    return PrintedKit(to, content, ((to, len(content)),), _held((laid,)), (), "application/pdf")


def written_before(walk: Path) -> tuple[tuple[str, int], ...]:
    """The files that lie in `out` beside a walk, with their sizes."""
    out = walk.parent / "out"
    found = sorted(out.rglob("*")) if out.is_dir() else []
    files = [p for p in found if p.is_file() and not p.name.startswith((".", "~"))]
    return tuple((p.relative_to(out).as_posix(), p.stat().st_size) for p in files)


def changed_slides(walk: Path) -> tuple[str, ...]:
    """The decks in `out` beside a walk that a person has changed since they were made."""
    from datawalk.render.pptx.package import untouched

    out = walk.parent / "out"
    decks = (out / name for name, _ in written_before(walk) if name.endswith(".pptx"))
    return tuple(deck.name for deck in decks if not untouched(deck.read_bytes()))


def _files(made: Rendered, place: Path) -> tuple[tuple[str, int], ...]:
    return tuple((path.relative_to(place).as_posix(), size) for path, _, size in made.files)


def _prepared(walk: Path, task: Task) -> tuple[tuple[Kit, ...], Tell]:
    file = load(walk)
    walks = len(file.languages) * max(1, len(file.config.audiences))
    tell = _teller(task, len(file.config.outputs) * walks)
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


def _held(kits: Sequence[Kit]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problem for one in kits for problem in one.unfit))
