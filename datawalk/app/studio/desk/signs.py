"""Files for the look of a walk: font files and PowerPoint templates, looked at before they stay."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from datawalk.app.studio.desk import uploads
from datawalk.app.studio.desk.storage import unsaved
from datawalk.problems import refuse

FONTS = (".ttf", ".otf", ".ttc")
Look = Literal["font", "slides"]


def added(content: bytes, name: str, folder: Path, look: Look) -> str:
    """Bring a file into the folder of a walk; its name as the walk writes it.

    Raises Problems for what is no font, or no template that can be used; then no file stays.
    """
    uploads.checked_size(content)
    ending = Path(name.replace("\\", "/")).suffix.lower()
    stem = uploads.safe_stem(name, look)
    with TemporaryDirectory() as place:
        path = Path(place) / f"{stem}{ending}"
        try:
            path.write_bytes(content)
        except OSError as error:
            raise unsaved(path, error) from error
        if look == "font":
            _font(path)
        else:
            _slides(path)
    return uploads.placed(folder, "fonts" if look == "font" else "look", stem, ending, content)


def _font(path: Path) -> None:
    from datawalk.typography.scripts.embedding import require_sound
    from datawalk.typography.scripts.typefaces import Typeface, UnusableFontError

    if path.suffix not in FONTS:
        raise refuse(f"{path.name} is not a font file.", "Choose one that ends in .ttf or .otf.")
    try:
        require_sound(Typeface(str(path)))
    except UnusableFontError as error:
        raise refuse(f"{path.name} {error}.", "Choose another font file.") from error


def _slides(path: Path) -> None:
    from datawalk.brand.reading import read_brand

    read_brand(path)
