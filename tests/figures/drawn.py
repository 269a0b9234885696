"""Charts to test with, and what is on a drawn figure."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from datawalk import figures
from datawalk.exhibits import Chart, Map, Point, Reference, Series
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words.wording import of_100
from datawalk.page.figure import Drawing
from datawalk.page.marks import Mark, Path, Text
from datawalk.render.pdf.ink import Pen
from datawalk.theme import Theme, base_theme
from datawalk.typography import fonts
from datawalk.typography.measure import LATO
from datawalk.typography.sizes import Type

M = TypeVar("M", bound=Mark)
POSTER = Type(number=250, lead=64, heading=52, body=38, label=36, note=22)
SLIDE = Type(number=110, lead=30, heading=26, body=24, label=18, note=18)
PERCENT = NumberFormat(multiply=100, suffix="%")
MIDDLE = Reference("Middle U.S. county", 0.8, "80%")
NAMES = (
    "Boone County, MO",
    "Prince of Wales-Hyder Census Area, AK",
    "St. John the Baptist Parish, LA",
    "Lower Connecticut River Valley, CT",
    "Ada County, ID",
    "Hawaiʻi County, HI",
    "Doña Ana County, NM",
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text on a figure: its box from the top of the capitals to the foot, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def point(
    label: str,
    value: float | None,
    *,
    lower: float | None = None,
    upper: float | None = None,
    ours: bool = False,
) -> Point:
    printed = "too few people" if value is None else f"{value * 100:.0f}%"
    return Point(label, value, printed, lower, upper, ours)


def chart(form: Any, *points: Point, **more: Any) -> Chart:
    return Chart(form=form, series=(Series("all", points),), format=PERCENT, alt="", **more)


def lines(*series: Series, **more: Any) -> Chart:
    return Chart(form="lines", series=series, format=PERCENT, alt="", **more)


def pairs(*rows: tuple[str, float | None, float | None]) -> Chart:
    """Label, share of homes, share of home value; the first row is ours."""
    series = tuple(
        Series(
            name,
            tuple(
                Point(
                    row[0],
                    row[side],
                    "too few people" if row[side] is None else f"{row[side]:.1%} {name}",
                    highlight=not i,
                    remark="" if row[side] is None else "8.4 points less",
                )
                for i, row in enumerate(rows)
            ),
        )
        for side, name in ((1, "of homes"), (2, "of home value"))
    )
    return Chart(form="pairs", series=series, format=PERCENT, alt="")


def parts(*rows: tuple[str, float]) -> Chart:
    """Label and share of a whole."""
    points = tuple(
        Point(label, share, f"{share:.1%}", count=of_100(share)) for label, share in rows
    )
    return Chart(form="parts", series=(Series("of 100 homes", points),), format=PERCENT, alt="All")


def steps(*rows: tuple[str, float | None]) -> Chart:
    """Label and share of the first step, which is all."""
    points = tuple(
        Point(
            label,
            share,
            "too few people" if share is None else f"{share * 100:.0f} of 100",
            remark="" if share in (None, 1) else "9 fewer",
        )
        for label, share in rows
    )
    return Chart(form="steps", series=(Series("of 100 homes", points),), format=PERCENT, alt="")


def dumbbell(*rows: tuple[Any, ...], **more: Any) -> Chart:
    """Label and a share for each group; the first row is ours, and has the most groups."""
    most = len(rows[0]) - 1
    series = tuple(
        Series(
            label,
            tuple(
                point(f"Group {'ABCDEF'[k]}", values[k] if k < len(values) else None, ours=not i)
                for k in range(most)
            ),
            not i,
        )
        for i, (label, *values) in enumerate(rows)
    )
    return Chart(form="dumbbell", series=series, format=PERCENT, alt="", **more)


def years(label: str, *values: float | None, ours: bool = False) -> Series:
    """A series from 2014 on."""
    points = tuple(point(str(2014 + i), value, ours=ours) for i, value in enumerate(values))
    return Series(label, points, ours)


def figure(
    exhibit: Chart | Map,
    width: float = 1540,
    type: Type = POSTER,
    ideal: bool = False,
    theme: Theme | None = None,
    color: str = "",
) -> Drawing:
    theme = theme or base_theme()
    place = (0.0, 0.0, width, figures.heights(LATO, exhibit, width, type)[ideal])
    return figures.drawn(LATO, exhibit, place, type, theme, color or theme.pillar("work"))


def marks(drawn: Drawing, kind: type[M]) -> list[M]:
    """The marks of one kind, in the order in which they are painted."""
    return [mark for mark in drawn.plan.marks if isinstance(mark, kind)]


def lines_drawn(drawn: Drawing) -> list[Path]:
    """The open lines."""
    return [path for path in marks(drawn, Path) if not path.closed]


def words(drawn: Drawing) -> list[Words]:
    return [
        Words(t.text, t.x, t.y - t.size * fonts.CAP, t.x + t.width, t.y + t.size * fonts.DESCENT)
        for t in marks(drawn, Text)
    ]


def clashes(drawn: Drawing) -> list[str]:
    """Every two texts that meet, and every text that leaves the drawing."""
    width, height = drawn.w, drawn.h
    boxes = words(drawn)
    wrong = [
        f"{a.text} / {b.text}"
        for a, b in combinations(boxes, 2)
        if a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    ]
    return wrong + [
        f"{a.text} outside"
        for a in boxes
        if a.left < -0.5 or a.right > width + 0.5 or a.top < -0.5 or a.bottom > height + 0.5
    ]


def painted(drawn: Drawing) -> bytes:
    """The figure as a page of its own."""
    file = io.BytesIO()
    canvas = Canvas(
        file, (drawn.w, drawn.h), initialFontName=fonts.pdf_name("regular"), pageCompression=0
    )
    Pen(canvas, drawn.h, LATO.faces).draw(drawn)
    canvas.save()
    return file.getvalue()


def read_back(drawn: Drawing) -> str:
    """All words of the painted page, without spaces."""
    page = PdfReader(io.BytesIO(painted(drawn))).pages[0]
    return "".join(page.extract_text().split())
