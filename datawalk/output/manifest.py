"""What a folder of results holds: of which walk each file is, and what was written into it.

Walks whose titles make the same names do not write over each other, and files that a person changed
are kept.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path

from datawalk.inputs import shortened
from datawalk.output.journal import digest, free
from datawalk.problems import Problem, Problems

MANIFEST = ".datawalk-files.json"
_MOST_BYTES = 10_000_000
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Owner:
    """The walk that a file is of: its file, seen from the folder, the code of its place, its title.

    `stem` is what its files begin with in this language.
    """

    walk: str
    place: str
    title: str
    language: str
    stem: str

    def like(self, other: Owner, folder: Path) -> bool:
        """Whether both are one walk; its title may be another now, or its file, but not both."""
        if self.place != other.place:
            return False
        moved = self.title == other.title and not os.path.lexists(folder / other.walk)
        return self.walk == other.walk or moved


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A file that was written: of which walk, and the SHA-256 of its content."""

    owner: Owner
    sha256: str


Manifest = Mapping[str, ManifestEntry]
"""Entries by the names of files, which are pictures/a.png in a folder of the folder."""


def seen_from(folder: Path, walk: Path) -> str:
    """The way from a folder to the file of a walk: both may be moved together."""
    try:
        return Path(os.path.relpath(walk.resolve(), folder.resolve())).as_posix()
    except ValueError:  # Windows knows no way from one drive to another
        return walk.resolve().as_posix()


def read_manifest(folder: Path) -> Manifest:
    """What is known of a folder; nothing where that cannot be read."""
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    entries = told.items() if isinstance(told, dict) else ()
    return {_key(name): entry for name, one in entries if (entry := _entry(one))}


def _key(name: str) -> str:
    """A name with its letters put together as we do; a Mac parts them."""
    return unicodedata.normalize("NFC", name)


def _name(folder: Path, path: Path) -> str:
    return _key(path.relative_to(folder).as_posix())


def _inside(name: str) -> str:
    """The folder in the folder that a file is in, or nothing."""
    return name.partition("/")[0] if name.count("/") == 1 and name[0] not in "./" else ""


def _there(folder: Path, known: Iterable[str]) -> set[str]:
    """The names of what is there, also in those folders that known files are in."""
    found = set()
    for inner in {"", *map(_inside, known)}:
        with suppress(OSError):
            found |= {_name(folder, path) for path in (folder / inner).iterdir()}
    return found


def _entry(told: object) -> ManifestEntry | None:
    names = [field.name for field in fields(Owner)]
    known = isinstance(told, dict) and all(
        isinstance(told.get(name), str) for name in (*names, "sha256")
    )
    if not known:
        return None
    assert isinstance(told, dict)
    return ManifestEntry(Owner(*(told[name] for name in names)), told["sha256"])


def manifest_bytes(
    folder: Path, known: Manifest, written: Mapping[Path, bytes], owners: Mapping[Path, Owner]
) -> bytes:
    """What a folder holds once these files are written; what is there no more is left out."""
    found = {
        _name(folder, path): ManifestEntry(owners[path], sha256(content).hexdigest())
        for path, content in written.items()
    }
    there = _there(folder, known)
    kept = {name: entry for name, entry in known.items() if name in there}
    told = {
        name: {**asdict(entry.owner), "sha256": entry.sha256}
        for name, entry in sorted({**kept, **found}.items())
    }
    return json.dumps(told, indent=1).encode()


def refuse_others(folder: Path, known: Manifest, owners: Mapping[Path, Owner]) -> None:
    """Raises Problems where files of another walk stand in these places, naming both."""
    met: dict[Owner, list[Path]] = {}
    ours: dict[Owner, Owner] = {}
    for path, owner in owners.items():
        entry = known.get(_name(folder, path))
        if entry and path.exists() and not owner.like(entry.owner, folder):
            met.setdefault(entry.owner, []).append(path)
            ours[entry.owner] = owner
    if met:
        raise Problems(_taken(other, ours[other], paths) for other, paths in met.items())


def _taken(other: Owner, own: Owner, paths: list[Path]) -> Problem:
    return Problem(
        f"{_named(path.name for path in paths)} in {shortened(str(paths[0].parent))} "
        f"{'is' if len(paths) == 1 else 'are'} of another walk, “{other.title}” "
        f"({_called(other, own)}), and “{own.title}” ({_called(own, other)}) would write over it.",
        "Give one of them a title that makes another name, or choose another folder with --out.",
    )


def _called(one: Owner, other: Owner) -> str:
    """What tells a walk from another: its file, or else its place."""
    return shortened(one.walk if one.walk != other.walk else one.place)


def left_behind(folder: Path, known: Manifest, owners: Mapping[Path, Owner]) -> Iterator[Problem]:
    """What to tell of files of the same walk that have its earlier name and stay; and of pictures
    that are made no more.
    """
    there = _there(folder, known)
    for owner in dict.fromkeys(owners.values()):
        names = [
            name
            for name, entry in known.items()
            if (entry.owner.walk, entry.owner.place) == (owner.walk, owner.place)
            and entry.owner.language == owner.language
            and entry.owner.stem != owner.stem
            and name in there
        ]
        new = not any(entry.owner.stem == owner.stem for entry in known.values())
        if names and new:
            yield Problem(
                f"The files of this walk have a new name, and those of its earlier one stay: "
                f"{_named(names)}.",
                "Delete them if you need them no more.",
                severity="warning",
            )
    now = {_name(folder, path) for path in owners}
    made = {inner for name in now if (inner := _inside(name))}
    old = [n for n in known if _inside(n) in made and n in there - now and not _COPY.search(n)]
    if old:
        yield Problem(
            f"These were made before and are not made now; they stay: {_named(old)}.",
            "Delete them: they may show figures that are hidden now.",
            severity="warning",
        )


_COPY = re.compile(r"-before(-\d+)?\.\w+$")
"""How the names of files end that were kept for a person."""


def changed(
    folder: Path, known: Manifest, files: Mapping[Path, bytes]
) -> Iterator[tuple[Path, Path]]:
    """Places of these files where others stand, which are not as they were written or of which
    nothing is known, and where to keep those. Raises OSError.
    """
    for path, content in files.items():
        entry = known.get(_name(folder, path))
        ours = ("", sha256(content).hexdigest(), entry.sha256 if entry else "")
        if digest(path) not in ours:
            yield path, free(path, "before")


def _named(names: Iterable[str]) -> str:
    """'a.pdf, b.pdf and 3 more'."""
    every = list(names)
    more = len(every) - _MOST_NAMED
    shown = ", ".join(every[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
