"""The entries of a list or a map in a text: which characters belong to each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from datawalk.app.studio.desk.address import Address
from datawalk.source.spans import SourceSpan

_REST = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|\Z)")
"""What may stand behind a value on its line."""
_LINE = re.compile(r"(\r\n|\r|\n)([ \t]*)(#[^\r\n]*)?")
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, or a key with its value, and the comments that belong to it.

    `head` is where its dash or its key stands; comments directly above it begin at `lead`.
    """

    lead: int
    head: int
    end: int


@dataclass(frozen=True)
class Passages:
    """A text without marks of byte order, and where each path of it stands."""

    text: str
    pieces: Mapping[Address, SourceSpan]

    def column(self, position: int) -> int:
        return position - self.line_start(position)

    def line_start(self, position: int) -> int:
        return max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) + 1

    def line_end(self, position: int) -> int:
        """Where the line of a position ends."""
        found = re.compile(r"[\r\n]").search(self.text, position)
        return found.start() if found else len(self.text)

    @property
    def newline(self) -> str:
        """How lines end here."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def bracketed(self, address: Address) -> bool:
        """Whether a place is in brackets, or a list or map in brackets itself."""
        paths = (address[:end] for end in range(len(address) + 1))
        return any(self.pieces[path].style in ("[", "{") for path in paths if path in self.pieces)

    def colon(self, address: Address) -> int:
        """Behind the colon of a key; behind the key where it has none."""
        key = self.pieces[address].key
        assert key
        found = _COLON.match(self.text, key[1])
        return found.end() if found else key[1]

    def end(self, address: Address) -> int:
        """Behind the last character of a value."""
        piece = self.pieces[address]
        if piece.form != "text" and not piece.style:
            return self.end(self.children(address)[-1])
        if piece.style not in ("|", ">"):
            empty = piece.start == piece.end
            return self.colon(address) if empty and piece.key else piece.end
        written = self.text[piece.start : piece.end]
        if "+" in written.partition("\n")[0].partition("#")[0]:
            return piece.end - len(written) + len(re.sub(r"(\r\n|\r|\n)\Z", "", written))
        return piece.start + len(written.rstrip())

    def children(self, address: Address) -> list[Address]:
        """The addresses of the entries of a list or map, in the order of the text."""
        return self._children.get(address, [])

    @cached_property
    def _children(self) -> Mapping[Address, list[Address]]:
        found: dict[Address, list[Address]] = {}
        for address in self.pieces:
            if address:
                found.setdefault(address[:-1], []).append(address)
        return found

    def entries(self, address: Address) -> list[Entry]:
        """The entries of a list or map, in the order of the text."""
        piece, found = self.pieces[address], list[Entry]()
        before = self.colon(address) if piece.key else piece.start if address else 0
        for child in self.children(address):
            inner = self.pieces[child]
            if piece.style:
                head = inner.key[0] if inner.key else inner.start
                entry = Entry(head, head, self.end(child))
            else:
                head = inner.key[0] if inner.key else self._dash(inner, piece, before)
                column = self.column(head)
                end = max(self._tail(max(self.end(child), head + 1), column), head + 1)
                entry = Entry(self._lead(head, column, before), head, end)
            found.append(entry)
            before = entry.end
        return found

    def _dash(self, item: SourceSpan, whole: SourceSpan, least: int) -> int:
        """Where the dash of an item stands: in the column of the list, at or above the item."""
        column, position = self.column(whole.start), item.start
        while position > least:
            start = self.line_start(position)
            dash = start + column
            alone = not self.text[start:dash].strip() and dash >= least
            signed = dash < item.start and self.text[dash : dash + 1] == "-"
            if signed and (alone or dash == whole.start):
                return dash
            position = start - 1
        return whole.start

    def _lead(self, head: int, column: int, least: int) -> int:
        """Where the comments begin that stand directly above, in the same column."""
        lead, start = head, self.line_start(head)
        if self.text[start:head].strip():
            return head
        while start > least:
            above = self.line_start(start - 1)
            if self.text[start - 2 : start] == "\r\n":
                above = self.line_start(start - 2)
            sign = above + column
            if above < least or self.text[above:sign].strip() or self.text[sign : sign + 1] != "#":
                break
            lead, start = sign, above
        return lead

    def _tail(self, end: int, column: int) -> int:
        """Behind the comment on the same line, and those below that are indented deeper."""
        rest = _REST.match(self.text, end)
        if rest is None:
            return end
        end = position = rest.end() if rest[1] else end
        position = rest.end()
        while line := _LINE.match(self.text, position):
            if line[3] is None:
                if not _REST.match(self.text, line.end()):
                    break
            elif len(line[2]) > column:
                end = line.end()
            else:
                break
            position = line.end()
        return end


def arranged(
    text: str, entries: Sequence[Entry], order: Sequence[int | str], usual: str, whole: bool
) -> tuple[int, int, str]:
    """Entries in a new order: from where to where of the text, and what stands there then.

    Texts in the order are new entries, parted by what is `usual`. Comments above an entry go with
    it where it is `whole`, else they stay.
    """
    starts = [entry.lead if whole else entry.head for entry in entries]
    gaps = [text[e.end : s] for e, s in zip(entries, starts[1:], strict=False)]
    plain = Counter(gap for gap in gaps if "#" not in gap)
    between = plain.most_common(1)[0][0] if plain else usual
    old = [i for i in order if isinstance(i, int)]
    if len(old) == len(order) and sorted(old) == list(range(len(entries))):
        behind = [*gaps, ""]
        made = ""
    else:
        kept = _with_comments([*gaps, ""], {i for i in order if isinstance(i, int)})
        made = kept.pop(-1, "").lstrip()
        behind = _gaps(order, kept, between)
    used: set[int] = set()
    for i, gap in zip(order, behind, strict=True):
        if isinstance(i, int):
            entry = entries[i]
            made += text[entry.head if i in used else starts[i] : entry.end]
            used.add(i)
        else:
            made += i
        made += gap
    return starts[0], entries[-1].end, made


def _gaps(order: Sequence[int | str], kept: Mapping[int, str], between: str) -> list[str]:
    """What stands behind each entry of an order: what stood there, unless the next one is new."""
    found = []
    for n, i in enumerate(order):
        last = n + 1 == len(order)
        own = kept.get(i, "") if isinstance(i, int) and i not in order[n + 1 :] else ""
        if last:
            found.append(own.rstrip() if "#" in own else "")
        else:
            new = isinstance(order[n + 1], str) and "#" not in own
            found.append(between if new or not own else own)
    return found


def _with_comments(gaps: Sequence[str], kept: set[int]) -> dict[int, str]:
    """What stands behind each kept entry: with the comments behind those that are gone.

    -1 is what stands before the first.
    """
    found: dict[int, str] = {}
    owner = -1  # before the first
    for i, gap in enumerate(gaps):
        if i in kept:
            owner, found[i] = i, gap
        elif "#" in gap:
            found[owner] = found.get(owner, "").rstrip() + gap
    return found
