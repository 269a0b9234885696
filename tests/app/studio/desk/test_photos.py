"""Photos that are brought to a walk."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from datawalk.app.studio.desk import photos, uploads
from datawalk.app.studio.desk.photos import Crop
from datawalk.problems import Problems


def taken(size: tuple[int, int] = (400, 300), form: str = "JPEG", **more: Any) -> bytes:
    """A photo by a telephone held upright: red above, blue below, once it is turned."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker of cameras"
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 57.0, 0.0), 3: "W", 4: (92.0, 20.0, 0.0)})
    buffer = io.BytesIO()
    image.save(buffer, form, exif=exif, **more)
    return buffer.getvalue()


def opened(folder: Path, file: str) -> Image.Image:
    image = Image.open(folder / file)
    image.load()
    return image


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_it_is_upright_and_tells_nothing(tmp_path: Path, form: str) -> None:
    comment = {"comment": b"taken by Ann"} if form == "JPEG" else {}
    found = photos.added(taken(form=form, **comment), "Family at home.JPG", tmp_path)
    assert found.file == "pictures/family-at-home.jpg"
    assert (found.width, found.height) == (300, 400)
    assert (found.turned, found.stripped, found.located) == (True, True, form != "TIFF")
    image = opened(tmp_path, found.file)
    assert image.size == (300, 400)
    assert image.getpixel((150, 40))[0] > 200  # type: ignore[index]
    assert not image.getexif()
    data = (tmp_path / found.file).read_bytes()
    assert not any(word in data for word in (b"Exif", b"Maker", b"Ann", b"http://ns.adobe"))


def test_a_crop_is_of_the_upright_picture(tmp_path: Path) -> None:
    whole = photos.added(taken(), "a.jpg", tmp_path)
    part = photos.added(taken(), "a.jpg", tmp_path, Crop(0, 0.5, 1, 1))
    assert part.file == "pictures/a-2.jpg"
    assert (part.width, part.height) == (300, 200)
    assert opened(tmp_path, part.file).getpixel((150, 100))[2] > 200  # type: ignore[index]
    again = photos.cropped(whole.file, tmp_path, Crop(0, 0, 0.5, 0.5))
    assert (again.width, again.height) == (150, 200)
    for wrong in (Crop(0.5, 0, 0.5, 1), Crop(-1, 0, 1, 1), Crop(0.9, 0, 0.1, 1), Crop(0, 0, 9, 1)):
        with pytest.raises(Problems):
            photos.added(taken(), "a.jpg", tmp_path, wrong)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ann\\CON.jpg", "photo"),
        ("Straße 日本.jpeg", "strae"),
        ("日本.png", "photo"),
        ("", "photo"),
        (".htaccess", "htaccess"),
        ("a" * 300 + ".jpg", "a" * 40),
        ("x\0y\n.jpg", "x-y"),
    ],
)
def test_names_are_ours(tmp_path: Path, name: str, file: str) -> None:
    assert photos.added(taken(), name, tmp_path).file == f"pictures/{file}.jpg"
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == [f"{file}.jpg"]


def test_no_other_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").write_bytes(b"mine")
    first = photos.added(taken(), "a.jpg", tmp_path)
    assert photos.added(taken(), "A.JPG", tmp_path).file == first.file == "pictures/a-2.jpg"
    assert (tmp_path / "pictures" / "a.jpg").read_bytes() == b"mine"


def test_a_folder_that_leads_elsewhere_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "walk").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "walk" / "pictures").symlink_to(tmp_path / "other")
    with pytest.raises(Problems, match="outside"):
        photos.added(taken(), "a.jpg", tmp_path / "walk")
    assert not list((tmp_path / "other").iterdir())
    with pytest.raises(Problems, match="outside"):
        photos.cropped("../other/a.jpg", tmp_path / "walk", Crop())


def test_a_clear_picture_stays_clear(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(buffer, "PNG")
    found = photos.added(buffer.getvalue(), "logo.png", tmp_path)
    assert found.file == "pictures/logo.png"
    assert opened(tmp_path, found.file).mode == "RGBA"
    assert not found.stripped


def test_a_hundred_megapixels(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("L", (11_600, 8_700), 90).save(buffer, "JPEG", quality=30)
    found = photos.added(buffer.getvalue(), "big.jpg", tmp_path)
    assert max(found.width, found.height) == 4000
    buffer = io.BytesIO()
    Image.new("1", (11_600, 8_700)).save(buffer, "PNG")
    with pytest.raises(Problems, match="more pixels"):
        photos.added(buffer.getvalue(), "bomb.png", tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"x", "not a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.7", "PDF"),
        (taken()[:900], "broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "not a picture|broken"),
    ],
)
def test_what_is_no_picture_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(Problems, match=told):
        photos.added(content, "a.jpg", tmp_path)
    assert not list(tmp_path.iterdir())


def test_too_large_a_file(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="20 MB"):
        photos.added(bytes(uploads.LARGEST + 1), "a.jpg", tmp_path)
