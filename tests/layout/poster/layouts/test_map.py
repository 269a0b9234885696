"""A map alone under a takeaway: as large as its sheet allows, from letter to 96 x 144 in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.exhibits import Area, Map, Shade
from datawalk.figures.map.fitting import reach
from datawalk.metrics.places import boundaries
from datawalk.page.document import Document
from datawalk.page.figure import Drawing
from datawalk.page.marks import Path
from datawalk.prose import words
from datawalk.walk import About, Takeaway
from tests.layout.poster.layouts.laid import TALK, sheets, station, wrong


def state_map(state: str = "29", ours: str = "29019", **more: str) -> Map:
    shapes = boundaries.counties(state, ())
    areas = tuple(
        Area(s.key, f"{s.name} County", s.rings, f"{20 + i % 30}%", i % 5, s.key == ours)
        for i, s in enumerate(shapes)
    )
    return Map(
        heading="Spent on getting around, 2022",
        areas=areas,
        shades=tuple(Shade(f"{20 + i}% to {21 + i}%", "23 counties", 23) for i in range(5)),
        legend="Spent on getting around, 2022",
        alt="A map.",
        counts="number of counties",
        edge=boundaries.edge(shapes),
        **more,  # type: ignore[arg-type]
    )


def laid(map_: Map, size: str = "24x36", theme: str = "default") -> Document:
    about = About(definition=words("This counts dollars."), why=words("Rides cost a lot."))
    said = Takeaway(words("In 2022 a home here spent 26 of every 100 dollars on rides."))
    return sheets(replace(station(map_, TALK), about=about, takeaway=said), size=size, theme=theme)


def said(document: Document) -> str:
    leaves = (leaf for box in document.pages[0].boxes for leaf in box.leaves)
    return " ".join(getattr(leaf, "text", "") for leaf in leaves)


@pytest.mark.parametrize("size", ["letter", "tabloid", "24x36", "36x24", "36x48", "96x144"])
@pytest.mark.parametrize("state", [("29", "29019"), ("47", "47157"), ("16", "16001")])
def test_a_map_fits_every_sheet(size: str, state: tuple[str, str]) -> None:
    assert wrong(laid(state_map(*state), size)) == []


@pytest.mark.parametrize("theme", ["high-contrast", "print-grey", "urban"])
def test_a_map_can_be_read_in_every_theme(theme: str) -> None:
    assert wrong(laid(state_map(), theme=theme)) == []


def test_the_map_takes_two_fifths_of_the_sheet_and_most_of_its_width() -> None:
    (page,) = laid(state_map()).pages
    (ground,) = (box for box in page.boxes if box.role == "panel" and box.x == 0 and box.y < 700)
    assert ground.w * ground.h / (page.width * page.height) > 0.4
    (drawing,) = (x for box in page.boxes for x in box.leaves if isinstance(x, Drawing))
    shapes = [m for m in drawing.plan.marks if isinstance(m, Path) and m.closed and m.fill]
    left, top, right, low = reach([ring for shape in shapes for ring in shape.lines])
    assert (right - left) > 0.6 * page.width
    assert (low - top) > 0.85 * drawing.h


def test_what_the_takeaway_says_stands_there_once() -> None:
    shown = said(laid(state_map()))
    assert "Spent on getting around, 2022" not in shown
    assert "This counts dollars." in shown
    assert "Rides cost a lot." not in shown


def test_a_heading_of_its_author_stays() -> None:
    assert "Spent on getting around, 2022" in said(laid(replace(state_map(), headed=True)))
