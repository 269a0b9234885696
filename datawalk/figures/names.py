"""The names of a distribution: ours and the middles over the places, others under them.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from datawalk.figures.crowd import named, told
from datawalk.figures.flags import PAD, Flag, Who, hung, in_rows, over, wide
from datawalk.figures.heap import Heap
from datawalk.figures.ruler import Ruler
from datawalk.prose import Run

STEM = 0.9
"""Room between the names and the places, in ems."""
LARGE, BESIDE = 0.62, 0.5
"""Of the width, the most that our name takes in large type, and what lines under it may take."""


def above(ruler: Ruler) -> tuple[Flag, ...]:
    """Ours and the middles, of columns all names, in rows from the top."""
    points = enumerate(named(ruler.chart))
    found = [_flag(ruler, i) for i, point in points if point.highlight or ruler.lined]
    for line in ruler.chart.middles:
        bare = _bare(ruler, "middle", line.value, None)
        found.append(wide(ruler.measurer, told(line.label, line.printed), (), bare))
    flags = in_rows(found, ruler.width, ruler.type.label)
    return over(flags, _tall(flags))


def lower(ruler: Ruler) -> frozenset[int]:
    """Which of the other places have their names under the dots: each second one at least.

    A name over them is clear of the lines of ours and of the middles.
    """
    points, label = named(ruler.chart), ruler.type.label
    lines = [ruler.at(line.value) for line in ruler.chart.middles]
    lines += [ruler.at(point.value or 0.0) for point in points if point.highlight]
    order = sorted(range(len(points)), key=lambda i: points[i].value or 0.0)
    found: set[int] = set()
    down = False
    for i in (i for i in order if not points[i].highlight):
        flag = _flag(ruler, i)
        half = flag.width / 2 + label * PAD
        crossed = any(abs(x - flag.x) < half for x in lines)
        outside = flag.x < half or flag.x > ruler.width - half
        down = not down or crossed or outside
        found |= {i} if down else set()
    return frozenset(found)


def near(ruler: Ruler, heap: Heap) -> tuple[Flag, ...]:
    """The names of others under and over dots, their heights counted from the middle line."""
    if ruler.lined:
        return ()
    low, size = lower(ruler), ruler.type.label
    points = enumerate(named(ruler.chart))
    flags = [_flag(ruler, i) for i, point in points if not point.highlight]
    under = [replace(flag, below=True) for flag in flags if flag.named in low]
    over_ = [flag for flag in flags if flag.named not in low]
    below_, above_ = (
        hung(in_rows(side, ruler.width, size), _edge(ruler, heap, sign))
        for side, sign in ((under, 1), (over_, -1))
    )
    return (*below_, *(replace(flag, y=-flag.y - flag.tall) for flag in above_))


def _edge(ruler: Ruler, heap: Heap, sign: int) -> Callable[[float, float], float]:
    """How far dots between two ends reach down, or up."""
    return lambda left, right: sign * reach(ruler, heap, left, right)[sign > 0]


def reach(ruler: Ruler, heap: Heap, left: float, right: float) -> tuple[float, float]:
    """How high and how low dots between two ends reach, from the middle line."""
    ends = ((end - ruler.left) / ruler.long for end in (left, right))
    top, bottom = heap.between(*ends)
    return top * ruler.long, bottom * ruler.long


def clear(ruler: Ruler, heap: Heap, flag: Flag) -> float:
    """The least height of the middle line at which places are clear of a name over them."""
    pad = ruler.type.label * PAD
    left, right = min(flag.left - pad, flag.x), max(flag.left + flag.width + pad, flag.x)
    return below(ruler, (flag,)) - reach(ruler, heap, left, right)[0]


def apart(ruler: Ruler, flag: Flag, top: Flag) -> float:
    """The least height of the middle line at which a name near dots is under one over all."""
    pad = ruler.type.label * PAD
    meets = flag.left < top.left + top.width + pad and top.left < flag.left + flag.width + pad
    return top.y + top.tall + pad - flag.y if meets else -flag.y


def below(ruler: Ruler, flags: Sequence[Flag]) -> float:
    """Where the room under names begins."""
    low = max((flag.y + flag.tall for flag in flags), default=0.0)
    return low + ruler.type.label * STEM if flags else 0.0


def _tall(flags: Sequence[Flag]) -> float:
    """The height of all rows."""
    rows = range(1 + max((flag.row for flag in flags), default=-1))
    return sum(max(flag.tall for flag in flags if flag.row == row) for row in rows)


def _flag(ruler: Ruler, i: int) -> Flag:
    """A named place; ours is large where that has room."""
    point, label = named(ruler.chart)[i], ruler.type.label
    text = told(point.label, point.printed)
    flag = _bare(ruler, "ours" if point.highlight else "other", point.value or 0.0, i)
    if ruler.measurer.width(text, flag.face, flag.size) > ruler.width * LARGE:
        flag = replace(flag, size=label)
    own = ruler.measurer.width(text, flag.face, flag.size)
    room = max(own, ruler.width * BESIDE)
    lines = ruler.measurer.balanced((Run(point.remark),), room, label, "regular")
    return wide(ruler.measurer, text, [line.text for line in lines if point.remark], flag)


def _bare(ruler: Ruler, who: Who, value: float, i: int | None) -> Flag:
    size = ruler.type.heading if who == "ours" else ruler.type.label
    return Flag("", value, who, i, ruler.at(value), 0.0, size, ruler.type.label)
