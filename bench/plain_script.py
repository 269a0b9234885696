"""The script that a competent user would write for the Boone kit, without datawalk.

Charts and the map are Matplotlib pictures at 300 dpi, placed with reportlab on eight 24 x 36 in
sheets and with python-pptx on as many slides. The boundaries come ready from datawalk, which
spares this script their decoding.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import pandas as pd
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.units import inch
from reportlab.pdfgen import canvas

from datawalk.metrics.places.boundaries import counties

DATA = Path(__file__).resolve().parents[1] / "samples" / "metrics.csv"
PLACES = ["29019", "19103", "19169", "17019", "31109"]
STATIONS = [
    ("Welcome", None, "none"),
    ("Can people here find a good job?", "share_employed", "bars"),
    ("Can families find a home they can pay for?", "share_affordable_available_50_ami", "bars"),
    ("Do young children get a good start?", "share_in_preschool", "lines"),
    ("How healthy is life here?", "rate_injury_death", "distribution"),
    ("How far does a paycheck go on getting around?", "share_transportation_cost", "map"),
    ("What do people here say?", None, "none"),
    ("What will we do together?", None, "none"),
]
QUESTIONS = ["What do you notice?", "What matches your life?", "What should change first?"]


def render(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    data = pd.read_csv(DATA, dtype={"geoid": str})
    pictures = {metric: draw(data, metric, form, out) for _, metric, form in STATIONS if metric}
    posters(data, pictures, out / "plain.pdf")
    deck(pictures, out / "plain.pptx")
    for picture in pictures.values():
        picture.unlink()


def draw(data: pd.DataFrame, metric: str, form: str, out: Path) -> Path:
    figure, axes = plt.subplots(figsize=(20, 12))
    rows = data[(data.metric == metric) & (data.level == "county")].copy()
    rows["value"] = pd.to_numeric(rows.value, errors="coerce")
    if form == "bars":
        newest = rows[rows.geoid.isin(PLACES)].sort_values("year").groupby("geoid").last()
        axes.barh(newest.name, newest.value)
    elif form == "lines":
        for geoid in PLACES:
            line = rows[rows.geoid == geoid].sort_values("year")
            axes.plot(line.year, line.value, label=geoid)
        axes.legend(fontsize=30)
    elif form == "distribution":
        newest = rows[rows.year == rows.year.max()]
        axes.hist(newest.value.dropna(), bins=30)
    else:
        newest = rows[rows.year == rows.year.max()].set_index("geoid").value
        shapes = counties("29", set(newest.index))
        color = plt.get_cmap("Purples")
        for shape in shapes:
            share = (newest[shape.key] - newest.min()) / (newest.max() - newest.min())
            for ring in shape.rings:
                axes.fill(*zip(*ring, strict=True), color=color(share), ec="white")
        axes.set_aspect("equal")
        axes.axis("off")
    axes.tick_params(labelsize=32)
    path = out / f"{metric}.png"
    figure.savefig(path, dpi=300)
    plt.close(figure)
    return path


def posters(data: pd.DataFrame, pictures: dict[str, Path], path: Path) -> None:
    sheet = canvas.Canvas(str(path), pagesize=(24 * inch, 36 * inch))
    for i, (title, metric, _) in enumerate(STATIONS):
        sheet.setFont("Helvetica-Bold", 100)
        sheet.drawString(inch, 33 * inch, f"{i + 1} {title}"[:34])
        if metric:
            newest = data[(data.metric == metric) & (data.geoid == "29019")].iloc[-1]
            sheet.setFont("Helvetica-Bold", 250)
            sheet.drawString(inch, 28 * inch, str(newest.value))
            sheet.drawImage(str(pictures[metric]), inch, 14 * inch, 22 * inch, 13.2 * inch)
        sheet.setFont("Helvetica", 40)
        for j, question in enumerate(QUESTIONS):
            sheet.drawString(inch, (6 - j) * inch, question)
        sheet.showPage()
    sheet.save()


def deck(pictures: dict[str, Path], path: Path) -> None:
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(13.333), Inches(7.5)
    for title, metric, _ in STATIONS:
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = title
        if metric:
            slide.shapes.add_picture(str(pictures[metric]), Inches(1), Inches(1.6), Inches(9))
        talk = slides.slides.add_slide(slides.slide_layouts[1])
        talk.shapes.title.text = f"Talk about it: {title}"
        talk.placeholders[1].text = "\n".join(QUESTIONS)
    slides.save(str(path))
