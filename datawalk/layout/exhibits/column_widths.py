"""How wide the columns of a table are.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Table
from datawalk.prose import Run
from datawalk.typography.measure import Measurer

HEAD = 7
"""Up to so many ems a head widens its column of short figures rather than break."""


def widths_of(
    measurer: Measurer, exhibit: Table, width: float, size: float, label: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The width of each column, and the least that it needs (its longest word)."""
    natural: list[float] = []
    easy: list[float] = []
    needed: list[float] = []
    gap = gap_of(size)
    for j, head in enumerate((exhibit.stub_head, *exhibit.columns)):
        cells = [(row.stub, *row.cells)[j] for row in exhibit.rows]
        body = max((measurer.width(cell, "bold", size) for cell in cells), default=0)
        words = [measurer.widest_word((Run(cell),), size, "bold")[1] for cell in cells]
        head_word = measurer.widest_word((Run(head),), label, "bold")[1]
        least = max([*words, head_word])
        needed.append(least + gap)
        headed = min(measurer.width(head, "bold", label), width / 4)
        natural.append(max(body, min(headed, body * 1.6), least) + gap)
        easy.append(max(natural[-1], min(headed, label * HEAD) + gap))
    natural = easy if sum(easy) <= width else natural
    return _shared(natural, needed, width), tuple(needed)


def _shared(natural: list[float], needed: list[float], width: float) -> tuple[float, ...]:
    """Natural widths where they fit, the label column taking the rest; else squeezed."""
    spare = width - sum(natural)
    if spare >= 0:
        # Figures spread a little, so that a wide table does not leave a river after its labels.
        each = spare * 0.5 / max(1, len(natural) - 1)
        rest = [w + each for w in natural[1:]]
        return (width - sum(rest), *rest)
    give = [max(0.0, n - least) for n, least in zip(natural, needed, strict=True)]
    share = min(1.0, -spare / sum(give)) if sum(give) else 0.0
    return tuple(n - g * share for n, g in zip(natural, give, strict=True))


def with_room_for_ours(
    exhibit: Table, widths: Sequence[float], measurer: Measurer, size: float, ours: float
) -> tuple[float, ...]:
    """Our column as much wider as figures of the size `ours` need beside its bars."""
    assert exhibit.highlight_column is not None
    j = exhibit.highlight_column
    more = max(
        measurer.width(row.cells[j], "bold", ours) - measurer.width(row.cells[j], "bold", size)
        for row in exhibit.rows
    )
    wider = [*widths]
    wider[0] -= more
    wider[j + 1] += more
    return tuple(wider)


def gap_of(size: float) -> float:
    """The room between columns beside type of this size."""
    return size * 0.55
