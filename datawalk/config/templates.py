"""Station templates: finding them, and laying a station's own keys over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from datawalk import inputs, shipped, source
from datawalk.metrics.knowledge.groups import BY
from datawalk.problems import At, Problems, nearest, refuse
from datawalk.source import Source
from datawalk.source.builder import KeyPath

TITLE_KEYS = {"question", "title"}
Block = TypeVar("Block")


@dataclass(frozen=True, slots=True)
class Written:
    """Data with the file and line of every path in it, and the folder that its files are in."""

    data: Any
    places: Mapping[KeyPath, At]
    folders: Mapping[KeyPath, Path]


def names() -> tuple[str, ...]:
    """The shipped templates, such as 'work/jobs'."""
    return _names(shipped.folder("station_templates"))


@lru_cache(maxsize=4)
def _names(root: Path) -> tuple[str, ...]:
    return tuple(
        sorted(
            str(path.relative_to(root).with_suffix("")).replace("\\", "/")
            for path in root.rglob("*.yaml")
        )
    )


def listed() -> list[tuple[str, str, str]]:
    """Each template with its predictor, which may be empty, and its title."""
    root = shipped.folder("station_templates")
    read = [(name, source.read_file(root / f"{name}.yaml").data) for name in names()]
    return [
        (name, str(data.get("predictor") or ""), _english(data.get("title") or data["question"]))
        for name, data in read
    ]


def _english(text: Any) -> str:
    return str(text["en"] if isinstance(text, dict) else text)


@dataclass(frozen=True, slots=True)
class Ready:
    """A template about one predictor, the metrics of its blocks, the main one first, and those
    shown by a kind of groups."""

    name: str
    predictor: str
    pillar: str
    metrics: tuple[str, ...]
    groups: tuple[tuple[str, str], ...] = ()


def about_predictors() -> tuple[Ready, ...]:
    """The shipped templates that name their predictor, by name."""
    return _about_predictors(shipped.folder("station_templates"))


@cache
def _about_predictors(root: Path) -> tuple[Ready, ...]:
    read = ((name, source.read_file(root / f"{name}.yaml").data) for name in names())
    return tuple(
        Ready(
            name,
            str(data["predictor"]),
            str(data.get("pillar")),
            _metrics(data),
            tuple(_groups(data)),
        )
        for name, data in read
        if data.get("predictor")
    )


def _metrics(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What `metric:` and `of:` of the blocks name, in their order."""
    named: list[str] = []
    for block in data.get("blocks", ()):
        named += [block["metric"]] if "metric" in block else []
        named += block.get("of", ())
    return tuple(dict.fromkeys(named))


def _groups(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each metric that a block shows by a kind of groups, and that kind."""
    for block in data.get("blocks", ()):
        kind = block.get("show") or block.get("across") or ""
        if block["kind"] == "gap":
            kind = block.get("by", "race")
        if kind in BY:
            yield from ((m, kind) for m in (*block.get("of", ()), block.get("metric")) if m)


def read_template(name: str, at: At, folder: Path) -> tuple[Source, Path]:
    """A shipped template by its name, or one of the author's own by its file (./mine.yaml).

    Raises Problems.
    """
    if name.endswith((".yaml", ".yml")):
        path = folder / name
        try:
            if not inputs.resolved(path, name).is_relative_to(folder.resolve()):
                raise refuse(
                    f"The template {name} lies outside the walk's folder.",
                    "Copy it next to the walk and name it from there.",
                )
            return source.read_file(path, name), path.parent
        except Problems as found:
            raise Problems(problem.located(at) for problem in found.problems) from None
    if name not in names():
        hint = nearest(name, names())
        raise refuse(
            f'There is no template "{name}".', hint or "`datawalk templates` lists them.", at
        )
    path = shipped.folder("station_templates") / f"{name}.yaml"
    return _shipped(path, f"station_templates/{name}.yaml"), path.parent


_shipped = lru_cache(maxsize=100)(source.read_file)
"""Templates that come with the package do not change while it runs."""


def located(read: Source, folder: Path) -> Written:
    """A source as it is, every path with its file and line."""
    places = {path: At(read.file, line) for path, line in read.lines.items()}
    return Written(read.data, places, {(): folder})


def overlaid(template: Written, station: Written) -> Written:
    """The template's keys, each replaced whole by the station's key of the same name.

    Of the template's blocks those to talk and to write on stay behind blocks of the station's own,
    unless these have such blocks too: a sheet without questions is no station.
    """
    kept = set(template.data) - set(station.data)
    if TITLE_KEYS & set(station.data):
        kept -= TITLE_KEYS
    data = {key: template.data[key] for key in template.data if key in kept} | station.data
    places = dict(_under(template.places, kept)) | dict(station.places)
    folders = {
        **station.folders,
        **{(key,): template.folders[()] for key in kept},
    }
    return _with_talk(Written(data, places, folders), template, station)


def _with_talk(laid: Written, template: Written, station: Written) -> Written:
    """With the template's blocks to talk and to write on, below those of the station."""
    own = station.data.get("blocks")
    if not isinstance(own, list):
        return laid
    blocks, places, folders = list(own), dict(laid.places), dict(laid.folders)
    ready = template.data.get("blocks") or []
    for i in _staying(own, [_kind(block) for block in ready]):
        block = ready[i]
        old, new = ("blocks", i), ("blocks", len(blocks))
        places |= {(*new, *path[2:]): at for path, at in template.places.items() if path[:2] == old}
        folders[new] = template.folders[()]
        blocks.append(block)
    return Written({**laid.data, "blocks": blocks}, places, folders)


def talk(own: object, ready: Sequence[Block]) -> list[Block]:
    """The blocks of a template that stay behind a station's own ones."""
    return [ready[i] for i in _staying(own, [_kind(block) for block in ready])]


def _staying(own: object, ready: Sequence[str]) -> list[int]:
    """Which blocks of a template stay, by their kinds."""
    kinds = {_kind(block) for block in own} if isinstance(own, list) else set()
    return [i for i, kind in enumerate(ready) if kind in _TALK and not kinds & _TALK[kind]]


def _kind(block: object) -> str:
    return str(block.get("kind")) if isinstance(block, dict) else ""


_TALK = MappingProxyType(
    {"questions": frozenset({"questions"}), "writing": frozenset({"writing", "visioning"})}
)
"""Kinds of a template's blocks that stay, and the kinds that stand for them."""


def _under(places: Mapping[KeyPath, At], keys: set[str]) -> Iterator[tuple[KeyPath, At]]:
    return ((path, at) for path, at in places.items() if path and path[0] in keys)


def below(written: Written, prefix: KeyPath) -> Written:
    """The part of `written` at `prefix`, with paths counted from there."""
    data = written.data
    for step in prefix:
        data = data[step]
    cut = len(prefix)
    return replace(
        written,
        data=data,
        places={path[cut:]: at for path, at in written.places.items() if path[:cut] == prefix},
    )
