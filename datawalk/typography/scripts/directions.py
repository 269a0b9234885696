"""Which way letters run: parts of a line in the order in which they stand, from left to right.

The Unicode bidirectional algorithm is python-bidi's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

Base = Literal["", "L", "R"]
"""How a line runs as a whole; '' is told by its first letter."""

RIGHT_TO_LEFT = ("ar", "dv", "fa", "ckb", "he", "ps", "sd", "ug", "ur", "yi")
"""Languages written from right to left."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters start to end of a text, which run one way. `rtl` is from right to left."""

    start: int
    end: int
    rtl: bool


def reads_rightwards(language: str) -> bool:
    """Whether pages in a language are read from left to right."""
    return language.split("-")[0] not in RIGHT_TO_LEFT


def base_of(text: str) -> Base:
    """How a paragraph runs, by its first letter; '' if it has none (rules P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "L"
        if kind in ("R", "AL"):
            return "R"
    return ""


@lru_cache(maxsize=20_000)
def one_way(text: str) -> bool:
    """Whether nothing in a text runs from right to left."""
    return text.isascii() or not any(
        unicodedata.bidirectional(c) in ("R", "AL", "AN", "RLE", "RLO", "RLI") for c in text
    )


def mirrored(character: str) -> str:
    """A bracket turned round, as it stands among letters that run leftwards (rule L4)."""
    from bidi.mirror import MIRRORED

    return str(MIRRORED.get(character, character))


@lru_cache(maxsize=20_000)
def stretches(text: str, base: Base = "") -> tuple[Stretch, ...]:
    """The stretches of a line from left to right (rules W1 to L2)."""
    base = base or base_of(text) or "L"
    if base == "L" and one_way(text):
        return (Stretch(0, len(text), False),) if text else ()
    levels = _levels(text, base)
    runs: list[tuple[int, int, int]] = []
    at = 0
    for level, group in groupby(levels):
        count = len(list(group))
        runs.append((at, at + count, level))
        at += count
    for highest in range(max(levels), 0, -1):
        runs = _turned(runs, highest)
    return tuple(Stretch(start, end, level % 2 == 1) for start, end, level in runs)


def _turned(runs: list[tuple[int, int, int]], level: int) -> list[tuple[int, int, int]]:
    """The runs with each row of those at this level or above in reverse (rule L2)."""
    turned: list[tuple[int, int, int]] = []
    for above, group in groupby(runs, key=lambda run: run[2] >= level):
        row = list(group)
        turned += row[::-1] if above else row
    return turned


def _levels(text: str, base: Base) -> list[int]:
    """The level of each character: even levels run rightwards, odd ones leftwards."""
    from bidi import algorithm

    # Marks that only steer the order are taken out by the algorithm; a space keeps their place.
    plain = "".join(
        " " if unicodedata.bidirectional(c) in algorithm.X9_REMOVED else c for c in text
    )
    storage = algorithm.get_empty_storage()
    storage["base_level"] = algorithm.PARAGRAPH_LEVELS[base]
    storage["base_dir"] = base
    algorithm.get_embedding_levels(plain, storage, False, False)
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = [int(character["level"]) for character in storage["chars"]]
    end = len(plain.rstrip())
    return levels[:end] + [int(base == "R")] * (len(plain) - end)
