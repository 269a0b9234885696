"""Setting charts and maps: their room on the sheet; `datawalk.figures` draws inside it."""

from __future__ import annotations

from datawalk import figures
from datawalk.exhibits import Chart, Exhibit, Map
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part


class GraphicSetter:
    """A drawing that fills its box."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, (Chart, Map))
        return figures.heights(look.measurer, exhibit, width, look.type)

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, (Chart, Map))
        place = (0.0, 0.0, width, height)
        drawing = figures.drawn(look.measurer, exhibit, place, look.type, look.theme, look.color)
        return [Part("Figure", (drawing,), alt=exhibit.alt)]

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, (Chart, Map))
        return figures.widest_problem(look.measurer, exhibit, width, look.type)
