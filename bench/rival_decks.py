"""The same slides as a competent user would make them with charts as pictures.

Two ways: pandoc and Marp; a third, python-pptx, is that of plain_script.py. Charts are plain
Matplotlib, saved as PNG of 200 dpi.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from plain_pages import told
from plain_script import DPI, drawn
from rival_posters import plain

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Prose, Stat, Table
from datawalk.page.document import Page

WIDE, TALL = 11.0, 5.2
"""Inches that a picture takes on a slide."""


def png(exhibit: Chart | Map) -> bytes:
    out = io.BytesIO()
    figure = drawn(told(exhibit), (WIDE, TALL))
    figure.savefig(out, format="png", dpi=DPI, metadata={"Software": None})
    return out.getvalue()


def _lines(exhibit: Exhibit) -> list[str]:
    match exhibit:
        case Stat():
            return [exhibit.number, plain(exhibit.sentence), exhibit.comparison]
        case Prose():
            return [plain(words) for words in exhibit.paragraphs]
        case Bullets():
            return [plain(words) for words in exhibit.items]
    return [exhibit.heading]


def by_pandoc(pages: Sequence[Page]) -> bytes:
    return _converted(pages, "# {title}\n", "\n", ["pandoc", "in.md", "-o", "out.pptx"])


def by_marp(pages: Sequence[Page], marp: str) -> bytes:
    command = [marp, "--no-stdin", "--allow-local-files", "in.md", "-o", "out.pptx"]
    return _converted(pages, "# {title}\n", "\n---\n", command)


def _converted(pages: Sequence[Page], head: str, between: str, command: Sequence[str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            head.format(title=page.title) + "\n" + "\n\n".join(_markdown(page, i, Path(folder)))
            for i, page in enumerate(pages)
        ]
        Path(folder, "in.md").write_text(between.join(parts), encoding="utf-8")
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        return Path(folder, "out.pptx").read_bytes()


def _markdown(page: Page, number: int, folder: Path) -> list[str]:
    found: list[str] = []
    for i, exhibit in enumerate(page.shows):
        match exhibit:
            case Chart() | Map():
                name = f"{number}-{i}.png"
                Path(folder, name).write_bytes(png(exhibit))
                found.append(f"![{exhibit.alt}]({name})")
            case Table():
                rows = [(exhibit.stub_head or " ", *exhibit.columns)]
                rows += [(row.stub, *row.cells) for row in exhibit.rows]
                lines = ["| " + " | ".join(row) + " |" for row in rows]
                lines.insert(1, "|" + "---|" * len(rows[0]))
                found.append("\n".join(lines))
            case _:
                found += _lines(exhibit)
    return found
