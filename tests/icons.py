"""Takes the outlines of icons from the package @phosphor-icons/core of npm.

`npm pack @phosphor-icons/core@2.1.1`, unpack it, and `python -m tests.icons FOLDER` writes
datawalk/icons/outlines.csv for the icons in choices.csv. tests/test_icons.py compares the two when
DATAWALK_PHOSPHOR names that folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath

from datawalk.shipped import table
from tests.conftest import ROOT

OUTLINES = ROOT / "datawalk" / "icons" / "outlines.csv"


class Strokes(BasePen):
    """Writes absolute strokes: points, lines and cubic curves."""

    def __init__(self) -> None:
        super().__init__(None)
        self.written = ""

    def _moveTo(self, pt):  # noqa: N802
        self._write("M", pt)

    def _lineTo(self, pt):  # noqa: N802
        self._write("L", pt)

    def _curveToOne(self, *points):  # noqa: N802
        self._write("C", *points)

    def _closePath(self):  # noqa: N802
        self._write("Z")

    def _endPath(self):  # noqa: N802
        # What is filled is closed.
        self._write("Z")

    def _write(self, stroke: str, *points: tuple[float, float]) -> None:
        numbers = (f"{round(number, 2) + 0.0:g}" for point in points for number in point)
        self.written += stroke + " ".join(numbers)


def outlines_text(folder: Path) -> str:
    """outlines.csv, from the unpacked package."""
    rows = ["icon,outline"]
    for name in sorted({row["icon"] for row in table("icons/choices.csv")}):
        pen = Strokes()
        SVGPath(str(folder / "assets" / "fill" / f"{name}-fill.svg")).draw(pen)
        rows.append(f"{name},{pen.written}")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    OUTLINES.write_text(outlines_text(Path(sys.argv[1])), encoding="utf-8")
