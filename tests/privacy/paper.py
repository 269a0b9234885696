"""What really stands on paper and slides: PDF and deck of a case, read back.

Exhibits are what the attack reads; here they are shown to be all that is printed.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from openpyxl import load_workbook
from pptx import Presentation

from datawalk import kit
from datawalk.exhibits import Chart, Exhibit, Map, Table
from tests.privacy.case import Case, Place
from tests.privacy.print import Print, named
from tests.privacy.walk import written

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WHERE = ("Station", "Block", "Poster page", "Deck slides", "Picture", "Web page", "Row", "Cell")
_BLANK = {"kind": "text", "text": "Words."}


@dataclass(frozen=True)
class Paper:
    """Words of the posters; words of the slides, with notes, alternative texts and hidden slides;
    the rows of their tables; the numbers in their charts and the workbooks behind them; the list
    of all numbers, and the cells of files that it names.
    """

    poster: str
    slides: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[float, ...]
    listed: str
    cells: frozenset[Place]


def painted(case: Case, folder: Path, *, blank: bool = False) -> Paper:
    """Render a case, or the same walk with words in place of its blocks. Raises Problems."""
    path = written(case, folder, [_BLANK] * len(case.blocks) if blank else None)
    (made,) = kit.every(path)
    files = [name for name, _, _ in kit.rendered(made, folder / "out").files]
    poster = next(name for name in files if name.suffix == ".pdf")
    deck = Presentation(str(next(name for name in files if name.suffix == ".pptx")))
    shapes = [shape for slide in deck.slides for shape in _shapes(slide.shapes)]
    notes = (s.notes_slide.notes_text_frame for s in deck.slides if s.has_notes_slide)
    numbers = next(name for name in files if name.name.endswith("numbers.csv"))
    with numbers.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    with pdfplumber.open(poster) as pdf:
        words = "\n".join(page.extract_text() for page in pdf.pages)
    return Paper(
        words,
        (*(t for s in shapes for t in _said(s)), *(note.text for note in notes if note)),
        tuple(row for s in shapes if s.has_table for row in _rows(s.table)),
        tuple(value for s in shapes if s.has_chart for value in _values(s.chart)),
        _listed(listed),
        frozenset(Place(r["File"], int(r["Row"]) - 2, r["Metric"]) for r in listed if r["Cell"]),
    )


def _listed(rows: list[dict[str, str]]) -> str:
    """The list of numbers without where they stand on paper and in their files."""
    return "\n".join(" | ".join(v for k, v in row.items() if k not in _WHERE) for row in rows)


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        # A group, too, may have an alternative text.
        yield shape


def _said(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    for described in shape._element.iter("{*}cNvPr"):
        yield from (described.get("descr") or "", described.get("title") or "")


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        yield tuple(cell.text_frame.text for cell in row.cells)


def _values(chart: Any) -> Iterator[float]:
    """The numbers that a chart holds, and those in the cells of its workbook."""
    for value in chart._chartSpace.iter("{*}v"):
        yield from _floats(value.text or "")
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            for cell in row:
                yield from _floats("" if cell is None else str(cell))


def _floats(text: str) -> Iterator[float]:
    try:
        yield float(text.replace(",", "").rstrip("%"))
    except ValueError:
        return


def strangers(case: Case, made: Print, paper: Paper, blank: Paper) -> list[str]:
    """What is printed and does not stand in the exhibits that the attack has read."""
    found = [f"a text names a hidden count: {text}" for text in _named(case, made, paper)]
    found += [f"the list names a hidden cell: {place}" for place in made.hidden & paper.cells]
    known = _exhibit_numbers(made.exhibits)
    tables = [e for e in made.exhibits if isinstance(e, Table)]
    if len(tables) == len(made.exhibits):
        more = Counter(_numbers(paper.poster)) - Counter(_numbers(blank.poster)) - known
        found += [f"on a poster: {number}" for number in more]
        lost = known - Counter(_numbers(paper.poster))
        found += [f"not on a poster: {number}" for number in lost]
        said = {n for text in (*paper.slides, paper.listed) for n in _numbers(text)}
        usual = {n for text in (*blank.slides, blank.listed) for n in _numbers(text)}
        counted = {str(n) for n in range(len(paper.slides))} if usual else set()
        found += [f"on a slide: {n}" for n in said - usual - known.keys() - counted]
    rows = {(row.stub, *row.cells) for table in tables for row in table.rows}
    heads = {(table.stub_head, *table.columns) for table in tables}
    known_rows = rows | heads | set(blank.rows)
    found += [f"a row of a slide: {row}" for row in paper.rows if row not in known_rows]
    # Bars that stand on others, and empty cells, hold a zero, which names nobody.
    values = {0.0, *(value for e in made.exhibits for value in _held(e))}
    found += [f"in a chart: {value}" for value in paper.values if round(value, 6) not in values]
    return found


def _named(case: Case, made: Print, paper: Paper) -> Iterator[str]:
    """Texts in which the name of a row stands before its hidden count."""
    words = (paper.poster, *paper.slides, paper.listed)
    for place in made.hidden:
        value = case.counts.get(case.shown.get(place, ""), 0)
        if 0 < value < 10:
            # In tables a name and a printed cell stand side by side.
            label = case.table(place.file)[place.row + 1][0]
            row = [made.texts.get(p, "") for p in made.texts if p.row == place.row]
            if str(value) not in row and (text := named(words, label, value)):
                yield text


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)


def _exhibit_numbers(exhibits: tuple[Exhibit, ...]) -> Counter[str]:
    told: list[str] = []
    for exhibit in exhibits:
        told += [exhibit.heading, exhibit.note, exhibit.terms]
        if isinstance(exhibit, Table):
            told += [exhibit.stub_head, *exhibit.columns]
            told += [cell for row in exhibit.rows for cell in (row.stub, *row.cells)]
    return Counter(number for text in told for number in _numbers(text))


def _held(exhibit: Exhibit) -> Iterator[float]:
    """The numbers that a chart or a map may hold: its values, as stored and as printed, its years,
    how many of a hundred.
    """
    match exhibit:
        case Chart():
            for series in exhibit.series:
                for point in series.points:
                    told = (point.value, point.lower, point.upper, point.count)
                    yield from (round(float(v), 6) for v in told if v is not None)
                    if point.value is not None:
                        yield round(point.value * exhibit.format.multiply, 6)
                    yield from _floats(point.label)
                    yield from _floats(point.printed)
        case Map():
            for area in exhibit.areas:
                yield from _floats(area.printed)
        case _:
            return
