"""Walks as web pages, for tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.prepare.kit import Kit
from tests.conftest import ROOT

WEB = "[{medium: web}]"


def prepared(name: str, folder: Path, language: str = "", outputs: str = WEB) -> tuple[Kit, ...]:
    """The kits of a ready walk with these outputs alone, one for each language."""
    shutil.copytree(ROOT / "configs", folder / "configs", dirs_exist_ok=True)
    shutil.copytree(ROOT / "samples", folder / "samples", dirs_exist_ok=True)
    path = folder / "configs" / f"{name}.yaml"
    lines = path.read_text("utf-8").split("\n")
    start = next((i for i, line in enumerate(lines) if line.startswith("outputs:")), None)
    if start is not None:
        end = next(i for i in range(start + 1, len(lines)) if lines[i][:1] not in (" ", "#"))
        del lines[start:end]
    told = f"language: {language}\n" if language else ""
    path.write_text("\n".join(lines) + f"\noutputs: {outputs}\n{told}", "utf-8")
    return kit.every(path)


def written(kit: Kit, path: Path) -> Path:
    """The page as a file."""
    path.write_bytes(paint(kit.documents[0]))
    return path
