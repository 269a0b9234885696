"""The texts of a walk side by side in its languages, and which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms.words import called
from datawalk.app.studio.line.stations import languages_of
from datawalk.fields import in_one, spoken
from datawalk.words import spoken as reader

TEXTS = frozenset(
    {"title", "question", "kicker", "takeaway", "subtitle", "label", "text", "heading", "note"}
    | {"notes", "caption", "alt", "who", "prompt", "about", "description", "lead", "closing"}
)
"""Settings that are words for people, in whatever block they stand."""
LISTS = frozenset(["items", "questions", "prompts", "points", "steps", "bullets"])
"""Lists of such words."""


@dataclass(frozen=True, slots=True)
class SideText:
    """A text: its field within the station, what it is called, and its words in each language."""

    field: str
    label: str
    words: tuple[tuple[str, str], ...]
    plain: bool

    @property
    def id(self) -> str:
        return "f-" + self.field.replace(".", "-")

    @property
    def missing(self) -> bool:
        return any(not said for _, said in self.words)


@dataclass(frozen=True, slots=True)
class SideGroup:
    """The texts of a station, by its id; those of the walk itself for ''."""

    station: str
    texts: tuple[SideText, ...]

    @property
    def missing(self) -> int:
        return sum(text.missing for text in self.texts)


def side_by_side(version: Version) -> tuple[SideGroup, ...]:
    """All texts that are written in the walk itself. What comes from ready stations is in both
    languages already."""
    codes = languages_of(version)
    data = version.readable.data if version.readable else {}
    whole = {k: v for k, v in data.items() if k != "stations"} if isinstance(data, dict) else {}
    groups = [SideGroup("", tuple(_texts(whole, (), codes)))]
    groups += [SideGroup(s.id, tuple(_texts(s.value, (), codes))) for s in version.stations]
    return tuple(group for group in groups if group.texts)


def _texts(value: Value, at: Address, codes: Sequence[str]) -> Iterator[SideText]:
    if isinstance(value, dict) and spoken(value) and value:
        words = tuple((code, str(in_one(value, code) or "")) for code in codes)
        yield SideText(addresses.written(at), _label(at), words, plain=False)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*at, str(key)), codes)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*at, index), codes)
    elif isinstance(value, str) and value and _worded(at):
        first, *others = codes
        words = ((first, value), *((code, "") for code in others))
        yield SideText(addresses.written(at), _label(at), words, plain=True)


def _worded(at: Address) -> bool:
    named = [step for step in at if isinstance(step, str)]
    return bool(named) and (named[-1] in TEXTS if isinstance(at[-1], str) else named[-1] in LISTS)


def _label(at: Address) -> str:
    """'Label 2': what the setting is called, and which one of a list it is."""
    names = [step for step in at if isinstance(step, str)]
    numbers = [step + 1 for step in at if isinstance(step, int)]
    name = called(names[-1] if names else "").told(reader())
    return f"{name} {numbers[-1]}" if numbers and isinstance(at[-1], int) else name


def with_words(read: Manuscript, at: Address, code: str, said: str, main: str) -> Manuscript:
    """With the words of one language at a text, which may be written in the main one alone so
    far. Raises KeyError where it is gone."""
    there = read.value(at)
    if isinstance(there, dict):
        return read.put((*at, code), said) if said else _without(read, (*at, code))
    return read.put(at, {main: there, code: said}) if said and code != main else read


def _without(read: Manuscript, at: Address) -> Manuscript:
    return read.drop(at) if read.has(at) else read
