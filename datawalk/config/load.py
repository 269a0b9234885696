"""From walk.yaml to a WalkConfig that knows where each of its settings was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from datawalk import inputs, source
from datawalk.config import audiences, explain, languages, templates
from datawalk.config.beside import beside
from datawalk.config.schema import WalkConfig
from datawalk.config.unattended import Unattended
from datawalk.metrics.knowledge.published import fetched, published
from datawalk.problems import At, Problem, Problems, refuse
from datawalk.source import Unsaved
from datawalk.source.builder import KeyPath

THEME_FILES = (".yaml", ".yml")
"""How the name of a theme ends that is a file of the author's own."""


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
        return replace(_nearest_place(self.places, path), path=path)

    def locate(self, name: str, *path: str | int) -> Path:
        """The file that a setting names. Raises Problems if it is missing or out of bounds.

        Under data: the name alone of a published file also means the one that was fetched.
        """
        return _located(self.path, self.folders, name, *path)

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


def _located(walk: Path, folders: Mapping[KeyPath, Path], name: str, *path: str | int) -> Path:
    found = _within_reach(walk, _nearest(folders, path), name)
    if path[:1] == ("data",) and found.name in published() and not found.is_file():
        return fetched(name)
    return inputs.readable(found, name)


def _within_reach(walk: Path, folder: Path, name: str) -> Path:
    found = inputs.resolved(folder / name, name)
    roots = [reach(walk), folder.resolve()]
    if "://" in name or not any(found.is_relative_to(root) for root in roots):
        link = (folder / name).is_symlink() and not Path(name).is_absolute()
        raise refuse(
            f"{inputs.shortened(name)} {'is a link to a file' if link else 'lies'} outside the "
            "walk's folder.",
            "Copy the file next to the walk and name it from there.",
        )
    return found


def reach(path: Path) -> Path:
    """The folder that a walk may read: its own, or for a walk in configs/ the one above."""
    folder = path.resolve().parent
    return folder.parent if folder.name == "configs" else folder


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
    laid, lacking_templates = _with_templates(templates.located(read, path.parent))
    written, lacking_theme = _with_theme(laid, path)
    elsewhere = [*lacking_templates, *lacking_theme, *audiences.mistakes(written)]
    if audience and not elsewhere:
        written = audiences.of_audience(written, audience)
    written = rules.over(written) if rules else written
    settings = dict(written.data)
    if place is not None:
        settings["place"] = place
    if data:
        settings["data"] = []
    codes = languages.languages(settings.get("language"), written.places)
    wanted = language or codes[0]
    if "language" in settings and isinstance(settings["language"], list):
        settings["language"] = wanted
    also = partial(beside, settings, written.places, partial(_located, path, written.folders))
    try:
        config = WalkConfig.model_validate(settings, context=(wanted, codes[0]))
    except ValidationError as error:
        mistaken = explain.explained(error, settings, written.places)
        empty = _without_content(settings, written, [*elsewhere, *mistaken])
        raise _ordered([*elsewhere, *mistaken, *empty, *also()]) from error
    found = [
        *elsewhere,
        *_without_content(settings, written, elsewhere),
        *languages.unknown(config, settings, written.places, codes),
    ]
    if found:
        raise _ordered([*found, *also()])
    lacking = languages.untranslated(config, settings, written.places, codes, wanted)
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


def _read(walk: Path | Unsaved) -> tuple[Path, source.Source]:
    """Where a walk lies, and what stands in it. Raises Problems for what has no settings."""
    path = walk.path if isinstance(walk, Unsaved) else walk
    read = (
        source.read_bytes(walk.content, str(path))
        if isinstance(walk, Unsaved)
        else source.read_file(path, str(path))
    )
    if not isinstance(read.data, dict):
        raise refuse(
            "This is not a walk: it should start with settings such as title: and place:.",
            "`datawalk new DIR` writes one to start from.",
            At(read.file, 1),
        )
    return path, read


