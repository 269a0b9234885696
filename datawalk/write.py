"""From laid-out pages to files: all of them whole, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from datawalk.layout.page import Document
from datawalk.problems import refuse

Format = Literal["pdf", "pptx"]


def paint(document: Document, *, guides: bool = False, format: Format = "pdf") -> bytes:
    """The document in the format of its medium: PPTX for the deck, PDF for all on paper.

    Posters are either.
    """
    if document.medium == "deck":
        from datawalk.render.pptx import pptx_bytes

        return pptx_bytes(document)
    if format == "pptx":
        from datawalk.render.pptx_poster import poster_bytes

        return poster_bytes(document)
    from datawalk.render.pdf import pdf_bytes

    return pdf_bytes(document, guides=guides)


def write(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, then move all of them in. Raises Problems."""
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            waiting[path] = _beside(path, content)
        for path, ready in waiting.items():
            ready.replace(path)
    except OSError as error:
        for ready in waiting.values():
            ready.unlink(missing_ok=True)
        raise refuse(
            f"{error.filename or 'The files'} cannot be written: {error.strerror or error}.",
            "Close the file if it is open in another program, or choose another folder with --out.",
        ) from error


def _beside(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    ready = Path(name)
    # mkstemp makes files that only the owner may read; results are for sharing.
    ready.chmod(0o644)
    return ready
