"""What a setting may hold, read from the schema of walks: which kind of field it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from datawalk import shipped

Sort = Literal[
    "text",
    "long",
    "number",
    "switch",
    "choice",
    "ticks",
    "color",
    "file",
    "metric",
    "group",
    "list",
    "map",
    "grid",
    "cards",
]
"""A line, paragraphs, a number, yes or no, one of some, any of some, a color, a file, a number of
the data, settings together, a list, one value for each of some keys, a table, and blocks or
outputs, each of a kind of its own."""

LONG = 500
"""Letters from which on a text needs more than a line."""
WALK = "Walk"
"""The owner of the settings of the walk itself."""


@dataclass(frozen=True, slots=True)
class SettingPlan:
    """A setting of `owner`, a class of settings. `item` plans what a list or a map holds; `of` is
    the class of a group; `kinds` are the classes of cards by their kind. `spoken` texts may be
    there in several languages."""

    owner: str
    name: str
    sort: Sort
    required: bool = False
    spoken: bool = False
    least: float | None = None
    most: float | None = None
    whole: bool = True
    choices: tuple[str, ...] = ()
    usual: object = None
    item: SettingPlan | None = None
    of: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    fixed: int = 0


Made = Callable[..., SettingPlan]


@cache
def _schema() -> Mapping[str, Any]:
    return MappingProxyType(json.loads(shipped.text("schema.json")))


@cache
def plans(owner: str) -> tuple[SettingPlan, ...]:
    """The settings of a class, or of the walk, in the order of the schema. Raises KeyError."""
    found = _schema() if owner == WALK else _schema()["$defs"][owner]
    needed = found.get("required", ())
    return tuple(
        _plan(owner, name, schema, name in needed)
        for name, schema in found["properties"].items()
        if "const" not in schema
    )


def plan(owner: str, name: str) -> SettingPlan:
    """One setting of a class. Raises KeyError."""
    return next((one for one in plans(owner) if one.name == name), None) or _missing(owner, name)


def _missing(owner: str, name: str) -> SettingPlan:
    raise KeyError(f"{owner}.{name}")


def kinds_of(owner: str, name: str) -> Mapping[str, str]:
    """The classes of the cards of a list, by their kind or medium."""
    return plan(owner, name).kinds


def _plan(owner: str, name: str, schema: Mapping[str, Any], required: bool) -> SettingPlan:
    usual = schema.get("default")
    ways = _ways(schema)
    spoken = any("patternProperties" in way for way in ways)
    ways = [way for way in ways if "patternProperties" not in way and way.get("type") != "null"]

    def made(sort: Sort, **more: Any) -> SettingPlan:
        told = {"required": required, "spoken": spoken, "usual": usual, **more}
        return SettingPlan(owner, name, sort, **told)

    reference = next((way["$ref"] for way in ways if "$ref" in way), "")
    if reference:
        return made("group", of=reference.rpartition("/")[2])
    choices = [str(choice) for way in ways for choice in way.get("enum", ())]
    if not choices:
        choices = [str(way["const"]) for way in ways if "const" in way]
    if choices:
        return made("choice", choices=tuple(choices))
    for way in ways:
        if way.get("type") == "array":
            return _list(made, owner, name, way)
        if way.get("type") == "object":
            item = _plan(owner, name, way["additionalProperties"], False)
            return made("map", item=item, choices=tuple(way["propertyNames"]["enum"]))
    return _single(made, ways)


def _single(made: Made, ways: list[Mapping[str, Any]]) -> SettingPlan:
    sorts = {str(way.get("type")) for way in ways}
    number = next((way for way in ways if way.get("type") in ("integer", "number")), None)
    text = next((way for way in ways if isinstance(way.get("type"), list)), None)
    if number and not text:
        least, most = number.get("minimum"), number.get("maximum")
        whole = number["type"] == "integer"
        return made("number", least=least, most=most, whole=whole)
    if "boolean" in sorts:
        return made("switch")
    way = text or ways[0]
    told, most = str(way.get("description", "")), way.get("maxLength")
    sort: Sort = "long" if (most or 0) > LONG else "text"
    if "#[0-9a-fA-F]" in way.get("pattern", ""):
        sort = "color"
    elif told.startswith("The name of a metric"):
        sort = "metric"
    elif most == LONG:
        sort = "file"
    return made(sort, most=most)


def _list(made: Made, owner: str, name: str, way: Mapping[str, Any]) -> SettingPlan:
    most = way.get("maxItems")
    if "prefixItems" in way:
        item = _plan(owner, name, way["prefixItems"][0], True)
        return made("list", item=item, most=most, fixed=len(way["prefixItems"]))
    items = way["items"]
    if "discriminator" in items:
        mapping = items["discriminator"]["mapping"]
        kinds = {kind: ref.rpartition("/")[2] for kind, ref in mapping.items()}
        return made("cards", kinds=MappingProxyType(kinds), most=most)
    if items.get("type") == "array":
        item = _plan(owner, name, items["items"], False)
        return made("grid", item=item)
    item = _plan(owner, name, items, True)
    if item.sort == "choice":
        return made("ticks", choices=item.choices)
    return made("list", item=item, most=most)


def _ways(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """All that a value may be, nested alternatives told one after the other."""
    found: list[Mapping[str, Any]] = []
    for way in schema.get("anyOf", (schema,)):
        told = {**{k: v for k, v in schema.items() if k in ("description", "maxLength")}, **way}
        found += _ways(way) if "anyOf" in way else [told if way is not schema else schema]
    return found


def readable(name: str) -> str:
    """A name of the program as words: what is said where nobody wrote any."""
    return re.sub(r"[_-]+", " ", name).capitalize()
