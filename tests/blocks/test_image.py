"""Pictures: upright, without the camera's notes, and never a bomb."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from datawalk import kit
from datawalk.blocks.image import LARGEST_SIDE, opened
from datawalk.exhibits import Focus, Picture
from datawalk.problems import Problems
from tests.conftest import ROOT


def saved(path: Path, image: Image.Image, **how: object) -> Path:
    image.save(path, **how)  # type: ignore[arg-type]
    return path


def refused(path: Path) -> str:
    with pytest.raises(Problems) as found:
        opened(path, path.name)
    return found.value.problems[0].what


def test_a_photo_is_turned_upright_and_loses_its_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N"}
    path = saved(tmp_path / "a.jpg", Image.new("RGB", (80, 40), "red"), exif=exif)
    data, width, height = opened(path, "a.jpg")
    assert (width, height) == (40, 80)
    assert not Image.open(io.BytesIO(data)).getexif()


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "RGBA", "LA", "I;16"])
def test_every_mode_becomes_one_that_paper_and_slides_take(tmp_path: Path, mode: str) -> None:
    suffix = "tif" if mode == "CMYK" else "png"
    data, *_ = opened(saved(tmp_path / f"a.{suffix}", Image.new(mode, (20, 10))), "a")
    assert Image.open(io.BytesIO(data)).mode in ("RGB", "RGBA")


def test_sixteen_bits_keep_their_greys(tmp_path: Path) -> None:
    data, *_ = opened(saved(tmp_path / "a.png", Image.new("I;16", (20, 10), 128 * 256)), "a")
    pixel = Image.open(io.BytesIO(data)).convert("L").getpixel((0, 0))
    assert isinstance(pixel, int)
    assert abs(pixel - 128) <= 2


def test_large_pictures_are_made_smaller(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (5000, 500)))
    _, width, height = opened(path, "a.png")
    assert (width, height) == (LARGEST_SIDE, LARGEST_SIDE // 10)


def test_bombs_broken_files_and_strangers_are_refused(tmp_path: Path) -> None:
    bomb = saved(tmp_path / "bomb.png", Image.new("1", (14_000, 14_000)))
    assert "more than 60 million pixels" in refused(bomb)
    whole = saved(tmp_path / "whole.png", Image.effect_noise((300, 300), 90))
    (tmp_path / "cut.png").write_bytes(whole.read_bytes()[:20_000])
    assert "is broken" in refused(tmp_path / "cut.png")
    (tmp_path / "page.png").write_text("A page", encoding="utf-8")
    assert "is not a picture" in refused(tmp_path / "page.png")
    assert "There is no picture" in refused(tmp_path / "none.png")


def test_a_picture_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    sizes = []
    for width in (30, 30, 40):
        Image.new("RGB", (width, 20), "white").save(path)
        sizes.append(opened(path, "photo.png")[1])
    assert sizes == [30, 30, 40]
    path.unlink()
    with pytest.raises(Problems):
        opened(path, "photo.png")


def test_a_picture_is_encoded_once(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.new("RGB", (30, 20), "white").save(path)
    assert opened(path, "photo.png")[0] is opened(path, "photo.png")[0]


@pytest.mark.parametrize(
    ("focus", "wide", "tall"),
    [
        ("upper", (0.25, 0.0, 0.75, 1.0), (0.0, 0.175, 1.0, 0.675)),
        ("center", (0.25, 0.0, 0.75, 1.0), (0.0, 0.25, 1.0, 0.75)),
        ("top", (0.25, 0.0, 0.75, 1.0), (0.0, 0.0, 1.0, 0.5)),
        ("bottom", (0.25, 0.0, 0.75, 1.0), (0.0, 0.5, 1.0, 1.0)),
        ("left", (0.0, 0.0, 0.5, 1.0), (0.0, 0.25, 1.0, 0.75)),
        ("right", (0.5, 0.0, 1.0, 1.0), (0.0, 0.25, 1.0, 0.75)),
    ],
)
def test_the_focus_of_a_picture_stays_in_sight(
    focus: Focus, wide: tuple[float, ...], tall: tuple[float, ...]
) -> None:
    """In a frame of half its shape, and in one of twice its shape."""
    picture = Picture(data=b"", width=200, height=100, alt="A street", focus=focus)
    assert picture.part(1.0) == pytest.approx(wide)
    assert picture.part(4.0) == pytest.approx(tall)


def test_an_author_says_what_stays_in_sight(tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples" / "metrics.csv", tmp_path)
    saved(tmp_path / "a.png", Image.new("RGB", (80, 40), "red"))
    (tmp_path / "walk.yaml").write_text(
        'title: A walk\nplace: "29019"\ndata: [metrics.csv]\noutputs: [{medium: poster}]\n'
        "stations:\n  - question: What is it like?\n    blocks:\n"
        "      - {kind: image, file: a.png, alt: A street, focus: bottom}\n"
    )
    (made,) = kit.prepared(tmp_path / "walk.yaml").walk.stations[0].exhibits
    assert isinstance(made, Picture)
    assert made.focus == "bottom"
