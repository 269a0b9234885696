"""Setting pictures: as large as the box allows, never cut, with caption and credit."""

from __future__ import annotations

from datawalk.exhibits import Exhibit, Picture
from datawalk.layout.exhibits.look import Look
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Photo
from datawalk.prose import Run
from datawalk.typography.measure import Line, text_height
from datawalk.words import say


class PictureSetter:
    """A picture over its caption and credit."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, Picture)
        below = self._below(exhibit, width, look)
        full = width * exhibit.height / exhibit.width
        return min(full, width * 0.35) + below, min(full, width * 0.72) + below

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, Picture)
        below = self._below(exhibit, width, look)
        room = height - below
        scale = min(width / exhibit.width, room / exhibit.height)
        w, h = exhibit.width * scale, exhibit.height * scale
        # A narrow picture stands at the left, where its caption starts.
        ink: list[Ink] = [Part("Figure", (Photo(0, 0, w, h, exhibit.data),), alt=exhibit.alt)]
        y = h + look.type.note * 0.6
        for lines, size, color in self._texts(exhibit, width, look):
            ink.append(Part("P", text_ink(look.measurer, lines, 0, y, size, color)))
            y += text_height(len(lines), size) + look.type.note * 0.4
        return ink

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        return ""

    def _below(self, exhibit: Picture, width: float, look: Look) -> float:
        texts = self._texts(exhibit, width, look)
        heights = [text_height(len(lines), size) for lines, size, _ in texts]
        return sum(heights) + look.type.note * (0.6 + 0.4 * len(heights)) if heights else 0.0

    @staticmethod
    def _texts(
        exhibit: Picture, width: float, look: Look
    ) -> list[tuple[tuple[Line, ...], float, str]]:
        label, note = look.type.label, look.type.note
        credit = say("Picture: {who}", who=exhibit.credit) if exhibit.credit else ""
        rows = [(exhibit.caption, label, look.theme.ink), (credit, note, look.theme.muted)]
        return [
            (look.measurer.break_lines((Run(text),), width, size), size, color)
            for text, size, color in rows
            if text
        ]
