"""A walk as it lies on the disk at one time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from datawalk.app.studio.desk import manuscript, salvage, veiling
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.identity import StationName
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.salvage import Salvaged
from datawalk.app.studio.desk.storage import decoded, tag_of
from datawalk.app.studio.desk.veiling import Legible
from datawalk.problems import Problem, Problems

Edit: TypeAlias = Callable[[Manuscript], Manuscript]
"""A change of a walk; it may be called more than once, with the walk as others left it."""


@dataclass(frozen=True, slots=True)
class StationAt:
    """A station: its stable id, where it stands, counted from 0, and what is written of it.

    One that is `torn` cannot be read, and has no value.
    """

    id: str
    index: int
    value: Value
    torn: bool = False


@dataclass(frozen=True)
class Version:
    """The text of a walk and what it says.

    A text that is broken has no manuscript but problems with lines, what could be read of its
    stations, and if that is enough to be changed, what is `legible`. `tag` is the hash of the
    file's content.
    """

    text: str
    tag: str
    content: bytes = field(repr=False)
    encoding: str = "utf-8"
    manuscript: Manuscript | None = field(default=None, repr=False)
    problems: tuple[Problem, ...] = ()
    stations: tuple[StationAt, ...] = field(default=(), repr=False)
    salvaged: tuple[Salvaged, ...] = field(default=(), repr=False)
    legible: Legible | None = field(default=None, repr=False)

    @property
    def readable(self) -> Manuscript | None:
        """The manuscript; of a broken text what can be read of it."""
        return self.manuscript or (self.legible.manuscript if self.legible else None)

    def station(self, id_: str) -> StationAt | None:
        """The station of an id; None where it is gone."""
        return next((stop for stop in self.stations if stop.id == id_), None)

    def address(self, where: str, rest: Address = ()) -> Address:
        """The address of a setting of a station, or of the walk where `where` is empty.

        Raises KeyError for a station that is gone.
        """
        if not where:
            return rest
        stop = self.station(where)
        if stop is None:
            raise KeyError(where)
        return ("stations", stop.index, *rest)


def version(content: bytes, name: str) -> Version:
    """What a content says, its stations still without ids. Never raises for what is in it."""
    tag = tag_of(content)
    try:
        text, code = decoded(content, name)
    except Problems as found:
        return Version(content.decode("utf-8", "replace"), tag, content, "", None, found.problems)
    try:
        read = manuscript.read(text, name)
    except Problems as found:
        saved, legible = salvage.stations(text, name), veiling.legible(text, name)
        return Version(
            text, tag, content, code, None, found.problems, salvaged=saved, legible=legible
        )
    return Version(text, tag, content, code, read)


def values(of: Version) -> Sequence[Value]:
    """What is written of each station; none where the walk has no list of them."""
    if of.manuscript is None:
        return [one.value for one in of.salvaged]
    data = of.manuscript.data
    found = data.get("stations") if isinstance(data, dict) else None
    return found if isinstance(found, list) else ()


def with_names(of: Version, names: Sequence[StationName]) -> Version:
    """The version with the ids of its stations."""
    torn = {i for i, one in enumerate(of.salvaged) if one.problems}
    pairs = zip(names, values(of), strict=True)
    stops = tuple(StationAt(name.id, i, value, i in torn) for i, (name, value) in enumerate(pairs))
    return replace(of, stations=stops)
