"""Puts all that was painted into a folder, and loses nothing of what people did there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job
from datawalk.output.decks import Kept, kept
from datawalk.output.folder import held, places, write
from datawalk.output.manifest import (
    MANIFEST,
    Manifest,
    Owner,
    changed,
    left_behind,
    manifest_bytes,
    read_manifest,
    refuse_others,
    seen_from,
)
from datawalk.output.posters import Made
from datawalk.output.print_list import PRINT_LIST, listed
from datawalk.problems import Problem, Problems, refuse
from datawalk.walk import Walk

Tell = Callable[[str], None]
"""Takes the name of the step that begins."""


@dataclass(frozen=True, slots=True)
class KitFiles:
    """What a walk gives in one language: files by name, and what its list of posters tells."""

    source: Path
    walk: Walk
    stem: str
    files: Mapping[str, Made]
    jobs: Sequence[Job]
    prices: PrintConfig

    @property
    def list(self) -> str:
        """The name of the list of what to print."""
        return f"{self.stem}{PRINT_LIST}.xlsx"

    def owner(self, out: Path) -> Owner:
        """Of which walk its files are."""
        walk = self.walk
        found = seen_from(out, self.source)
        return Owner(found, walk.place.geoid, walk.title, walk.language, self.stem)


@dataclass(frozen=True, slots=True)
class Rendered:
    """Path, pages (0 for lists and tables) and bytes of each file written; what to tell of them."""

    files: tuple[tuple[Path, int, int], ...]
    told: tuple[Problem, ...] = ()

    @property
    def listed(self) -> tuple[tuple[Path, int, int], ...]:
        """The same with a folder of pictures in place of what is in it."""
        parents = [path.parent for path, _, _ in self.files]
        top = min((len(parent.parts) for parent in parents), default=0)
        found: dict[Path, tuple[int, int]] = {}
        for path, pages, size in self.files:
            place = path if len(path.parent.parts) == top else path.parent
            before = found.get(place, (0, 0))
            found[place] = (before[0] + pages, before[1] + size)
        return tuple((path, *sums) for path, sums in found.items())


def stored(out: Path, parts: Sequence[KitFiles], *, update: bool, tell: Tell) -> Rendered:
    """Write all parts, or nothing. Raises Problems."""
    tell("Writing")
    with held(out):
        known = read_manifest(out)
        found = places(out, chain(*((*part.files, part.list) for part in parts)))
        whose = {found[name]: part.owner(out) for part in parts for name in part.files}
        refuse_others(out, known, whose)
        each = _gathered(out, parts, known, found, update)
        files = {path: made for _, ready in each for path, made in ready.files.items()}
        owners = {path: part.owner(out) for part, ready in each for path in ready.files}
        refuse_others(out, known, owners)
        told = [*chain(*(ready.told for _, ready in each)), *left_behind(out, known, owners)]
        contents = {path: made.content for path, made in files.items()}
        manifest = {out / MANIFEST: manifest_bytes(out, known, contents, owners)} if files else {}
        write({**contents, **manifest})
    written = ((path, made.pages, len(made.content)) for path, made in files.items())
    return Rendered(tuple(written), tuple(dict.fromkeys(told)))


def _gathered(
    out: Path, parts: Sequence[KitFiles], known: Manifest, found: Mapping[str, Path], update: bool
) -> list[tuple[KitFiles, Kept]]:
    """What to write of each part, and what to tell. Raises Problems, of all parts at once."""
    ready: list[tuple[KitFiles, Kept]] = []
    problems: list[Problem] = []
    for part in parts:
        files = {found[name]: made for name, made in part.files.items()}
        steps: tuple[Callable[[], Kept], ...] = (
            partial(kept, files, update=update),
            partial(_saved, out, known, files),
            partial(listed, found[part.list], part.jobs, part.prices),
        )
        for step in steps:
            try:
                ready.append((part, step()))
            except Problems as error:
                problems += error.problems
    if problems:
        raise Problems(problems)
    return ready


def _saved(out: Path, known: Manifest, files: Mapping[Path, Made]) -> Kept:
    """Copies of tables and sheets that a person changed; decks and lists have ways of their own."""
    try:
        sheets = {p: made.content for p, made in files.items() if p.suffix != ".pptx"}
        pairs = list(changed(out, known, sheets))
        copies = {copy: Made(path.read_bytes()) for path, copy in pairs}
    except OSError as error:
        raise refuse(f"{error.filename} cannot be read: {error.strerror}.") from error
    told = (
        Problem(
            f"{path.name} is not as datawalk made it, and is made anew.",
            f"As it was: {copy.name}. Figures that are hidden now may stand in it.",
            severity="warning",
        )
        for path, copy in pairs
    )
    return Kept(copies, tuple(told))
