"""The layers of a written walk: stations over their templates, a theme, an audience, rules."""

from __future__ import annotations

from pathlib import Path

from datawalk import inputs, source
from datawalk.config import audiences, templates
from datawalk.config.reach import within_reach
from datawalk.config.unattended import Unattended
from datawalk.problems import Problem, Problems, refuse
from datawalk.source.builder import KeyPath

THEME_FILES = (".yaml", ".yml")
"""How the name of a theme ends that is a file of the author's own."""


def layered(
    read: source.Source, path: Path, audience: str, rules: Unattended | None
) -> tuple[templates.Written, list[Problem]]:
    """A walk that was read from `path` with all its layers, and what is wrong with these.

    A layer that cannot be read is left out.
    """
    laid, lacking = _with_templates(templates.located(read, path.parent))
    written, mistaken = _with_theme(laid, path)
    found = [*lacking, *mistaken, *audiences.mistakes(written)]
    if audience and not found:
        written = audiences.of_audience(written, audience)
    return rules.over(written) if rules else written, found


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
        file = inputs.readable(within_reach(path, walk.folders[()], name), name)
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
