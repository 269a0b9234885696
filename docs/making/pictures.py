"""Pictures of what datawalk makes, kept by what went into them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.page.document import Page
from docs.making.examples import ROOT, laid_down

KEPT = ROOT / "build" / "docs-pictures"
SHARP, WHOLE = 66, 44
"""Dots for an inch of a poster: of a part of it, and of all."""
AROUND, MARGIN = 30, 24
FURNITURE = ("band", "foot")
DOTS = {"poster": WHOLE, "deck": 100, "placemat": 90}


def of_part(text: str) -> Path:
    """What the piece of YAML puts on a poster, without head and foot."""
    return _kept("part", text, lambda folder: _part(laid_down(folder, text), folder))


def of_page(text: str, medium: str, page: int) -> Path:
    """A whole page of the walk that the piece of YAML is part of."""

    def made(folder: Path) -> Path:
        return _page(laid_down(folder, text), medium, page, folder)

    return _kept(f"{medium} {page}", text, made)


def of_walk(walk: Path, medium: str, page: int) -> Path:
    """A whole page of a walk of the project."""
    text = walk.read_text(encoding="utf-8")

    def made(folder: Path) -> Path:
        pdf = _kept(f"all {medium}", text, lambda inner: _painted(walk, medium, inner), ".pdf")
        return _cut(pdf, page, DOTS.get(medium, 100), folder)

    return _kept(f"{medium} {page}", text, made)


def _part(walk: Path, folder: Path) -> Path:
    document = kit.prepared(walk, only="poster").documents[0]
    pdf = folder / "page.pdf"
    pdf.write_bytes(paint(document))
    return _cut(pdf, 1, SHARP, folder, _field(document.pages[0]))


def _field(page: Page) -> tuple[float, float, float, float]:
    """The part of a page, in points from its top left, that holds what was written."""
    boxes = [box for box in page.boxes if box.role not in FURNITURE]
    left = max(0, min(box.x for box in boxes) - AROUND)
    top = max(0, min(box.y for box in boxes) - AROUND)
    right = min(page.width, max(box.x + box.w for box in boxes) + AROUND)
    bottom = min(page.height, max(box.y + box.h for box in boxes) + AROUND)
    return left, top, right - left, bottom - top


def _page(walk: Path, medium: str, page: int, folder: Path) -> Path:
    return _cut(_painted(walk, medium, folder), page, DOTS.get(medium, 100), folder)


def _painted(walk: Path, medium: str, folder: Path) -> Path:
    """All pages of a medium as PDF; LibreOffice stands in for PowerPoint."""
    name = "made.pptx" if medium == "deck" else "made.pdf"
    (folder / name).write_bytes(paint(kit.prepared(walk, only=medium).documents[0]))
    if medium == "deck":
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, str(folder / name)], check=True, capture_output=True)
    return folder / "made.pdf"


def _cut(
    pdf: Path,
    page: int,
    dots: int,
    folder: Path,
    field: tuple[float, float, float, float] | None = None,
) -> Path:
    """One page of a PDF, or a field of it, as a picture."""
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(dots), "-f", str(page), "-l", str(page)]
    if field:
        sides = zip("xyWH", (str(round(side * dots / 72)) for side in field), strict=True)
        command += [word for name, side in sides for word in (f"-{name}", side)]
    subprocess.run([*command, str(pdf), str(folder / "picture")], check=True)
    return folder / "picture.png"


def _kept(what: str, text: str, make: Callable[[Path], Path], ending: str = ".png") -> Path:
    """What was made from the same text by the same code, or made anew."""
    key = hashlib.sha256(f"{code()}\n{what}\n{text}".encode()).hexdigest()[:20]
    path = KEPT / f"{key}{ending}"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="datawalk-docs-") as folder:
            made = make(Path(folder))
            if ending == ".pdf":
                shutil.copyfile(made, path)
            else:
                _saved(made, path, trim=what == "part")
    return path


def _saved(made: Path, path: Path, *, trim: bool) -> None:
    """The picture with few colors, which makes its file small."""
    picture = Image.open(made).convert("RGB")
    (_trimmed(picture) if trim else picture).quantize(128).save(path, optimize=True)


def _trimmed(picture: Image.Image) -> Image.Image:
    """The picture with a narrow margin where there was a wide one."""
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    if box is None:
        return picture
    left, top, right, bottom = box
    width, height = picture.size
    return picture.crop(
        (
            max(0, left - MARGIN),
            max(0, top - MARGIN),
            min(width, right + MARGIN),
            min(height, bottom + MARGIN),
        )
    )


@cache
def code() -> str:
    """Changes whenever a file changes that pictures are made from."""
    found = hashlib.sha256()
    for folder in ("datawalk", "docs/making", "docs/files", "samples", "station_templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.read_bytes())
    return found.hexdigest()
