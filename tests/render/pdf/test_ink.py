"""The marks of figures arrive on the page of a PDF: outlines, dashes, hatches, words."""

from __future__ import annotations

import io
import re
from itertools import pairwise

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from datawalk.page.marks import Disc, Mark, Path, Rect, Text
from datawalk.render.pdf.ink import Pen
from datawalk.typography import fonts
from datawalk.typography.measure import LATO
from tests.figures.drawn import chart, figure, painted, point, read_back


def page(*marks: Mark) -> bytes:
    """A page of 144 points with these marks."""
    file = io.BytesIO()
    canvas = Canvas(file, (144, 144), initialFontName=fonts.pdf_name("regular"), pageCompression=0)
    for mark in marks:
        Pen(canvas, 144, LATO.faces).draw(mark)
    canvas.save()
    return file.getvalue()


def content(*marks: Mark) -> str:
    found = PdfReader(io.BytesIO(page(*marks))).pages[0].get_contents()
    assert found is not None
    return found.get_data().decode("latin-1")


def test_fonts_are_ours_and_embedded() -> None:
    reader = PdfReader(io.BytesIO(painted(figure(chart("bars", point("Boone", 0.5, ours=True))))))
    found = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = {str(font.get_object()["/BaseFont"]) for font in found.values()}
    assert names
    assert all("Lato" in name for name in names)


def test_characters_that_lato_lacks_come_from_the_second_face() -> None:
    assert "✓" in read_back(figure(chart("bars", point("Boone ✓", 0.5))))


def test_words_that_follow_each_other_stay_two() -> None:
    words = [
        Text(10, 20 + 20 * i, word, "regular", 12, "#000000", 30) for i, word in enumerate("ab")
    ]
    assert PdfReader(io.BytesIO(page(*words))).pages[0].extract_text().split() == ["a", "b"]


def test_a_rectangle_has_its_place_fill_and_stroke() -> None:
    text = content(Rect(10, 84, 30, 40, "#ff0000", "#0000ff", 2))
    assert "1 0 0 rg" in text
    assert "0 0 1 RG" in text
    assert "10 20 30 40 re B" in text


def test_a_mark_without_fill_or_stroke_has_none() -> None:
    assert content(Disc(50, 50, 10, "#ff0000")).rstrip().endswith("f*")
    assert content(Disc(50, 50, 10, stroke="#ff0000", line=2)).rstrip().endswith("S")


def test_dashes_end_with_their_line() -> None:
    across = ((0.0, 10.0), (100.0, 10.0))
    text = content(
        Path((across,), stroke="#000000", line=1, dash=(2, 3)),
        Path((across,), stroke="#000000", line=1),
    )
    dashed, plain = text.split(" l\n")[:2]
    assert dashed.rindex("[2 3] 0 d") > dashed.rfind("[] 0 d")
    assert plain.rindex("[] 0 d") > plain.rfind("[2 3] 0 d")


def test_a_hole_stays_open() -> None:
    outer = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))
    inner = ((40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0))
    text = content(Path((outer, inner), "#ff0000", closed=True))
    assert text.count(" h") == 2
    assert "f*" in text


def test_a_hatch_is_cut_to_its_shape_and_covers_it() -> None:
    text = content(Rect(10, 84, 30, 40, "#ffffff", hatch="#00ff00"))
    assert "W* n" in text
    assert "0 1 0 RG" in text
    feet = [float(x) - float(y) for x, y in re.findall(r"(\S+) (\S+) l", text)[3:]]
    # From corner to corner: of x - y the left top has the least, the right foot the most.
    assert min(feet) <= 10 - 60
    assert max(feet) >= 40 - 20
    assert max(b - a for a, b in pairwise(feet)) <= 8.01


def test_a_translucent_ground_ends_with_itself() -> None:
    veiled, plain = Rect(10, 10, 20, 20, "#ffffff", opaque=0.25), Rect(40, 10, 20, 20, "#000000")
    assert b"/ca .25" in page(veiled)
    assert b"/ca" not in page(plain)
    before, after = content(veiled, plain).split(" re ")[:2]
    assert (before.count(" gs"), after.count(" gs")) == (1, 1)


def test_two_runs_give_the_same_bytes() -> None:
    drawn = figure(chart("bars", point("Boone", 0.5)))
    assert content(*drawn.plan.marks) == content(*drawn.plan.marks)
