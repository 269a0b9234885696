"""Opens a template from outside: a PowerPoint file, and nothing that could do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from datawalk.problems import Problems, refuse

ENDINGS = (".pptx", ".potx", ".ppsx")
MOST_BYTES = 100_000_000
MOST_PARTS = 5_000
MOST_UNPACKED = 400_000_000
MOST_RATIO = 200
"""How many times larger than packed a part may be; pictures of one colour reach about 100."""
SMALL_PART = 1_000_000
"""Bytes; how strongly smaller parts are packed does not matter."""
OLD = b"\xd0\xcf\x11\xe0"
"""How old PowerPoint files begin, and new ones under a password ([MS-CFB] 2.2)."""
TYPES = "[Content_Types].xml"
MAIN = b"presentationml.presentation.main+xml"
LIKE_MAIN = (b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts may be packed (ECMA-376, part 2, annex B)."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OverflowError,
    ValueError,
)
"""What zipfile raises over packed bytes that are wrong: of places and lengths, the last two."""
SAVE_AS = "Save it in PowerPoint as a template (.potx) and name that."


def opened(path: Path) -> bytes:
    """The file as a presentation. Raises Problems for what is no template, or is not safe."""
    if path.suffix.lower() not in (*ENDINGS, ".pptm", ".potm", ".ppsm"):
        raise refuse(f"{path.name} is not a PowerPoint template.", SAVE_AS)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _large(path)
        blob = path.read_bytes()
    except OSError as error:
        raise refuse(f"{path.name} cannot be read: {error.strerror}.") from error
    if blob.startswith(OLD):
        raise refuse(
            f"{path.name} is under a password, or in the format of PowerPoint 97.",
            f"Open it in PowerPoint and take the password off. {SAVE_AS}",
        )
    return _as_presentation(path, blob)


def _as_presentation(path: Path, blob: bytes) -> bytes:
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as source:
            _refuse_harm(path, source)
            with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
                for info in source.infolist():
                    data = source.read(info)
                    _refuse_declared(path, info.filename, data)
                    target.writestr(info.filename, _presented(info.filename, data))
    except BROKEN as error:
        raise damaged(path) from error
    return out.getvalue()


def damaged(path: Path) -> Problems:
    """What to raise for a file that is broken or something else."""
    return refuse(
        f"{path.name} is damaged, or not a PowerPoint file.",
        f"Open it in PowerPoint to see whether it can be mended. {SAVE_AS}",
    )


def _large(path: Path) -> Problems:
    return refuse(
        f"{path.name} is too large, or unpacks to far more than a template holds.",
        "Take out videos and compress its pictures, then save it again.",
    )


def _refuse_harm(path: Path, source: zipfile.ZipFile) -> None:
    parts = source.infolist()
    names = [part.filename for part in parts]
    if TYPES not in names or "ppt/presentation.xml" not in names:
        raise damaged(path)
    if any(part.flag_bits & 1 for part in parts):
        raise refuse(f"{path.name} is under a password.", "Take it off and save it again.")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise damaged(path)
    if len(set(names)) != len(names):
        raise damaged(path)
    if any(part.compress_type not in METHODS for part in parts):
        raise damaged(path)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _large(path)
    packed = [part for part in parts if part.file_size > SMALL_PART]
    if any(part.file_size > MOST_RATIO * max(1, part.compress_size) for part in packed):
        raise _large(path)
    if any("vbaproject" in name.lower() for name in names) or path.suffix.lower().endswith("m"):
        raise refuse(
            f"{path.name} can hold macros: programs that run when slides are opened.",
            f"{SAVE_AS} It keeps the look and leaves the macros out.",
        )


def _refuse_declared(path: Path, name: str, data: bytes) -> None:
    """Office files declare no entities; those that do may blow up a reader."""
    if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data:
        raise damaged(path)


def _presented(name: str, data: bytes) -> bytes:
    """Templates and slide shows differ from presentations by one word."""
    if name == TYPES:
        for other in LIKE_MAIN:
            data = data.replace(other, MAIN)
    return data