def _with_templates(walk: templates.Written) -> tuple[templates.Written, list[Problem]]:
    """The walk with each station laid over its template, and what is wrong with templates.

    A station whose template cannot be read stays as it is written.
    """
    stations = walk.data.get("stations")
    if not isinstance(stations, list):
        return walk, []
    places = dict(walk.places)
    folders = dict(walk.folders)
    merged: list[object] = []
    problems: list[Problem] = []
    for i, station in enumerate(stations):
        prefix: KeyPath = ("stations", i)
        name = station.get("template") if isinstance(station, dict) else None
        if not isinstance(name, str):
            merged.append(station)
            continue
        try:
            over = _over_template(walk, prefix, name)
        except Problems as found:
            problems += found.problems
            merged.append(station)
            continue
        merged.append(over.data)
        places |= {(*prefix, *path): at for path, at in over.places.items()}
        folders |= {(*prefix, *path): folder for path, folder in over.folders.items() if path}
    return templates.Written({**walk.data, "stations": merged}, places, folders), problems


def _with_theme(walk: templates.Written, path: Path) -> tuple[templates.Written, list[Problem]]:
    """The walk with the settings of its theme file, if it names one, and what is wrong with it.

    A walk whose theme cannot be read has none.
    """
    name = walk.data.get("theme")
    if not isinstance(name, str) or not name.endswith(THEME_FILES):
        return walk, []
    try:
        file = inputs.readable(_within_reach(path, walk.folders[()], name), name)
        read = templates.located(source.read_file(file, name), file.parent)
    except Problems as error:
        without = {key: value for key, value in walk.data.items() if key != "theme"}
        told = [problem.located(walk.places[("theme",)]) for problem in error.problems]
        return templates.Written(without, walk.places, walk.folders), told
    places = dict(walk.places) | {("theme", *inner): at for inner, at in read.places.items()}
    folders = dict(walk.folders) | {("theme",): file.parent}
    return templates.Written({**walk.data, "theme": read.data}, places, folders), []


def _over_template(walk: templates.Written, prefix: KeyPath, name: str) -> templates.Written:
    at = walk.places[(*prefix, "template")]
    read, folder = templates.read_template(name, at, walk.folders[()])
    if not isinstance(read.data, dict):
        raise refuse(f"{read.file} is not a station.", at=at)
    return templates.overlaid(templates.located(read, folder), templates.below(walk, prefix))


def _ordered(found: Iterable[Problem]) -> Problems:
    """All mistakes in the order of the file, each told once."""
    return Problems(sorted(dict.fromkeys(found), key=lambda p: (p.at.file, p.at.line)))


def _without_content(
    settings: Mapping[str, object], written: templates.Written, found: Iterable[Problem]
) -> Iterator[Problem]:
    """Stations without a title or blocks, of which nothing else is `found`."""
    told = {(problem.at.file, problem.at.line) for problem in found}
    stations = settings.get("stations")
    for i, station in enumerate(stations if isinstance(stations, list) else []):
        if not isinstance(station, dict):
            continue
        at = _nearest_place(written.places, ("stations", i))
        lines = {
            (place.file, place.line)
            for path, place in written.places.items()
            if path[:2] == ("stations", i)
        }
        if not lines.isdisjoint(told):
            continue
        if not (station.get("question") or station.get("title")):
            yield Problem(
                "This station has no title.",
                "Write question: or title:.",
                replace(at, path=("stations", i, "question")),
                kind="no-title",
            )
        blocks = (*(station.get("blocks") or ()), *(station.get("more_blocks") or ()))
        if all(_hidden(block) for block in blocks):
            yield Problem(
                "This station is empty: all its blocks are hidden."
                if blocks
                else "This station is empty.",
                "Show one of them." if blocks else "Write template: or blocks:.",
                replace(at, path=("stations", i, "blocks")),
                kind="no-blocks",
            )


def _hidden(block: object) -> bool:
    said = block.get("hide") if isinstance(block, dict) else None
    return str(said).lower() in ("true", "yes", "on", "1")


def _nearest_place(places: Mapping[KeyPath, At], path: KeyPath) -> At:
    for end in range(len(path), -1, -1):
        if path[:end] in places:
            return places[path[:end]]
    return At()


def _nearest(folders: Mapping[KeyPath, Path], path: KeyPath) -> Path:
    return next(folders[path[:end]] for end in range(len(path), -1, -1) if path[:end] in folders)
