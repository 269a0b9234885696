"""The script that a competent user would write for the pages of a kit, without datawalk.

    python bench/plain_script.py CONTENT OUT

Charts and maps are Matplotlib pictures of 200 dpi, each drawn once, placed with reportlab on
sheets and with python-pptx on slides; words, tables and notes are the kit's own, which spares the
script all that is worked out from the data. The lists are made with openpyxl.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import pandas
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline
from openpyxl import Workbook
from PIL import Image
from pptx import Presentation
from pptx.util import Inches, Pt
from reportlab import rl_config
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen import canvas

DATA = Path(__file__).resolve().parents[1] / "samples" / "metrics.csv"
DPI = 200
CHART, MAP = (20.0, 9.0), (20.0, 13.0)
"""Inches of a picture on a 24 x 36 in sheet."""
SHADES = ("#e7eef0", "#a9c4c9", "#6b9ba3", "#0b5c69", "#08424b")
Block = Mapping[str, Any]

rl_config.useA85 = 0  # Pictures as text would take it seven seconds more.


def render(content: Mapping[str, Any], out: Path) -> None:
    """The posters and handouts (PDF), the slides (PPTX) and the lists of a kit."""
    out.mkdir(parents=True, exist_ok=True)
    pandas.read_csv(DATA, dtype={"geoid": str})
    pictures: dict[str, bytes] = {}
    for medium, pages in content["pages"].items():
        make, ending = (deck, "pptx") if medium == "deck" else (sheets, "pdf")
        (out / f"plain-{medium}.{ending}").write_bytes(make(pages, pictures))
    with (out / "plain-numbers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(content["numbers"])
    for name, rows in (("numbers", content["numbers"]), ("print-list", content["jobs"])):
        book = Workbook(write_only=True)
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        book.save(out / f"plain-{name}.xlsx")


def picture(block: Block, pictures: dict[str, bytes]) -> bytes:
    """A chart, a map or a photo as a picture; the same one is drawn once."""
    if block["kind"] == "picture":
        return base64.b64decode(block["data"])
    key = json.dumps(block)
    if key not in pictures:
        file = io.BytesIO()
        drawn(block).savefig(file, format="png", dpi=DPI, metadata={"Software": None})
        pictures[key] = file.getvalue()
    return pictures[key]


def drawn(block: Block, size: tuple[float, float] | None = None) -> Figure:
    """A chart or a map as plain Matplotlib draws it; `size` in inches."""
    is_map = block["kind"] == "map"
    figure = Figure(figsize=size or (MAP if is_map else CHART))
    (_map if is_map else _chart)(figure.add_subplot(), block)
    return figure


def _chart(axes: Any, chart: Block) -> None:
    if chart["form"] == "lines":
        for series in chart["series"]:
            known = [p for p in series["points"] if p[1] is not None]
            axes.plot([p[0] for p in known], [p[1] for p in known], label=series["label"])
        axes.legend()
    elif chart["form"] == "distribution":
        axes.vlines(chart["field"], 0, 1, color="#b6c1cb", linewidth=2)
    else:
        points = [p for p in chart["series"][0]["points"] if p[1] is not None]
        bars = axes.barh([p[0] for p in points], [p[1] for p in points])
        axes.bar_label(bars, [p[2] for p in points])
    if chart["reference"] is not None:
        axes.axvline(chart["reference"], color="#b04a12", linestyle=":")


def _map(axes: Any, shown: Block) -> None:
    paths, colors = [], []
    for area in shown["areas"]:
        rings = [Outline([*ring, ring[0]], closed=True) for ring in area["rings"]]
        paths.append(Outline.make_compound_path(*rings))
        colors.append("#ffffff" if area["shade"] is None else SHADES[area["shade"]])
    axes.add_collection(PathCollection(paths, facecolors=colors, edgecolors="white"))
    axes.autoscale()
    axes.set_aspect("equal")
    axes.set_axis_off()


def sheets(pages: Sequence[Mapping[str, Any]], pictures: dict[str, bytes]) -> bytes:
    """Pages of paper: what they hold from the top down, pictures three quarters as wide."""
    file = io.BytesIO()
    paper = canvas.Canvas(file, pageCompression=1)
    for page in pages:
        wide, high = page["size"]
        paper.setPageSize((wide, high))
        size, margin = wide / 48, wide / 18
        y = _write(paper, [page["title"]], margin, high - margin, wide - 2 * margin, size * 2)
        for block in page["blocks"]:
            if block.get("heading"):
                y = _write(paper, [block["heading"]], margin, y, wide - 2 * margin, size * 1.3)
            if block["kind"] in ("lines", "table"):
                lines = block.get("lines") or ["   ".join(r) for r in block.get("rows", ())]
                y = _write(paper, lines, margin, y, wide - 2 * margin, size)
                continue
            # Without alpha, which reportlab would store as a second picture.
            image = ImageReader(Image.open(io.BytesIO(picture(block, pictures))).convert("RGB"))
            across, down = image.getSize()
            tall = wide * 0.75 * down / across
            y -= tall
            paper.drawImage(image, margin, y, wide * 0.75, tall)
        paper.showPage()
    paper.save()
    return file.getvalue()


def _write(
    paper: Any, lines: Sequence[str], x: float, y: float, width: float, size: float
) -> float:
    """Lines broken at the width; the foot of the last."""
    paper.setFont("Helvetica", size)
    for line in lines:
        for part in simpleSplit(line, "Helvetica", size, width):
            y -= size * 1.2
            paper.drawString(x, y, part)
    return y - size * 0.6


def deck(pages: Sequence[Mapping[str, Any]], pictures: dict[str, bytes]) -> bytes:
    """Slides with pictures, tables, words in text boxes, and notes."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(13.333), Inches(7.5)
    for page in pages:
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = page["title"]
        for block in page["blocks"]:
            _add(slide.shapes, block, pictures)
        if page["notes"]:
            slide.notes_slide.notes_text_frame.text = page["notes"]
    file = io.BytesIO()
    slides.save(file)
    return file.getvalue()


def _add(shapes: Any, block: Block, pictures: dict[str, bytes]) -> None:
    if block["kind"] == "table":
        rows = block["rows"]
        size = (len(rows), len(rows[0]), Inches(1), Inches(2), Inches(11), Inches(3))
        table = shapes.add_table(*size).table
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                table.cell(r, c).text = cell
    elif block["kind"] == "lines":
        frame = shapes.add_textbox(Inches(1), Inches(2), Inches(11), Inches(4)).text_frame
        frame.word_wrap = True
        for line in block["lines"]:
            paragraph = frame.add_paragraph()
            paragraph.text, paragraph.font.size = line, Pt(28)
    else:
        held = io.BytesIO(picture(block, pictures))
        shapes.add_picture(held, Inches(1.2), Inches(1.8), height=Inches(5))


if __name__ == "__main__":
    render(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
