"""Pictures, and room to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from datawalk.exhibits.base import Exhibit

Focus = Literal["upper", "center", "top", "bottom", "left", "right"]
"""What stays in sight of a picture that is cut."""


@dataclass(frozen=True, kw_only=True)
class Picture(Exhibit):
    """A photo or drawing, already checked and turned upright: PNG or JPEG bytes.

    Where a frame shows only a part of it, that is the one in `focus`.
    """

    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    focus: Focus = "upper"

    def part(self, shape: float) -> tuple[float, float, float, float]:
        """What is shown of it in a frame so many times as wide as high: its left, top, right and
        lower edge, from 0 to 1."""
        ratio = self.width / self.height
        across, down = _BEFORE[self.focus]
        if shape >= ratio:
            cut = 1 - ratio / shape
            return 0.0, cut * down, 1.0, 1 - cut * (1 - down)
        cut = 1 - shape / ratio
        return cut * across, 0.0, 1 - cut * (1 - across), 1.0


_BEFORE: Mapping[Focus, tuple[float, float]] = {
    "upper": (0.5, 0.35),
    "center": (0.5, 0.5),
    "top": (0.5, 0.0),
    "bottom": (0.5, 1.0),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
}
"""The share of what is cut that is cut at the left, and above."""


@dataclass(frozen=True, slots=True)
class WritingColumn:
    """One column of a writing space."""

    label: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class WritingSpace(Exhibit):
    """Room to write or stick. The heading is the prompt.

    `zone` is a dashed field for sticky notes, `dots` one for dots with a line for each column,
    `lines` are ruled lines, `notes` are columns with squares for notes, `table` is ruled rows.
    A `scale` is a line to mark: its columns say what its low end means, what stands at `at_share`
    of its length, and what its high end means. `hint` says what to do.
    """

    form: Literal["zone", "dots", "lines", "notes", "table", "scale"]
    columns: tuple[WritingColumn, ...] = ()
    rows: int = 3
    at_share: float = 0.5
    hint: str = ""
