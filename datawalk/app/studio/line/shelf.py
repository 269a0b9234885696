"""The walks of a folder, by names of ours: nothing that a browser sends is ever a path."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from datawalk import inputs
from datawalk.app.studio.line import seeking
from datawalk.config.load import WalkFile, load
from datawalk.config.station import StationConfig
from datawalk.metrics.model import Place
from datawalk.problems import Problem, Problems

MOST = 200
"""Walks of one folder that are listed."""
_STATIONS = re.compile(rb"^stations\s*:", re.MULTILINE)
_LOOKED_AT = 1 << 20
"""Bytes of a file that are looked at to see whether it is a walk."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A walk of the folder: the name by which pages know it, its file, and when it was changed."""

    name: str
    path: Path
    changed: float


@dataclass(frozen=True, slots=True)
class Opened:
    """A walk that can be read, its stations by names that stay when they move; or why it cannot."""

    shelved: Shelved
    file: WalkFile | None
    problems: tuple[Problem, ...] = ()
    ids: tuple[str, ...] = ()
    """Names of its stations that stay theirs; their numbers where nobody asked for them."""

    @property
    def title(self) -> str:
        """What it is called; the name of its file where it cannot be read."""
        if self.file is None:
            path = self.shelved.path
            return path.parent.name if path.name == "walk.yaml" else path.name
        return filled(self.file.config.title, self.place)

    @property
    def place(self) -> Place | None:
        """Where it is, if that is a county or city that is known."""
        if self.file is None or self.file.config.place is None:
            return None
        written = str(self.file.config.place)
        return seeking.place_of(written) or seeking.sure(written)

    @property
    def stations(self) -> Mapping[str, StationConfig]:
        found = self.file.config.stations if self.file else ()
        ids = self.ids if len(self.ids) == len(found) else map(str, range(1, len(found) + 1))
        return MappingProxyType(dict(zip(ids, found, strict=True)))


def walks(folder: Path) -> tuple[Shelved, ...]:
    """The walks in a folder and in folders of it, the one changed last first."""
    found = []
    for path in _files(folder):
        try:
            if _is_walk(path):
                found.append(Shelved(_name(folder, path), path, path.stat().st_mtime))
        except OSError:
            continue
        if len(found) == MOST:
            break
    return tuple(sorted(found, key=lambda one: -one.changed))


def walk(folder: Path, name: str) -> Shelved | None:
    """The walk that pages know by a name."""
    return next((one for one in walks(folder) if one.name == name), None)


def opened(shelved: Shelved, ids: tuple[str, ...] = ()) -> Opened:
    """A walk with its settings, or with what is wrong with them."""
    try:
        return Opened(shelved, load(shelved.path), ids=ids)
    except Problems as found:
        return Opened(shelved, None, found.problems)


def stamp(walk: Path) -> str:
    """What tells one state of a walk's file from another."""
    return sha256(str(walk).encode() + b"\0" + walk.read_bytes()).hexdigest()[:16]


def filled(text: str, place: Place | None) -> str:
    """A text of a walk as it is told here: with its place, and braces as they were typed."""
    said = text.replace("{place}", place.name if place else "")
    return said.replace("{{", "{").replace("}}", "}")


def slug(text: str) -> str:
    """A text as part of an address: small letters, digits and hyphens."""
    plain_ = unicodedata.normalize("NFKD", text.removesuffix(".yaml")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain_.decode().lower()).strip("-")[:60] or "x"


def _name(folder: Path, path: Path) -> str:
    inside = path.relative_to(folder)
    told = inside.parent.name if path.name == "walk.yaml" else path.stem
    return f"{slug(told or path.stem)}-{sha256(inside.as_posix().encode()).hexdigest()[:6]}"


def _files(folder: Path) -> Iterator[Path]:
    """YAML in the folder and one folder down; what a link puts there from elsewhere is not ours."""
    root = folder.resolve()
    for pattern in ("*.yaml", "*.yml", "*/*.yaml", "*/*.yml"):
        for path in sorted(folder.glob(pattern)):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if not hidden and path.is_file() and path.resolve().is_relative_to(root):
                yield path


def _is_walk(path: Path) -> bool:
    """Whether a file is a walk, even one that is broken."""
    if path.name == "walk.yaml":
        return True
    inputs.readable(path, path.name)
    with path.open("rb") as file:
        return bool(_STATIONS.search(file.read(_LOOKED_AT)))
