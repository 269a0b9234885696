"""Photos that are brought to a walk: turned upright, without where and by whom they were taken."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.app.studio.desk import uploads
from datawalk.blocks.image import LARGEST_PIXELS, LARGEST_SIDE
from datawalk.inputs import readable, resolved
from datawalk.problems import Problems, refuse

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "pictures"
_READABLE = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_LEAST_SIDE = 16
"""Pixels that a crop leaves at least."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of an upright picture that is shown, from 0 to 1 of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """In pixels. Raises Problems for what is no part of a picture."""
        edges = (self.left, self.top, self.right, self.bottom)
        if not all(0 <= edge <= 1 for edge in edges):
            raise refuse("This part lies outside of the picture.", "Choose a part inside it.")
        found = (
            round(self.left * width),
            round(self.top * height),
            round(self.right * width),
            round(self.bottom * height),
        )
        if min(found[2] - found[0], found[3] - found[1]) < min(_LEAST_SIDE, width, height):
            raise refuse("This part of the picture is too small.", "Choose a larger one.")
        return found


@dataclass(frozen=True, slots=True)
class AddedPhoto:
    """A picture in the walk's folder: its name as the walk writes it, and its size in pixels.

    `turned` says that it was turned upright, `stripped` that notes of the camera were taken out,
    `located` that the place where it was taken was among them.
    """

    file: str
    width: int
    height: int
    turned: bool = False
    stripped: bool = False
    located: bool = False


def added(content: bytes, name: str, folder: Path, crop: Crop | None = None) -> AddedPhoto:
    """Bring a photo into the folder of a walk. Raises Problems for what is none."""
    uploads.checked_size(content)
    return _added(content, uploads.safe_stem(name, "photo"), folder, crop or Crop())


def cropped(file: str, folder: Path, crop: Crop) -> AddedPhoto:
    """Make another picture of a part of one that lies in the walk's folder. Raises Problems."""
    path = resolved(folder / file, file)
    if not path.is_relative_to(resolved(folder, str(folder))):
        raise refuse("This picture lies outside of the walk's folder.", "Add it again.")
    content = readable(path, file).read_bytes()
    return _added(content, uploads.safe_stem(file, "photo"), folder, crop)


def _added(content: bytes, stem: str, folder: Path, crop: Crop) -> AddedPhoto:
    from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_READABLE) as image:
                _refuse_huge(image)
                exif = image.getexif()
                turned = exif.get(ExifTags.Base.Orientation, 1) != 1
                located = bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
                stripped = bool(exif or image.info.keys() & _NOTES)
                image.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
                upright = ImageOps.exif_transpose(image)
                part = upright.crop(crop.box(upright.width, upright.height))
                part.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                data, suffix = _encoded(part, image.info.get("icc_profile"))
    except Image.DecompressionBombError:
        raise _too_large() from None
    except UnidentifiedImageError:
        raise _strange(content) from None
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError) as error:
        raise refuse(
            "This picture is broken, or a part of it is missing.",
            "Copy it again from where it came from, or save it anew.",
        ) from error
    file = uploads.placed(folder, FOLDER, stem, suffix, data)
    return AddedPhoto(file, part.width, part.height, turned, stripped, located)


_NOTES = frozenset(
    {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Comment", "Author"}
)
"""What programs write about a picture into its file."""


def _refuse_huge(image: Image.Image) -> None:
    """Photos are read at a smaller size; all others need room for every pixel."""
    if image.format not in ("JPEG", "MPO") and image.width * image.height > LARGEST_PIXELS:
        raise _too_large()


def _encoded(image: Image.Image, profile: bytes | None) -> tuple[bytes, str]:
    """The picture alone, in the colours of screens, and how its name ends."""
    clear = "A" in image.getbands() or "transparency" in image.info
    if image.mode.startswith("I"):
        # 16 bits a pixel: Pillow would cut all but the darkest 256 greys to white.
        image = image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    plain = _on_screen(image, profile).convert("RGBA" if clear else "RGB")
    plain.info.clear()
    buffer = io.BytesIO()
    if clear:
        plain.save(buffer, "PNG")
        return buffer.getvalue(), ".png"
    plain.save(buffer, "JPEG", quality=90)
    return buffer.getvalue(), ".jpg"


def _on_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture with its colours as screens show them; as it is where its profile is broken."""
    from PIL import ImageCms

    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        own, screen = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, screen, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _too_large() -> Problems:
    return refuse(
        "This picture has more pixels than can be read.",
        "Save it smaller; 6000 x 8000 is enough for the largest poster.",
    )


def _strange(content: bytes) -> Problems:
    """What to say of a file that is no picture which paper and slides both take."""
    start = content[:4000].lower()
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return refuse(
            "This photo is a HEIC or AVIF file, as some phones take them. We cannot read those.",
            "Save it as JPEG and add that. On an iPhone: Settings › Camera › Formats › Most "
            "Compatible.",
        )
    if b"<svg" in start:
        return refuse(
            "This is a drawing of lines (SVG), which cannot be used.",
            "Open it in a browser or a drawing program and save it as PNG, 1000 pixels wide or "
            "more.",
        )
    if start.startswith(b"%pdf"):
        return refuse("This is a PDF, not a picture.", "Save its page as PNG or JPEG.")
    return refuse("This is not a picture that can be used.", "Save it as PNG or JPEG.")
