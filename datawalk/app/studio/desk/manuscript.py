"""The text of a walk as its author wrote it, and changes that leave all else as it stands.

Nothing is written anew: an edit cuts out the characters that it concerns and puts others there.
Each result is read again and must be exactly what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice, repeat

from datawalk import source
from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk import placing, writing
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.aligning import aligned
from datawalk.app.studio.desk.entries import Passages, arranged
from datawalk.app.studio.desk.placing import Cut
from datawalk.problems import Problems, refuse
from datawalk.source.characters import paired, tidied

MARK = "\ufeff"
WAYS = 4
"""How many ways to write a new entry are tried."""


@dataclass(frozen=True)
class Manuscript:
    """A walk's text. `data` is what it says, `lines` the line of each address, counted from 1.

    Edits return a new manuscript. They raise KeyError for an address that is not there, and
    Problems for a value that no walk can hold.
    """

    text: str
    name: str
    data: Value = field(repr=False)
    lines: Mapping[Address, int] = field(repr=False)
    _layout: Passages = field(repr=False)

    def value(self, address: Address) -> Value:
        """What stands at an address. Raises KeyError."""
        return addresses.at(self.data, address)

    def has(self, address: Address) -> bool:
        """Whether anything stands at an address."""
        return addresses.has(self.data, address)

    def put(self, address: Address, value: object) -> Manuscript:
        """With a value at an address; the last key may be new. Only what differs is touched."""
        meant = addresses.plain(value)
        if not self.has(address):
            return self._new(address, meant)
        old = self.value(address)
        if old == meant:
            return self
        if isinstance(old, dict) and isinstance(meant, dict) and meant and old:
            return self._merged(address, old, meant)
        if isinstance(old, list) and isinstance(meant, list) and meant and old:
            return self._filled(address, old, meant)
        if old is None and not address:
            return self._read_back(meant, self._first(meant))
        return self._put(address, meant)

    def drop(self, address: Address) -> Manuscript:
        """Without what stands at an address, and without comments directly above an item."""
        self.value(address)
        owner, step = address[:-1], address[-1]
        siblings = self.value(owner)
        assert isinstance(siblings, (dict, list))
        keys = list(siblings) if isinstance(siblings, dict) else list(range(len(siblings)))
        if len(keys) == 1:
            return self.put(owner, type(siblings)())
        return self._ordered(owner, [i for i, key in enumerate(keys) if key != step])

    def insert(self, address: Address, index: int, value: object) -> Manuscript:
        """With a new item in the list at `address`, which is made if it is missing or empty."""
        meant = addresses.plain(value)
        if not (self.has(address) and self.value(address)):
            return self.put(address, [meant])
        order: list[int | Fresh] = list(range(self._length(address)))
        if not 0 <= index <= len(order):
            raise KeyError(addresses.written((*address, index)))
        return self._ordered(address, [*order[:index], Fresh(meant), *order[index:]])

    def move(self, address: Address, index: int, to: int) -> Manuscript:
        """With the item at `index` of the list at `address` standing at `to`."""
        order = list(range(self._length(address)))
        if index not in order or to not in order:
            raise KeyError(addresses.written((*address, index)))
        order.insert(to, order.pop(index))
        return self if index == to else self._ordered(address, order)

    def copy(self, address: Address, index: int) -> Manuscript:
        """With the item at `index` of the list at `address` twice, one behind the other."""
        order = list(range(self._length(address)))
        if index not in order:
            raise KeyError(addresses.written((*address, index)))
        return self._ordered(address, [*order[: index + 1], *order[index:]])

    def written(self, key: str) -> str:
        """A key of the whole with its value and their comments, as it stands in the text."""
        self.value((key,))
        keys = self._layout.children(())
        entry = self._layout.entries(())[keys.index((key,))]
        return self._layout.text[entry.head : entry.end]

    def with_written(self, owner: Address, key: str, value: Value, text: str) -> Manuscript:
        """With a new key in the map at `owner`, written as in another text, whose lines begin at
        the left, if that fits here."""
        siblings = self.value(owner)
        if not isinstance(siblings, dict) or not siblings or key in siblings:
            return self.put((*owner, key), value)
        layout, (first, *rest) = self._layout, text.splitlines()
        lead = " " * layout.column(layout.pieces[owner].start)
        lines = layout.newline.join([first, *(lead + line if line else "" for line in rest)])
        return self._ordered(owner, [*range(len(siblings)), Fresh(value, key, lines)])

    @cached_property
    def _raw(self) -> Sequence[int]:
        """Where each character of the layout's text stands in the text."""
        if MARK not in self.text:
            return range(len(self.text) + 1)
        return [*(i for i, c in enumerate(self.text) if c != MARK), len(self.text)]

    def _spliced(self, cuts: Sequence[Cut]) -> str:
        made = self.text
        for start, end, new in sorted(cuts, reverse=True):
            made = made[: self._raw[start]] + new + made[self._raw[end] :]
        return made

    def _length(self, address: Address) -> int:
        items = self.value(address)
        if not isinstance(items, list):
            raise KeyError(addresses.written(address))
        return len(items)

    def _merged(
        self, address: Address, old: Mapping[str, Value], meant: Mapping[str, Value]
    ) -> Manuscript:
        made = self
        for key, value in meant.items():
            made = made.put((*address, key), value)
        for key in [key for key in old if key not in meant]:
            made = made.drop((*address, key))
        return made

    def _filled(self, address: Address, old: Sequence[Value], meant: Sequence[Value]) -> Manuscript:
        origins = aligned(old, meant)
        order = [
            Fresh(value) if origin is None else origin
            for origin, value in zip(origins, meant, strict=True)
        ]
        made = self if order == list(range(len(old))) else self._ordered(address, order)
        for i, value in enumerate(meant):
            made = made.put((*address, i), value)
        return made

    def _new(self, address: Address, value: Value) -> Manuscript:
        """With a new key; at the top of a walk its stations stay the last."""
        owner, key = address[:-1], address[-1]
        siblings = self.value(owner) if self.has(owner) else None
        if not isinstance(key, str) or not (siblings is None or isinstance(siblings, dict)):
            raise KeyError(addresses.written(address))
        if not siblings and address[:-1]:
            return self.put(owner, {key: value})
        expected = addresses.replaced(siblings or {}, (key,), value)
        if not siblings:
            return self._read_back(expected, self._first(expected))
        keys = list(siblings)
        last = keys[-1:] == ["stations"] and not owner
        order = [*range(len(keys) - last), Fresh(value, key), *([len(keys) - 1] if last else [])]
        return self._ordered(owner, order)

    def _first(self, data: Value) -> Iterator[list[Cut]]:
        """Ways to write into a file that says nothing yet."""
        end = len(self._layout.text)
        text = writing.block(data).replace("\n", self._layout.newline)
        for start, gap in ((end, ""), (end, self._layout.newline), (0, "")):
            yield [(start, end, gap + text + self._layout.newline)]

    def _put(self, address: Address, value: Value) -> Manuscript:
        expected = addresses.replaced(self.data, address, value)
        return self._read_back(expected, placing.cuts(self._layout, address, value), address)

    def _ordered(self, address: Address, order: Sequence[int | Fresh]) -> Manuscript:
        """With the entries at an address in another order, some new, some gone."""
        siblings = self.value(address)
        if isinstance(siblings, list):
            items = [i.value if isinstance(i, Fresh) else siblings[i] for i in order]
            made: Value = items
        else:
            assert isinstance(siblings, dict)
            pairs = list(siblings.items())
            made = dict((i.key or "", i.value) if isinstance(i, Fresh) else pairs[i] for i in order)
        expected = addresses.replaced(self.data, address, made)
        return self._read_back(expected, self._orders(address, order), (*address, ""))

    def _orders(self, address: Address, order: Sequence[int | Fresh]) -> Iterator[list[Cut]]:
        layout, piece = self._layout, self._layout.pieces[address]
        entries = layout.entries(address)
        usual = ", " if piece.style else layout.newline + " " * layout.column(entries[0].head)
        plain = self.text.replace(MARK, "")
        for ways in zip(*(self._ways(address, i) for i in order), strict=False):
            wholes = (
                (True, False) if piece.form == "list" or Fresh in map(type, order) else (False,)
            )
            for whole in wholes:
                yield [arranged(plain, entries, ways, usual, whole)]

    def _ways(self, address: Address, one: int | Fresh) -> Iterator[int | str]:
        """Ways to write one of an order; the last of them is repeated."""
        if isinstance(one, int):
            yield from repeat(one, WAYS)
            return
        if one.key is None:
            found = list(placing.item(self._layout, address, one.value))
        else:
            found = list(placing.setting(self._layout, address, one.key, one.value))
            found = [one.text, *found] if one.text else found
        yield from islice(chain(found, repeat(found[-1])), WAYS)

    def _read_back(
        self, expected: Value, ways: Iterator[list[Cut]], address: Address = ()
    ) -> Manuscript:
        """What the first way gives that reads back as expected.

        Where none does, the owner of the place is written anew, and at last its owner.
        """
        owners = (address[:end] for end in range(len(address) - 1, -1, -1))
        anew = (
            cuts
            for owner in owners
            if owner in self._layout.pieces
            for cuts in placing.cuts(self._layout, owner, addresses.at(expected, owner))
        )
        for cuts in chain(ways, anew):
            with suppress(Problems):
                made = read(self._spliced(cuts), self.name)
                if made.data == expected:
                    return made
        raise refuse(
            "This change cannot be written into the text file.",
            "Take it back, or write it into the text file yourself.",
        )


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new entry: an item, or the value of a key."""

    value: Value
    key: str | None = None
    text: str = ""
    """How it may be written, where no brackets are around it."""


def read(text: str, name: str = "walk.yaml") -> Manuscript:
    """The manuscript of a text. `name` is what problems call the file. Raises Problems."""
    if len(text) > source.LARGEST // 4 and len(text.encode("utf-8", "replace")) > source.LARGEST:
        raise refuse(f"{name} is {len(text) / 1e6:.0f} MB: this is not a walk file.")
    joined = paired(text)
    found, pieces = source.read_pieces(joined, name)
    layout = Passages(tidied(joined), pieces)
    return Manuscript(joined, name, found.data, found.lines, layout)
