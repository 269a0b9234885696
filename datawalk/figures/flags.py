"""Names over and under a figure, each on a straight pointer to its value, in few rows.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from datawalk.page.ink import Align
from datawalk.typography import fonts
from datawalk.typography.fonts import Face
from datawalk.typography.measure import Measurer

PAD, APART = 0.5, 0.8
"""Room between words and a pointer or an edge, and between words in a row, in ems."""
LEADING = 1.22
"""From one line of a name to the next, in ems."""
FOOT = 0.3
"""Room between words and their pointer, in ems."""

Who = Literal["ours", "other", "middle"]


@dataclass(frozen=True, slots=True)
class Flag:
    """A name and its figure; its pointer stands at `x`, and in row 0 it is nearest to the places.

    `named` is its place among the named points; None for a benchmark. `under` are lines in the
    size of labels below the name. Lengths are points from the left top of the figure: `y` is the
    upper edge of the words, which stand `below` the places or over them.
    """

    text: str
    value: float
    who: Who
    named: int | None
    x: float
    width: float
    size: float
    label: float
    under: tuple[str, ...] = ()
    below: bool = False
    left: float = 0.0
    row: int = 0
    y: float = 0.0

    @property
    def face(self) -> Face:
        return face_of(self.who)

    @property
    def tall(self) -> float:
        """The height of all its words."""
        return LEADING * (self.size + self.label * len(self.under))

    @property
    def foot(self) -> float:
        """Where the pointer begins, beside the words."""
        room = self.label * FOOT
        return self.y - room if self.below else self.y + self.tall + room

    @property
    def align(self) -> Align:
        """Words begin or end at a pointer that is far from their middle."""
        share = (self.x - self.left) / self.width if self.width else 0.5
        return "left" if share < 0.3 else "right" if share > 0.7 else "center"

    @property
    def baselines(self) -> tuple[float, ...]:
        """Of its name, and of the lines under it."""
        first = self.y + self.size * (fonts.ASCENT + (LEADING - fonts.ASCENT - fonts.DESCENT) / 2)
        under = self.y + LEADING * self.size + self.label * fonts.ASCENT
        return (first, *(under + self.label * LEADING * i for i in range(len(self.under))))


def face_of(who: Who) -> Face:
    """Ours is heavy, a benchmark bold."""
    faces: Mapping[Who, Face] = {"ours": "black", "middle": "bold", "other": "regular"}
    return faces[who]


def wide(measurer: Measurer, text: str, under: Sequence[str], flag: Flag) -> Flag:
    """A flag with its words, as wide as the longest of their lines."""
    own = measurer.width(text, flag.face, flag.size)
    widths = [own, *(measurer.width(line, "regular", flag.label) for line in under)]
    return replace(flag, text=text, under=tuple(under), width=max(widths))


def over(flags: Sequence[Flag], low: float) -> tuple[Flag, ...]:
    """Flags in rows from `low` up, all words of a row at its foot."""
    placed = []
    for row in range(1 + max((flag.row for flag in flags), default=-1)):
        here = [flag for flag in flags if flag.row == row]
        placed += [replace(flag, y=low - flag.tall) for flag in here]
        low -= max(flag.tall for flag in here)
    return tuple(placed)


def hung(flags: Sequence[Flag], edge: Callable[[float, float], float]) -> tuple[Flag, ...]:
    """Flags under the places, each as high as what is above its words lets it hang.

    `edge` is how low places reach between two ends. Pointers of names hung before stay clear.
    """
    placed: list[Flag] = []
    for flag in sorted(flags, key=lambda flag: flag.row):
        pad = flag.label * PAD
        left, right = flag.left - pad, flag.left + flag.width + pad
        lows = [edge(left, right) + flag.label * (2 * FOOT + 0.15)]
        for other in placed:
            meets = left < other.left + other.width + pad and other.left - pad < right
            if meets or left < other.x < right:
                lows.append(other.y + other.tall)
        placed.append(replace(flag, y=max(lows)))
    return tuple(placed)


def in_rows(flags: Sequence[Flag], width: float, size: float) -> tuple[Flag, ...]:
    """All flags with their places, inside `width`, from left to right.

    Words never meet, and no pointer runs through words of a row under its own, unless a name has
    no room between its neighbours' pointers at all.
    """
    ordered = sorted(flags, key=lambda flag: flag.x)
    waiting, row = list(range(len(ordered))), 0
    while waiting:
        for i, left in _row(ordered, waiting, width, size).items():
            ordered[i] = replace(ordered[i], left=left, row=row)
            waiting.remove(i)
        row += 1
    return tuple(ordered)


def _row(flags: Sequence[Flag], waiting: list[int], width: float, size: float) -> dict[int, float]:
    """The left edges of those that fit between the pointers of the others that wait.

    The roomiest come first; if none fits, that one is set nevertheless.
    """
    rooms = {i: _room(i, flags, waiting, {}, width, size) for i in waiting}
    order = sorted(waiting, key=lambda i: rooms[i][0] - rooms[i][1] + flags[i].width)
    here: dict[int, float] = {}
    for i in order:
        left, right = _room(i, flags, waiting, here, width, size)
        near = left - size * PAD <= flags[i].x <= right + size * PAD
        if near and right - left >= flags[i].width:
            here[i] = _left(flags[i], left, right, width)
    return here or {order[0]: _left(flags[order[0]], *rooms[order[0]], width)}


def _left(flag: Flag, left: float, right: float, width: float) -> float:
    """The left edge of words as far over their pointer as their room lets them be."""
    at = min(max(flag.x - flag.width / 2, left), right - flag.width)
    return min(max(at, 0.0), width - flag.width)


def _room(
    i: int,
    flags: Sequence[Flag],
    waiting: Sequence[int],
    here: Mapping[int, float],
    width: float,
    size: float,
) -> tuple[float, float]:
    """From where to where words may reach: to pointers of others, and to words in their row."""
    lefts, rights = [size * PAD], [width - size * PAD]
    for j in waiting:
        other = flags[j]
        if j in here:
            lefts += [here[j] + other.width + size * APART] if j < i else []
            rights += [here[j] - size * APART] if j > i else []
        else:
            lefts += [other.x + size * PAD] if j < i else []
            rights += [other.x - size * PAD] if j > i else []
    return max(lefts), min(rights)
