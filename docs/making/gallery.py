"""README's picture: `python -m docs.making.gallery` makes it anew."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageFilter

from docs.making.examples import DOCS, ROOT
from docs.making.pictures import of_walk

WALK = ROOT / "configs" / "boone.yaml"
SHOWN = (("poster", 2), ("poster", 4), ("deck", 17))
GROUND, HEIGHT, GAP = "#e8ecef", 760, 40


def gallery() -> Image.Image:
    """Two posters and a slide side by side, as they would hang and be shown."""
    pictures = [_high(of_walk(WALK, medium, page), medium) for medium, page in SHOWN]
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    made = Image.new("RGB", (width, HEIGHT + 2 * GAP), GROUND)
    x = GAP
    for picture in pictures:
        _hung(made, picture, x, GAP + (HEIGHT - picture.height) // 2)
        x += picture.width + GAP
    return made


def _high(path: Path, medium: str) -> Image.Image:
    picture = Image.open(path).convert("RGB")
    height = HEIGHT if medium == "poster" else HEIGHT // 2
    return picture.resize(
        (picture.width * height // picture.height, height), Image.Resampling.LANCZOS
    )


def _hung(made: Image.Image, picture: Image.Image, x: int, y: int) -> None:
    """The picture with its shadow."""
    shadow = Image.new("L", made.size, 0)
    shadow.paste(90, (x, y + 8, x + picture.width, y + 8 + picture.height))
    made.paste("#14213d", mask=shadow.filter(ImageFilter.GaussianBlur(10)))
    made.paste(picture, (x, y))


if __name__ == "__main__":
    gallery().quantize(256, kmeans=3).save(DOCS / "_static" / "gallery.png", optimize=True)
