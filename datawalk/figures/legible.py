"""The ground under every text of a drawn chart or map, as Matplotlib's own shapes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.colors import to_hex, to_rgba
from matplotlib.path import Path

from datawalk.theme import contrast, mix

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

ALONG = (0.08, 0.5, 0.92)
"""Where along a text its ground is looked up: a name may begin on one area and end on another."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A text with its size in points, its colour, and the ground that it is worst to read on."""

    text: str
    size: float
    bold: bool
    color: str
    ground: str

    @property
    def contrast(self) -> float:
        return contrast(self.color, self.ground)


def standing(figure: Figure, paper: str) -> Iterator[Standing]:
    """Every text of a figure of one axes, on what was painted before it."""
    from datawalk.typography import fonts

    (axes,) = figure.axes
    filled = [_laid(patch) for patch in axes.patches if to_rgba(patch.get_facecolor())[3]]
    discs = [disc for line in axes.lines if line.get_marker() == "o" for disc in _discs(line)]
    laid = sorted((*filled, *discs), key=lambda shape: shape.order)
    to_page = axes.transData.transform
    for text in axes.texts:
        said, size, bold = text.get_text(), float(text.get_fontsize()), _is_bold(text)
        if not said.strip():
            continue
        color = to_hex(text.get_color())
        under = [shape for shape in laid if shape.order < text.get_zorder()]
        x, y = text.get_position()
        width = fonts.width(said, "bold" if bold else "regular", size)
        grounds = [
            _ground(to_page((x + width * share, y - size * 0.35)), under, paper) for share in ALONG
        ]
        worst = min(grounds, key=lambda ground: contrast(color, ground))
        yield Standing(said, size, bold, color, worst)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A filled shape on the page: its place in the order of painting, colour and outline."""

    order: float
    color: str
    alpha: float
    path: Path
    extent: tuple[float, float, float, float]


def _laid(patch: Patch) -> _Laid:
    path = patch.get_path().transformed(patch.get_transform())
    return _shape(path, to_rgba(patch.get_facecolor()), patch.get_zorder())


def _discs(line: Line2D) -> Iterator[_Laid]:
    """The round marks at the points of a line."""
    color, radius = to_rgba(line.get_markerfacecolor()), line.get_markersize() / 2
    for centre in line.get_transform().transform(line.get_xydata()):
        yield _shape(Path.circle(centre, radius), color, line.get_zorder())


def _shape(path: Path, color: tuple[float, float, float, float], order: float) -> _Laid:
    left, low, right, high = (float(edge) for edge in path.get_extents().extents)
    return _Laid(order, to_hex(color[:3]), color[3], path, (left, low, right, high))


def _ground(at: Any, under: list[_Laid], paper: str) -> str:
    """The colour at a point: shapes laid over the paper, each as dense as it is."""
    x, y = at
    color = paper
    for shape in under:
        left, low, right, high = shape.extent
        if left <= x <= right and low <= y <= high and shape.path.contains_point(at):
            color = mix(shape.color, color, 1 - shape.alpha)
    return color


def _is_bold(text: Any) -> bool:
    weight = text.get_weight()
    return weight in ("bold", "black", "heavy") or (isinstance(weight, int) and weight >= 600)
