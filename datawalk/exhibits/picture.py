"""Pictures, and room to write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from datawalk.exhibits.base import Exhibit


@dataclass(frozen=True, kw_only=True)
class Picture(Exhibit):
    """A photo or drawing, already checked and turned upright: PNG or JPEG bytes."""

    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


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
