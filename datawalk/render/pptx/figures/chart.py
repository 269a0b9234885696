"""Charts as native charts of PowerPoint, by form."""

from __future__ import annotations

from datawalk.exhibits import Chart
from datawalk.page.document import Box
from datawalk.render.pptx.figures.bars import add_bars
from datawalk.render.pptx.figures.diverging import add_diverging
from datawalk.render.pptx.figures.dots import add_dots
from datawalk.render.pptx.figures.dumbbell import add_dumbbell
from datawalk.render.pptx.figures.ends import add_ends, without_ends
from datawalk.render.pptx.figures.grouped import add_grouped
from datawalk.render.pptx.figures.heap import add_heap
from datawalk.render.pptx.figures.histogram import add_histogram
from datawalk.render.pptx.figures.hundred import add_hundred
from datawalk.render.pptx.figures.lines import add_lines
from datawalk.render.pptx.figures.lineup import add_lineup
from datawalk.render.pptx.figures.network import add_network
from datawalk.render.pptx.figures.pairs import add_pairs
from datawalk.render.pptx.figures.panels import add_panels
from datawalk.render.pptx.figures.places import crowd_of
from datawalk.render.pptx.figures.slope import add_slope
from datawalk.render.pptx.figures.steps import add_steps
from datawalk.render.pptx.slide import SlideCanvas


def add_distribution(sheet: SlideCanvas, box: Box) -> None:
    """Where we stand among all places, as columns where there are too many for dots."""
    (add_histogram if crowd_of(box).counts else add_heap)(sheet, box)


FORMS = {
    "bars": add_bars,
    "dots": add_dots,
    "lines": add_lines,
    "distribution": add_distribution,
    "network": add_network,
    "pairs": add_pairs,
    "parts": add_hundred,
    "steps": add_steps,
    "lineup": add_lineup,
    "diverging": add_diverging,
    "slope": add_slope,
    "panels": add_panels,
    "grouped": add_grouped,
    "dumbbell": add_dumbbell,
}


def add_chart(sheet: SlideCanvas, box: Box) -> None:
    """Put the chart of a box on the slide, and under it what the ends of its axis mean."""
    assert isinstance(box.exhibit, Chart)
    FORMS[box.exhibit.form](sheet, without_ends(box))
    add_ends(sheet, box)
