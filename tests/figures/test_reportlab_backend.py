"""What Matplotlib draws arrives on the reportlab page: shapes, words, pictures."""

from __future__ import annotations

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from pypdf import PdfReader

from tests.figures.drawn import chart, figure, painted, point, read_back


def bare() -> Figure:
    drawn = Figure(figsize=(2, 2), dpi=72)
    drawn.patch.set_visible(False)
    axes = drawn.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 144)
    axes.set_ylim(0, 144)
    return drawn


def content(drawn: Figure) -> str:
    page = PdfReader(io.BytesIO(painted(drawn))).pages[0]
    return page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]


def test_fonts_are_ours_and_embedded() -> None:
    reader = PdfReader(io.BytesIO(painted(figure(chart("bars", point("Boone", 0.5, ours=True))))))
    found = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = {str(font.get_object()["/BaseFont"]) for font in found.values()}
    assert names
    assert all("Lato" in name for name in names)


def test_characters_that_lato_lacks_come_from_the_second_face() -> None:
    assert "✓" in read_back(figure(chart("bars", point("Boone ✓", 0.5))))


def test_dollar_signs_are_not_mathematics() -> None:
    drawn = figure(chart("bars", point("$1 to $2", 0.5)))
    assert "$1to$2" in read_back(drawn)


def test_a_rectangle_has_its_place_fill_and_stroke() -> None:
    drawn = bare()
    drawn.axes[0].add_patch(
        Rectangle((10, 20), 30, 40, facecolor="#ff0000", edgecolor="#0000ff", linewidth=2)
    )
    text = content(drawn)
    assert "1 0 0 rg" in text
    assert "0 0 1 RG" in text
    assert "10 20 m" in text
    assert "40 60 l" in text


def test_dashes_and_curves_are_kept() -> None:
    drawn = bare()
    drawn.axes[0].plot([0, 100], [10, 10], linestyle=(0, (2, 3)), linewidth=1, color="black")
    drawn.axes[0].add_patch(Circle((50, 50), 10))
    drawn.axes[0].add_patch(
        PathPatch(Path([(0, 0), (10, 20), (20, 0)], [Path.MOVETO, Path.CURVE3, Path.CURVE3]))
    )
    text = content(drawn)
    assert "[2 3] 0 d" in text
    assert " c " in text or " c\n" in text


def test_a_hatch_is_clipped_to_its_shape() -> None:
    drawn = bare()
    drawn.axes[0].add_patch(
        Rectangle((10, 20), 30, 40, facecolor="#ffffff", edgecolor="#00ff00", hatch="//")
    )
    text = content(drawn)
    assert "W* n" in text
    assert text.count(" l") > 10


def test_translucent_marks_keep_their_alpha() -> None:
    drawn = bare()
    drawn.axes[0].plot([0, 100], [10, 10], color="black", alpha=0.25)
    assert b"/CA .25" in painted(drawn)


def test_pictures_stand_upright() -> None:
    drawn = bare()
    pixels = np.zeros((2, 2, 3))
    pixels[0] = 1.0
    drawn.axes[0].imshow(pixels, extent=(0, 144, 0, 144), interpolation="nearest")
    images = PdfReader(io.BytesIO(painted(drawn))).pages[0].images
    picture = np.asarray(images[0].image.convert("L"))  # type: ignore[union-attr]
    assert picture[0].mean() > picture[-1].mean()


def test_rotated_words_turn() -> None:
    drawn = bare()
    drawn.axes[0].text(50, 50, "up", rotation=90)
    assert "0 1 -1 0 " in content(drawn)


@pytest.mark.parametrize("times", [2])
def test_two_runs_give_the_same_bytes(times: int) -> None:
    runs = {content(figure(chart("bars", point("Boone", 0.5)))) for _ in range(times)}
    assert len(runs) == 1
