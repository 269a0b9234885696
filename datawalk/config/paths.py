"""Where in a walk pydantic found something: the path as written, in words, and its settings."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from datawalk.config.schema import WalkConfig
from datawalk.source.builder import KeyPath


def written_path(loc: Sequence[str | int], settings: Mapping[str, object]) -> KeyPath:
    """The path in the file: pydantic's, without the tags it adds for a block's kind."""
    path: list[str | int] = []
    here: Any = settings
    for i, step in enumerate(loc):
        if i and isinstance(loc[i - 1], int) and i < len(loc) - 1 and _is_tag(here, step):
            # The tag may be the name of a setting as well, as in {kind: text, text: …}.
            continue
        inside = isinstance(here, dict) and step in here
        indexed = isinstance(here, list) and isinstance(step, int) and step < len(here)
        if inside or indexed:
            here = here[step]
        elif i < len(loc) - 1 or (_is_tag(here, step) and loc[i - 1] != step):
            # A setting that lacks may have the name of the tag before it.
            continue
        path.append(step)
    return tuple(path)


def _is_tag(here: object, step: str | int) -> bool:
    return isinstance(here, dict) and step in (here.get("kind"), here.get("medium"))


def where(path: KeyPath, settings: Mapping[str, object]) -> str:
    """'stations › 2 Jobs › block 1 (chart)'."""
    if not path or path[0] != "stations":
        return ""
    if len(path) == 1 or not isinstance(path[1], int):
        return "stations"
    stations: Any = settings["stations"]
    station = stations[path[1]]
    parts = ["stations", f"{path[1] + 1} {_station_name(station)}".strip()]
    if len(path) > 3 and path[2] in ("blocks", "more_blocks") and isinstance(path[3], int):
        blocks = station[path[2]]
        block = blocks[path[3]] if isinstance(blocks, list) and path[3] < len(blocks) else None
        kind = block.get("kind") if isinstance(block, dict) else None
        parts.append(f"block {path[3] + 1}" + (f" ({kind})" if isinstance(kind, str) else ""))
    return " › ".join(parts)


def _station_name(station: object) -> str:
    if not isinstance(station, dict):
        return ""
    name = station.get("title") or station.get("question") or station.get("template") or ""
    name = next(iter(name.values()), "") if isinstance(name, dict) else name
    return str(name) if len(str(name)) <= 40 else f"{str(name)[:38]}…"


def owner_of(path: KeyPath, settings: Mapping[str, object]) -> str:
    """Whose setting it is: 'a chart', 'a station', 'the walk', 'theme › face'."""
    inner = [step for step in path[:-1] if isinstance(step, str)]
    here = _value(path[:-1], settings)
    of_block = bool(inner) and inner[-1] in ("blocks", "more_blocks")
    if of_block and isinstance(here, dict) and isinstance(here.get("kind"), str):
        kind = here["kind"]
        name = f"{kind} block" if kind.endswith("s") else kind
        return f"an {name}" if name[:1] in "aeiou" else f"a {name}"
    match inner[-1] if inner else "":
        case "stations":
            return "a station"
        case "blocks" | "more_blocks":
            return "a block"
        case "event":
            return "the event"
        case "outputs":
            return "an output"
        case "session":
            return "the session"
        case "parts":
            return "a part of the session"
        case "agenda":
            return "a line of the agenda"
        case "next_steps":
            return "a next step"
        case "quotes":
            return "a quote"
        case "":
            return "the walk"
        case _:
            return _steps(path[:-1])


def _steps(path: KeyPath) -> str:
    """'local_data 2 › measures 1', without the station and the block, which `where` names."""
    if path[0] == "stations":
        path = path[4:] if path[2] in ("blocks", "more_blocks") else path[2:]
    said: list[str] = []
    for step in path:
        if isinstance(step, int) and said:
            said[-1] += f" {step + 1}"
        else:
            said.append(str(step))
    return " › ".join(said)


def _value(path: KeyPath, settings: object) -> object:
    here: Any = settings
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def settings_of(path: KeyPath, settings: Mapping[str, object]) -> list[str]:
    """The settings that the class at `path` has."""
    model = _model_at(WalkConfig, path, settings)
    fields = model.model_fields.items() if model else ()
    return [field.alias or name for name, field in fields]


def field_of(path: KeyPath, settings: Mapping[str, object]) -> FieldInfo | None:
    """The field of the setting at `path`, where it is one of a class."""
    model = _model_at(WalkConfig, path[:-1], settings)
    name = path[-1] if path else ""
    return model.model_fields.get(str(name)) if model else None


def _model_at(model: type[BaseModel], path: KeyPath, here: object) -> type[BaseModel] | None:
    for i, step in enumerate(path):
        here = _value((step,), here)
        if isinstance(step, str) and step in model.model_fields:
            inner = _models_in(model.model_fields[step].annotation)
            value = here
            if i + 1 < len(path) and isinstance(path[i + 1], int):
                value = _value((path[i + 1],), here)
            chosen = _chosen(inner, value)
            if chosen is None:
                return None
            model = chosen
    return model


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, types.UnionType) or get_args(annotation):
        return [model for part in get_args(annotation) for model in _models_in(part)]
    return []


def _chosen(models: list[type[BaseModel]], value: object) -> type[BaseModel] | None:
    if len(models) == 1:
        return models[0]
    for model in models:
        for name in ("kind", "medium"):
            field = model.model_fields.get(name)
            if field and isinstance(value, dict) and value.get(name) in get_args(field.annotation):
                return model
    return None
