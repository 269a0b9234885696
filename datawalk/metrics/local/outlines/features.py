"""What files of outlines hold: layers of features, each with properties and a geometry."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from datawalk.problems import nearest

MOST_BYTES = 200_000_000
MOST_FEATURES = 100_000
GEOID = "GEOID"
"""As `key`, it also finds GEOID20, GEOID10, GEO_ID and codes in parts (STATEFP and others)."""
DEGREES = "EPSG:4326"
DBASE_NAME = 10
"""How many letters of a property's name a Shapefile keeps."""

Geometry = Mapping[str, object]
"""As in GeoJSON: `type`, and `coordinates` or `geometries`. Not checked yet."""
Holds = Literal["areas", "points", "lines", "anything"]


class Unreadable(ValueError):  # noqa: N818 - files are at fault, not the program
    """Why a file or a geometry cannot be read, in plain words."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a file. `properties` are text, '' where there is none."""

    properties: Mapping[str, str]
    geometry: object

    def value(self, key: str) -> str:
        """What a property says; '' if it is not there or says nothing."""
        if key == GEOID and not self.properties.get(key):
            return _geoid(self.properties)
        found = called(key, self.properties)
        return self.properties[found] if found else ""


@dataclass(frozen=True, slots=True)
class Layer:
    """Features of one kind. `system` is 'EPSG:…', a WKT, or '' where the file does not say.

    `geometry` makes the geometry of a feature; it raises Unreadable.
    """

    name: str
    features: tuple[Feature, ...]
    system: str
    holds: Holds
    geometry: Callable[[object], Geometry | None]

    @property
    def names(self) -> tuple[str, ...]:
        """The properties that any feature has."""
        return tuple(dict.fromkeys(name for one in self.features for name in one.properties))

    def has(self, key: str) -> bool:
        """Whether any feature is named by a property."""
        return any(feature.value(key) for feature in self.features)


def called(key: str, names: Collection[str]) -> str | None:
    """The name among `names` that an author means by `key`, in capitals or cut short or not."""
    if key in names:
        return key
    for form in (_folded, lambda name: name.casefold()[:DBASE_NAME]):
        found = [name for name in names if form(name) == form(key)]
        if len(found) == 1 and (form is _folded or DBASE_NAME in (len(found[0]), len(key))):
            return found[0]
    return None


def near(key: str, names: Collection[str]) -> str:
    """A hint at the names that there are."""
    known = ", ".join(sorted(names)[:20])
    return nearest(key, names) or (f"Its properties are: {known}." if known else "It has none.")


def written(value: object) -> str:
    """A property as a person writes it: 1.0 is 1, and nothing is ''."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value != value:
            return ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case int() | float():
            return str(value)
        case str():
            return _printable(value)
    return ""


def _printable(text: str) -> str:
    """The text with spaces for control characters and for what no file of ours may hold."""
    if text.isprintable():
        return text.strip()
    kinds = ("Cc", "Cs")
    return "".join(
        " " if unicodedata.category(c) in kinds or ord(c) & 0xFFFE == 0xFFFE else c for c in text
    ).strip()


def _folded(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _geoid(properties: Mapping[str, str]) -> str:
    """The code of an area as the Census Bureau's files of several years write it."""
    for end in ("20", "10", ""):
        parts = [properties.get(f"{part}{end}") for part in ("STATEFP", "COUNTYFP", "TRACTCE")]
        whole = properties.get(f"GEOID{end}") or ("".join(map(str, parts)) if all(parts) else "")
        if whole:
            return whole
    return next((v.partition("US")[2] for k, v in properties.items() if _folded(k) == "geoid"), "")
