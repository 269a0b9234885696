"""Setting room to write: dashed fields, ruled lines, columns of squares, tables to fill in."""

from __future__ import annotations

from datawalk.exhibits import Exhibit, WritingColumn, WritingSpace
from datawalk.layout.exhibits import blanks, scale_line
from datawalk.layout.exhibits.look import Look
from datawalk.layout.exhibits.sticky import squares, zone
from datawalk.layout.exhibits.words import too_wide_words
from datawalk.page.ink import Ink, Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect, Rule
from datawalk.prose import Run
from datawalk.theme import mix
from datawalk.typography.measure import Line, text_height
from datawalk.words import say


class WritingSetter:
    """One function a form; each grows with the room that it is given."""

    def heights(self, exhibit: Exhibit, width: float, look: Look) -> tuple[float, float]:
        assert isinstance(exhibit, WritingSpace)
        head = self._head_height(exhibit, width, look)
        line = self._line(look)
        match exhibit.form:
            case "zone":
                return head + 2.2 * line, head + 4.5 * line
            case "dots":
                rows = max(1, len(exhibit.columns))
                return head + rows * 1.0 * line, head + rows * 1.6 * line
            case "lines":
                return head + exhibit.rows * 0.8 * line, head + exhibit.rows * 1.05 * line
            case "scale":
                return (head + scale_line.height(exhibit, width, look),) * 2
            case "notes":
                top = self._columns_head(exhibit, width, look)
                return head + top + 2.6 * line, head + top + 6.2 * line
            case "table":
                top = blanks.head_height(exhibit, width, look)
                return (
                    head + top + exhibit.rows * 0.7 * line,
                    head + top + exhibit.rows * 0.85 * line,
                )

    def ink(self, exhibit: Exhibit, width: float, height: float, look: Look) -> list[Ink]:
        assert isinstance(exhibit, WritingSpace)
        if exhibit.form == "zone":
            return zone(exhibit.heading, _hinted(exhibit, look), 0, 0, width, height, look)
        ink = self._heading(exhibit, width, look)
        top = self._head_height(exhibit, width, look)
        room = height - top
        match exhibit.form:
            case "scale":
                return ink + scale_line.ink(exhibit, width, look)
            case "dots":
                return ink + self._dots(exhibit, width, top, room, look)
            case "lines":
                return ink + self._lines(exhibit, width, top, room, look)
            case "notes":
                return ink + self._notes(exhibit, width, top, room, look)
            case _:
                return ink + blanks.table(exhibit, width, top, room, look)

    def too_wide(self, exhibit: Exhibit, width: float, look: Look) -> str:
        assert isinstance(exhibit, WritingSpace)
        if exhibit.form == "table" and blanks.crowded(
            look.measurer, exhibit.columns, width, look.type.label
        ):
            return f"its {len(exhibit.columns)} columns are wider than the sheet"
        columns = len(exhibit.columns) or 1
        room = width / columns - look.type.label
        words = tuple((Run(column.label),) for column in exhibit.columns)
        return (
            too_wide_words(look.measurer, words, room, look.type.label)
            if exhibit.form != "dots"
            else ""
        )

    @staticmethod
    def _line(look: Look) -> float:
        """A line for a marker pen on a poster: 1.6 in on 24 x 36 in."""
        return 118 * look.scale

    def _head_lines(self, exhibit: WritingSpace, width: float, look: Look) -> tuple[Line, ...]:
        return look.measurer.balanced((Run(exhibit.heading),), width, look.type.heading, "bold")

    def _hint_lines(self, exhibit: WritingSpace, width: float, look: Look) -> tuple[Line, ...]:
        return (
            look.measurer.break_lines((Run(hint),), width, look.type.label)
            if (hint := _hinted(exhibit, look))
            else ()
        )

    def _head_height(self, exhibit: WritingSpace, width: float, look: Look) -> float:
        if exhibit.form == "zone" or not exhibit.heading:
            return 0.0
        size, label = look.type.heading, look.type.label
        height = text_height(len(self._head_lines(exhibit, width, look)), size, 1.14)
        hints = self._hint_lines(exhibit, width, look)
        return height + size * 0.4 + (text_height(len(hints), label) + label * 0.3 if hints else 0)

    def _heading(self, exhibit: WritingSpace, width: float, look: Look) -> list[Ink]:
        if not exhibit.heading:
            return []
        size = look.type.heading
        lines = self._head_lines(exhibit, width, look)
        color = look.color if exhibit.form == "table" else look.theme.ink
        ink: list[Ink] = [Part("H2", text_ink(look.measurer, lines, 0, 0, size, color, 1.14))]
        y = text_height(len(lines), size, 1.14) + look.type.label * 0.2
        hints = self._hint_lines(exhibit, width, look)
        if hints:
            ink.append(
                Part("P", text_ink(look.measurer, hints, 0, y, look.type.label, look.theme.muted))
            )
        return ink

    def _lines(
        self, exhibit: WritingSpace, width: float, top: float, room: float, look: Look
    ) -> list[Ink]:
        pitch = room / max(1, exhibit.rows)
        return [
            Rule(
                0,
                top + pitch * (i + 1),
                width,
                top + pitch * (i + 1),
                look.theme.field,
                2.4 * look.scale,
            )
            for i in range(exhibit.rows)
        ]

    def _dots(
        self, exhibit: WritingSpace, width: float, top: float, room: float, look: Look
    ) -> list[Ink]:
        size = look.type.label
        rows = exhibit.columns or (WritingColumn(""),)
        pitch = room / len(rows)
        label = width * 0.36
        ink: list[Ink] = []
        for i, row in enumerate(rows):
            y = top + pitch * i
            lines = look.measurer.break_lines((Run(row.label),), label, size)
            middle = y + pitch * 0.45 - text_height(len(lines), size) / 2
            ink.append(Part("P", text_ink(look.measurer, lines, 0, middle, size, look.theme.ink)))
            ink.append(self._answer(label + size, y, width - label - size, pitch, look))
        return ink

    @staticmethod
    def _answer(x: float, y: float, w: float, pitch: float, look: Look) -> Ink:
        """A field for dots, or a line to write on where the sheet lies on a table."""
        if not look.on_wall:
            low = y + pitch * 0.86
            return Rule(x, low, x + w, low, look.theme.field, 2.4 * look.scale)
        return Rect(
            x,
            y,
            w,
            pitch * 0.86,
            fill=mix(look.color, look.theme.paper, 0.9),
            stroke=look.color,
            line=2 * look.scale,
            radius=10 * look.scale,
            dash=12 * look.scale,
        )

    def _columns_head(self, exhibit: WritingSpace, width: float, look: Look) -> float:
        heads, hints, _ = self._column_texts(exhibit, width, look)
        label = look.type.label
        head = text_height(max(map(len, heads), default=0), label * 1.1) + label * 1.0
        hint = text_height(max(map(len, hints), default=0), label)
        return head + (hint + label * 0.9 if hint else label * 0.4)

    def _column_texts(
        self, exhibit: WritingSpace, width: float, look: Look
    ) -> tuple[list[tuple[Line, ...]], list[tuple[Line, ...]], float]:
        label = look.type.label
        gap = label * 1.2
        column = (width - gap * (len(exhibit.columns) - 1)) / max(1, len(exhibit.columns))
        room = column - label * 0.8
        heads = [
            look.measurer.balanced((Run(c.label),), room, label * 1.1, "bold")
            for c in exhibit.columns
        ]
        hints = [look.measurer.break_lines((Run(c.hint),), room, label) for c in exhibit.columns]
        return heads, hints, column

    def _notes(
        self, exhibit: WritingSpace, width: float, top: float, room: float, look: Look
    ) -> list[Ink]:
        heads, hints, column = self._column_texts(exhibit, width, look)
        label = look.type.label
        head = text_height(max(map(len, heads), default=0), label * 1.1) + label
        gap = (width - column * len(heads)) / max(1, len(heads) - 1)
        colors = [look.theme.pillar(name) for name in ("work", "neighborhoods", "voices", "health")]
        ink: list[Ink] = []
        for i, color in zip(range(len(heads)), colors, strict=False):
            x = i * (column + gap)
            tint = mix(color, look.theme.paper, 0.88)
            radius = label * 0.4
            ink.append(Rect(x, top, column, room, fill=tint, radius=radius))
            ink.append(Rect(x, top, column, head, fill=color, radius=radius))
            ink.append(Rect(x, top + head / 2, column, head / 2, fill=color))
            middle = top + (head - text_height(len(heads[i]), label * 1.1)) / 2
            pad = label * 0.4
            room_ = column - 2 * pad
            head_ink = text_ink(
                look.measurer,
                heads[i],
                x + pad,
                middle,
                label * 1.1,
                look.theme.paper,
                1.22,
                "center",
                room_,
            )
            ink.append(Part("P", head_ink))
            y = top + head + label * 0.4
            hint_ink = text_ink(
                look.measurer,
                hints[i],
                x + pad,
                y,
                label,
                look.theme.muted,
                1.22,
                "center",
                room_,
            )
            ink.append(Part("P", hint_ink))
            below = self._columns_head(exhibit, width, look)
            ink += squares(x, top + below, column, room - below, color, look)
        return ink


def _hinted(exhibit: WritingSpace, look: Look) -> str:
    """How to answer, as it is told of a wall; at a table people write."""
    sticks = exhibit.form in ("zone", "dots")
    return say("Write here.") if exhibit.hint and sticks and not look.on_wall else exhibit.hint
