"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Literal

from datawalk.metrics.local.reading.grid import unreadable, warning
from datawalk.metrics.local.reading.package import FAULTS
from datawalk.problems import Problem

Format = Literal["text", "XLSX", "XLS", "ODS"]
ENDINGS: dict[str, Format] = {
    ".csv": "text",
    ".tsv": "text",
    ".tab": "text",
    ".txt": "text",
    ".xlsx": "XLSX",
    ".xlsm": "XLSX",
    ".xls": "XLS",
    ".ods": "ODS",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a text document (RTF)"),
)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|table|head|body|[a-z]+[ >:])", re.I)
_CSV = "Save the table as CSV or XLSX."


def format_of(file: str, path: Path, head: bytes) -> Format:
    """By the first bytes. Raises Problems for what holds no table that datawalk reads."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file, path)
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise unreadable(file, "it is locked with a password", "Save it without a password.")
        return "XLS"
    if head[:2] == b"\x09\x08" and path.suffix.lower() == ".xls":
        return "XLS"
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise unreadable(file, f"it is {what}", _CSV)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _MARKUP.match(bare):
        raise unreadable(
            file,
            "it is a web page or XML",
            "Open it in a spreadsheet program and save it as XLSX.",
        )
    if bare[:1] in (b"{", b"[") and _json(path):
        raise unreadable(file, "it is JSON", _CSV)
    return "text"


def _json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False
    return True


def _zipped(file: str, path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            kind = package.read("mimetype")[:100] if "mimetype" in names else b""
    except (*FAULTS, RuntimeError) as error:
        raise unreadable(file, "it is damaged") from error
    if any(name.endswith("workbook.xml") for name in names):
        return "XLSX"
    if b"spreadsheet" in kind and "content.xml" in names:
        return "ODS"
    save = "Open it in its own program and save it as XLSX."
    if any(name.endswith((".bin", ".iwa")) for name in names):
        raise unreadable(file, "it is a workbook of another kind (XLSB or Numbers)", save)
    if any(name.lower().endswith((".csv", ".txt", ".xlsx")) for name in names):
        raise unreadable(file, "it is a ZIP with files inside", "Unpack it and name one of them.")
    raise unreadable(file, "it is a ZIP without a table", _CSV)


def told_ending(path: Path, kind: Format) -> tuple[Problem, ...]:
    """A warning where the name of a file promises another format than its content has."""
    if ENDINGS.get(path.suffix.lower()) == kind:
        return ()
    what = "text with separators (CSV)" if kind == "text" else f"an {kind} workbook"
    ending = {"text": "csv", "XLSX": "xlsx", "XLS": "xls", "ODS": "ods"}[kind]
    return (
        warning(
            path.name, f"its content is {what}, whatever its name says.", f"Call it .{ending}."
        ),
    )
