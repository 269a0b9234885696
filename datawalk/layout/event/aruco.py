"""Corner marks that cameras find: the dictionary 4X4_50 of ArUco, as far as sheets use it."""

from __future__ import annotations

from functools import lru_cache

from datawalk.problems import refuse

SIDE = 6
"""Modules along a mark: four of bits, and a dark frame of one."""
WORDS = (
    0xB532,
    0x0F9A,
    0x332D,
    0x9946,
    0x549E,
    0x79CD,
    0x9E2E,
    0xC4F2,
    0xFEDA,
    0xCF56,
    0xF991,
    0x11A7,
    0x0EB7,
    0x2A0F,
    0x24B1,
    0x263E,
    0x4665,
    0x6600,
    0x6C5E,
    0x76AF,
    0x868B,
    0xB02B,
    0xCCD5,
    0xDD82,
    0xFE47,
    0x9471,
    0xACE4,
    0xA554,
    0x2123,
    0x346F,
    0x4415,
    0x57B2,
    0x9ECF,
    0xF0CB,
    0x08AE,
    0x0929,
    0x1875,
    0x04FF,
    0x0DF6,
    0x1C5A,
    0x1718,
    0x2A28,
    0x328C,
    0x38B2,
    0x24E8,
    0x2EEB,
    0x2D3F,
    0x4B64,
    0x502E,
    0x5013,
)
"""The bits of each mark from its left top, row by row; a set one is white."""
BLANK = (17, 37)
"""Marks that are nearly white inside, like a box that somebody filled."""


@lru_cache(maxsize=len(WORDS))
def modules(number: int) -> tuple[tuple[bool, ...], ...]:
    """The rows of a mark, True is dark. Raises Problems for a number that no sheet may use."""
    if number in BLANK or not 0 <= number < len(WORDS):
        raise refuse(f"{number} is no mark for sheets.")
    return tuple(
        tuple(_dark(WORDS[number], row, column) for column in range(SIDE)) for row in range(SIDE)
    )


def _dark(word: int, row: int, column: int) -> bool:
    if not (0 < row < SIDE - 1 and 0 < column < SIDE - 1):
        return True
    return not word >> (15 - ((row - 1) * 4 + column - 1)) & 1
