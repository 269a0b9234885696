"""`kind: image`: a photo or drawing, with words for those who cannot see it."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.exhibits import Exhibit, Focus, Picture
from datawalk.fields import FileName, Text, Title
from datawalk.inputs import Stamp, stamp
from datawalk.problems import Problems, refuse

LARGEST_PIXELS = 60_000_000
"""A 24 x 36 in sheet at 240 dots per inch has 50 million."""
LARGEST_SIDE = 4000
"""Pictures are stored at most this wide or high: 12 in at 330 dots per inch."""


class ImageBlock(Block):
    """A picture: PNG, JPEG, WebP, GIF or TIFF."""

    kind: Literal["image"]
    file: FileName
    alt: Text = Field(description="What the picture shows, for people who cannot see it.")
    caption: Title | None = Field(None, description="A line under the picture.")
    credit: Title | None = Field(None, description="Who made it.")
    focus: Focus = Field(
        "upper",
        description="Which part stays in sight where a picture has to lose some of its height or "
        "width: upper keeps a little more of what is over the middle.",
    )

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        data, width, height = opened(context.locate(self.file), self.file)
        return (
            Picture(
                heading=context.fill(self.heading or "").text,
                data=data,
                width=width,
                height=height,
                alt=context.fill(self.alt).text,
                caption=context.fill(self.caption or "").text,
                credit=context.fill(self.credit or "").text,
                focus=self.focus,
            ),
        )


def opened(path: Path, shown: str) -> tuple[bytes, int, int]:
    """A picture's bytes, upright and without its camera's notes, and its size in pixels.

    A file that has not changed is not read again. Raises Problems if it is missing, broken, or
    larger than a sheet can use.
    """
    # Opening a file that is not there tells what is wrong.
    return _opened(path, shown, stamp(path))


@lru_cache(maxsize=16)
def _opened(path: Path, shown: str, _state: Stamp | None) -> tuple[bytes, int, int]:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG", "WEBP", "GIF", "TIFF"]) as image:
                if image.width * image.height > LARGEST_PIXELS:
                    raise _too_large(shown)
                upright = ImageOps.exif_transpose(image)
                upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                return _encoded(upright), upright.width, upright.height
    except FileNotFoundError:
        raise refuse(f"There is no picture {shown}.", "Check the name and the folder.") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(shown) from None
    except UnidentifiedImageError:
        raise _strange(path, shown) from None
    except (OSError, ValueError, SyntaxError) as error:
        raise refuse(
            f"{shown} is broken, or a part of it is missing.",
            "Copy the picture again from where it came from, or save it anew.",
        ) from error


def _strange(path: Path, shown: str) -> Problems:
    """What to say of a file that is no picture which paper and slides both take."""
    with path.open("rb") as file:
        start = file.read(4000).lower()
    if b"<svg" in start:
        return refuse(
            f"{shown} is a drawing of lines (SVG), which cannot be used.",
            "Open it in a browser or a drawing program and save it as PNG, "
            "1000 pixels wide or more.",
        )
    return refuse(f"{shown} is not a picture that can be used.", "Save it as PNG or JPEG.")


def _too_large(shown: str) -> Problems:
    return refuse(
        f"{shown} has more than {LARGEST_PIXELS / 1e6:.0f} million pixels.",
        "Save it smaller; 6000 x 8000 is enough for the largest sheet.",
    )


def _encoded(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)
    if image.mode.startswith("I"):
        # 16 bits a pixel: Pillow would cut all but the darkest 256 greys to white.
        image = image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    buffer = io.BytesIO()
    clear = "A" in image.getbands() or "transparency" in image.info
    if image.format in (None, "PNG", "GIF") and (clear or image.mode in ("P", "1", "L")):
        image.convert("RGBA" if clear else "RGB").save(buffer, "PNG")
    else:
        image.convert("RGB").save(buffer, "JPEG", quality=88)
    return buffer.getvalue()
