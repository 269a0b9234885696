"""Texts inside charts count in the check of contrast."""

from __future__ import annotations

from dataclasses import replace

from datawalk import figures
from datawalk.check.colours import readable
from datawalk.check.contrast import check_contrast
from datawalk.exhibits import Chart, Point, Series
from datawalk.metrics.model import NumberFormat
from datawalk.page.document import Box, Document, Page
from datawalk.theme import Theme, base_theme, contrast
from datawalk.typography.measure import LATO
from datawalk.typography.sizes import Type

TYPE = Type(number=250, lead=64, heading=52, body=38, label=18, note=22)
BARS = Chart(
    form="bars",
    series=(Series("all", (Point("Boone", 0.8, "80%", highlight=True), Point("Ada", 0.5, "50%"))),),
    format=NumberFormat(multiply=100, suffix="%"),
    alt="",
)


def document(theme: Theme) -> Document:
    tall = figures.heights(LATO, BARS, 800, TYPE)[1]
    drawing = figures.drawn(LATO, BARS, (0, 0, 800, tall), TYPE, theme, theme.pillar("work"))
    box = Box("chart", 0, 0, 800, tall, ink=(drawing,), exhibit=BARS)
    return Document("poster", "T", "en", (Page("p", "Jobs", 800, tall, (box,), "#000000"),), theme)


def test_a_faint_label_inside_a_chart_is_a_problem_with_the_nearest_that_passes() -> None:
    assert check_contrast(document(base_theme())) == []
    found = check_contrast(document(replace(base_theme(), ink="#b0b0b0")))
    assert found
    assert "#b0b0b0 on #ffffff is too faint to read" in found[0].what
    better = readable("#b0b0b0", "#ffffff", 4.5)
    assert better in found[0].try_this
    assert 4.5 <= contrast(better, "#ffffff") < 4.8
