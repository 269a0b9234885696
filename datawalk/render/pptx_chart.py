"""Charts as native charts of PowerPoint, by form."""

from __future__ import annotations

from datawalk.exhibits import Chart
from datawalk.layout.page import Box
from datawalk.render.pptx_bars import add_bars
from datawalk.render.pptx_diverging import add_diverging
from datawalk.render.pptx_dots import add_dots
from datawalk.render.pptx_grouped import add_grouped
from datawalk.render.pptx_histogram import add_histogram
from datawalk.render.pptx_hundred import add_hundred
from datawalk.render.pptx_lines import add_lines
from datawalk.render.pptx_network import add_network
from datawalk.render.pptx_pairs import add_pairs
from datawalk.render.pptx_panels import add_panels
from datawalk.render.pptx_slide import Sheet
from datawalk.render.pptx_slope import add_slope
from datawalk.render.pptx_steps import add_steps

FORMS = {
    "bars": add_bars,
    "dots": add_dots,
    "lines": add_lines,
    "distribution": add_histogram,
    "network": add_network,
    "pairs": add_pairs,
    "parts": add_hundred,
    "steps": add_steps,
    "diverging": add_diverging,
    "slope": add_slope,
    "panels": add_panels,
    "grouped": add_grouped,
}


def add_chart(sheet: Sheet, box: Box) -> None:
    """Put the chart of a box on the slide."""
    assert isinstance(box.exhibit, Chart)
    FORMS[box.exhibit.form](sheet, box)
