"""Setting the guide down its pages: a new page where the next thing has no room. In inches."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from datawalk.layout.event.furniture import station_disc
from datawalk.layout.event.guide.parts import (
    GuideList,
    GuidePart,
    GuideSection,
    GuideTable,
    GuideText,
)
from datawalk.layout.event.sheet import INNER, LEFT, PALE, EventSheet, Materials, tint
from datawalk.page.marks import INCH
from datawalk.typography import fonts
from datawalk.typography.fonts import Face

TOP, LOW = 0.5, 0.78
"""Where a page begins, and what its foot takes."""
INDENT, GAP, PAD, LINE_GAP = 0.3, 0.1, 0.06, 0.03
ALOUD_INDENT = 0.22
MOST_KEPT = 4.0
"""Inches that stay with a head; longer parts may break."""
LED = 1.0
"""Inches of a list or a table that stay with the words before it."""
KEPT_ROWS = 8
"""Rows of a table that is not parted between pages."""


@dataclass(frozen=True, slots=True)
class FlowType:
    """Sizes of type: of heads, of stations, of what is read aloud, of words, of cells."""

    head: float = 20.0
    station: float = 15.0
    aloud: float = 15.0
    body: float = 12.0
    cell: float = 11.0


@dataclass
class GuideFlow:
    """Pages so far, and where the next thing goes; `starts` are the pages of sections."""

    materials: Materials
    type: FlowType = FlowType()
    sheets: list[EventSheet] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    y: float = 0.0

    def __post_init__(self) -> None:
        self._turn()

    @property
    def sheet(self) -> EventSheet:
        return self.sheets[-1]

    def section(self, section: GuideSection) -> None:
        """A head with what stands under it."""
        talls = [self._tall(part) + GAP for part in section.parts]
        # A head keeps all of what is short, and else its first words and what is behind them.
        kept = sum(talls) if sum(talls) <= MOST_KEPT else min(sum(talls[:2]), MOST_KEPT)
        self._room(kept + (0.6 if section.station is None else 0.5))
        self.starts.setdefault(section.title, len(self.sheets))
        (self._head if section.station is None else self._station)(section)
        for part, following in zip_longest(section.parts, section.parts[1:]):
            if isinstance(part, GuideText) and isinstance(following, GuideList | GuideTable):
                self._room(self._tall(part) + GAP + min(self._tall(following), LED))
            self._part(part, section)
        self.y += GAP

    def _turn(self) -> None:
        self.sheets.append(EventSheet(self.materials))
        self.y = TOP

    def _room(self, tall: float) -> bool:
        """Turns the page where so much has no room; whether it did."""
        full = self.y + tall > self.sheet.height - LOW
        if full and self.y > TOP:
            self._turn()
        return full

    def _head(self, section: GuideSection) -> None:
        theme = self.sheet.theme
        color = theme.accent if section.urgent else theme.pillar("welcome")
        self.y += 0.12 if self.y > TOP else 0.0
        end = self.sheet.text(
            LEFT,
            self.y,
            INNER,
            section.title,
            self.type.head,
            "black",
            color,
            role="H1",
            leading=1.1,
        )
        self.sheet.rule(LEFT, end + 0.05, LEFT + INNER, end + 0.05, color, 0.025)
        self.y = end + 0.16

    def _station(self, section: GuideSection) -> None:
        stop = self.materials.stop(section.station or 0)
        color = self.materials.color(stop.number)
        station_disc(self.sheet, stop, LEFT, self.y - 0.02, 0.36)
        end = self.sheet.text(
            LEFT + 0.48,
            self.y + 0.03,
            INNER - 0.5,
            section.title,
            self.type.station,
            "black",
            color,
            role="H2",
            leading=1.1,
        )
        self.y = max(end, self.y + 0.36) + 0.08

    def _part(self, part: GuidePart, section: GuideSection) -> None:
        match part:
            case GuideText(said, False):
                self._words(said, LEFT, INNER, self.type.body)
            case GuideText(said):
                self._aloud(said)
            case GuideList(items, numbered):
                self._list(items, numbered)
            case GuideTable():
                self._table(part, section)
        self.y += GAP

    def _words(self, said: str, x: float, width: float, size: float) -> None:
        self._room(self._said_tall(said, width, size))
        self.y = self.sheet.text(x, self.y, width, said, size)

    def _aloud(self, said: str) -> None:
        theme, width = self.sheet.theme, INNER - ALOUD_INDENT
        tall = self.sheet.tall(said, width, self.type.aloud, "bold")
        self._room(self._said_tall(said, width, self.type.aloud, "bold"))
        self.sheet.rect(LEFT, self.y + 0.02, 0.06, tall, theme.accent)
        self.y = self.sheet.text(LEFT + ALOUD_INDENT, self.y, width, said, self.type.aloud, "bold")

    def _list(self, items: tuple[str, ...], numbered: bool) -> None:
        self._room(self._tall(GuideList(items[:2])))
        for i, item in enumerate(items, start=1):
            # The last line does not stand alone on a page.
            kept = items[i - 1 :] if i == len(items) - 1 else (item,)
            self._room(self._tall(GuideList(kept)) - LINE_GAP)
            top = self.y
            low = self.sheet.text(LEFT + INDENT, top, INNER - INDENT, item, self.type.body)
            self.y = low + LINE_GAP
            if numbered:
                self.sheet.text(LEFT, top, INDENT, f"{i}.", self.type.body, "black")
            else:
                em = self.type.body / 72
                self.sheet.circle(LEFT + 0.13, top + em * 0.68, em * 0.18, self.sheet.theme.ink)

    def _table(self, table: GuideTable, section: GuideSection) -> None:
        theme = self.sheet.theme
        color = theme.pillar("welcome")
        if section.station:
            color = self.materials.color(section.station)
        elif section.urgent:
            color = theme.accent
        self._room(self._tall(table))
        self._heads(table, color)
        for i, row in enumerate(table.rows):
            tall = self._row_tall(table, row)
            if self._room(tall):
                self._heads(table, color)
            if i % 2 == 0:
                self.sheet.rect(LEFT, self.y, INNER, tall, tint(theme, color, PALE))
            self._cells(table, row)
            self.y += tall

    def _heads(self, table: GuideTable, color: str) -> None:
        for (x, width), head in zip(_columns(table), table.heads, strict=True):
            self.sheet.text(
                x, self.y + 0.02, width, head, self.type.cell, "black", color, role="H2"
            )
        self.y += self._row_tall(table, table.heads)

    def _cells(self, table: GuideTable, row: tuple[str, ...]) -> None:
        for i, ((x, width), cell) in enumerate(zip(_columns(table), row, strict=True)):
            face: Face = "bold" if i == 0 else "regular"
            self.sheet.text(x, self.y + PAD, width, cell, self.type.cell, face)

    def _row_tall(self, table: GuideTable, row: tuple[str, ...]) -> float:
        cells = zip(_columns(table), row, strict=True)
        return 2 * PAD + max(
            self.sheet.tall(cell, width, self.type.cell, "bold") for (_, width), cell in cells
        )

    def _said_tall(self, said: str, width: float, size: float, face: Face = "regular") -> float:
        """How far down words go, with what is over the capitals of their first line."""
        return self.sheet.tall(said, width, size, face) + size * (fonts.LEADING - 1) / INCH

    def _tall(self, part: GuidePart) -> float:
        """How tall a part is, of a long table its heads and its first rows."""
        match part:
            case GuideText(said, aloud):
                if aloud:
                    width = INNER - ALOUD_INDENT
                    return self._said_tall(said, width, self.type.aloud, "bold")
                return self._said_tall(said, INNER, self.type.body)
            case GuideList(items, _):
                width = INNER - INDENT
                return sum(
                    self._said_tall(item, width, self.type.body) + LINE_GAP for item in items
                )
            case GuideTable():
                kept = part.rows[: KEPT_ROWS if len(part.rows) <= KEPT_ROWS else 2]
                return sum(self._row_tall(part, row) for row in (part.heads, *kept))


def _columns(table: GuideTable) -> list[tuple[float, float]]:
    """Where each column begins, and the room for its words."""
    at, found = LEFT, []
    for share in table.shares:
        found.append((at + PAD, share * INNER - 2 * PAD - 0.05))
        at += share * INNER
    return found
