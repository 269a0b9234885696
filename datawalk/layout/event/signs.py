"""How groups are told apart: a shape and a color each, and a letter in codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.icons.choices import icon_for
from datawalk.page.marks import Icon, Rect
from datawalk.words import later, say

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWYZ"
"""X means no group."""
SHAPES = (
    (later("Circle"), "#1d5fc2"),
    (later("Square"), "#3f4b57"),
    (later("Triangle"), "#b4236f"),
    (later("Star"), "#f2b705"),
    (later("Heart"), "#c9342b"),
    (later("Drop"), "#4fb3e8"),
    (later("Cloud"), "#6a4fb3"),
    (later("Leaf"), "#2f8f4e"),
)
"""None looks like another when it is turned."""
PALE = ("#f2b705", "#4fb3e8")
"""Colors that need an outline on white."""
STYLES = ("", later("White {shape}"), later("{shape} in a box"))
"""Filled, and called by the shape alone; from the ninth group in outline, then in a frame."""


@dataclass(frozen=True, slots=True)
class GroupSign:
    """How a group is called and drawn; `letter` stands in codes."""

    letter: str
    name: str
    icon: str
    color: str
    style: int

    def ink(self, x: float, y: float, side: float, ink: str, paper: str) -> Iterator[Icon | Rect]:
        """The shape in a square with its left top at (x, y)."""
        if self.style == 2:
            yield Rect(x, y, side, side, "", ink, side * 0.05, side * 0.12)
            x, y, side = x + side * 0.14, y + side * 0.14, side * 0.72
        if self.style != 1 and self.color in PALE:
            yield Icon(x, y, side, self.icon, ink)
            x, y, side = x + side * 0.07, y + side * 0.07, side * 0.86
        yield Icon(x, y, side, self.icon, self.color)
        if self.style == 1:
            inner = side * 0.62
            yield Icon(x + (side - inner) / 2, y + (side - inner) / 2, inner, self.icon, paper)


def group_sign(group: int) -> GroupSign:
    """The sign of a group, counted from 0."""
    style, place = divmod(group, len(SHAPES))
    shape, color = SHAPES[place]
    icon = icon_for("sign", f"group-{LETTERS[place].lower()}")
    name = say(shape)
    if style:
        told = say(STYLES[style], shape=name.lower())
        name = told[:1].upper() + told[1:]
    return GroupSign(LETTERS[group], name, icon, color, style)
