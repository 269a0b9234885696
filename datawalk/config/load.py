"""From walk.yaml to a WalkConfig that knows where each of its settings was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from datawalk import source
from datawalk.config import explain, languages, templates
from datawalk.config.beside import beside
from datawalk.config.content import without_content
from datawalk.config.layers import layered
from datawalk.config.reach import located, nearest_place
from datawalk.config.schema import WalkConfig
from datawalk.config.unattended import Unattended
from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source import Unsaved
from datawalk.source.builder import KeyPath

TEXTS = ("", ".yaml", ".yml", ".txt")
"""How the names of files end that may be a walk."""
TABLES = (".csv", ".tsv", ".xls", ".xlsx")


@dataclass(frozen=True)
class WalkFile:
    """A walk as written, in one of its languages.

    `written` is what it was read from: the file at `path`, or what is to be saved there.
    `extra_data` comes from the command line and may lie anywhere. `untranslated` warns of every
    text that is there in another language only. `rules` stand in for its author. `settings` are the
    walk as YAML has it.
    """

    path: Path
    written: Path | Unsaved
    config: WalkConfig
    places: Mapping[KeyPath, At]
    folders: Mapping[KeyPath, Path]
    extra_data: tuple[Path, ...] = ()
    languages: tuple[str, ...] = ("en",)
    untranslated: tuple[Problem, ...] = ()
    rules: Unattended | None = None
    settings: Mapping[str, object] = field(default_factory=dict, repr=False)
    audience: str = ""

    def at(self, *path: str | int) -> At:
        """Where a setting stands; a setting left out stands where its owner does."""
        return replace(nearest_place(self.places, path), path=path)

    def locate(self, name: str, *path: str | int) -> Path:
        """The file that a setting names. Raises Problems if it is missing or out of bounds.

        Under data: the name alone of a published file also means the one that was fetched.
        """
        return located(self.path, self.folders, name, *path)

    def said_in(self, language: str, place: str | None) -> WalkFile:
        """The same walk in another of its languages. Raises Problems."""
        told = (place, self.extra_data, language, self.rules)
        return load(self.written, *told, audience=self.audience)

    def made_for(self, audience: str, place: str | None) -> WalkFile:
        """The walk of one of its audiences. Raises Problems."""
        return load(self.written, place, self.extra_data, audience=audience)

    def walks(self, place: str | None) -> tuple[WalkFile, ...]:
        """The walks of all audiences; without any, and where no author looks on, itself."""
        if self.audience or self.rules or not self.config.audiences:
            return (self,)
        return tuple(self.made_for(one.name, place) for one in self.config.audiences)

    def beside(self) -> list[Problem]:
        """The unknown metrics and missing files of the walk."""
        return beside(self.settings, self.places, self.locate)


def load(
    walk: Path | Unsaved,
    place: str | None = None,
    data: Sequence[Path] = (),
    language: str | None = None,
    rules: Unattended | None = None,
    *,
    audience: str = "",
) -> WalkFile:
    """Read a walk and its templates. `place` and `data` replace what the walk says, and so do
    `rules` where no author looks on.

    Texts are taken in `language`, one of the walk's; in its main one if left out. With an
    `audience` it is the walk of these people.

    Raises Problems with every mistake, each with its file and line.
    """
    path, read = _read(walk)
    written, mistaken = layered(read, path, audience, rules)
    codes = languages.languages(written.data.get("language"), written.places)
    said = (language or codes[0], codes[0])
    settings = _replaced(written.data, place, data, said[0])
    as_said = replace(written, data=settings)
    config = _validated(as_said, mistaken, codes, said, path)
    lacking = languages.untranslated(config, settings, written.places, codes, said[0])
    return WalkFile(
        path,
        walk,
        config,
        written.places,
        written.folders,
        tuple(data),
        codes,
        lacking,
        rules,
        settings,
        audience,
    )


def _replaced(
    settings: Mapping[str, object], place: str | None, data: Sequence[Path], language: str
) -> dict[str, object]:
    """The settings of a walk with what the command line says, in one language."""
    changed: dict[str, object] = {}
    if place is not None:
        changed["place"] = place
    if data:
        changed["data"] = []
    if isinstance(settings.get("language"), list):
        changed["language"] = language
    return {**settings, **changed}


def _validated(
    written: templates.Written,
    mistaken: Sequence[Problem],
    codes: Sequence[str],
    said: tuple[str, str],
    path: Path,
) -> WalkConfig:
    """The walk at `path` by its schema; `said` is its language and the main one.

    Raises Problems with every mistake, and with those that are known.
    """
    settings, places = written.data, written.places
    also = partial(beside, settings, places, partial(located, path, written.folders))
    try:
        config = WalkConfig.model_validate(settings, context=said)
    except ValidationError as error:
        found = [*mistaken, *explain.explained(error, settings, places)]
        raise _ordered([*found, *without_content(written, found), *also()]) from error
    found = [
        *mistaken,
        *without_content(written, mistaken),
        *languages.unknown(config, settings, places, codes),
    ]
    if found:
        raise _ordered([*found, *also()])
    return config


def _read(walk: Path | Unsaved) -> tuple[Path, source.Source]:
    """Where a walk lies, and what stands in it. Raises Problems for what has no settings."""
    path = walk.path if isinstance(walk, Unsaved) else walk
    try:
        read = (
            source.read_bytes(walk.content, str(path))
            if isinstance(walk, Unsaved)
            else source.read_file(path, str(path))
        )
    except Problems:
        if path.is_file():
            _refuse_kind(path)
        raise
    if not isinstance(read.data, dict):
        _refuse_kind(path)
        raise refuse(
            "This is not a walk: it should start with settings such as title: and place:.",
            "`datawalk new DIR` writes one to start from.",
            At(read.file, 1),
        )
    return path, read


def _refuse_kind(path: Path) -> None:
    """Raises Problems for a file whose name says that it is something else than a walk."""
    kind = path.suffix.lower()
    if kind in TEXTS:
        return
    look = f" `datawalk data {path}` shows what a table holds." if kind in TABLES else ""
    raise refuse(
        f"{path.name} is not a walk: the name of a walk ends with .yaml.",
        f"Name the walk.{look}",
        At(str(path), 1),
    )


def _ordered(found: Iterable[Problem]) -> Problems:
    """All mistakes in the order of the file, each told once."""
    return Problems(sorted(dict.fromkeys(found), key=lambda p: (p.at.file, p.at.line)))
