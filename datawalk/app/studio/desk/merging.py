"""Three versions of a walk brought together: the one that both began from, mine and theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.aligning import aligned

GONE = "\x00gone"
"""What stands for a setting that is not there: no walk can hold this text."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A setting that both changed, at its address in the merged walk. None of the values is there
    where a version does not have it: then it is GONE."""

    address: Address
    base: Value
    mine: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class MergedValue:
    """What both made of a walk; where they clash, theirs stands."""

    value: Value
    clashes: tuple[Clash, ...] = ()


def merged(base: Value, mine: Value, theirs: Value, address: Address = ()) -> MergedValue:
    """The changes of both. Different settings, items and stations go together; the same one
    changed by both to different values is a clash."""
    if mine in (base, theirs):
        return MergedValue(theirs)
    if theirs == base:
        return MergedValue(mine)
    if isinstance(mine, dict) and isinstance(theirs, dict):
        # What both made anew is looked at key by key too.
        return _maps(base if isinstance(base, dict) else {}, mine, theirs, address)
    if isinstance(base, list) and isinstance(mine, list) and isinstance(theirs, list):
        return _lists(base, mine, theirs, address)
    return MergedValue(theirs, (Clash(address, base, mine, theirs),))


def _maps(
    base: dict[str, Value], mine: dict[str, Value], theirs: dict[str, Value], address: Address
) -> MergedValue:
    made: dict[str, Value] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys([*theirs, *mine, *base]):
        one = merged(
            base.get(key, GONE), mine.get(key, GONE), theirs.get(key, GONE), (*address, key)
        )
        clashes += one.clashes
        if one.value != GONE:
            made[key] = one.value
    return MergedValue(made, tuple(clashes))


@dataclass(frozen=True, slots=True)
class _Side:
    """A list as one of them left it, and which item of base each of its items was."""

    items: Sequence[Value]
    origins: Sequence[int | None]

    def of(self, origin: int) -> Value:
        """What became of an item of base."""
        return self.items[self.origins.index(origin)] if origin in self.origins else GONE

    @property
    def new(self) -> list[Value]:
        return [v for v, origin in zip(self.items, self.origins, strict=True) if origin is None]

    def order(self, common: set[int]) -> list[int]:
        return [i for i in self.origins if i is not None and i in common]


@dataclass(frozen=True, slots=True)
class _Token:
    """An item of the merged list: one of base, or a new one."""

    origin: int | None
    value: Value = None


def _lists(
    base: Sequence[Value], mine: Sequence[Value], theirs: Sequence[Value], address: Address
) -> MergedValue:
    ours, others = (
        _Side(mine, aligned(base, mine, by_place=True)),
        _Side(theirs, aligned(base, theirs, by_place=True)),
    )
    common = {i for i in range(len(base)) if i in ours.origins and i in others.origins}
    moved = ours.order(common) != sorted(common)
    if moved and others.order(common) not in (sorted(common), ours.order(common)):
        return MergedValue(list(theirs), (Clash(address, list(base), list(mine), list(theirs)),))
    lead, other = (ours, others) if moved else (others, ours)
    made: list[Value] = []
    clashes: list[Clash] = []
    for token in _woven(base, lead, other):
        if token.origin is None:
            made.append(token.value)
            continue
        at, origin = (*address, len(made)), token.origin
        one = merged(base[origin], ours.of(origin), others.of(origin), at)
        clashes += one.clashes
        made += [] if one.value == GONE else [one.value]
    return MergedValue(made, tuple(clashes))


def _woven(base: Sequence[Value], lead: _Side, other: _Side) -> list[_Token]:
    """The items of one, and those that only the other has or changed, behind the same item."""
    made = [_Token(i, v) for i, v in zip(lead.origins, lead.items, strict=True)]
    fresh = lead.new
    before: _Token | None = None
    for origin, value in zip(other.origins, other.items, strict=True):
        there = next((t for t in made if t.origin == origin), None) if origin is not None else None
        if there is None and origin is None and value in fresh:
            fresh.remove(value)
            there = next(t for t in made if t.origin is None and t.value == value)
        elif there is None and (origin is None or value != base[origin]):
            there = _Token(origin, value)
            made.insert(made.index(before) + 1 if before in made else 0, there)
        before = there or before
    return made
